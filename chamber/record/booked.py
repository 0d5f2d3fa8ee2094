"""The days that other business has booked: no plenary sitting is put on them unseen."""

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.act import Value
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


class Booked(Value):
    """As much of a booked day as may be told to whoever plans a sitting."""

    chamber: str
    is_public: bool


async def take_calendar(session: AsyncSession) -> None:
    """Whoever puts something on a day, or judges what lies on it, does so while nobody else does.

    The triggers that guard the calendar wait for the same turn.
    """
    await take_turn(session, "calendar")


async def booked_on(session: AsyncSession, day: date) -> tuple[Booked, ...]:
    query = select(BookedRow.chamber, BookedRow.is_public).where(BookedRow.day == day)
    # Two that look alike are told once: how many there are is nobody's business.
    rows = await session.execute(query.distinct().order_by(*query.selected_columns))
    return tuple(Booked(chamber=chamber, is_public=known) for chamber, known in rows)
