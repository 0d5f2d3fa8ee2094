"""A served house is ended under load, again and again: nobody is cut off in mid-sentence.

`LEAVES=200` ends it so many times; `SEED=` repeats a run.
"""

import asyncio
import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from chamber.embedded.server import embedded_server
from tests.backup.callers import CUT, UNANSWERED, WHOLE, Callers
from tests.backup.house import House, children, people

LEAVES = int(os.environ.get("LEAVES") or 3)
SEED = int(os.environ.get("SEED") or random.randrange(2**32))  # noqa: S311
pytestmark = pytest.mark.timeout(120 + 40 * LEAVES)
STUCK = (
    b"POST /api/v1/people HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: 1000\r\n\r\n{"
)


@pytest.fixture
def lasting(house: House) -> Iterator[House]:
    """Its database goes on running while it is ended and begun."""
    with embedded_server(house.home):
        yield house


async def ended(server: subprocess.Popen[str], *, seconds: float = 30) -> None:
    """It does by itself within ten; a busy machine takes longer."""
    until = time.monotonic() + seconds
    while server.poll() is None:
        assert time.monotonic() < until, f"it goes on after {seconds} seconds"
        await asyncio.sleep(0.02)


async def done_all_the_same(house: House, callers: Callers) -> int:
    """How many of the requests that were never answered were carried out."""
    keys = [key for key, entered in callers.entered.items() if entered is None]
    connection = await asyncpg.connect(house.dsn())
    try:
        kept = "SELECT count(*) FROM idempotency WHERE key = ANY($1)"
        return int(await connection.fetchval(kept, keys))
    finally:
        await connection.close()


async def test_whoever_is_let_in_is_answered_and_whoever_is_not_is_not_heard(
    lasting: House,
) -> None:
    print(f"SEED={SEED}")
    chance = random.Random(SEED)  # noqa: S311
    whole = unanswered = 0
    for _ in range(LEAVES):
        server = lasting.serve()
        callers = Callers(lasting)
        load = asyncio.create_task(callers.call(many=8))
        await asyncio.sleep(1 + chance.random())
        server.terminate()
        await ended(server)
        await asyncio.sleep(0.2)
        callers.ended = True
        await load

        assert server.returncode == 0, server.communicate()
        assert not callers.strange
        assert not {way for (way, became) in callers.told if became == CUT}
        # Sent in the moment in which an idle connection was closed: not heard, and so not done.
        assert await done_all_the_same(lasting, callers) == 0
        entered = {person for person in callers.entered.values() if person}
        assert entered <= await people(lasting.dsn())
        whole += callers.told["once", WHOLE] + callers.told["kept", WHOLE]
        unanswered += callers.told["once", UNANSWERED] + callers.told["kept", UNANSWERED]
    print(f"{LEAVES} times: {whole} answered whole, 0 cut, {unanswered} not heard, and not done")
    assert whole


async def test_it_says_that_it_leaves_before_it_lets_nobody_in(lasting: House) -> None:
    server = lasting.serve()
    async with httpx.AsyncClient(base_url=lasting.at) as client:
        assert (await client.get("/readyz")).status_code == 200
        assert "connection" not in (await client.get("/healthz")).headers

        server.terminate()
        until = time.monotonic() + 5
        while (ready := await client.get("/readyz")).status_code == 200:
            assert time.monotonic() < until
        alive = await client.get("/healthz")
    assert ready.status_code == 503
    assert ready.json()["type"].endswith("#problem-leaving")
    assert alive.status_code == 200
    assert alive.headers["connection"] == "close"
    await ended(server)
    assert server.returncode == 0


async def test_many_who_never_finish_their_sentence_do_not_hold_it_longer_than_one(
    house: House,
) -> None:
    server = house.serve()
    stuck = [socket.create_connection(("127.0.0.1", house.port)) for _ in range(12)]
    for one in stuck:  # Both workers have some of them.
        one.sendall(STUCK)
    await asyncio.sleep(0.5)
    server.terminate()
    await ended(server)
    for one in stuck:
        one.close()
    assert server.returncode == 0


@pytest.mark.parametrize("second", [signal.SIGTERM, signal.SIGKILL])
async def test_a_second_signal_while_it_leaves_loses_nothing(
    lasting: House, second: signal.Signals
) -> None:
    server = lasting.serve()
    workers = children(server.pid)
    callers = Callers(lasting)
    load = asyncio.create_task(callers.call(many=8))
    await asyncio.sleep(1)
    server.terminate()
    await asyncio.sleep(0.3)
    server.send_signal(second)
    await ended(server)
    until = time.monotonic() + 10
    while left := [number for number in workers if running(number)]:  # Nobody stays and serves.
        assert time.monotonic() < until, [Path(f"/proc/{one}/cmdline").read_text() for one in left]
        await asyncio.sleep(0.05)
    callers.ended = True
    await load

    entered = {person for person in callers.entered.values() if person}
    assert entered <= await people(lasting.dsn())
    lasting.serve()  # The next one has the port and the database for itself.


def running(number: int) -> bool:
    try:
        with open(f"/proc/{number}/stat", encoding="utf-8") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
