"""Listing bodies: of a chamber, of a kind, of a convocation, on a day; the newest first."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.record.bodies.rows import told
from chamber.record.bodies.tables import BodyRow
from chamber.record.proceedings import Proceeding

PLACE = (BodyRow.starts_on, BodyRow.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    chamber: str | None = None
    kind: str | None = None
    convocation: int | None = None
    on: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_bodies(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    query = select(Proceeding.uid, BodyRow).join(Proceeding, Proceeding.id == BodyRow.id)
    query = query.where(*conditions(wanted))
    if wanted.after is not None:
        query = query.where(tuple_(*PLACE) < await place_of(session, wanted.after))
    newest = query.order_by(*(column.desc() for column in PLACE))
    rows = await session.execute(newest.limit(wanted.limit + 1))
    return [{"id": str(uid), **told(row).model_dump(mode="json")} for uid, row in rows]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = {
        BodyRow.chamber: wanted.chamber,
        BodyRow.kind: wanted.kind,
        BodyRow.convocation: wanted.convocation,
    }
    given = [column == value for column, value in asked.items() if value is not None]
    return given if wanted.on is None else [*given, BodyRow.during.contains(wanted.on)]


async def place_of(session: AsyncSession, body: UUID) -> ColumnElement[Any]:
    query = select(*PLACE).join(Proceeding, Proceeding.id == BodyRow.id)
    found = (await session.execute(query.where(Proceeding.uid == body))).first()
    if found is None:
        raise BadQuestion("after", "is not the id of a body")
    return tuple_(*found)
