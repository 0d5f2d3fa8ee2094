"""What is set down for the hour of a sitting, and which votes are open at it."""

from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.sittings.facts import Kind, Sitting
from chamber.record.sittings.tables.planned import SittingRow
from chamber.record.turns import take_turn
from chamber.record.votes.pending import open_where

OF_THE_CHAMBER = (Kind.PLENARY, Kind.JOINT)


async def clashes(session: AsyncSession, kind: Kind, chamber: str, at: datetime) -> int:
    """How many other sittings the whole Chamber has at that hour. A joint one is of both."""
    if kind not in OF_THE_CHAMBER:
        return 0
    await take_turn(session, "sittings/hours")
    query = select(func.count()).where(
        SittingRow.starts_at == at,
        SittingRow.kind.in_(OF_THE_CHAMBER),
        SittingRow.cancelled_on.is_(None),
    )
    if kind is not Kind.JOINT:
        query = query.where(or_(SittingRow.kind == Kind.JOINT, SittingRow.chamber == chamber))
    return await session.scalar(query) or 0


async def open_votes(session: AsyncSession, sitting: Sitting) -> int:
    """How many votes are open at a sitting. Its Chamber and its hour say which one it is."""
    return await open_where(
        session,
        SittingRow.chamber == sitting.chamber,
        SittingRow.kind == sitting.kind,
        SittingRow.starts_at == sitting.starts_at,
        SittingRow.cancelled_on.is_(None),
    )
