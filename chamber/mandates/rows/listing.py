"""The list of matters of mandates, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.mandates.tables.cases import MatterDeputyRow, MatterRow
from chamber.record.people.acts import Ground
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding

NEWEST = (MatterRow.opened_on, MatterRow.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of matters is asked for."""

    chamber: Chamber | None = None
    deputy: UUID | None = None
    ground: Ground | None = None
    since: date | None = None
    until: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_matters(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    query = select(Proceeding, MatterRow).where(*conditions(wanted))
    query = query.join(MatterRow, MatterRow.id == Proceeding.id)
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    found = (await session.execute(query)).all()
    deputies = await deputies_of(session, [row.id for _, row in found if row.dissolved is None])
    return [told(case, row, deputies.get(row.id, [])) for case, row in found]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(MatterRow.chamber == wanted.chamber)
    if wanted.ground is not None:
        asked.append(MatterRow.ground == wanted.ground)
    if wanted.since is not None:
        asked.append(MatterRow.opened_on >= wanted.since)
    if wanted.until is not None:
        asked.append(MatterRow.opened_on <= wanted.until)
    if wanted.deputy is not None:
        about = select(MatterDeputyRow.matter_id)
        about = about.join(Proceeding, Proceeding.id == MatterDeputyRow.person_id)
        asked.append(MatterRow.id.in_(about.where(Proceeding.uid == wanted.deputy)))
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).join(Proceeding, Proceeding.id == MatterRow.id)
    place = (await session.execute(query.where(Proceeding.uid == after))).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


async def deputies_of(
    session: AsyncSession, keys: Sequence[int]
) -> dict[int, list[dict[str, Any]]]:
    """The deputy of each matter by name. A dissolution is of a whole Chamber, and names nobody."""
    now = (NameRow.person_id == MatterDeputyRow.person_id) & NameRow.ends_on.is_(None)
    query = select(MatterDeputyRow.matter_id, NameRow, Proceeding.uid).join(NameRow, now)
    query = query.join(Proceeding, Proceeding.id == MatterDeputyRow.person_id)
    query = query.where(MatterDeputyRow.matter_id.in_(keys))
    rows = await session.execute(query.order_by(MatterDeputyRow.matter_id, MatterDeputyRow.nth))
    found: dict[int, list[dict[str, Any]]] = {}
    for key, name, person in rows:
        one = {"id": str(person), "kk": name.kk, "ru": name.ru, "latin": name.latin}
        found.setdefault(key, []).append(one)
    return found


def told(case: Proceeding, row: MatterRow, deputies: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": str(case.uid),
        "number": case.number,
        "chamber": row.chamber,
        "ground": row.ground,
        "opened_on": row.opened_on.isoformat(),
        "happened_on": row.happened_on.isoformat(),
        "ends_on": row.ends_on.isoformat() if row.ends_on else None,
        "deputies": deputies,
    }
