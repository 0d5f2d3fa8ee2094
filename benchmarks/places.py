"""Where things run while they are measured: the database, the servers, and wrk."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.measuring import parent_of
from chamber.embedded.programs import packaged
from chamber.embedded.server import embedded_server
from chamber.record.rights import PUBLIC

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".bench"  # Kept between runs: filling takes minutes.
LOAD, SERVER = 0, 1  # The cores of the two that press and answer; PostgreSQL runs where it likes.
TUNED = (("shared_buffers", "1GB"), ("max_connections", "300"), ("max_wal_size", "8GB"))


class Missing(Exception):
    """Something that is not ours is needed, and is not there."""


@contextmanager
def database_server() -> Iterator[str]:
    """A durable server of our own with room for its data in memory."""
    with embedded_server(HOME) as lent:
        tuned = asyncio.run(tune(lent.dsn()))
        if tuned:
            yield lent.dsn()
            return
    with embedded_server(HOME) as lent:  # What was set holds from the next start on.
        yield lent.dsn()


async def tune(dsn: str) -> bool:
    """Whether it runs as it shall already."""
    connection = await asyncpg.connect(dsn)
    try:
        found = [await connection.fetchval(f"SHOW {name}") == value for name, value in TUNED]
        for name, value in TUNED:
            await connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        return all(found)
    finally:
        await connection.close()


def as_public(dsn: str) -> str:
    """The same database, as the public comes in."""
    return dsn.replace("//postgres@", f"//{PUBLIC}@", 1)


async def postmaster(dsn: str) -> int:
    """The process from which all others of the database descend."""
    connection = await asyncpg.connect(dsn)
    try:
        return parent_of(int(await connection.fetchval("SELECT pg_backend_pid()")))
    finally:
        await connection.close()


@dataclass(frozen=True)
class Serving:
    port: int
    pid: int


@contextmanager
def served(what: str, dsn: str, *, workers: int = 1, **settings: str) -> Iterator[Serving]:
    """A server in a process of its own, once it answers."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.serving", what, str(port), dsn, str(workers)]
    with (ROOT / ".bench" / f"{what}.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603
            [*pinned(SERVER), *command], cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
            env={**os.environ, **settings},
        )  # fmt: skip
    try:
        wait_for(port, process)
        yield Serving(port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise Missing("A server that was to be measured does not start: see the logs in .bench.")


def pinned(core: int) -> list[str]:
    """Nothing where there is one core only, or no program to pin with."""
    taskset = shutil.which("taskset")
    return [taskset, "-c", str(core)] if taskset and (os.cpu_count() or 1) > 1 else []


def program(name: str, package: str) -> str:
    """One of Debian's. Root may install its package; nothing of it is started."""
    path = f"{os.environ.get('PATH', '')}:/usr/local/sbin:/usr/sbin:/sbin"
    if found := shutil.which(name, path=path):
        return found
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        print(f"Installing {package}, which is not here …", file=sys.stderr)
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        quiet["env"] = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        install = [apt, "install", "-y", "--no-install-recommends", package]
        subprocess.run([apt, "update"], check=False, **quiet)  # noqa: S603
        subprocess.run(install, check=False, **quiet)  # noqa: S603
    if found := shutil.which(name, path=path):
        return found
    raise Missing(f"{name} is needed and is not here: install it (apt install {package}).")


def pgbench() -> Path:
    """PostgreSQL's own, from the embedded programs or from Debian's."""
    if (ours := packaged() / "pgbench").exists():
        return ours
    if found := shutil.which("pgbench"):
        return Path(found)
    raise Missing("pgbench is needed and is not here: install it (apt install postgresql-contrib).")
