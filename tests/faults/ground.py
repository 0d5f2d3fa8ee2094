"""A durable PostgreSQL on a disk, with a town in it; made once and copied for each fault."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import Fault, audit
from chamber.database import NAME, make_database
from chamber.embedded.server import embedded_server
from chamber.record.engine import connect_engine
from chamber.rooms import ROOMS
from tests.faults.town import Town, settle


@dataclass(frozen=True)
class Ground:
    """A stopped cluster, and who lives in it."""

    home: Path
    town: Town

    def copy(self, home: Path) -> Path:
        """The same town elsewhere. Owners are kept: a server runs as who owns its data."""
        home.mkdir(mode=0o755, parents=True, exist_ok=True)
        shutil.copytree(self.home / "pg18", home / "pg18", symlinks=True)
        own_alike(self.home / "pg18", home / "pg18")
        return home


def own_alike(original: Path, copy: Path) -> None:
    if os.geteuid() == 0:
        for path in (original, *original.rglob("*")):
            found = path.lstat()
            os.chown(copy / path.relative_to(original), found.st_uid, found.st_gid)


@contextmanager
def folder() -> Iterator[Path]:
    """On a disk, where there is one: what is in memory only is never cut off from it."""
    place = Path(tempfile.mkdtemp(prefix="chamber-faults-", dir="/var/tmp"))
    place.chmod(0o755)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def ground() -> Iterator[Ground]:
    with folder() as place:
        home = place / "seed"
        with embedded_server(home) as server:
            asyncio.run(make_database(server.dsn()))
            town = asyncio.run(settle(server.dsn(NAME)))
        yield Ground(home, town)


async def audited(dsn: str) -> list[Fault]:
    engine = connect_engine(dsn)
    try:
        async with AsyncSession(engine) as session:
            return await audit(session, ROOMS)
    finally:
        await engine.dispose()


async def counted(dsn: str, query: str) -> int:
    connection = await asyncpg.connect(dsn)
    try:
        return int(await connection.fetchval(query))
    finally:
        await connection.close()
