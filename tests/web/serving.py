"""A house that is really served, by two processes, from a program of its own."""

import asyncio
import os
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.conftest import of_public

ROOT = Path(__file__).parents[2]


@dataclass
class Served:
    address: str
    log: Path  # All that the program has said.

    async def ask(self, method: str, path: str, **more: object) -> httpx.Response:
        """On a connection of its own: whichever process takes it."""
        async with httpx.AsyncClient(base_url=self.address, timeout=30) as client:
            return await client.request(method, path, **more)  # type: ignore[arg-type]

    async def processes(self, at_least: int = 2) -> None:
        """Until so many have answered: the feeds name the process in each request's number."""
        seen: set[str] = set()
        for _ in range(500):
            answer = await self.ask("GET", "/feeds/hearings.json")
            seen.add(answer.headers["X-Request-Id"][:24])
            if len(seen) >= at_least:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"only {len(seen)} processes answer")


@asynccontextmanager
async def served(database: str, **settings: str) -> AsyncIterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    told = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PORT": port, "WORKERS": "2",
            "DATABASE_URL": database, "DATABASE_READ_URL": of_public(database), "SEAL": "0",
            "CHAMBER_AS_OF": "2026-04-01"}  # fmt: skip
    with tempfile.TemporaryDirectory() as home:
        log = Path(home) / "log"
        with log.open("wb") as out:
            program = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.web.served",
                env=told | {"CHAMBER_DATA": home} | settings, stdout=out, stderr=out,
                start_new_session=True,
            )  # fmt: skip
        here = Served(f"http://127.0.0.1:{port}", log)
        try:
            await ready(here)
            yield here
        finally:
            if program.returncode is None:
                os.killpg(program.pid, signal.SIGTERM)
            await asyncio.wait_for(program.wait(), 20)


async def ready(here: Served) -> None:
    for _ in range(600):
        try:
            if (await here.ask("GET", "/healthz")).status_code == 200:
                return
        except httpx.TransportError:
            await asyncio.sleep(0.1)
    raise AssertionError(here.log.read_text()[-3_000:])
