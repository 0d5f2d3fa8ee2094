"""Which votes are open at a sitting: one at a time, and none when the sitting closes."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.proceedings import Proceeding
from chamber.record.sittings.tables.planned import SittingRow
from chamber.record.turns import take_turn
from chamber.record.votes.tables import Vote


async def open_at(session: AsyncSession, sitting: UUID, but: UUID | None = None) -> int:
    """How many votes are open at a sitting, but for one. Nobody opens another one meanwhile."""
    its_key = select(Proceeding.id).where(Proceeding.uid == sitting).scalar_subquery()
    return await open_where(session, Vote.sitting_id == its_key, Vote.uid != but)


async def open_where(session: AsyncSession, *conditions: ColumnElement[bool]) -> int:
    await take_turn(session, "open votes")
    query = (
        select(func.count()).select_from(Vote).join(SittingRow, SittingRow.id == Vote.sitting_id)
    )
    query = query.where(Vote.closed_on.is_(None), ~Vote.undone, *conditions)
    return await session.scalar(query) or 0
