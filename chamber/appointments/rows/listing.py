"""The list of appointments, the latest first."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.bodies import Body
from chamber.appointments.tables.cases import AppointmentRow, CandidateRow
from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding

NEWEST = (AppointmentRow.opened_on, AppointmentRow.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of appointments is asked for."""

    body: Body | None = None
    chamber: Chamber | None = None
    person: UUID | None = None
    since: date | None = None
    until: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_appointments(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    query = select(Proceeding, AppointmentRow).where(*conditions(wanted))
    query = query.join(AppointmentRow, AppointmentRow.id == Proceeding.id)
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    found = (await session.execute(query)).all()
    candidates = await candidates_of(session, [row.id for _, row in found])
    return [told(case, row, candidates.get(row.id, [])) for case, row in found]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.body is not None:
        asked.append(AppointmentRow.body == wanted.body)
    if wanted.chamber is not None:
        asked.append(AppointmentRow.chamber == wanted.chamber)
    if wanted.since is not None:
        asked.append(AppointmentRow.opened_on >= wanted.since)
    if wanted.until is not None:
        asked.append(AppointmentRow.opened_on <= wanted.until)
    if wanted.person is not None:
        about = select(CandidateRow.appointment_id)
        about = about.join(Proceeding, Proceeding.id == CandidateRow.person_id)
        asked.append(AppointmentRow.id.in_(about.where(Proceeding.uid == wanted.person)))
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).join(Proceeding, Proceeding.id == AppointmentRow.id)
    place = (await session.execute(query.where(Proceeding.uid == after))).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


async def candidates_of(session: AsyncSession, keys: list[int]) -> dict[int, list[dict[str, Any]]]:
    now = (NameRow.person_id == CandidateRow.person_id) & NameRow.ends_on.is_(None)
    query = select(CandidateRow, NameRow, Proceeding.uid).join(NameRow, now)
    query = query.join(Proceeding, Proceeding.id == CandidateRow.person_id)
    query = query.where(CandidateRow.appointment_id.in_(keys))
    rows = await session.execute(query.order_by(CandidateRow.appointment_id, CandidateRow.number))
    found: dict[int, list[dict[str, Any]]] = {}
    for row, name, person in rows:
        one = {"number": row.number, "person": str(person)}
        one |= {"kk": name.kk, "ru": name.ru, "latin": name.latin}
        found.setdefault(row.appointment_id, []).append(one)
    return found


def told(case: Proceeding, row: AppointmentRow, candidates: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": str(case.uid),
        "number": case.number,
        "chamber": row.chamber,
        "body": row.body,
        "opened_on": row.opened_on.isoformat(),
        "candidates": candidates,
        "sources": row.sources or [],
    }
