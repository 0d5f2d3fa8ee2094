"""Who holds which office until when: for the rules, and for whoever asks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chamber.appointments.bodies import OFFICES, Body
from chamber.appointments.facts import EDITION_ENDS, Held
from chamber.appointments.tables.cases import AppointmentRow
from chamber.appointments.tables.offices import TermRow
from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.law.timing_sentences import transition
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.turns import take_turn

DAY = timedelta(days=1)


async def held_in(session: AsyncSession, body: Body) -> tuple[Held, ...]:
    """Everybody who has held, holds or will hold an office of the body."""
    over = func.least(TermRow.left_on, TermRow.ends_on)
    query = select(Proceeding.uid, TermRow.chamber, TermRow.starts_on, over)
    query = query.join(Proceeding, Proceeding.id == TermRow.person_id)
    query = query.where(TermRow.body == body).order_by(TermRow.starts_on, TermRow.id)
    rows = await session.execute(query)
    return tuple(
        Held(person=person, chamber=chamber, starts_on=starts, over_on=ends)
        for person, chamber, starts, ends in rows
    )


async def held_in_turn(session: AsyncSession, body: Body) -> tuple[Held, ...]:
    """The same, while nobody else takes an office of the body: two may want the last seat."""
    await take_turn(session, f"offices/{body}")
    return await held_in(session, body)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of offices is asked for. `on`: held on that day; None: at any time."""

    on: date | None
    body: Body | None = None
    chamber: Chamber | None = None
    person: UUID | None = None
    after: UUID | None = None
    limit: int = 20


PERSON, CASE = aliased(Proceeding), aliased(Proceeding)
NEWEST = (TermRow.starts_on, TermRow.id)


async def find_offices(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """The latest first; one more than the limit, where there are more. Each id is the term's."""
    resolved = (
        (ResolutionRow.proceeding_id == TermRow.appointment_id)
        & (ResolutionRow.subject == TermRow.subject)
        & ResolutionRow.fell_by.is_(None)
    )
    now = (NameRow.person_id == TermRow.person_id) & NameRow.ends_on.is_(None)
    query = (
        select(TermRow, PERSON.uid, NameRow, CASE.uid, ResolutionRow.uid, AppointmentRow.sources)
        .join(PERSON, PERSON.id == TermRow.person_id)
        .join(NameRow, now)
        .join(CASE, CASE.id == TermRow.appointment_id)
        .join(AppointmentRow, AppointmentRow.id == TermRow.appointment_id)
        .outerjoin(ResolutionRow, resolved)
        .where(*conditions(wanted))
    )
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    rows = await session.execute(query)
    return [told(Found(*row)) for row in rows]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.on is not None:
        asked.append(TermRow.during.contains(wanted.on))
    if wanted.body is not None:
        asked.append(TermRow.body == wanted.body)
    if wanted.chamber is not None:
        asked.append(TermRow.chamber == wanted.chamber)
    if wanted.person is not None:
        asked.append(PERSON.uid == wanted.person)
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).where(TermRow.uid == after)
    place = (await session.execute(query)).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


class Found(NamedTuple):
    """A row of the list: the term, whose it is, and where it comes from."""

    term: TermRow
    person: UUID
    name: NameRow
    case: UUID
    resolution: UUID | None
    sources: list[Any] | None


def told(found: Found) -> dict[str, Any]:
    """`ends_on` is the first day out. `note`: what follows from the end of the edition."""
    term, name = found.term, found.name
    last = term.ends_on - DAY
    note = transition(EDITION_ENDS) if last > EDITION_ENDS else None
    return {
        "id": str(term.uid),
        "chamber": term.chamber,
        "body": term.body,
        "office": OFFICES[Body(term.body)].name.model_dump(),
        "person": {"id": str(found.person), "kk": name.kk, "ru": name.ru, "latin": name.latin},
        "appointed_on": term.appointed_on.isoformat(),
        "starts_on": term.starts_on.isoformat(),
        "last_day": last.isoformat(),
        "ends_on": term.ends_on.isoformat(),
        "left_on": term.left_on and term.left_on.isoformat(),
        "ground": term.ground,
        "note": note and note.model_dump(),
        "appointment": str(found.case),
        "candidate": term.subject,
        "resolution": found.resolution and str(found.resolution),
        "sources": found.sources or [],
    }
