"""The embedded server survives what machines do to it. Real processes, really killed."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from chamber.embedded import place
from chamber.embedded.postmaster import title
from chamber.embedded.server import embedded_server
from chamber.embedded.stuck import waits_for_nobody
from chamber.embedded.trouble import Trouble

MEMORY = Path("/dev/shm")  # noqa: S108 -- nothing in it is kept
VISIT = """
import sys
from pathlib import Path
from chamber.embedded.server import embedded_server
with embedded_server(Path(sys.argv[1])) as server:
    print(server.dsn(), flush=True)
    sys.stdin.read()
"""
ROOT = os.geteuid() == 0


class Visitor:
    """An application in a process of its own, who stays until it is let go."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", VISIT, str(home)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **environment},
        )  # fmt: skip

    def dsn(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def leave(self) -> int:
        self.process.communicate(timeout=15)
        return self.process.returncode

    def kill(self) -> None:
        self.process.kill()
        self.leave()


@pytest.fixture
def home() -> Iterator[Path]:
    base = MEMORY if MEMORY.is_dir() else Path("/var/tmp")  # noqa: S108
    home = base / f"chamber-test-{uuid4().hex[:8]}"
    yield home
    for lock in home.glob("**/postmaster.pid"):
        with suppress(ProcessLookupError, ValueError):
            kill_server(lock.parent)
    shutil.rmtree(home, ignore_errors=True)


async def ask(dsn: str, question: str) -> object:
    connection = await asyncpg.connect(dsn)
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def server_number(data: Path) -> int | None:
    """The process of a running server; its lock file is gone when it has stopped in order."""
    lock = data / "postmaster.pid"
    return int(lock.read_text().split()[0]) if lock.exists() else None


def kill_server(data: Path) -> None:
    number = server_number(data)
    assert number
    os.kill(number, signal.SIGKILL)


def eventually(true: Callable[[], bool], *, seconds: float = 8) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return False


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


@pytest.mark.parametrize("locale", ["C", "ru_RU.UTF-8", "kk_KZ.RK1048", "no such locale"])
async def test_kazakh_is_understood_whatever_the_locale_of_the_machine(
    home: Path, locale: str
) -> None:
    visitor = Visitor(home, LC_ALL=locale, LANG=locale, PGDATA="/nowhere", PGPORT="1")
    dsn = visitor.dsn()

    assert await ask(dsn, "SELECT lower('ӘҒҚҢӨҰҮҺІ')") == "әғқңөұүһі"
    await ask(dsn, "CREATE EXTENSION pg_trgm")
    assert await ask(dsn, "SELECT similarity('Құрылтай', 'құрылтайы') > 0.7") is True
    assert await ask(dsn, "SELECT to_tsvector('simple', '«Құрылтай»')::text") == "'құрылтай':1"
    assert visitor.leave() == 0


async def test_a_long_path_with_letters_that_a_shell_would_take_for_its_own(home: Path) -> None:
    with embedded_server(home / "$HOME `true` \"a\" 'b' Ә" / ("d" * 200)) as server:
        assert await ask(server.dsn(), "SELECT 1") == 1


async def test_what_was_only_half_made_is_made_again(home: Path) -> None:
    half = home / "pg18.part"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    with embedded_server(home) as server:
        assert await ask(server.dsn(), "SELECT 1") == 1


async def test_the_log_of_a_server_that_lasts_holds_no_data(home: Path) -> None:
    with embedded_server(home) as server:
        for setting, value in {
            "jit": "off", "log_parameter_max_length": "0", "fsync": "on", "listen_addresses": "",
            "log_parameter_max_length_on_error": "0", "log_error_verbosity": "terse",
        }.items():  # fmt: skip
            assert await ask(server.dsn(), f"SHOW {setting}") == value


def test_a_socket_directory_that_others_may_enter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "link").symlink_to(tmp_path)

    for name in ("open", "link"):
        with pytest.raises(Trouble, match="only the server's user may enter"):
            place.closed_directory(tmp_path / name, os.geteuid())
    assert place.closed_directory(tmp_path / "closed", os.geteuid()).stat().st_mode & 0o777 == 0o700
    if ROOT:
        with pytest.raises(Trouble, match="only the server's user may enter"):
            place.closed_directory(tmp_path / "closed", 12345)


def test_programs_that_are_not_there_are_named(home: Path) -> None:
    with pytest.raises(Trouble, match="no initdb there"), embedded_server(home, bin_dir=Path("/")):
        pass


@pytest.mark.skipif(not ROOT, reason="only root runs the server as somebody else")
async def test_for_root_a_closed_directory_is_opened_for_the_server_alone(home: Path) -> None:
    home.mkdir(mode=0o700)

    with embedded_server(home) as server:
        assert await ask(server.dsn(), "SELECT 1") == 1
    assert home.stat().st_mode & 0o777 == 0o710
    assert (home / "pg18").stat().st_uid != 0


@pytest.mark.skipif(not ROOT, reason="only root runs the server as somebody else")
async def test_for_root_behind_a_closed_door_the_data_go_elsewhere_and_stay_there(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir(mode=0o700)
    inner = home / "var"

    with embedded_server(inner) as server:
        await ask(server.dsn(), "CREATE TABLE kept AS SELECT 57 AS article")
    elsewhere = Path((inner / "cluster-is-at").read_text().strip())
    try:
        with embedded_server(inner) as server:
            assert await ask(server.dsn(), "SELECT article FROM kept") == 57
    finally:
        shutil.rmtree(elsewhere)
    assert home.stat().st_mode & 0o777 == 0o700
    assert capsys.readouterr().err.count("cannot reach") == 1


async def test_no_process_reads_for_another(home: Path) -> None:
    """Whoever waits for one that was killed would wait for ever: so it was with I/O workers."""
    with embedded_server(home) as server:
        connection = await asyncpg.connect(server.dsn())
        kinds = await connection.fetch("SELECT DISTINCT backend_type FROM pg_stat_activity")
        await connection.close()
    assert "checkpointer" in {kind for (kind,) in kinds}
    assert "io worker" not in {kind for (kind,) in kinds}


def a_recovery_killed(data: Path, back_end: int) -> None:
    """A killed back end makes the server begin anew; and the process that does it is killed too,
    at its very beginning."""
    number = server_number(data)
    assert number
    os.kill(back_end, signal.SIGKILL)
    children = Path(f"/proc/{number}/task/{number}/children")
    until = time.monotonic() + 8
    while time.monotonic() < until:
        for child in map(int, children.read_text().split()):
            if title(child).startswith("postgres: startup"):
                os.kill(child, signal.SIGKILL)
                return
    raise AssertionError("the server did not begin anew")


async def test_a_server_that_is_stuck_in_its_recovery_is_started_again(home: Path) -> None:
    """It is not at every killing: as often it ends by itself, and is started again as ever."""
    data, was_stuck = home / "pg18", False
    with embedded_server(home) as server:
        await ask(server.dsn(), "CREATE TABLE kept AS SELECT generate_series(1, 100000) AS n")
        for _ in range(15):
            number = server_number(data)
            connection = await asyncpg.connect(server.dsn())
            await asyncio.to_thread(a_recovery_killed, data, connection.get_server_pid())
            was_stuck = await asyncio.to_thread(is_stuck, data, number)
            assert await asyncio.to_thread(eventually, lambda: answers(server.dsn()), seconds=30)
            if was_stuck:
                break
        assert was_stuck
        assert await ask(server.dsn(), "SELECT count(*) FROM kept") == 100_000


def is_stuck(data: Path, number: int | None) -> bool:
    """A second later the same server is there, and nobody brings the data back."""
    time.sleep(1)
    if number is None or server_number(data) != number:
        return False
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return waits_for_nobody([title(int(child)) for child in children])


def answers(dsn: str) -> bool:
    try:
        return asyncio.run(ask(dsn, "SELECT 1")) == 1
    except (asyncpg.PostgresError, OSError):
        return False
