"""A database is filled by COPY with an invented chamber's votes: ballots, documents, tallies."""

import asyncio
import hashlib
import json
import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any
from uuid import UUID

import asyncpg

from benchmarks import invented
from benchmarks.invented import BEGAN, FACTIONS, FIRST_CASE, FIRST_FACTION, PER_DAY
from benchmarks.keeping import Filling
from chamber.record.base import Base
from chamber.record.votes.documents import packed, written
from chamber.record.votes.editions import VoteDocument
from chamber.record.votes.facts import Choice
from chamber.record.votes.tables import Ballot, Vote
from chamber.record.votes.tallies import FactionVote
from chamber.record.votes.telling import Elector, told

CHUNK = 1000
AS_QUICK = 6  # How hard documents are packed: nearly as small as at a closing, in half the time.


async def fill(dsn: str, votes: int) -> None:
    connection = await opened(dsn)
    # An index is built more quickly when all is there.
    later = await connection.fetchval("SELECT pg_get_indexdef('ballot_person_idx'::regclass)")
    await connection.execute("DROP INDEX ballot_person_idx")
    await add_people(connection, votes)
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        loop = asyncio.get_running_loop()
        chunks = invented.numbers(votes, CHUNK)
        parts = [loop.run_in_executor(workers, add_votes, dsn, chunk) for chunk in chunks]
        counted: Counter[tuple[int, str, int, str]] = Counter()
        for part in parts:
            counted.update(await part)
    columns = ["person_id", "chamber", "year", "choice", "votes"]
    await copy(connection, "attendance", columns, [(*key, n) for key, n in counted.items()])
    await connection.execute(f"SELECT setval('vote_id_seq', {votes + 1})")
    await connection.execute(later)
    await connection.execute("VACUUM (ANALYZE)")
    await connection.close()


async def opened(dsn: str) -> asyncpg.Connection:
    connection = await asyncpg.connect(dsn)
    # What is made here is right; checking it row by row would take most of the time.
    await connection.execute("SET session_replication_role = replica")
    # COPY wants JSON in its binary form: a version, and the text.
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", format="binary",
        encoder=lambda value: b"\x01" + json.dumps(value).encode(),
        decoder=lambda value: json.loads(value[1:]),
    )  # fmt: skip
    return connection


async def copy(
    connection: asyncpg.Connection, table: str, columns: Sequence[str], rows: list[tuple[Any, ...]]
) -> None:
    await connection.copy_records_to_table(table, columns=columns, records=rows)


async def add_people(connection: asyncpg.Connection, votes: int) -> None:
    electors = invented.chamber().electors
    people = [(one.person_id, one.deputy, "people", f"p/{one.person_id}") for one in electors]
    bodies = {one.faction_id: one for one in electors}
    factions = [(key, one.faction, "bodies", f"b/{key}") for key, one in bodies.items()]
    cases = [
        (FIRST_CASE + n, UUID(int=FIRST_CASE + n), "appointments", f"senate/{FIRST_CASE + n}")
        for n in range(votes // PER_DAY + 1)
    ]
    known = ["id", "uid", "noun", "number"]
    await copy(connection, "proceeding", known, [*people, *factions, *cases])
    await connection.execute(f"SELECT setval('proceeding_id_seq', {cases[-1][0]})")
    await copy(connection, "person", ["id"], [(one.person_id,) for one in electors])
    await copy(
        connection, "person_name", ["person_id", "starts_on", "kk", "ru", "latin"],
        [(e.person_id, BEGAN, e.name.kk, e.name.ru, e.name.latin) for e in electors],
    )  # fmt: skip
    await copy(
        connection, "mandate", ["person_id", "starts_on", "chamber", "convocation", "basis"],
        [(one.person_id, BEGAN, "mazhilis", 8, "list") for one in electors],
    )  # fmt: skip
    named = [(key, one.faction_name) for key, one in bodies.items() if one.faction_name]
    await copy(
        connection, "body",
        ["id", "chamber", "kind", "kk", "ru", "latin", "convocation", "starts_on"],
        [(key, "mazhilis", "faction", n.kk, n.ru, n.latin, 8, BEGAN) for key, n in named],
    )  # fmt: skip
    await copy(
        connection, "membership",
        ["person_id", "body_id", "starts_on", "chamber", "body_kind", "role"],
        [(e.person_id, e.faction_id, BEGAN, "mazhilis", "faction", "member") for e in electors],
    )  # fmt: skip


def add_votes(dsn: str, chunk: range) -> Counter[tuple[int, str, int, str]]:
    return asyncio.run(add_chunk(dsn, chunk))


async def add_chunk(dsn: str, chunk: range) -> Counter[tuple[int, str, int, str]]:
    """One part of the votes with all that hangs on them; and how often each deputy did what."""
    chamber = invented.chamber()
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in COPIED}
    counted: Counter[tuple[int, str, int, str]] = Counter()
    for number in chunk:
        vote, roll = chamber.vote(number)
        day = vote.opened_on
        rows["vote"].append(tuple(getattr(vote, column) for column in COPIED["vote"]))
        rows["ballot"] += [(vote.id, 1, one.person_id, day, one.choice.value) for one in roll]
        rows["faction_vote"] += tallies(vote, roll)
        rows["vote_document"].append(document(vote, roll))
        counted.update((e.person_id, vote.chamber, day.year, e.choice.value) for e in roll)
    connection = await opened(dsn)
    for table, columns in COPIED.items():
        await copy(connection, table, columns, rows[table])
    await connection.close()
    return counted


def columns_of(table: type[Base]) -> list[str]:
    """Those that are written; the database knows the others."""
    columns = table.__table__.columns
    return [c.name for c in columns if c.identity or not (c.computed or c.server_default)]


COPIED = {
    table.__tablename__: columns_of(table) for table in (Vote, Ballot, FactionVote, VoteDocument)
}


def tallies(vote: Vote, roll: Sequence[Elector]) -> list[tuple[Any, ...]]:
    counts = Counter((one.faction_id, one.choice) for one in roll)
    return [
        (vote.id, 1, faction, vote.opened_on, *(counts[faction, choice] for choice in Choice))
        for faction in range(FIRST_FACTION, FIRST_FACTION + FACTIONS)
    ]


def document(vote: Vote, roll: Sequence[Elector]) -> tuple[Any, ...]:
    body = written(told(vote, invented.place(vote), roll))
    etag = hashlib.sha256(body).hexdigest()
    return vote.uid, 1, etag, packed(body, level=AS_QUICK)


VOTES = Filling("votes", fill, ("filling.py", "invented.py"))
