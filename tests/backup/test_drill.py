"""The drill: the house is destroyed under load, and brought back from the backup elsewhere."""

import asyncio
import os
import random
import signal
import time
from pathlib import Path

import asyncpg
import pytest

from chamber.embedded.server import embedded_server
from tests.backup.house import House, acts, children, done, grown, people
from tests.record.unguarded import UNGUARDED

pytestmark = pytest.mark.timeout(300)
SEED = int(os.environ.get("SEED") or random.randrange(2**32))  # noqa: S311


async def destroyed_under_load(
    house: House, folder: Path, *words: str, saving: Path | None = None
) -> tuple[list[str], int, bool]:
    """What was acknowledged, how much before the receiver stood still, and whether more came."""
    print(f"SEED={SEED}")
    house.serve()
    follower = house.follow(folder, *words)
    acknowledged: list[str] = []
    load = asyncio.create_task(acts(house, acknowledged))
    assert await grown(acknowledged, by=50 + SEED % 100)
    [receiver] = children(follower.pid)
    os.kill(receiver, signal.SIGSTOP)
    before = len(acknowledged)
    # More than was on its way; a house that does not wait gets there, however slow the machine is.
    went_on = await grown(acknowledged, by=30, seconds=4 if "--synchronous" in words else 90)
    house.destroy(saving=saving)
    await load
    return acknowledged, before, went_on


async def brought_back(house: House, folder: Path, into: Path, *words: str) -> set[str]:
    began = time.monotonic()
    back = done(house.environment, "restore", str(folder), "--into", str(into), *words)
    print(f"restored in {time.monotonic() - began:.1f} s: {back.stdout}")
    assert back.returncode == 0, back.stdout + back.stderr
    assert "0 faults" in back.stdout
    with embedded_server(into) as server:
        return await people(server.dsn("chamber"))


async def test_nothing_acknowledged_is_lost_where_the_house_waits_for_its_receiver(
    house: House, place: Path
) -> None:
    folder = place / "backup"
    acknowledged, before, went_on = await destroyed_under_load(house, folder, "--synchronous")

    assert not went_on
    assert len(acknowledged) <= before + 12  # What was already on its way: two for each client.
    kept = await brought_back(house, folder, place / "again")
    assert not set(acknowledged) - kept


async def test_where_it_does_not_wait_the_last_moments_are_lost(house: House, place: Path) -> None:
    folder = place / "backup"
    acknowledged, before, went_on = await destroyed_under_load(house, folder)

    assert went_on
    kept = await brought_back(house, folder, place / "again")
    lost = set(acknowledged) - kept
    print(f"{len(lost)} lost of {len(acknowledged)}")
    assert lost
    assert not lost & set(acknowledged[: before - 12])


async def insisting(superuser: asyncpg.Connection, statement: str) -> None:
    """Until it comes through between the acts that go on meanwhile."""
    while True:
        try:
            await superuser.execute(statement)
            return
        except asyncpg.DeadlockDetectedError:
            await asyncio.sleep(0.1)


async def test_a_destroying_statement_is_taken_back_by_restoring_to_before_it(
    house: House, place: Path
) -> None:
    folder = place / "backup"
    house.serve()
    house.follow(folder, "--synchronous")
    acknowledged: list[str] = []
    load = asyncio.create_task(acts(house, acknowledged))
    assert await grown(acknowledged, by=60)
    superuser = await asyncpg.connect(house.dsn())
    known = await people(house.dsn())
    moment = await superuser.fetchval("SELECT clock_timestamp()")
    for statement in (*UNGUARDED, "TRUNCATE proceeding CASCADE"):
        await insisting(superuser, statement)
    assert not known & await people(house.dsn())
    await superuser.close()
    house.destroy()
    await load

    kept = await brought_back(house, folder, place / "again", "--until", moment.isoformat())
    assert known <= kept
    assert not known & await brought_back(house, folder, place / "all")


async def test_a_killed_receiver_holds_the_house_and_the_same_command_goes_on(
    house: House, place: Path
) -> None:
    folder = place / "backup"
    house.serve()
    killed = house.follow(folder, "--synchronous")
    acknowledged: list[str] = []
    load = asyncio.create_task(acts(house, acknowledged))
    assert await grown(acknowledged, by=20)
    [receiver] = children(killed.pid)
    os.kill(killed.pid, signal.SIGKILL)
    os.kill(receiver, signal.SIGKILL)
    await grown(acknowledged, by=12, seconds=1)  # What was on its way.
    assert not await grown(acknowledged, by=1, seconds=2)

    again = house.follow(folder, "--synchronous")
    assert await grown(acknowledged, by=20)
    again.terminate()
    assert again.wait(timeout=10) == 128 + signal.SIGTERM
    assert await grown(acknowledged, by=20)  # It was ended in order: the house no longer waits.
    house.destroy()
    await load
