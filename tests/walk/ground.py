"""Where a walk goes: a database of its own, with a town in it, on a server that keeps nothing."""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
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
from tests.walk.town import Town, build_town
from tests.walk.walking import Walk

Steps = Callable[[int], None]


@dataclass(frozen=True)
class Place:
    """A town, and the database that it stands in: each part of a walk has a copy of both."""

    database: str
    town: Town


@contextmanager
def borrowed() -> Iterator[tuple[str, str]]:
    """The address of a server, and the name of a database on it with every table."""
    memory = Path("/dev/shm")  # noqa: S108 -- faster than a disk, and nothing in it is kept
    home = (memory if memory.is_dir() else Path(tempfile.gettempdir())) / f"chamber-{os.getuid()}"
    template = "chamber_" + hashlib.sha256(fingerprint().encode()).hexdigest()[:16]
    with embedded_server(home, durable=False) as lent:
        asyncio.run(make_template(lent.dsn(), template))
        yield lent.dsn(), template


async def settle(server: str, template: str, era: Era) -> Place:
    """A town of the era, to be copied; nobody is connected to it."""
    name = await copy(server, template)
    engine = connect_engine(beside(server, name))
    try:
        return Place(name, await town_in(engine, era))
    finally:
        await engine.dispose()


@asynccontextmanager
async def database(server: str, template: str) -> AsyncIterator[AsyncEngine]:
    name = await copy(server, template)
    engine = connect_engine(beside(server, name))
    try:
        yield engine
    finally:
        await engine.dispose()
        await drop(server, name)


async def copy(server: str, template: str) -> str:
    name = f"walk_{uuid4().hex}"
    await order(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


async def drop(server: str, name: str) -> None:
    await order(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def order(server: str, command: str) -> None:
    admin = await asyncpg.connect(server)
    try:
        await admin.execute(command)
    finally:
        await admin.close()


async def walk_in(engine: AsyncEngine, era: Era, seed: str, acts: int, told: Steps) -> Walk:
    return await go(engine, await town_in(engine, era), seed, acts, told)


async def town_in(engine: AsyncEngine, era: Era) -> Town:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        return await build_town(session, era)
