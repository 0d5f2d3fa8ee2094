"""Filled databases are kept between runs, while a database is built as it was then."""

import hashlib
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from chamber.record.building import build, fingerprint


@dataclass(frozen=True)
class Filling:
    """What a database is filled with, and by which files."""

    noun: str
    fill: Callable[[str, int], Awaitable[None]]
    files: tuple[str, ...]

    def made_of(self) -> str:
        here = Path(__file__)
        return fingerprint() + "".join(here.with_name(name).read_text() for name in self.files)


async def filled(server: str, filling: Filling, number: int) -> str:
    """The address of a database with so many of them, made if it is not there yet."""
    prefix = f"{filling.noun}_{number}_"
    name = prefix + hashlib.sha256(filling.made_of().encode()).hexdigest()[:8]
    admin = await asyncpg.connect(server)
    try:
        if await admin.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return beside(server, name)
        await drop_older(admin, prefix)
        print(f"Filling a database with {number:,} {filling.noun} …", file=sys.stderr)
        began = time.perf_counter()
        await admin.execute(f"CREATE DATABASE {name}_part")
        part = beside(server, f"{name}_part")
        await build(part)
        await filling.fill(part, number)
        await admin.execute(f"ALTER DATABASE {name}_part RENAME TO {name}")
        print(f"… in {time.perf_counter() - began:.0f} s.", file=sys.stderr)
    finally:
        await admin.close()
    return beside(server, name)


def beside(server: str, database: str) -> str:
    return server.replace("/postgres?", f"/{database}?", 1)


async def drop_older(admin: asyncpg.Connection, prefix: str) -> None:
    query = "SELECT datname FROM pg_database WHERE starts_with(datname, $1)"
    for row in await admin.fetch(query, prefix):
        await admin.execute(f'DROP DATABASE "{row["datname"]}" WITH (FORCE)')
