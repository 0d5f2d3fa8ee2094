"""Listing convocations with their sessions; the newest first."""

from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.record.convocations.rows import told
from chamber.record.convocations.tables import ConvocationRow, SessionRow
from chamber.record.proceedings import Proceeding

PLACE = (ConvocationRow.starts_on, ConvocationRow.id)


async def find_convocations(
    session: AsyncSession, chamber: str | None, after: UUID | None, limit: int
) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    query = select(Proceeding.uid, ConvocationRow)
    query = query.join(Proceeding, Proceeding.id == ConvocationRow.id)
    if chamber is not None:
        query = query.where(ConvocationRow.chamber == chamber)
    if after is not None:
        query = query.where(tuple_(*PLACE) < await place_of(session, after))
    newest = query.order_by(*(column.desc() for column in PLACE)).limit(limit + 1)
    found = (await session.execute(newest)).all()
    sessions = await sessions_of(session, [row.id for _, row in found])
    return [
        {"id": str(uid), **told(row, sessions.get(row.id, [])).model_dump(mode="json")}
        for uid, row in found
    ]


async def sessions_of(session: AsyncSession, keys: list[int]) -> dict[int, list[SessionRow]]:
    query = select(SessionRow).where(SessionRow.convocation_id.in_(keys))
    rows = await session.scalars(query.order_by(SessionRow.convocation_id, SessionRow.starts_on))
    return {key: list(of) for key, of in groupby(rows, key=lambda row: row.convocation_id)}


async def place_of(session: AsyncSession, convocation: UUID) -> ColumnElement[Any]:
    query = select(*PLACE).join(Proceeding, Proceeding.id == ConvocationRow.id)
    found = (await session.execute(query.where(Proceeding.uid == convocation))).first()
    if found is None:
        raise BadQuestion("after", "is not the id of a convocation")
    return tuple_(*found)
