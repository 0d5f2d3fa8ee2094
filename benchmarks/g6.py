"""G6: an entry of the journal beside a plain INSERT, and how quickly a bundle is verified."""

import asyncio
import hashlib
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from statistics import median

import asyncpg

from benchmarks.bundles import openings, tree
from benchmarks.keeping import beside
from benchmarks.results import Result
from chamber.record.building import build
from chamber.seal.verifying import verify

NAME = "g6"
ROUNDS, SINGLE, BATCH, BATCHES = 7, 1_000, 100, 50
LEAVES = (10_000, 100_000, 1_000_000)
OPENED = (10_000, 100_000)
CHECKS = 5  # Of each bundle; the quickest is told, for others disturb and never help.
BODY = 1_000  # Bytes.
DECADES = (500_000, 22_000_000)  # Acts and leaves of twenty years.
COLUMNS = "(proceeding_id, seq, kind, act_on, verdict, salt, body)"
VALUES = f"INSERT INTO {{}} {COLUMNS} VALUES ($1, $2, 'act', '2026-03-04', 'valid', $3, $4)"
MANY = f"""INSERT INTO {{}} {COLUMNS} SELECT $1, seq, 'act', '2026-03-04', 'valid', salt, body
    FROM unnest($2::int[], $3::bytea[], $4::bytea[]) AS b (seq, salt, body)"""
# As bare as it can be: the same columns, a key, and nothing that anything hangs on.
BARE = """CREATE TABLE bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    proceeding_id bigint NOT NULL, seq int NOT NULL, kind text NOT NULL, act_on date NOT NULL,
    verdict text, salt bytea NOT NULL, body bytea NOT NULL)"""
Seconds = dict[str, list[float]]


def measure(server: str) -> tuple[list[Result], list[str]]:
    appended = asyncio.run(append_all(server))
    with tempfile.TemporaryDirectory() as home:
        trees = {n: checked(tree(Path(home) / f"tree{n}", n)) for n in LEAVES}
        opened = {n: checked(openings(Path(home) / f"open{n}", n)) for n in OPENED}
    return told(appended, trees, opened)


async def append_all(server: str) -> Seconds:
    """Seconds for one entry, in each round: plain and journal, alone and by a hundred."""
    admin = await asyncpg.connect(server)
    await admin.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    await admin.execute(f"CREATE DATABASE {NAME}")
    dsn = beside(server, NAME)
    try:
        await build(dsn)
        connection = await asyncpg.connect(dsn)
        await connection.execute(BARE)
        found = await append_in_turn(connection)
        await connection.close()
    finally:
        await admin.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
        await admin.close()
    return found


async def append_in_turn(connection: asyncpg.Connection) -> Seconds:
    case = await connection.fetchval(
        "INSERT INTO proceeding (noun, number, chamber) VALUES ('notes', 'g6', 'senate')"
        " RETURNING id"
    )
    seqs = iter(range(1, 10**9))
    ways: dict[str, Callable[[], Awaitable[float]]] = {
        "plain": lambda: single(connection, "bare", case, seqs),
        "journal": lambda: single(connection, "journal", case, seqs),
        "plain, batches": lambda: batches(connection, "bare", case, seqs),
        "journal, batches": lambda: batches(connection, "journal", case, seqs),
    }
    found: Seconds = {name: [] for name in ways}
    for turn in range(-1, ROUNDS):  # The first is to be warm.
        for name in list(ways)[:: -1 if turn % 2 else 1]:
            seconds = await ways[name]()
            if turn >= 0:
                found[name].append(seconds)
    return found


async def single(
    connection: asyncpg.Connection, table: str, case: int, seqs: Iterator[int]
) -> float:
    insert = await connection.prepare(VALUES.format(table))
    bodies = [body() for _ in range(SINGLE)]
    began = time.perf_counter()
    for one in bodies:
        await insert.fetch(case, next(seqs), *one)
    return (time.perf_counter() - began) / SINGLE


async def batches(
    connection: asyncpg.Connection, table: str, case: int, seqs: Iterator[int]
) -> float:
    insert = await connection.prepare(MANY.format(table))
    many = [[body() for _ in range(BATCH)] for _ in range(BATCHES)]
    began = time.perf_counter()
    for batch in many:
        numbers = [next(seqs) for _ in batch]
        await insert.fetch(case, numbers, [salt for salt, _ in batch], [text for _, text in batch])
    return (time.perf_counter() - began) / (BATCH * BATCHES)


def body() -> tuple[bytes, bytes]:
    salt = os.urandom(32)
    text = (hashlib.sha256(salt).hexdigest() * (BODY // 64 + 1))[:BODY]
    return salt, b'{"data":{"text":"%s"}}' % text.encode()


def checked(folder: Path) -> float:
    """Seconds of CPU for one leaf: one process, which waits for nothing."""
    found = []
    for _ in range(CHECKS):
        began = time.process_time()
        report = verify(folder)
        found.append((time.process_time() - began) / report.leaves)
        assert not report.faults, report.faults[:3]
    return min(found)


def told(
    appended: Seconds, trees: dict[int, float], opened: dict[int, float]
) -> tuple[list[Result], list[str]]:
    took = {name: median(seconds) for name, seconds in appended.items()}
    alone, many = took["plain"] / took["journal"], took["plain"] / took["journal, batches"]
    slowest, flat = max(trees.values()), trees[LEAVES[-1]] / trees[LEAVES[0]]
    flat_opened = opened[OPENED[-1]] / opened[OPENED[0]]
    acts, leaves = DECADES
    decades = acts * max(opened.values()) + leaves * slowest
    results = [
        Result("G6", "an entry, of the rate of a plain INSERT", alone, 0.75, 0.5, at_least=True),
        Result("G6", "entries by the hundred, of the same", many, 15, 5, at_least=True),
        Result("G6", "the tree verified, leaves a second", 1 / slowest, 300_000, 100_000,
               "leaves", at_least=True),
        Result("G6", "a leaf among 1,000,000 against 10,000", flat, 1.3, 2),
        Result("G6", "an opening among 100,000 against 10,000", flat_opened, 1.3, 2),
        Result("G6", "20 years verified (reckoned)", decades, 60, 180, "s"),
    ]  # fmt: skip
    rates = "; ".join(f"{name} {1 / seconds:,.0f}" for name, seconds in took.items())
    lines = [
        "| verified | leaves | µs a leaf | leaves a second |", "|---|---|---|---|",
        *(row("the tree alone", n, one) for n, one in trees.items()),
        *(row("with all openings", n, one) for n, one in opened.items()),
        "",
        f"Entries a second, one writer: {rates}. Medians of {ROUNDS} rounds; bodies of {BODY} "
        "bytes; plain is a table with the same columns, one key, and nothing else. An entry of the "
        "journal has its commitment computed, is unique by it and by its number, and is put on the "
        "two lists of what is to be sealed. Verified as `chamber verify` does, seconds of CPU of "
        f"one process, the least of {CHECKS}. 20 years are {acts:,} opened acts and {leaves:,} "
        "leaves.",
    ]  # fmt: skip
    return results, lines


def row(what: str, leaves: int, seconds: float) -> str:
    return f"| {what} | {leaves:,} | {seconds * 1e6:.2f} | {1 / seconds:,.0f} |"
