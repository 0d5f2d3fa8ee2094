"""Where the record is kept: the user's own PostgreSQL, or an embedded one started for us."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from chamber.embedded.server import embedded_server
from chamber.settings import Settings

NAME = "chamber"


@contextmanager
def database(settings: Settings) -> Iterator[str]:
    """The address of the database, while it runs. Raises Trouble where it cannot be started."""
    if settings.database_url is not None:
        yield settings.database_url
        return
    with embedded_server(settings.chamber_data, bin_dir=settings.pg_bin_dir) as server:
        asyncio.run(make_database(server.dsn()))
        yield server.dsn(NAME)


async def make_database(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", NAME):
            await connection.execute(f"CREATE DATABASE {NAME}")
    finally:
        await connection.close()
