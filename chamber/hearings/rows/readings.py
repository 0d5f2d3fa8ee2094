"""Who has read a hearing that is not public, its case or a file of it: the latest first."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.tables.held import ReadingRow

Json = dict[str, Any]


async def find_readings(
    session: AsyncSession, hearing: int, *, after: int | None, limit: int
) -> list[Json]:
    """One more than the limit, where there are more. They are numbered within the hearing."""
    number = func.row_number().over(order_by=ReadingRow.id).label("number")
    of_it = select(ReadingRow, number).where(ReadingRow.hearing_id == hearing).subquery()
    query = select(of_it).order_by(of_it.c.number.desc()).limit(limit + 1)
    if after is not None:
        query = query.where(of_it.c.number < after)
    return [
        {
            "id": str(row.number),
            "read_at": row.read_at.isoformat(),
            "by": {"account": str(row.account), "name": row.name, "role": row.role},
            "what": row.what,
        }
        for row in await session.execute(query)
    ]
