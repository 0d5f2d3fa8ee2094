"""An application that uses the embedded server; and what is asked of the server, or done to it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg

VISIT = """
import sys
from pathlib import Path
from chamber.embedded.server import embedded_server
with embedded_server(Path(sys.argv[1])) as server:
    print(server.dsn(), flush=True)
    sys.stdin.read()
"""


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
