"""The embedded server survives what machines do to it. Real processes, really killed."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest

from chamber.embedded import place
from chamber.embedded.server import embedded_server
from tests.embedded.visitor import Visitor, ask, eventually, kill_server, server_number


async def test_two_come_at_once_and_the_last_one_out_stops_the_server(home: Path) -> None:
    first, second = Visitor(home), Visitor(home)
    assert first.dsn() == (dsn := second.dsn())

    assert first.leave() == 0
    assert await ask(dsn, "SELECT 1") == 1
    assert second.leave() == 0
    assert server_number(home / "pg18") is None


async def test_after_a_killed_application_the_next_one_stops_the_server(home: Path) -> None:
    visitor = Visitor(home)
    dsn = visitor.dsn()
    visitor.kill()
    assert await ask(dsn, "SELECT 1") == 1

    with embedded_server(home) as server:
        assert server.dsn() == dsn
    assert server_number(home / "pg18") is None


async def test_a_killed_server_comes_back_under_the_application_with_all_that_was_committed(
    home: Path,
) -> None:
    with embedded_server(home) as server:
        await ask(server.dsn(), "CREATE TABLE kept AS SELECT 57 AS article")
        killed = server_number(home / "pg18")
        kill_server(home / "pg18")

        assert eventually(lambda: server_number(home / "pg18") not in (killed, None))
        until = time.monotonic() + 8
        while time.monotonic() < until:
            with suppress(OSError, asyncpg.CannotConnectNowError):
                assert await ask(server.dsn(), "SELECT article FROM kept") == 57
                break
        else:
            pytest.fail("the server did not come back")


async def test_both_killed_at_once_are_no_obstacle_to_the_next(home: Path) -> None:
    visitor = Visitor(home)
    await ask(visitor.dsn(), "CREATE TABLE kept AS SELECT 57 AS article")
    visitor.process.kill()
    kill_server(home / "pg18")
    visitor.leave()

    with embedded_server(home) as server:
        assert await ask(server.dsn(), "SELECT article FROM kept") == 57


async def test_an_innocent_process_with_the_number_of_a_dead_server_lives(home: Path) -> None:
    with embedded_server(home):
        kept = (home / "pg18" / "postmaster.pid").read_text()
    with subprocess.Popen(["/bin/sleep", "60"]) as innocent:
        with embedded_server(home) as server:
            assert await ask(server.dsn(), "SELECT 1") == 1
        stale = "\n".join([str(innocent.pid), *kept.splitlines()[1:]])
        (home / "pg18" / "postmaster.pid").write_text(stale)

        with embedded_server(home) as server:
            assert await ask(server.dsn(), "SELECT 1") == 1
        assert innocent.poll() is None
        innocent.kill()


def test_at_the_end_too_an_innocent_process_is_left_alone(home: Path) -> None:
    with subprocess.Popen(["/bin/sleep", "60"]) as innocent:
        with embedded_server(home):
            cluster = place.settle(home, None, durable=False)
            lock = home / "pg18" / "postmaster.pid"
            server, kept = server_number(home / "pg18"), lock.read_text()
            lock.write_text(kept.replace(str(server), str(innocent.pid), 1))
            cluster.stop()

            assert innocent.poll() is None
            lock.write_text(kept)
        innocent.kill()


async def test_a_dead_server_that_nobody_reaped_does_not_count_as_running(home: Path) -> None:
    with embedded_server(home):
        pass
    with subprocess.Popen(["/bin/true"]) as dead:  # Not waited for: a zombie, until the end.
        assert eventually(lambda: b"Z" in Path(f"/proc/{dead.pid}/stat").read_bytes().split())
        (home / "pg18" / "postmaster.pid").write_text(f"{dead.pid}\n{home}/pg18\n")

        with embedded_server(home) as server:
            assert await ask(server.dsn(), "SELECT 1") == 1


def test_sigterm_stops_the_server_within_ten_seconds(home: Path) -> None:
    visitor = Visitor(home)
    visitor.dsn()

    visitor.process.terminate()
    visitor.process.wait(timeout=10)
    assert server_number(home / "pg18") is None
    assert visitor.leave() == 128 + signal.SIGTERM


async def test_data_removed_and_made_anew_are_not_served_by_the_old_server(home: Path) -> None:
    visitor = Visitor(home)
    await ask(dsn := visitor.dsn(), "CREATE TABLE old ()")
    old = server_number(home / "pg18")
    assert old
    visitor.kill()
    shutil.rmtree(home)

    with embedded_server(home) as server:
        assert await ask(server.dsn(), "SELECT to_regclass('old')") is None
    os.kill(old, signal.SIGINT)
    shutil.rmtree(dsn.partition("host=")[2])
