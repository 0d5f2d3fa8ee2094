"""Where the record is kept: the user's own PostgreSQL, or an embedded one started for us."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import asyncpg

from chamber.embedded.server import embedded_server, running_server
from chamber.embedded.trouble import Trouble
from chamber.record.rights import PUBLIC
from chamber.settings import Settings

NAME = "chamber"


@dataclass(frozen=True)
class Addresses:
    """Of one database: as its owner comes in, and as the public does."""

    owner: str
    public: str | None  # None: the public has no login, and the owner takes its role on.


@contextmanager
def database(settings: Settings) -> Iterator[Addresses]:
    """The database, while it runs. Raises Trouble where it cannot be started."""
    if settings.database_url is not None:
        yield Addresses(settings.database_url, settings.database_read_url)
        return
    with embedded_server(settings.chamber_data, bin_dir=settings.pg_bin_dir) as server:
        asyncio.run(make_database(server.dsn()))
        yield Addresses(server.dsn(NAME), server.dsn(NAME, user=PUBLIC))


def running_database(settings: Settings) -> str:
    """The owner's address of a database that is running already. Raises Trouble for none."""
    if settings.database_url is not None:
        return settings.database_url
    server = running_server(settings.chamber_data, bin_dir=settings.pg_bin_dir)
    if server is None:
        raise Trouble(f"No database is running in {settings.chamber_data}: see CHAMBER_DATA.")
    return server.dsn(NAME)


async def make_database(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", NAME):
            await connection.execute(f"CREATE DATABASE {NAME}")
    finally:
        await connection.close()
