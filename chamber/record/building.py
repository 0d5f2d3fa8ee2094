"""Building the database from the tables as they are described here.

Production databases are built by the migrations; a test holds the two against each other.
"""

from itertools import chain
from typing import Any

from sqlalchemy import create_mock_engine
from sqlalchemy.ext.asyncio import AsyncConnection

from chamber.record.engine import connect_engine
from chamber.record.gallery import gallery
from chamber.record.metadata import EXTENSIONS, MODULES, TABLES
from chamber.record.rights import rights
from chamber.record.sight import sight


async def build(dsn: str) -> None:
    engine = connect_engine(dsn)
    async with engine.begin() as connection:
        await execute(connection, before())
        await connection.run_sync(TABLES.create_all)
        await execute(connection, after())
    await engine.dispose()


def before() -> list[str]:
    """Extensions, and the functions that columns are computed by."""
    extensions = [f"CREATE EXTENSION IF NOT EXISTS {name}" for name in EXTENSIONS]
    return extensions + list(chain.from_iterable(getattr(m, "BEFORE", ()) for m in MODULES))


def after() -> list[str]:
    """Functions, triggers, views and rights, which need the tables."""
    return [
        *chain.from_iterable(getattr(m, "DDL", ()) for m in MODULES),
        *rights(),
        *gallery(),
        *sight(),
    ]


async def execute(connection: AsyncConnection, statements: list[str]) -> None:
    for statement in statements:
        # Through the driver: a colon in a statement is no parameter of ours.
        await connection.exec_driver_sql(statement)


def fingerprint() -> str:
    """All statements that build the database, as one text: what changes when a table does."""
    said: list[str] = []

    def listen(statement: Any, *_: Any, **__: Any) -> None:
        said.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("postgresql+asyncpg://", listen)
    TABLES.create_all(engine, checkfirst=False)
    return "\n".join([*before(), *said, *after()])
