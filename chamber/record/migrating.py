"""Bringing a database up to date. Many may try at once: one does it, and the others wait."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from chamber.record.engine import connect_engine

# Beside the package, where the tree and the wheel both have them.
MIGRATIONS = Path(__file__).parents[2] / "migrations"


async def migrate(dsn: str) -> None:
    engine = connect_engine(dsn)
    try:
        async with engine.begin() as connection:
            # Wait for another who migrates as long as it takes, but for no reader's table: a
            # migration that queues up behind one keeps everybody else waiting behind it.
            await connection.execute(text("SELECT pg_advisory_xact_lock(57, 0)"))
            await connection.execute(text("SET LOCAL lock_timeout = '5s'"))
            await connection.run_sync(upgrade)
    finally:
        await engine.dispose()


def upgrade(connection: Connection) -> None:
    config = configured()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def newest() -> str | None:
    """The newest migration that this program knows."""
    return ScriptDirectory.from_config(configured()).get_current_head()


def configured() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
