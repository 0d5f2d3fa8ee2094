"""Where a walk goes: a database of its own, with a town in it, on a server that keeps nothing."""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.embedded.server import embedded_server
from chamber.record.building import fingerprint
from chamber.record.engine import connect_engine
from tests.conftest import beside, make_template
from tests.walk.eras import Era
from tests.walk.going import go
from tests.walk.town import build_town
from tests.walk.walking import Walk

Steps = Callable[[int], None]


@contextmanager
def borrowed() -> Iterator[tuple[str, str]]:
    """The address of a server, and the name of a database on it with every table."""
    memory = Path("/dev/shm")  # noqa: S108 -- faster than a disk, and nothing in it is kept
    home = (memory if memory.is_dir() else Path(tempfile.gettempdir())) / f"chamber-{os.getuid()}"
    template = "chamber_" + hashlib.sha256(fingerprint().encode()).hexdigest()[:16]
    with embedded_server(home, durable=False) as lent:
        asyncio.run(make_template(lent.dsn(), template))
        yield lent.dsn(), template


@asynccontextmanager
async def database(server: str, template: str) -> AsyncIterator[AsyncEngine]:
    name = f"walk_{uuid4().hex}"
    admin = await asyncpg.connect(server)
    await admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    engine = connect_engine(beside(server, name))
    try:
        yield engine
    finally:
        await engine.dispose()
        await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        await admin.close()


async def walk_in(engine: AsyncEngine, era: Era, seed: str, acts: int, told: Steps) -> Walk:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        town = await build_town(session, era)
    return await go(engine, town, seed, acts, told)
