"""Debian's khal and vdirsyncer, which we did not write, follow a hearing in a served house."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record.migrating import newest
from tests.web.conftest import token
from tests.web.hearing_room import HALL, TOPIC, WHY, Matter, notice, proposed, ready, seat_chambers

ROOT = Path(__file__).parents[2]
PROGRAMS = ("khal", "vdirsyncer")
SYNC = """
[general]
status_path = "{home}/status/"
[pair hearings]
a = "remote"
b = "local"
collections = null
conflict_resolution = "a wins"
[storage remote]
type = "http"
url = "{url}"
[storage local]
type = "filesystem"
path = "{home}/calendar/"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[hearings]]
path = {home}/calendar/
readonly = True
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Asia/Almaty
default_timezone = Asia/Almaty
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
TOLD = "{start-long}|{title}|{location}|{status}"


@dataclass
class Reader:
    """Somebody who has subscribed to the calendar."""

    home: Path

    def follow(self) -> list[str]:
        """Fetches what is new, and tells all hearings of the spring."""
        self.run("vdirsyncer", "-c", "sync.conf", "sync")
        told = ("list", "--format", TOLD, "--day-format", "", "2026-03-01", "90d")
        said = self.run("khal", "-c", "khal.conf", *told)
        return [line.strip() for line in said.splitlines() if "|" in line]

    def run(self, *words: str) -> str:
        here = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(  # noqa: S603
            words, cwd=self.home, env=here, input="y\n", capture_output=True, text=True,
            check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module", autouse=True)
def programs() -> None:
    """Installed where we may; elsewhere whoever runs the tests may install them."""
    if all(map(shutil.which, PROGRAMS)):
        return
    if os.getuid() == 0 and shutil.which("apt-get"):
        for words in (["update"], ["install", "--yes", "--no-install-recommends", *PROGRAMS]):
            subprocess.run(  # noqa: S603
                ["apt-get", "--quiet", *words],  # noqa: S607
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                capture_output=True, check=False, timeout=100,
            )  # fmt: skip
    if not all(map(shutil.which, PROGRAMS)):
        pytest.skip("khal and vdirsyncer are not there: apt install khal vdirsyncer")


@pytest_asyncio.fixture
async def stamped(database: str, engine: AsyncEngine) -> str:
    """The tests' database has the newest tables already, and says so."""
    async with engine.begin() as connection:
        await connection.exec_driver_sql("CREATE TABLE alembic_version (version_num text)")
        version = f"INSERT INTO alembic_version VALUES ('{newest()}')"
        await connection.exec_driver_sql(version)
    return database


@pytest.fixture
def address(stamped: str, tmp_path: Path) -> Iterator[str]:
    """A house in two processes of its own, over the test's database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    here = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE_URL": stamped,
        "CHAMBER_AS_OF": "2026-04-01", "CHAMBER_DATA": str(tmp_path), "PORT": port, "WORKERS": "2",
    }  # fmt: skip
    serve = (sys.executable, "-m", "chamber", "serve")
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603
            serve, env=here, stdout=log, stderr=log, start_new_session=True
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(url, server, tmp_path / "log")
        yield url
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while True:
        assert server.poll() is None, log.read_text()
        assert time.monotonic() < until, log.read_text()
        try:
            if httpx.get(f"{url}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)


@pytest_asyncio.fixture
async def matter(address: str, engine: AsyncEngine) -> AsyncIterator[Matter]:
    async with AsyncSession(engine) as session, session.begin():
        here = await seat_chambers(session)
    shown = await token(engine, Role.SECRETARIAT, "mazhilis")
    headers = {"Authorization": f"Bearer {shown}"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=20) as clerk:
        yield await proposed(clerk, here)


@pytest.fixture
def reader(address: str, tmp_path: Path) -> Reader:
    home = tmp_path / "reader"
    (home / "calendar").mkdir(parents=True)
    told = {"home": home, "url": f"{address}/feeds/hearings.ics?lang=kk"}
    (home / "sync.conf").write_text(SYNC.format(**told))
    (home / "khal.conf").write_text(KHAL.format(**told))
    one = Reader(home)
    one.run("vdirsyncer", "-c", "sync.conf", "discover")
    return one


@pytest.mark.timeout(300)
async def test_a_calendar_program_sees_a_hearing_come_move_and_fall(
    matter: Matter, reader: Reader
) -> None:
    assert reader.follow() == []

    await ready(matter, "2026-04-10T10:00:00+05:00", "2026-03-20T10:00:00+05:00")
    topic = TOPIC["kk"]
    assert reader.follow() == [f"2026-04-10 10:00|{topic}|{HALL}|CONFIRMED"]

    later = "2026-04-17T15:00:00+05:00"
    elsewhere = {"kk": "Астана, 2-зал", "ru": "Астана, зал 2"}
    told = {"starts_at": later, "place": elsewhere, "reason": WHY}
    await matter.done("reschedule", "2026-03-24", **told)
    moved = notice("2026-03-25T10:00:00+05:00", later, place="Астана, 2-зал")
    await matter.done("notice", **moved)
    assert reader.follow() == [f"2026-04-17 15:00|Ауыстырылды: {topic}|Астана, 2-зал|CONFIRMED"]

    await matter.done("cancel", "2026-03-26", reason=WHY)
    gone = f"2026-04-17 15:00|Өткізілмейді: {topic}|Астана, 2-зал|CANCELLED"
    assert reader.follow() == [gone]
    assert reader.follow() == [gone]  # Nothing new, and nothing twice.
