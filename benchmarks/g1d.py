"""G1d: a hearing's change stands in every feed of every process at once; no reader asks for it.

What is put on the board is put there by another process, as any process of a house might.
"""

import asyncio
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

import asyncpg

from benchmarks.boarding import HEARINGS, TODAY, UPCOMING, Board
from benchmarks.g1 import CONNECTIONS, FEEDS
from benchmarks.keeping import filled
from benchmarks.measuring import descends, processes
from benchmarks.places import LOAD, Serving, served
from benchmarks.pressing import Hand, get, hands
from benchmarks.results import Result
from benchmarks.wrk import Pressed

SIZE = 1_000
WORKERS = 2
CHANGES = 200
BETWEEN = 0.05  # Seconds.
PATIENCE = 10  # Seconds that a change may take until it counts as lost.
COUNTED = 11  # Seconds after which PostgreSQL has counted all that was asked of it.
ASKED = (
    "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()"
)
PUT_UP = """
    WITH new AS (
        UPDATE announced SET poster = $2::jsonb, sequence = sequence + 1,
            updated_at = clock_timestamp() WHERE id = $1 RETURNING *
    )
    INSERT INTO announcement
        (serial, hearing_id, chamber, organisers, sequence, first_at, at, poster)
    SELECT (SELECT max(serial) + 1 FROM announcement), new.id, new.chamber,
        ARRAY(SELECT body FROM announced_organiser AS held WHERE held.id = new.id),
        new.sequence, new.first_at, new.updated_at, new.poster FROM new"""
Readers = dict[tuple[int, str], Hand]  # By the process and the feed.


def measure(server: str) -> tuple[list[Result], list[str]]:
    dsn = asyncio.run(filled(server, HEARINGS, SIZE))
    with served("house", dsn, workers=WORKERS, CHAMBER_AS_OF=TODAY.isoformat()) as house:
        here = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {LOAD})
        late = asyncio.run(follow_all(dsn, house))
        os.sched_setaffinity(0, here)
        requests, asked = read_all(dsn, house)
    return told(late, requests, asked)


async def follow_all(dsn: str, house: Serving) -> dict[tuple[int, str], list[float]]:
    """Milliseconds from each commit until each process shows it in each feed."""
    connection = await asyncpg.connect(dsn)
    readers = await readers_of(house)
    late: dict[tuple[int, str], list[float]] = {reader: [] for reader in readers}
    try:
        await tidy(connection)
        for change in range(-3, CHANGES):  # The first three are to be warm.
            mark = f"m{change + 3:06}x"
            await connection.execute(PUT_UP, *changed(change % UPCOMING, mark))
            committed = time.perf_counter()
            waits = [until_shown(hand, FEEDS[feed], mark) for (_, feed), hand in readers.items()]
            for reader, shown in zip(readers, await asyncio.gather(*waits), strict=True):
                late[reader].append((shown - committed) * 1000)
            await asyncio.sleep(BETWEEN)
    finally:
        await tidy(connection)
        await connection.close()
    for hand in readers.values():
        hand.transport.close()
    return {reader: found[3:] for reader, found in late.items()}


async def readers_of(house: Serving) -> Readers:
    """A connection for each feed to each process of the house."""
    found: dict[int, list[Hand]] = {}
    while len(found) < WORKERS or any(len(those) < len(FEEDS) for those in found.values()):
        (hand,) = await hands(house.port, 1)
        hand.press(get(FEEDS["Atom"]))
        await hand.answered
        found.setdefault(answered_by(hand, house), []).append(hand)
    return {
        (process, feed): hand
        for process, those in found.items()
        for feed, hand in zip(FEEDS, those, strict=False)
    }


def answered_by(hand: Hand, house: Serving) -> int:
    """The process at the other end of a connection."""
    ours = f":{hand.transport.get_extra_info('sockname')[1]:04X}"
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    there = f":{house.port:04X}"
    (inode,) = (row[9] for row in rows if row[1].endswith(there) and row[2].endswith(ours))
    parents = {pid: parent for pid, parent, _ in processes()}
    theirs = [pid for pid in parents if descends(pid, house.pid, parents)]
    return next(pid for pid in theirs if f"socket:[{inode}]" in open_files(pid))


def open_files(pid: int) -> set[str]:
    return {os.readlink(file) for file in Path(f"/proc/{pid}/fd").iterdir() if file.is_symlink()}


async def until_shown(hand: Hand, path: str, mark: str) -> float:
    """When the feed had it."""
    async with asyncio.timeout(PATIENCE):
        while True:
            hand.press(get(path))
            assert await hand.answered == 200
            # A calendar's line may be folded within a word.
            if mark.encode() in hand.came.replace(b"\r\n ", b""):
                return time.perf_counter()


def changed(number: int, mark: str) -> tuple[int, str]:
    """The hearing, and its poster with the mark in its topic."""
    key, *_, poster = Board(SIZE).standing(number)
    topic = {language: f"{mark} {words}" for language, words in poster["topic"].items()}
    return key, json.dumps(poster | {"topic": topic})


async def tidy(connection: asyncpg.Connection) -> None:
    """The board as it was filled: other goals are measured on it too."""
    board = Board(SIZE)
    await connection.execute("SET session_replication_role = replica")
    await connection.execute("DELETE FROM announcement WHERE serial > $1", len(board.changes()))
    for number in range(UPCOMING):
        key, *_, sequence, _, updated_at, poster = board.standing(number)
        await connection.execute(
            "UPDATE announced SET poster = $2::jsonb, sequence = $3, updated_at = $4 WHERE id = $1",
            key, json.dumps(poster), sequence, updated_at,
        )  # fmt: skip
    await connection.execute("SET session_replication_role = DEFAULT")


def read_all(dsn: str, house: Serving) -> tuple[int, int]:
    """How many requests were answered, and how often the database was asked for anything then."""
    before = asyncio.run(asked_of(dsn))
    pressed = [
        Pressed(house.port, [house.pid], path=path, connections=CONNECTIONS)
        for path in FEEDS.values()
    ]
    requests = sum(one.press() for one in pressed)
    return requests, asyncio.run(asked_of(dsn)) - before


async def asked_of(dsn: str) -> int:
    await asyncio.sleep(COUNTED)
    connection = await asyncpg.connect(dsn)
    try:
        return int(await connection.fetchval(ASKED))
    finally:
        await connection.close()


def told(
    late: dict[tuple[int, str], list[float]], requests: int, asked: int
) -> tuple[list[Result], list[str]]:
    workers = sorted({process for process, _ in late})
    results, lines = [], ["| process | feed | median, ms | p95, ms | latest, ms |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for feed in FEEDS:
        worst = max(last(late[process, feed]) for process in workers)
        results.append(
            Result("G1d", f"{feed}: a change is shown, p95 within", worst, 100, 1_000, "ms")
        )
        for number, process in enumerate(workers, 1):
            took = late[process, feed]
            lines.append(
                f"| {number} | {feed} | {median(took):.1f} | {last(took):.1f} | {max(took):.1f} |"
            )
    each = asked / requests
    results.append(
        Result("G1d", "transactions in the database for each request", each, 0.001, 0.01)
    )
    lines += ["", NOTE.format(requests=requests, asked=asked)]
    return results, lines


def last(took: Sequence[float]) -> float:
    return quantiles(took, n=20)[-1]


NOTE = (
    f"{SIZE:,} hearings on the board, {CHANGES} changes by another process, {WORKERS} processes "
    "that serve, all on one core; from the commit to the end of the first answer that tells of "
    "it, in the slowest process. While {requests:,} requests were answered, the database was asked "
    "{asked} times: by the processes that look again every two seconds."
)
