"""A real PostgreSQL for the tests: one server, a template once, and a database for each test."""

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.embedded.server import embedded_server
from chamber.record.building import build, fingerprint
from chamber.record.engine import connect_engine
from chamber.record.rights import PUBLIC

SHARED = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real data that lie beside the project on some machines, and are no part of it."""
    if not SHARED.exists():
        pytest.skip(f"the shared data are not there ({SHARED.name} beside the project)")
    return SHARED


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server whose databases may be lost; shared by test runs side by side."""
    if url := os.environ.get("CHAMBER_TEST_DATABASE_URL"):
        yield url
        return
    memory = Path("/dev/shm")  # noqa: S108 -- faster than a disk, and nothing in it is kept
    home = (memory if memory.is_dir() else Path(tempfile.gettempdir())) / f"chamber-{os.getuid()}"
    with embedded_server(home, durable=False) as lent:
        yield lent.dsn()


@pytest.fixture(scope="session")
def template(server: str) -> str:
    """A database with every table, made once for all that have the same tables."""
    name = "chamber_" + hashlib.sha256(fingerprint().encode()).hexdigest()[:16]
    asyncio.run(make_template(server, name))
    return name


async def make_template(server: str, name: str) -> None:
    admin = await asyncpg.connect(server)
    try:
        await admin.execute("SELECT pg_advisory_lock(57)")
        if await admin.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return
        # One that was begun and not finished: its run was stopped.
        await admin.execute(f'DROP DATABASE IF EXISTS "{name}_part" WITH (FORCE)')
        await admin.execute(f'CREATE DATABASE "{name}_part"')
        await build(beside(server, f"{name}_part"))
        await admin.execute(f'ALTER DATABASE "{name}_part" RENAME TO "{name}"')
    finally:
        await admin.close()


def beside(server: str, database: str) -> str:
    return server.replace("/postgres?", f"/{database}?", 1)


def of_public(dsn: str) -> str:
    """The same database, as the public logs in to it."""
    return re.sub(r"//[^@/]*@", f"//{PUBLIC}@", dsn)


@pytest_asyncio.fixture
async def database(server: str, template: str) -> AsyncIterator[str]:
    """The address of a database of the test's own: what it commits, no other test sees."""
    name = f"test_{uuid4().hex}"
    admin = await asyncpg.connect(server)
    await admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    # A template hands on all but this.
    await admin.execute(f'REVOKE TEMPORARY ON DATABASE "{name}" FROM PUBLIC')
    yield beside(server, name)
    await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await admin.close()


@pytest_asyncio.fixture
async def engine(database: str) -> AsyncIterator[AsyncEngine]:
    engine = connect_engine(database)
    yield engine
    await engine.dispose()


@pytest_asyncio.fixture
async def session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session
