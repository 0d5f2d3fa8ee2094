"""The desk at which an act is done: who asks, in which transaction, on which day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act
from chamber.law.roles import SECRETARIAT, Role
from chamber.law.sent import Sent


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who is asking. An account belongs to a chamber, and may be of one committee or deputy."""

    account: UUID | None  # None for the public.
    name: str
    role: Role
    chamber: str | None = None
    committee: UUID | None = None
    deputy: UUID | None = None

    def signature(self) -> dict[str, str | None]:
        """How the journal names the one who entered an act."""
        account = str(self.account) if self.account else None
        return {"account": account, "name": self.name, "role": self.role.value}


ANYBODY = Clerk(account=None, name="", role=Role.PUBLIC)


@dataclass(frozen=True, slots=True)
class Desk:
    session: AsyncSession
    clerk: Clerk
    today: date
    seen: int | None = None  # The version that If-Match named. None: no demand.
    dry_run: bool = False  # Judge, but write nothing.
    rooms: Mapping[str, Any] = field(default_factory=dict)  # Every room by its noun.


class NotAllowed(Exception):
    """This clerk may not do this act."""

    def __init__(self, roles: frozenset[Role]) -> None:
        super().__init__("your role may not do this")
        self.roles = roles


class SomebodyWasFaster(Exception):
    """The proceeding has changed since the clerk read it."""


class NotYet(Exception):
    """The act is dated after today."""

    def __init__(self, today: date) -> None:
        super().__init__(f"an act cannot be dated after today, {today}")
        self.today = today


def check_seen(desk: Desk, version: int) -> None:
    """Raises SomebodyWasFaster, unless the clerk has seen the version that now stands."""
    if desk.seen is not None and desk.seen != version:
        raise SomebodyWasFaster


def check_day(desk: Desk, act: Act) -> None:
    """Raises NotYet for an act that is dated after today."""
    if act.on > desk.today:
        raise NotYet(desk.today)


def check_clerk(clerk: Clerk, act: Act, sent: Sent, chamber: str | None) -> None:
    """Raises NotAllowed, unless the clerk may enter this act, in this chamber, in this manner."""
    if clerk.role not in act.by:
        raise NotAllowed(act.by)
    check_chamber(clerk, act, chamber)
    if (sent.despite or sent.occurred) and clerk.role not in SECRETARIAT:
        raise NotAllowed(SECRETARIAT)


def check_chamber(clerk: Clerk, act: Act, chamber: str | None) -> None:
    """Raises NotAllowed for an act that concerns the other Chamber."""
    if chamber not in (None, clerk.chamber):
        raise NotAllowed(act.by)


def check_committee(clerk: Clerk, act: Act, committees: Collection[UUID]) -> None:
    """Raises NotAllowed for the staff of another committee."""
    if clerk.role is Role.COMMITTEE and clerk.committee not in committees:
        raise NotAllowed(act.by - {Role.COMMITTEE})
