"""The list of matters of immunity, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chamber.immunity.tables.cases import ImmunityRow, MeasureRow
from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding
from chamber.record.resolutions.tables import ResolutionRow

Json = dict[str, Any]
NEWEST = (ImmunityRow.opened_on, ImmunityRow.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of matters is asked for."""

    chamber: Chamber | None = None
    deputy: UUID | None = None
    since: date | None = None
    until: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_matters(session: AsyncSession, wanted: Wanted) -> list[Json]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    person = aliased(Proceeding)
    now = (NameRow.person_id == ImmunityRow.deputy_id) & NameRow.ends_on.is_(None)
    query = select(Proceeding, ImmunityRow, NameRow, person.uid).where(*conditions(wanted))
    query = query.join(ImmunityRow, ImmunityRow.id == Proceeding.id).join(NameRow, now)
    query = query.join(person, person.id == ImmunityRow.deputy_id)
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    found = (await session.execute(query)).all()
    measures = await measures_of(session, [row.id for _, row, _, _ in found])
    return [told(*one) | {"measures": measures.get(one[1].id, [])} for one in found]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(ImmunityRow.chamber == wanted.chamber)
    if wanted.since is not None:
        asked.append(ImmunityRow.opened_on >= wanted.since)
    if wanted.until is not None:
        asked.append(ImmunityRow.opened_on <= wanted.until)
    if wanted.deputy is not None:
        whose = select(Proceeding.id).where(Proceeding.uid == wanted.deputy)
        asked.append(ImmunityRow.deputy_id == whose.scalar_subquery())
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).join(Proceeding, Proceeding.id == ImmunityRow.id)
    place = (await session.execute(query.where(Proceeding.uid == after))).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


async def measures_of(session: AsyncSession, keys: Sequence[int]) -> dict[int, list[Json]]:
    """With what each came to, where a resolution says so."""
    resolved = (
        (ResolutionRow.proceeding_id == MeasureRow.immunity_id)
        & (ResolutionRow.subject == MeasureRow.number)
        & ResolutionRow.fell_by.is_(None)
    )
    query = select(MeasureRow, ResolutionRow.decision).outerjoin(ResolutionRow, resolved)
    query = query.where(MeasureRow.immunity_id.in_(keys))
    rows = await session.execute(query.order_by(MeasureRow.immunity_id, MeasureRow.number))
    found: dict[int, list[Json]] = {}
    for row, decision in rows:
        one = {"number": row.number, "measure": row.measure, "decision": decision}
        found.setdefault(row.immunity_id, []).append(one)
    return found


def told(case: Proceeding, row: ImmunityRow, name: NameRow, deputy: UUID) -> Json:
    return {
        "id": str(case.uid),
        "number": case.number,
        "chamber": row.chamber,
        "opened_on": row.opened_on.isoformat(),
        "submitted_by": row.submitted_by,
        "deputy": {"id": str(deputy), "kk": name.kk, "ru": name.ru, "latin": name.latin},
    }
