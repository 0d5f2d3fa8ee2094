"""Numbers given by the server from a series, without gaps: the next is taken in the transaction."""

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base


class Series(Base):
    __tablename__ = "series"

    kind: Mapped[str] = mapped_column(primary_key=True)  # "resolutions", "appointments" …
    scope: Mapped[str] = mapped_column(primary_key=True)  # "senate/8", "mazhilis/2026" …
    last: Mapped[int] = mapped_column(server_default=text("0"))


async def next_number(session: AsyncSession, kind: str, scope: str) -> int:
    """The next number of a series.

    A sequence would leave gaps where a transaction fails; this row is locked until the end of
    the transaction, so a number that is given is also kept, or given again.
    """
    start = insert(Series).values(kind=kind, scope=scope, last=1)
    rise = start.on_conflict_do_update(
        index_elements=["kind", "scope"], set_={"last": Series.last + 1}
    )
    return (await session.execute(rise.returning(Series.last))).scalar_one()
