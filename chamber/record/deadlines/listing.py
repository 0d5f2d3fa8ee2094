"""The list of what is due, the nearest day first, read in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    Boolean,
    ColumnElement,
    Select,
    and_,
    any_,
    case,
    func,
    literal,
    literal_column,
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
from chamber.record.deadlines.tables import (
    BY_ITSELF,
    BY_SOMEBODY,
    CommitteeDeadlineRow,
    DeadlineRow,
    Listed,
)
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
    if found or wanted.after is None:
        return found
    if (await session.execute(place_of(wanted, clerk, rooms))).first() is None:
        raise BadQuestion("after", f"{wanted.after} is no id of this list")
    return found


def page(wanted: Wanted, clerk: Clerk, rooms: Rooms) -> Select[Any]:
    of = listed(wanted)
    asked = [known_to(of, wanted, clerk, rooms)]
    place = place_of(wanted, clerk, rooms).cte("place")
    first, *more = (
        select(of).where(*asked, *conditions(wanted, of, one, place))
        for one in branches(wanted, of)
    )
    if not more:
        return first.order_by(*order(of)).limit(rows(wanted))
    return beside(of, first, more[0], wanted)


def beside(of: type[Listed], first: Select[Any], more: Select[Any], wanted: Wanted) -> Select[Any]:
    """A page of the first with what of the other lies before its end: no more of that is read."""
    begun = first.order_by(*order(of)).limit(rows(wanted)).cte("begun")
    full = func.count() > wanted.limit
    end = select(case((full, func.max(begun.c.listed_on)), else_=date.max)).select_from(begun)
    rest = more.where(of.listed_on <= end.scalar_subquery())
    rest = rest.order_by(*order(of)).limit(rows(wanted))
    both: Any = aliased(of, union_all(select(begun), rest).subquery())
    return select(both).order_by(*order(both)).limit(rows(wanted))


def listed(wanted: Wanted) -> type[Listed]:
    return DeadlineRow if wanted.committee is None else CommitteeDeadlineRow


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of the list that one index gives in order: from a day on, by these conditions."""

    conditions: Sequence[Condition]
    first: date | None = None


def branches(wanted: Wanted, of: type[Listed]) -> list[Branch]:
    """What comes by itself is open until its day, and lies apart."""
    by_itself: Condition = literal_column(BY_ITSELF, Boolean)
    by_somebody: Condition = literal_column(BY_SOMEBODY, Boolean)
    found = []
    if wanted.what not in ENDS_BY_ITSELF:
        others = [of.done_on.is_not(None), by_somebody]
        found.append(Branch([of.done_on.is_(None)] if wanted.open else others))
    if wanted.what is None or wanted.what in ENDS_BY_ITSELF:
        if wanted.open:
            found.append(Branch([by_itself, of.done_on > today(wanted)], first=wanted.today))
        else:
            found.append(Branch([by_itself, of.done_on <= today(wanted)]))
    return found


def conditions(wanted: Wanted, of: Any, branch: Branch, place: CTE) -> list[Condition]:
    asked = list(branch.conditions)
    if wanted.chamber is not None:
        asked.append(of.chamber == wanted.chamber)
    if wanted.committee is not None:
        asked.append(of.body == wanted.committee)
    if wanted.what is not None:
        asked.append(of.what == wanted.what)
    if wanted.last is not None:
        asked.append(of.listed_on <= wanted.last)
    first = max((day for day in (wanted.first, branch.first) if day is not None), default=None)
    if wanted.after is not None:
        asked.append(tuple_(*order(of)) > no_earlier(place, first).scalar_subquery())
    elif first is not None:
        asked.append(of.listed_on >= first)
    return asked


def order(of: Any) -> list[ColumnElement[Any]]:
    return [of.listed_on, of.proceeding_id, of.nth]


def place_of(wanted: Wanted, clerk: Clerk, rooms: Rooms) -> Select[Any]:
    """Where the page before ended, in a list that the one who asks is told of."""
    theirs = known_to(DeadlineRow, wanted, clerk, rooms)
    place = select(*order(DeadlineRow)).where(DeadlineRow.uid == wanted.after, theirs)
    if wanted.committee is not None:
        place = place.where(literal(wanted.committee) == any_(DeadlineRow.committees))
    return place


def no_earlier(place: CTE, first: date | None) -> Select[Any]:
    """The place, or the first day, whichever comes later: an index begins at one place."""
    day, key, nth = order(place.c)
    if first is None:
        return select(day, key, nth)
    return select(func.greatest(day, first), case((day >= first, key), else_=0), nth)


def rows(wanted: Wanted) -> ColumnElement[int]:
    """Written into the statement: the planner must know how few are wanted."""
    return literal(wanted.limit + 1, literal_execute=True)


def today(wanted: Wanted) -> ColumnElement[date]:
    """Written too: how many ended before a day that is not known is a bad guess."""
    return literal(wanted.today, literal_execute=True)


def known_to(of: type[Listed], wanted: Wanted, clerk: Clerk, rooms: Rooms) -> Condition:
    """Never a case that is hidden from the one who asks: each room says of its own."""
    told = [
        and_(of.noun == noun, room.unseen(of, clerk, wanted.today))
        for noun, room in rooms.items()
        if room.unseen is not None
    ]
    return or_(of.hidden.is_(False), *told)
