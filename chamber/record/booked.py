"""The days that other business has booked: no plenary sitting is put on them unseen."""

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

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
    is_public: Mapped[bool]  # Whether everybody may know what it is booked for.


async def take_calendar(session: AsyncSession) -> None:
    """Whoever puts something on a day, or judges what lies on it, does so while nobody else does.

    The triggers that guard the calendar wait for the same turn.
    """
    await take_turn(session, "calendar")


async def booked_on(session: AsyncSession, day: date) -> list[tuple[str, bool]]:
    """Of which Chambers something stands on the day, and whether everybody may know of it.

    Two that look alike are told once: how many there are is nobody's business.
    """
    query = select(BookedRow.chamber, BookedRow.is_public).where(BookedRow.day == day).distinct()
    rows = await session.execute(query.order_by(BookedRow.chamber, BookedRow.is_public))
    return [(chamber, known) for chamber, known in rows]
