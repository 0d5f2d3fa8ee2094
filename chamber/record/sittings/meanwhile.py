"""What is set down for the hour of a sitting, and for its day, and which votes are open at it."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.terms import ASTANA, local_day
from chamber.record.proceedings import Proceeding
from chamber.record.sittings.facts import Kind, Sitting
from chamber.record.sittings.tables.planned import SittingRow
from chamber.record.votes.pending import open_where

OF_THE_CHAMBER = (Kind.PLENARY, Kind.JOINT)


async def clashes(session: AsyncSession, kind: Kind, chamber: str, at: datetime) -> int:
    """How many other sittings the whole Chamber has at that hour. A joint one is of both.

    The caller has taken the calendar: nobody else plans meanwhile.
    """
    if kind not in OF_THE_CHAMBER:
        return 0
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


async def of_the_chambers_on(session: AsyncSession, day: date) -> list[tuple[UUID, str, bool, int]]:
    """The plenary and joint sittings of a day: which, of which Chamber, whether joint, version."""
    joint = SittingRow.kind == Kind.JOINT
    query = select(Proceeding.uid, SittingRow.chamber, joint, Proceeding.version)
    query = query.join(SittingRow, SittingRow.id == Proceeding.id)
    query = query.where(*of_the_chambers(day, day))
    rows = await session.execute(query.order_by(SittingRow.starts_at, SittingRow.id))
    return [(uid, chamber, joint, version) for uid, chamber, joint, version in rows]


async def days_of_the_chambers(session: AsyncSession, first: date, last: date) -> list[date]:
    """The days on which either Chamber, or both, are to meet in plenary sitting."""
    query = select(SittingRow.starts_at).where(*of_the_chambers(first, last))
    hours = await session.scalars(query)
    return sorted({local_day(hour) for hour in hours})


def of_the_chambers(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    """Sittings that stand, of the whole Chambers, from a first day to a last one in Astana."""
    begins = datetime.combine(first, time(), tzinfo=ASTANA)
    ends = datetime.combine(last + timedelta(days=1), time(), tzinfo=ASTANA)
    return (
        SittingRow.starts_at >= begins,
        SittingRow.starts_at < ends,
        SittingRow.kind.in_(OF_THE_CHAMBER),
        SittingRow.cancelled_on.is_(None),
    )
