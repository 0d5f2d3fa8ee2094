"""Who may do what: the roles that a chamber's people and the public have here."""

from enum import StrEnum


class Role(StrEnum):
    PUBLIC = "public"  # Anonymous.
    OFFICE = "office"  # A deputy's office.
    DEPUTY = "deputy"
    COMMITTEE = "committee"  # Staff of one committee.
    SECRETARIAT = "secretariat"
    PRESIDING = "presiding"
    ADMIN = "admin"


SECRETARIAT = frozenset({Role.PRESIDING, Role.SECRETARIAT})
COMMITTEE = SECRETARIAT | {Role.COMMITTEE}
STAFF = COMMITTEE | {Role.OFFICE, Role.DEPUTY}
EVERYONE = frozenset(Role)
