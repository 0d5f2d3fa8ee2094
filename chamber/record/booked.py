"""The days that other business has booked: no plenary sitting is put on them unseen."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.hearings.tables.board import AnnouncedRow
from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.proceedings import Proceeding
from chamber.record.turns import take_turn


class BookedRow(Base):
    """A day that a matter has booked, of one Chamber. The matter's own room keeps the row."""

    __tablename__ = "booked_day"
    __table_args__ = (one_of("chamber", *Chamber),)

    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    day: Mapped[date] = mapped_column(index=True)


async def take_calendar(session: AsyncSession) -> None:
    """Whoever puts something on a day, or judges what lies on it, does so while nobody else does.

    The triggers that guard the calendar wait for the same turn.
    """
    await take_turn(session, "calendar")


PUBLIC = exists().where(AnnouncedRow.id == BookedRow.proceeding_id)


async def booked_on(session: AsyncSession, day: date) -> Sequence[str]:
    """The Chambers of which something stands on the day that everybody may know of."""
    query = select(BookedRow.chamber).where(BookedRow.day == day, PUBLIC).distinct()
    return (await session.scalars(query.order_by(BookedRow.chamber))).all()


async def hidden_on(session: AsyncSession, day: date) -> bool:
    """Whether something stands on the day that not everybody may know of."""
    query = select(BookedRow.day).where(BookedRow.day == day, ~PUBLIC)
    return await session.scalar(query.limit(1)) is not None
