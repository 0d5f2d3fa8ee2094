"""Filled databases are kept between runs, while the tables that are measured are the same."""

import hashlib
import sys
import time
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from benchmarks.filling import fill
from benchmarks.invented import DEPUTIES
from chamber.record.building import build
from chamber.record.lookup import views
from chamber.record.metadata import TABLES
from chamber.record.votes import casting, editions

MEASURED = (
    "account", "attendance", "ballot", "ballot_box", "body", "faction_vote", "mandate",
    "membership", "person", "person_name", "proceeding", "session", "token", "vote",
    "vote_document",
)  # fmt: skip
FILLED_BY = [Path(__file__).with_name(name) for name in ("filling.py", "invented.py")]


async def filled(server: str, votes: int) -> str:
    """The address of a database with so many votes, made if it is not there yet."""
    made_of = tables() + "".join(path.read_text() for path in FILLED_BY)
    name = f"votes_{votes}_{hashlib.sha256(made_of.encode()).hexdigest()[:8]}"
    admin = await asyncpg.connect(server)
    try:
        if await admin.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return beside(server, name)
        await drop_older(admin, f"votes_{votes}_")
        print(f"Filling a database with {votes:,} votes of {DEPUTIES} deputies …", file=sys.stderr)
        began = time.perf_counter()
        await admin.execute(f"CREATE DATABASE {name}_part")
        part = beside(server, f"{name}_part")
        await build(part)
        await fill(part, votes)
        await admin.execute(f"ALTER DATABASE {name}_part RENAME TO {name}")
        print(f"… in {time.perf_counter() - began:.0f} s.", file=sys.stderr)
    finally:
        await admin.close()
    return beside(server, name)


def tables() -> str:
    """What is filled and measured, in SQL: the tables of other rooms make no difference."""
    speak: Any = postgresql.dialect  # It has no type.
    made: list[str] = []
    for table in (TABLES.tables[name] for name in MEASURED):
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements: list[Any] = [CreateTable(table), *map(CreateIndex, indexes)]
        made += [str(statement.compile(dialect=speak())) for statement in statements]
    return "\n".join([*made, *casting.DDL, *editions.DDL, *views.DDL])


def beside(server: str, database: str) -> str:
    return server.replace("/postgres?", f"/{database}?", 1)


async def drop_older(admin: asyncpg.Connection, prefix: str) -> None:
    query = "SELECT datname FROM pg_database WHERE starts_with(datname, $1)"
    for row in await admin.fetch(query, prefix):
        await admin.execute(f'DROP DATABASE "{row["datname"]}" WITH (FORCE)')
