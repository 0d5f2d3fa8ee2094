"""The list of open hearings, read from the board in one statement: the latest first, or by change.

In the order of change nothing is missed: whoever puts up a poster has the calendar's turn until it
is committed, so no later page can bring an earlier instant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.board import Poster, State
from chamber.hearings.tables.board import AnnouncedOrganiserRow, AnnouncedRow, Standing
from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.law.terms import ASTANA

Json = dict[str, Any]
LISTED = (AnnouncedRow.listed_at, AnnouncedRow.id)


@dataclass(frozen=True, slots=True)
class Change:
    """A place in the order of change; of no hearing: before all that changed at that instant."""

    at: datetime
    hearing: UUID | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of hearings is asked for."""

    chamber: Chamber | None = None
    committee: UUID | None = None
    state: State | None = None
    first: date | None = None  # In Astana; the last day too is of the list.
    last: date | None = None
    since: Change | None = None  # Then by change, the oldest first.
    after: UUID | None = None
    place: tuple[datetime, int] | None = None  # Of `after`, where it is known already.
    limit: int = 20


async def find_announced(session: AsyncSession, wanted: Wanted) -> Sequence[Standing]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    found = (await session.scalars(page(wanted))).all()
    if not found and wanted.place is None:
        await check_known(session, wanted)
    return found


def page(wanted: Wanted) -> Select[Standing]:
    if wanted.committee is None:
        return narrowed(wanted, AnnouncedRow)
    theirs = AnnouncedOrganiserRow.body == wanted.committee
    return narrowed(wanted, AnnouncedOrganiserRow).where(theirs)


def narrowed(wanted: Wanted, of: type[Standing]) -> Select[Standing]:
    query = select(of).where(*conditions(wanted, of))
    return query.order_by(*order(wanted, of)).limit(rows(wanted))


def conditions(wanted: Wanted, of: type[Standing]) -> list[ColumnElement[bool]]:
    asked = between(wanted, of)
    if wanted.chamber is not None:
        asked.append(of.chamber == wanted.chamber)
    if wanted.state is not None:
        asked.append(of.state == wanted.state)
    if wanted.since is not None:
        asked += changed(wanted.since, of)
    return asked


def changed(since: Change, of: type[Standing]) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [of.updated_at >= since.at]
    if since.hearing is not None:
        hearing = select(AnnouncedRow.id).where(AnnouncedRow.uid == since.hearing)
        place = tuple_(since.at, hearing.scalar_subquery())
        asked.append(tuple_(of.updated_at, of.id) > place)
    return asked


def order(wanted: Wanted, of: type[Standing]) -> list[ColumnElement[Any]]:
    """By change of some days' hearings: by how long after, for so the tree of both is asked."""
    if wanted.since is None:
        return [of.listed_at.desc(), of.id.desc()]
    if wanted.first or wanted.last:
        return [of.updated_at.op("<->")(wanted.since.at), of.id.asc()]
    return [of.updated_at.asc(), of.id.asc()]


def between(wanted: Wanted, of: type[Standing]) -> list[ColumnElement[bool]]:
    """From a day, until a day, and after the last hearing of the page before.

    Of the last day and the page before only one is asked of the list: an index begins at one place.
    """
    asked: list[ColumnElement[bool]] = []
    if wanted.first is not None:
        asked.append(of.listed_at >= midnight(wanted.first))
    end = midnight(wanted.last) + timedelta(days=1) if wanted.last is not None else None
    if wanted.place is not None:
        begin = min(wanted.place, (end, 0)) if end is not None else wanted.place
        asked.append(tuple_(of.listed_at, of.id) < tuple_(*begin))
    elif wanted.after is not None:
        begins = select(*(LISTED if end is None else no_later(end)))
        begins = begins.where(AnnouncedRow.uid == wanted.after)
        asked.append(tuple_(of.listed_at, of.id) < begins.scalar_subquery())
    elif end is not None:
        asked.append(of.listed_at < end)
    return asked


def no_later(end: datetime) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The place of a hearing in the list, or the end of the day, whichever comes first."""
    listed_at, key = LISTED
    return func.least(listed_at, end), case((listed_at < end, key), else_=0)


def rows(wanted: Wanted) -> ColumnElement[int]:
    """Written into the statement: the planner must know how few are wanted."""
    return literal(wanted.limit + 1, literal_execute=True)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ASTANA)


async def check_known(session: AsyncSession, wanted: Wanted) -> None:
    """An empty page may be the last; what it was asked to come after must be on the board."""
    there = select(AnnouncedRow.id).where(AnnouncedRow.uid == wanted.after)
    if wanted.after is not None and await session.scalar(there) is None:
        raise BadQuestion("after", f"{wanted.after} is no id of this list")


def told(row: Standing) -> Json:
    shown = {name: row.poster[name] for name in Poster.model_fields if name in row.poster}
    return shown | {
        "id": str(row.uid),
        "form": "open",
        "public": True,
        "sequence": row.sequence,
        "first_at": row.first_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
    }
