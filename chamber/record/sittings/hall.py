"""What the rules of other rooms need to know of a sitting: whose it is, and who is there."""

from datetime import date
from uuid import UUID

from chamber.law.act import Value


class Hall(Value):
    sitting: UUID
    chamber: str
    kind: str  # plenary, joint, committee, commission or bureau.
    body: UUID | None  # Whose sitting it is, if not the whole chamber's.
    planned_on: date
    opened_on: date | None
    closed_on: date | None
    present: tuple[UUID, ...]  # Registered and not gone; empty where only a count is known.
    excused: tuple[UUID, ...] = ()  # Absent with a reason that was accepted.
    registered: int  # How many are present.
    gone: tuple[UUID, ...] = ()  # Registered as present, but with no seat there on that day.
    beyond: int = 0  # Counted as present without names, beyond those who have a seat there.
    commission: tuple[UUID, ...] = ()  # The counting commission that the sitting has elected.
    as_of: int = 0  # The sitting's version, so that the same hall can be told again.

    def is_open(self, on: date) -> bool:
        began = self.opened_on is not None and self.opened_on <= on
        return began and (self.closed_on is None or on <= self.closed_on)
