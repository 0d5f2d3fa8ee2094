"""The rows beneath a proceeding: read at one moment, and made to tell what its facts tell."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ScalarSelect,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.base import Base

Row = Mapping[str, Any]
Rows = Mapping[type[Base], Sequence[Row]]


async def rows_of(session: AsyncSession, kinds: Iterable[type[Base]], owner: int) -> Rows:
    """The rows of a proceeding of each kind, all as they stand at one moment.

    They come in the order of their key, whose first column names the proceeding.
    """
    wanted = tuple(kinds)
    await session.flush()
    told = (await session.execute(all_rows(wanted), {"owner": owner})).one()
    return {
        kind: [{column.name: row[column.name] for column in table_of(kind).columns} for row in rows]
        for kind, rows in zip(wanted, told, strict=True)
    }


@cache
def all_rows(kinds: tuple[type[Base], ...]) -> Select[*tuple[Any, ...]]:
    """One statement for many tables: a column for each, which is the array of its rows."""
    return select(*(func.array(rows_in(table_of(kind))) for kind in kinds))


def rows_in(table: Table) -> ScalarSelect[Any]:
    key = table.primary_key.columns.values()
    owned = key[0] == bindparam("owner", type_=BigInteger)
    return select(table.table_valued()).where(owned).order_by(*key).scalar_subquery()


async def rewrite(session: AsyncSession, owner: int, wanted: Rows) -> None:
    """Make these rows the proceeding's only ones: what differs is written.

    The kinds stand in the order of their needs; that the rows are the proceeding's is added here.
    """
    there = await rows_of(session, wanted, owner)
    tables = {table_of(kind): owned(kind, rows, owner) for kind, rows in wanted.items()}
    before = {table_of(kind): by_key(kind, rows) for kind, rows in there.items()}
    for table in reversed(list(tables)):
        if gone := list(before[table].keys() - {key_of(table, row) for row in tables[table]}):
            await session.execute(delete(table).where(tuple_(*table.primary_key).in_(gone)))
    for table, rows in tables.items():
        if new := [row for row in rows if key_of(table, row) not in before[table]]:
            await session.execute(insert(table), new)
        for row in rows:
            await change(session, table, row, before[table].get(key_of(table, row), row))


def is_told(there: Rows, wanted: Rows) -> bool:
    """Whether the rows that are there say all this, and there are no others.

    The database may keep more of a row than we write, as what it computes.
    """
    for kind, kept in there.items():
        before, told = by_key(kind, kept), by_key(kind, wanted[kind])
        if before.keys() != told.keys() or not all(says(before[key], told[key]) for key in told):
            return False
    return True


def says(before: Row, row: Row) -> bool:
    return all(before[name] == value for name, value in row.items())


def owned(kind: type[Base], rows: Iterable[Row], owner: int) -> list[Row]:
    (whose, *_) = table_of(kind).primary_key.columns.keys()
    return [{whose: owner, **row} for row in rows]


def by_key(kind: type[Base], rows: Iterable[Row]) -> dict[tuple[Any, ...], Row]:
    table = table_of(kind)
    return {key_of(table, row): row for row in rows}


def key_of(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


async def change(session: AsyncSession, table: Table, row: Row, before: Row) -> None:
    # The database may have computed more columns than we write.
    if differing := {name: value for name, value in row.items() if before[name] != value}:
        own = tuple_(*table.primary_key) == key_of(table, row)
        await session.execute(update(table).where(own).values(differing))


def table_of(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table
