"""The house as it is served, by two processes, over a database of a test's own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from tests.conftest import beside

ROOT = Path(__file__).parents[2]
WORKERS = 2


async def address_of(engine: AsyncEngine, server: str) -> str:
    async with engine.connect() as connection:
        named = await connection.exec_driver_sql("SELECT current_database()")
        return beside(server, str(named.scalar_one()))


@contextmanager
def served(dsn: str, log: Path) -> Iterator[int]:
    """Its port, once both answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "benchmarks.serving", "house", str(port), dsn, str(WORKERS)]
    with log.open("w") as said:
        process = subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, stdout=said, stderr=said, start_new_session=True,
            env=dict(os.environ),
        )  # fmt: skip
    try:
        wait_for(port, process, log)
        yield port
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the house does not come up: {log.read_text()[-500:]}")
