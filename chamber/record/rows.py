"""The rows beneath a proceeding come to tell what its facts tell: what differs is written."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

Row = Mapping[str, Any]
Wanted = Mapping[Table, Sequence[Row]]


async def rows_of(session: AsyncSession, table: Table, owner: int) -> list[Row]:
    """The rows of a proceeding, in the order of their key, whose first column names it."""
    key = table.primary_key.columns.values()
    query = select(table).where(key[0] == owner).order_by(*key)
    return [dict(row) for row in (await session.execute(query)).mappings()]


async def rewrite(session: AsyncSession, owner: int, wanted: Wanted) -> None:
    """Make these rows the proceeding's only ones. The tables stand in the order of their needs."""
    await session.flush()
    there = {table: await rows_of(session, table, owner) for table in wanted}
    for table in reversed(list(wanted)):
        keep = {key_of(table, row) for row in wanted[table]}
        gone = [key_of(table, row) for row in there[table] if key_of(table, row) not in keep]
        if gone:
            await session.execute(delete(table).where(tuple_(*table.primary_key).in_(gone)))
    for table, rows in wanted.items():
        before = {key_of(table, row): row for row in there[table]}
        new = [row for row in rows if key_of(table, row) not in before]
        if new:
            await session.execute(insert(table), new)
        for row in rows:
            await change(session, table, row, before.get(key_of(table, row), row))


def key_of(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


async def change(session: AsyncSession, table: Table, row: Row, before: Row) -> None:
    # The database may have computed more columns than we write.
    if differing := {name: value for name, value in row.items() if before[name] != value}:
        own = tuple_(*table.primary_key) == key_of(table, row)
        await session.execute(update(table).where(own).values(differing))
