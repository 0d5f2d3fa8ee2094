"""G4: 98 deputies press at once, and all 98 ballots are durable and acknowledged in no time."""

import asyncio
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID, uuid4

import asyncpg

from benchmarks.filling import VOTES
from benchmarks.keeping import beside, filled
from benchmarks.measuring import ratio
from benchmarks.places import LOAD, pgbench, served
from benchmarks.pressing import Hand, hands, post, press_all
from benchmarks.results import Result
from benchmarks.sealing import sealing
from chamber.record.sessions import digest

SIZE, DEPUTIES = 1_000, 98
ROUNDS = 41
EVERY = 8  # Rounds between two runs of pgbench.
PRESSES = 200  # By each of pgbench's 98.
COPY = "g4"
DROP = f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)"
BODY = b'{"choice":"for"}'
INSERT = r"""
\set vote random(1, 1000000000000000)
INSERT INTO bare_ballot (vote_id, person_id, choice) VALUES (:vote, :client_id, 'for');
"""
OPEN = """
    INSERT INTO vote (uid, proceeding_id, chamber, power, rule, question_kk, question_ru, form,
        method, subject, number, opened_on, seats, in_office, electorate)
    SELECT $1, max(id), 'mazhilis', '57(1)', 'A57-1.17', 'Сынақ', 'Проба', 'open', 'ballots',
        (SELECT count(*) + 1 FROM vote WHERE closed_on IS NULL), 1, '2026-03-04',
        98, 98, (SELECT array_agg(id) FROM person)
    FROM proceeding WHERE noun = 'appointments'"""
# What is entered beside the votes, so that the sealer has something to seal.
ENTER = """
    INSERT INTO journal (proceeding_id, seq, kind, act_on, verdict, salt, body)
    SELECT p.id, (SELECT count(*) FROM journal WHERE proceeding_id = p.id) + n, 'benchmark',
        '2026-03-04', 'valid', sha256(gen_random_uuid()::text::bytea), '{"data":{}}'
    FROM (SELECT max(id) AS id FROM proceeding WHERE noun = 'appointments') AS p,
        generate_series(1, 10) AS n"""


@dataclass
class Found:
    """Seconds for 98, in each round."""

    ballots: list[float] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    wrong: int = 0  # Ballots that were lost, or are there twice.
    sealed: int = 0  # Leaves, by the sealer beside.


def measure(server: str) -> tuple[list[Result], list[str]]:
    dsn = asyncio.run(filled(server, VOTES, SIZE))
    # A copy: what is entered and sealed is never taken away again.
    asyncio.run(order(server, DROP, f'CREATE DATABASE {COPY} TEMPLATE "{name_of(dsn)}"'))
    dsn = beside(server, COPY)
    with sealing(dsn), served("house", dsn) as house:
        here = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {LOAD})
        found = asyncio.run(measure_all(dsn, house.port))
        os.sched_setaffinity(0, here)
    asyncio.run(order(server, DROP))
    return told(found)


async def order(server: str, *commands: str) -> None:
    admin = await asyncpg.connect(server)
    for command in commands:
        await admin.execute(command)
    await admin.close()


def name_of(dsn: str) -> str:
    return dsn.rpartition("?")[0].rpartition("/")[2]


async def measure_all(dsn: str, port: int) -> Found:
    connection = await asyncpg.connect(dsn)
    tokens = await seat(connection)
    there = await hands(port, DEPUTIES)
    nothing = [post("/api/v1/nothing", token, BODY) for token in tokens]
    found = Found()
    for turn in range(-3, ROUNDS):  # The first three are to be warm.
        if turn % 2:
            await vote(connection, there, tokens, found)
        seconds, answers = await press_all(there, nothing)
        assert set(answers) == {201}, answers
        found.nothing.append(seconds)
        if not turn % 2:
            await vote(connection, there, tokens, found)
        if turn >= 0 and turn % EVERY == 0:
            found.bare.append(await bare(dsn))
    found.sealed = await connection.fetchval("SELECT max(size) FROM checkpoint") or 0
    await connection.close()
    for hand in there:
        hand.transport.close()
    return replace(found, ballots=found.ballots[3:], nothing=found.nothing[3:])


async def seat(connection: asyncpg.Connection) -> list[str]:
    """An account and a token for each deputy."""
    await connection.execute("CREATE TABLE bare_ballot (LIKE ballot_box INCLUDING ALL)")
    deputies = await connection.fetch("SELECT uid FROM public_person ORDER BY id")
    tokens = []
    for row in deputies:
        account = await connection.fetchval(
            """INSERT INTO account (login, name, password, role, chamber, deputy)
               VALUES ($1, 'A deputy', '', 'deputy', 'mazhilis', $2) RETURNING id""",
            uuid4().hex,
            row["uid"],
        )
        token = uuid4().hex
        await connection.execute(
            "INSERT INTO token (token_hash, account_id, label) VALUES ($1, $2, 'benchmark')",
            digest(token),
            account,
        )
        tokens.append(token)
    return tokens


async def vote(
    connection: asyncpg.Connection, there: list[Hand], tokens: list[str], found: Found
) -> None:
    """One vote is opened, and all press; each ballot must be there, and once."""
    uid: UUID = uuid4()
    await connection.execute(ENTER)
    await connection.execute(OPEN, uid)
    path = f"/api/v1/votes/{uid}/ballots"
    seconds, answers = await press_all(there, [post(path, token, BODY) for token in tokens])
    assert set(answers) == {201}, answers
    found.ballots.append(seconds)
    query = (
        "SELECT count(DISTINCT person_id) FROM ballot_box JOIN vote ON id = vote_id WHERE uid = $1"
    )
    found.wrong += abs(DEPUTIES - await connection.fetchval(query, uid))


async def bare(dsn: str) -> float:
    """Seconds that 98 bare inserts take, 98 connections at once."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql", encoding="utf-8") as script:
        script.write(INSERT)
        script.flush()
        command = [str(pgbench()), "-n", "-M", "prepared", f"-c{DEPUTIES}", "-j1"]
        done = await asyncio.to_thread(
            subprocess.run,
            [*command, f"-t{PRESSES}", "-f", script.name, dsn],
            capture_output=True, text=True, check=True,
            cwd=Path(tempfile.gettempdir()),
        )  # fmt: skip
    rate = re.search(r"tps = ([0-9.]+)", done.stdout)
    assert rate, done.stdout
    return DEPUTIES / float(rate[1])


def told(found: Found) -> tuple[list[Result], list[str]]:
    took = [seconds * 1000 for seconds in found.ballots]
    of_nothing = ratio(found.ballots, found.nothing)
    of_bare = median(found.ballots) / median(found.bare)
    last = quantiles(took, n=20)[-1]
    results = [
        Result("G4", "98 ballots against 98 requests for nothing", of_nothing, 2.5, 4),
        Result("G4", "98 ballots against 98 bare inserts (pgbench)", of_bare, 4, 4),
        Result("G4", "98 ballots, in 95 of 100 votes within", last, 150, 300, "ms"),
        Result("G4", "ballots lost or there twice", found.wrong, 0, 0, "ballots"),
    ]
    lines = [
        f"98 ballots took {median(took):.1f} ms, 98 requests for nothing "
        f"{median(found.nothing) * 1000:.1f} ms, and 98 bare inserts "
        f"{median(found.bare) * 1000:.1f} ms: medians of {ROUNDS} votes. Nothing is a request to "
        "an address of the same house where nothing is done. Ballots that come together share a "
        "transaction, and each is acknowledged when it is on the disk. Beside it ten acts were "
        f"entered at each vote, and a sealer sealed the record: {found.sealed:,} leaves.",
    ]
    return results, lines
