"""Bringing a database up to date. Many may try at once: one does it, and the others wait."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.record.engine import connect_engine

# Beside the package, where the tree and the wheel both have them.
MIGRATIONS = Path(__file__).parents[2] / "migrations"


TRIES = 30
PAUSE_SECONDS = 1
HELD = ("55P03", "40P01")  # A lock was not to be had in time, or two waited for each other.


class NotMigrated(Exception):
    """The database is as it was before; its text says why, and that it may be tried again."""


async def migrate(dsn: str) -> None:
    """All of it or none: in one transaction. Raises NotMigrated."""
    engine = connect_engine(dsn)
    try:
        for _ in range(TRIES):
            if await migrated(engine):
                return
            await asyncio.sleep(PAUSE_SECONDS)
        raise NotMigrated(
            "A table is held by somebody who reads or writes for long: nothing was changed. End"
            " that, and run `chamber migrate` again."
        )
    finally:
        await engine.dispose()


async def migrated(engine: AsyncEngine) -> bool:
    """False where a table was held by others for too long; nothing was changed then."""
    try:
        async with engine.begin() as connection:
            # Wait for another who migrates as long as it takes, but for no reader's table: a
            # migration that queues up behind one keeps everybody else waiting behind it.
            await connection.execute(text("SELECT pg_advisory_xact_lock(57, 0)"))
            await connection.execute(text("SET LOCAL lock_timeout = '1s'"))
            await connection.run_sync(upgrade)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in HELD:
            return False
        if not error.connection_invalidated:
            raise
        raise NotMigrated(BROKEN_OFF) from error
    return True


BROKEN_OFF = (
    "The database went away, and the migration is undone as a whole: run `chamber migrate` again."
)


def upgrade(connection: Connection, to: str = "head") -> None:
    config = configured()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def newest() -> str | None:
    """The newest migration that this program knows."""
    return ScriptDirectory.from_config(configured()).get_current_head()


def configured() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
