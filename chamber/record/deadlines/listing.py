"""The list of what is due, the nearest day first, read in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.deadlines.facts import ENDS_BY_ITSELF, What
from chamber.record.deadlines.tables import CommitteeDeadlineRow, DeadlineRow, Listed
from chamber.record.desk import Clerk

Condition = ColumnElement[bool]
Rooms = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of deadlines is asked for. `first` and `last`: the days of a week."""

    today: date
    chamber: Chamber | None = None
    committee: UUID | None = None
    what: What | None = None
    first: date | None = None
    last: date | None = None
    open: bool = True  # What is to be done yet; else what is done.
    after: UUID | None = None
    limit: int = 20


async def find_deadlines(
    session: AsyncSession, wanted: Wanted, clerk: Clerk, rooms: Rooms
) -> Sequence[Listed]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    found = (await session.scalars(page(wanted, clerk, rooms))).all()
    if not found and wanted.after is not None:
        there = place_of(wanted, known_to(listed(wanted), wanted, clerk, rooms), None)
        if (await session.execute(there)).first() is None:
            raise BadQuestion("after", f"{wanted.after} is no id of this list")
    return found


def page(wanted: Wanted, clerk: Clerk, rooms: Rooms) -> Select[Any]:
    of = listed(wanted)
    theirs = known_to(of, wanted, clerk, rooms)
    parts = [part(wanted, of, theirs, one) for one in branches(wanted, of)]
    if len(parts) == 1:
        return parts[0]
    both: Any = aliased(of, union_all(*parts).subquery())
    return select(both).order_by(*order(both)).limit(rows(wanted))


def listed(wanted: Wanted) -> type[Listed]:
    return DeadlineRow if wanted.committee is None else CommitteeDeadlineRow


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of the list that one index gives in order: from a day on, by these conditions."""

    conditions: Sequence[Condition]
    first: date | None = None


def branches(wanted: Wanted, of: type[Listed]) -> list[Branch]:
    """What is done in advance is open until its day: it lies among what is done."""
    if not wanted.open:
        return [Branch([of.done_on.is_not(None), of.done_on <= wanted.today])]
    by_itself = of.what.in_(sorted(ENDS_BY_ITSELF))
    ahead = [of.done_on.is_not(None), of.done_on > wanted.today, by_itself]
    found = []
    if wanted.what not in ENDS_BY_ITSELF:
        found.append(Branch([of.done_on.is_(None)]))
    if wanted.what is None or wanted.what in ENDS_BY_ITSELF:
        found.append(Branch(ahead, first=wanted.today))
    return found


def part(wanted: Wanted, of: type[Listed], theirs: Condition, branch: Branch) -> Select[Any]:
    asked = [theirs, *branch.conditions]
    if wanted.chamber is not None:
        asked.append(of.chamber == wanted.chamber)
    if wanted.committee is not None:
        asked.append(CommitteeDeadlineRow.body == wanted.committee)
    if wanted.what is not None:
        asked.append(of.what == wanted.what)
    if wanted.last is not None:
        asked.append(of.listed_on <= wanted.last)
    first = max((day for day in (wanted.first, branch.first) if day is not None), default=None)
    if wanted.after is not None:
        asked.append(tuple_(*order(of)) > place_of(wanted, theirs, first).scalar_subquery())
    elif first is not None:
        asked.append(of.listed_on >= first)
    return select(of).where(*asked).order_by(*order(of)).limit(rows(wanted))


def order(of: Any) -> list[ColumnElement[Any]]:
    return [of.listed_on, of.proceeding_id, of.nth]


def place_of(wanted: Wanted, theirs: Condition, first: date | None) -> Select[Any]:
    """Where the page before ended, or the first day, whichever comes later: an index begins at one
    place."""
    of = listed(wanted)
    day, key, nth = order(of)
    if first is not None:
        begun = day >= first
        day, key = func.greatest(day, first), case((begun, key), else_=0)
    place = select(day, key, nth).where(of.uid == wanted.after, theirs)
    if wanted.committee is not None:
        place = place.where(CommitteeDeadlineRow.body == wanted.committee)
    return place


def rows(wanted: Wanted) -> ColumnElement[int]:
    """Written into the statement: the planner must know how few are wanted."""
    return literal(wanted.limit + 1, literal_execute=True)


def known_to(of: type[Listed], wanted: Wanted, clerk: Clerk, rooms: Rooms) -> Condition:
    """Never a case that is hidden from the one who asks: each room says of its own."""
    told = [
        and_(of.noun == noun, room.unseen(of, clerk, wanted.today))
        for noun, room in rooms.items()
        if room.unseen is not None
    ]
    return or_(of.hidden.is_(False), *told)
