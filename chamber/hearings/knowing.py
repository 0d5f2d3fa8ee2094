"""Who may know of a hearing that is not public: those who hold it, and deputies (A57-5.21)."""

from uuid import UUID

from chamber.hearings.facts import Hearing
from chamber.law.roles import SECRETARIAT, Role


def may_know(
    hearing: Hearing, role: Role, chamber: str | None, committee: UUID | None, *, in_office: bool
) -> bool:
    """`in_office`: whether the one who asks is a deputy today, of either Chamber."""
    if holds(hearing, role, chamber, committee):
        return True
    return role is Role.DEPUTY and in_office


def holds(hearing: Hearing, role: Role, chamber: str | None, committee: UUID | None) -> bool:
    """Whose work the hearing is: they also see who has read it."""
    if role in SECRETARIAT:
        return chamber == hearing.chamber
    return role is Role.COMMITTEE and committee is not None and committee in hearing.organisers
