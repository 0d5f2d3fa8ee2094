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
from sqlalchemy.orm import InstrumentedAttribute

from chamber.hearings.board import Poster, State
from chamber.hearings.tables.board import AnnouncedOrganiserRow, AnnouncedRow
from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.law.terms import ASTANA

Json = dict[str, Any]
Column = InstrumentedAttribute[Any]
LISTED: tuple[Column, Column] = (AnnouncedRow.listed_at, AnnouncedRow.id)
OF_COMMITTEE: tuple[Column, Column] = (
    AnnouncedOrganiserRow.listed_at,
    AnnouncedOrganiserRow.hearing_id,
)
CHANGED: tuple[Column, Column] = (AnnouncedRow.updated_at, AnnouncedRow.id)


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


async def find_announced(session: AsyncSession, wanted: Wanted) -> Sequence[AnnouncedRow]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    found = (await session.scalars(page(wanted))).all()
    if not found and wanted.place is None:
        await check_known(session, wanted)
    return found


def page(wanted: Wanted) -> Select[AnnouncedRow]:
    if wanted.since is not None:
        return by_change(wanted, wanted.since)
    if wanted.committee is not None:
        return of_committee(wanted, wanted.committee)
    query = select(AnnouncedRow).where(*narrowed(wanted), *between(wanted, LISTED))
    return query.order_by(*latest(LISTED)).limit(rows(wanted))


def of_committee(wanted: Wanted, committee: UUID) -> Select[AnnouncedRow]:
    """Which hearings, by the committee's own index; then they are fetched, each once."""
    which = select(AnnouncedOrganiserRow.hearing_id).where(
        AnnouncedOrganiserRow.body == committee, *between(wanted, OF_COMMITTEE)
    )
    if narrow := narrowed(wanted):
        announced = AnnouncedRow.id == AnnouncedOrganiserRow.hearing_id
        which = which.join(AnnouncedRow, announced).where(*narrow)
    which = which.order_by(*latest(OF_COMMITTEE)).limit(rows(wanted))
    found = func.any(func.array(which.scalar_subquery()))
    return select(AnnouncedRow).where(AnnouncedRow.id == found).order_by(*latest(LISTED))


def by_change(wanted: Wanted, since: Change) -> Select[AnnouncedRow]:
    query = select(AnnouncedRow).where(*narrowed(wanted), *between(wanted, LISTED))
    if since.hearing is None:
        query = query.where(AnnouncedRow.updated_at >= since.at)
    else:
        hearing = select(AnnouncedRow.id).where(AnnouncedRow.uid == since.hearing)
        query = query.where(tuple_(*CHANGED) > tuple_(since.at, hearing.scalar_subquery()))
    if wanted.committee is not None:
        theirs = select(AnnouncedOrganiserRow.hearing_id)
        theirs = theirs.where(AnnouncedOrganiserRow.body == wanted.committee)
        query = query.where(AnnouncedRow.id.in_(theirs))
    return query.order_by(*CHANGED).limit(rows(wanted))


def narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(AnnouncedRow.chamber == wanted.chamber)
    if wanted.state is not None:
        asked.append(AnnouncedRow.state == wanted.state)
    return asked


def between(wanted: Wanted, place: tuple[Column, Column]) -> list[ColumnElement[bool]]:
    """From a day, until a day, and after the last hearing of the page before.

    Of the last day and the page before only one is asked of the list: an index begins at one place.
    """
    asked: list[ColumnElement[bool]] = []
    if wanted.first is not None:
        asked.append(place[0] >= midnight(wanted.first))
    end = midnight(wanted.last) + timedelta(days=1) if wanted.last is not None else None
    if wanted.place is not None:
        begin = min(wanted.place, (end, 0)) if end is not None else wanted.place
        asked.append(tuple_(*place) < tuple_(*begin))
    elif wanted.after is not None:
        begins = select(*(LISTED if end is None else no_later(end)))
        begins = begins.where(AnnouncedRow.uid == wanted.after)
        asked.append(tuple_(*place) < begins.scalar_subquery())
    elif end is not None:
        asked.append(place[0] < end)
    return asked


def no_later(end: datetime) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The place of a hearing in the list, or the end of the day, whichever comes first."""
    listed_at, key = LISTED
    return func.least(listed_at, end), case((listed_at < end, key), else_=0)


def latest(place: tuple[Column, Column]) -> list[ColumnElement[Any]]:
    return [column.desc() for column in place]


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


def told(row: AnnouncedRow) -> Json:
    shown = {name: row.poster[name] for name in Poster.model_fields if name in row.poster}
    return shown | {
        "id": str(row.uid),
        "form": "open",
        "public": True,
        "sequence": row.sequence,
        "first_at": row.first_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
    }
