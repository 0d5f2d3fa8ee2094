"""A migration that is killed at any statement leaves nothing behind, and can be run again.

`KILLS=50` kills it so often from each older database; `SEED=` repeats a run.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from alembic.script import ScriptDirectory

from chamber.record import migrating
from chamber.record.engine import connect_engine
from chamber.record.migrating import NotMigrated, configured, migrate, newest, upgrade
from tests.conftest import beside
from tests.house.test_shape import empty, shape_of  # noqa: F401 -- `empty` is a fixture

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS") or 2)
SEED = int(os.environ.get("SEED") or random.randrange(2**32))  # noqa: S311
CHAIN = [script.revision for script in ScriptDirectory.from_config(configured()).walk_revisions()]
OLDER = ["base", *reversed(CHAIN[1:])]
SINCE_FIRST = CHAIN[-1]
STATEMENTS = 400  # That a migration has, at the least, from the first release on.
pytestmark = pytest.mark.timeout(120 + 40 * KILLS)

# It ends the connection of whoever runs the statement of that number, from within.
SABOTEUR = """
    CREATE SCHEMA saboteur;
    CREATE SEQUENCE saboteur.statements;
    CREATE FUNCTION saboteur.count() RETURNS event_trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF nextval('saboteur.statements') = {number} THEN
            PERFORM pg_terminate_backend(pg_backend_pid());
        END IF;
    END $$;
    CREATE EVENT TRIGGER saboteur ON ddl_command_end EXECUTE FUNCTION saboteur.count()"""
SENT_AWAY = "DROP EVENT TRIGGER saboteur; DROP SCHEMA saboteur CASCADE"
STANDS_AT = "SELECT version_num FROM alembic_version"


@pytest.fixture(scope="module")
def at_once(server: str) -> set[str]:
    """The shape of a database that was migrated without any trouble."""
    return asyncio.run(shape_at_once(server))


async def shape_at_once(server: str) -> set[str]:
    name = f"test_{uuid4().hex}"
    await ask(server, f'CREATE DATABASE "{name}"', "SELECT 1")
    await migrate(beside(server, name))
    shape = await shape_of(beside(server, name))
    await ask(server, f'DROP DATABASE "{name}" WITH (FORCE)', "SELECT 1")
    return shape


async def brought_to(dsn: str, revision: str) -> None:
    if revision == "base":
        return
    engine = connect_engine(dsn)
    async with engine.begin() as connection:
        await connection.run_sync(upgrade, revision)
    await engine.dispose()


async def ask(dsn: str, *statements: str) -> object:
    connection = await asyncpg.connect(dsn)
    try:
        for statement in statements[:-1]:
            await connection.execute(statement)
        return await connection.fetchval(statements[-1])
    finally:
        await connection.close()


@asynccontextmanager
async def read_meanwhile(dsn: str, table: str) -> AsyncIterator[None]:
    """Somebody reads all the while, and is never refused."""
    leaving = False

    async def read() -> None:
        connection = await asyncpg.connect(dsn)
        while not leaving:
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0
            await asyncio.sleep(0.01)
        await connection.close()

    reader = asyncio.create_task(read())
    try:
        yield
    finally:
        leaving = True
        await reader


@pytest.mark.parametrize("older", OLDER)
async def test_killed_at_any_statement_it_is_as_if_it_had_never_begun(
    at_once: set[str],
    empty: str,  # noqa: F811
    older: str,
) -> None:
    print(f"SEED={SEED}")
    chance = random.Random(f"{SEED} {older}")  # noqa: S311
    await brought_to(empty, older)
    before = await shape_of(empty)
    table = "pg_proc WHERE oid = 0" if older == "base" else "sitting"
    broken_off = 0
    async with read_meanwhile(empty, table):
        for _ in range(KILLS):
            number = chance.randint(1, STATEMENTS if older in OLDER[:2] else 40)
            await ask(empty, SABOTEUR.format(number=number), "SELECT 1")
            with suppress(NotMigrated):
                await migrate(empty)
                await ask(empty, SENT_AWAY, "SELECT 1")
                break  # It has fewer statements than that.
            broken_off += 1
            await ask(empty, SENT_AWAY, "SELECT 1")
            assert await shape_of(empty) == before
        await migrate(empty)

    print(f"from {older}: broken off {broken_off} times")
    assert broken_off
    assert await ask(empty, STANDS_AT) == newest()
    assert await shape_of(empty) == at_once


async def test_a_killed_program_too_leaves_a_database_that_can_be_migrated(
    at_once: set[str],
    empty: str,  # noqa: F811
) -> None:
    print(f"SEED={SEED}")
    chance = random.Random(SEED)  # noqa: S311
    working = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 57" + (
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    for _ in range(KILLS):
        with started(empty) as program:
            while program.poll() is None and not await ask(empty, working):
                await asyncio.sleep(0.02)
            await asyncio.sleep(chance.random())
            program.send_signal(signal.SIGKILL)
        while await ask(empty, working):  # Its backend notices by itself that nobody is there.
            await asyncio.sleep(0.05)
    with started(empty) as program:
        assert program.wait() == 0
    assert await shape_of(empty) == at_once


def started(dsn: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "chamber", "migrate"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE_URL": dsn},
        stdout=subprocess.DEVNULL,
    )


async def test_it_waits_for_no_reader_lets_others_read_and_is_tried_again(
    at_once: set[str],
    empty: str,  # noqa: F811
) -> None:
    await brought_to(empty, SINCE_FIRST)
    long_reader = await asyncpg.connect(empty)
    reading = long_reader.transaction()
    await reading.start()
    await long_reader.execute("LOCK TABLE sitting IN ACCESS SHARE MODE")
    async with read_meanwhile(empty, "sitting"):
        work = asyncio.create_task(migrate(empty))
        await asyncio.sleep(4)
        assert not work.done()
        assert await ask(empty, STANDS_AT) == SINCE_FIRST
        await reading.rollback()
        await work
    await long_reader.close()
    assert await shape_of(empty) == at_once


async def test_where_a_table_is_held_for_ever_it_gives_up_and_says_so(
    empty: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(migrating, "TRIES", 2)
    await brought_to(empty, SINCE_FIRST)
    before = await shape_of(empty)
    long_reader = await asyncpg.connect(empty)
    async with long_reader.transaction():
        await long_reader.execute("LOCK TABLE sitting IN ACCESS SHARE MODE")
        with pytest.raises(NotMigrated, match="nothing was changed"):
            await migrate(empty)
    await long_reader.close()
    assert await shape_of(empty) == before
