"""What is broken off leaves nothing that looks finished, and can be begun again."""

import asyncio
import os
import signal
import time
from pathlib import Path

import pytest

from chamber.embedded.server import embedded_server
from tests.backup.house import House, done, kill_tree
from tests.embedded.visitor import ask

pytestmark = pytest.mark.timeout(300)
SLOTS = "SELECT count(*) FROM pg_replication_slots"


def appears(path: Path) -> None:
    until = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < until, f"no {path}"
        time.sleep(0.005)


async def test_a_backup_that_is_ended_leaves_nothing_behind_on_either_side(
    house: House, place: Path
) -> None:
    with embedded_server(house.home):
        backup = house.begin("backup", str(place / "backup"), "--follow")
        appears(place / "backup.part" / "base")
        backup.terminate()
        assert backup.wait(timeout=20) == 128 + signal.SIGTERM
        assert not list(place.iterdir())
        assert await ask(house.dsn(), SLOTS) == 0


def test_a_backup_that_was_killed_is_begun_again(house: House, place: Path) -> None:
    backup = house.begin("backup", str(place / "backup"))
    appears(place / "backup.part" / "base")
    kill_tree(backup.pid)
    backup.wait()
    assert not (place / "backup").exists()

    again = house.do("backup", str(place / "backup"))
    assert again.returncode == 0, again.stderr
    assert [entry.name for entry in place.iterdir()] == ["backup"]
    assert (place / "backup").stat().st_mode & 0o777 == 0o700


async def test_a_restore_that_was_killed_is_begun_again(house: House, place: Path) -> None:
    folder, into = place / "backup", place / "again"
    assert house.do("backup", str(folder)).returncode == 0
    restore = house.begin("restore", str(folder), "--into", str(into))
    appears(into / "pg18.restored" / "postmaster.pid")  # Its server runs, and is left behind.
    os.kill(restore.pid, signal.SIGKILL)
    restore.wait()
    assert not (into / "pg18").exists()

    again = done(house.environment, "restore", str(folder), "--into", str(into))
    assert again.returncode == 0, again.stderr
    with embedded_server(into) as server:
        assert await ask(server.dsn("chamber"), "SELECT count(*) FROM account") == 1
    assert not (into / "pg18.restored").exists()


async def test_a_server_of_ones_own_is_backed_up_by_who_may_replicate(
    house: House, place: Path
) -> None:
    with embedded_server(house.home) as server:
        at = server.dsn("chamber")
        await ask(at, "CREATE ROLE clerk LOGIN PASSWORD 'not told'")
        own = {**house.environment, "CHAMBER_DATA": str(place / "none"), "DATABASE_URL": at}
        may_not = {**own, "DATABASE_URL": at.replace("postgres@", "clerk:not%20told@")}

        refused = await asyncio.to_thread(done, may_not, "backup", str(place / "backup"))
        assert refused.returncode == 1
        assert refused.stderr.startswith("chamber: The backup was not taken: ")
        assert refused.stderr.count("\n") == 1
        assert "not told" not in refused.stderr
        assert not list(place.iterdir())

        taken = await asyncio.to_thread(done, own, "backup", str(place / "backup"))
        assert taken.returncode == 0, taken.stderr
    assert [entry.name for entry in place.iterdir()] == ["backup"]
