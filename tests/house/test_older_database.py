"""A database that an earlier release has filled comes to today's shape, and keeps its rows."""

from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.exc import DBAPIError

from chamber.record.migrating import migrate
from tests.house.test_shape import empty, shape_of  # noqa: F401 -- `empty` is a fixture

VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"
FIRST = "2026_11_21_foundation"
SITTING = """
    WITH one AS (
        INSERT INTO proceeding (noun, number) VALUES ('sittings', $1) RETURNING id
    )
    INSERT INTO sitting (id, chamber, kind, planned_on, starts_at, place)
    SELECT id, 'mazhilis', $1, '2026-03-02', '2026-03-25T05:00Z', 'Зал' FROM one"""


async def first_release(dsn: str) -> asyncpg.Connection:
    connection = await asyncpg.connect(dsn)
    script = (VERSIONS / f"{FIRST}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;\n"):
        await connection.execute(statement)
    await connection.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)")
    await connection.execute("INSERT INTO alembic_version VALUES ($1)", FIRST)
    return connection


async def test_an_older_database_keeps_its_rows(database: str, empty: str) -> None:  # noqa: F811
    connection = await first_release(empty)
    await connection.execute(SITTING, "plenary")

    await migrate(empty)

    assert await connection.fetchval("SELECT kind FROM gallery.sitting") == "plenary"
    await connection.close()
    assert await shape_of(empty) == await shape_of(database)


async def test_a_hearing_that_was_kept_as_a_sitting_is_not_lost_unseen(
    empty: str,  # noqa: F811
) -> None:
    connection = await first_release(empty)
    await connection.execute(SITTING, "hearing")

    with pytest.raises(DBAPIError, match="sitting_kind_known"):
        await migrate(empty)

    assert await connection.fetchval("SELECT count(*) FROM sitting") == 1
    await connection.close()
