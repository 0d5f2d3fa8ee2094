"""One vote is open at a sitting at a time, and none once it is closed: no correction changes that.

What was done at the sitting later was done because the vote before it was closed. It could not be
beside a vote that is open, and so the correction is refused, and says what to put right first.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.record.desk import Desk
from chamber.record.journal import entries
from chamber.record.procedure.telling import Told, Untenable, standing
from chamber.record.proceedings import Proceeding
from chamber.record.sittings.acts import Close
from chamber.record.sittings.tables.planned import SittingRow
from chamber.record.votes.acts import Opening
from chamber.record.votes.order import OPENED_BY
from chamber.record.votes.tables import Vote

STILL_OPEN = (
    "a vote at the same sitting would still be open; say how that vote was closed, "
    "or put this entry right first"
)
WAS_OPEN = "a vote at this sitting was open then"


class Span(NamedTuple):
    """How long a vote was open, among those at its sitting in the order of their opening."""

    entry: int  # By which it was opened.
    vote: UUID
    case: int
    sitting: int
    opened_on: date
    closed_on: date | None
    sitting_closed_on: date | None

    @property
    def since(self) -> tuple[date, int, bool]:
        """Days alone do not tell: of two votes on one day the second was opened after the first."""
        return (self.opened_on, self.entry, False)

    @property
    def until(self) -> tuple[date, int, bool]:
        return (self.closed_on or date.max, self.entry, True)

    def outlasts(self) -> bool:
        """Whether it was open after its sitting was closed."""
        return self.sitting_closed_on is not None and self.until[0] > self.sitting_closed_on


class Overlap(NamedTuple):
    """A vote was open when another one was opened, or when its sitting was closed."""

    vote: UUID
    case: int  # In which it could not be then.
    opened: UUID | None  # The other vote. None: the sitting was closed.

    def is_told_by(self, one: Told[Any, Any]) -> bool:
        if self.opened is None:
            return isinstance(one.act, Close)
        opening = one.given.opening if isinstance(one.act, Opening) else None
        return opening is not None and opening.vote == self.opened


async def overlaps(session: AsyncSession, case: Proceeding) -> frozenset[Overlap]:
    """Those at a sitting, or at the sittings at which the case was voted on."""
    its_own = select(Vote.sitting_id).where(Vote.proceeding_id == case.id)
    query = select(
        OPENED_BY, Vote.uid, Vote.proceeding_id, Vote.sitting_id, Vote.opened_on, Vote.closed_on,
        SittingRow.closed_on,
    )  # fmt: skip
    query = query.join(SittingRow, SittingRow.id == Vote.sitting_id)
    query = query.where(~Vote.undone, or_(Vote.sitting_id == case.id, Vote.sitting_id.in_(its_own)))
    rows = (await session.execute(query)).all()
    return frozenset(overlapping([Span._make(row) for row in rows]))


def overlapping(spans: Iterable[Span]) -> Iterator[Overlap]:
    spans = sorted(spans, key=lambda one: one.since)
    for first, later in combinations(spans, 2):
        if first.sitting == later.sitting and later.since < first.until:
            yield Overlap(first.vote, later.case, later.vote)
    for one in spans:
        if one.outlasts():
            yield Overlap(one.vote, one.sitting, None)


async def check_apart(
    desk: Desk, case: Proceeding, corrected: int, before: frozenset[Overlap]
) -> None:
    """Raises Impossible for what a correction would make overlap that did not overlap before."""
    found = await overlaps(desk.session, case) - before
    for one in sorted(found, key=lambda one: (one.opened is not None, one.case, str(one.vote))):
        other = await desk.session.get_one(Proceeding, one.case)
        story = standing(desk.rooms[other.noun], await entries(desk.session, other.id))
        seq = next(told.seq for told in reversed(story) if one.is_told_by(told))
        if other.id == case.id and seq == corrected:
            raise Impossible("act.act", WAS_OPEN)
        wrong = Untenable(seq, Impossible("act.act", STILL_OPEN))
        raise wrong if other.id == case.id else wrong.elsewhere(other.number)
