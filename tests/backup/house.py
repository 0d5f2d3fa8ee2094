"""A house in processes of its own, asked over HTTP as hard as it goes, and destroyed."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx

from chamber.embedded.place import socket_directory, within_reach

ROOT = Path(__file__).parents[2]
NAME = {"kk": "Өтегенов Бауыржан", "ru": "Утегенов Бауыржан", "latin": "Otegenov Bauyrzhan"}
PERSON = {"act": {"kind": "person", "on": "2026-03-01", "name": NAME}}
PEOPLE = "/api/v1/people"


@dataclass
class House:
    """Its data in `home`; `token` is a clerk's."""

    home: Path
    token: str
    port: int = field(default_factory=lambda: free_port())  # noqa: PLW0108 -- it stands below
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "CHAMBER_DATA": str(self.home),
            "PORT": str(self.port), "WORKERS": "2", "COLUMNS": "200",
        }  # fmt: skip

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def dsn(self) -> str:
        programs, data = within_reach(self.home, None)
        return f"postgresql://postgres@/chamber?host={socket_directory(data, programs.account)}"

    def begin(self, *words: str, said: int = subprocess.PIPE) -> subprocess.Popen[str]:
        """A command that stays, until it is ended here or by the test."""
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "chamber", *words],
            env=self.environment, stdout=said, stderr=subprocess.STDOUT, text=True,
            start_new_session=True,
        )  # fmt: skip
        self.running.append(process)
        return process

    def serve(self) -> subprocess.Popen[str]:
        process = self.begin("serve", said=subprocess.DEVNULL)  # Nobody reads: a pipe would fill.
        until = time.monotonic() + 60
        while True:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.at}/readyz").status_code == 200:
                    return process
            assert time.monotonic() < until
            assert process.poll() is None, process.communicate()
            time.sleep(0.1)

    def follow(self, folder: Path, *words: str) -> subprocess.Popen[str]:
        process = self.begin("backup", str(folder), "--follow", *words)
        assert process.stdout
        said = ""
        for line in process.stdout:
            said += line
            if line.startswith("Following."):
                return process
        raise AssertionError(said)

    def do(self, *words: str) -> subprocess.CompletedProcess[str]:
        return done(self.environment, *words)

    def destroy(self, *, saving: Path | None = None) -> None:
        """The machine is gone, with all that ran on it and all that lay on it.

        The folder of the signer is saved to `saving`: a copy of it was kept elsewhere.
        """
        _, data = within_reach(self.home, None)
        socket_at = Path(self.dsn().partition("host=")[2])
        for process in self.running:
            kill_tree(process.pid)
            process.wait()
            if process.stdout:
                process.stdout.close()
        with suppress(OSError, ValueError):
            kill_tree(int((data / "postmaster.pid").read_text().split()[0]))
        if saving:
            shutil.copytree(self.home / "seal", saving)
        shutil.rmtree(self.home)
        shutil.rmtree(socket_at, ignore_errors=True)


def done(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "chamber", *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def children(process: int) -> list[int]:
    asked = ["/usr/bin/pgrep", "-P", str(process)]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    return [int(number) for number in found.stdout.split()]


def kill_tree(process: int) -> None:
    """Stopped first, so that nobody is born between the listing and the kill."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGSTOP)
        for child in children(process):
            kill_tree(child)
        os.kill(process, signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def acts(house: House, acknowledged: list[str], *, clients: int = 6) -> None:
    """People are entered, one after another by each client, until the house is gone."""

    async def enter() -> None:
        headers = {"Authorization": f"Bearer {house.token}"}
        async with httpx.AsyncClient(base_url=house.at, headers=headers, timeout=60) as client:
            with suppress(httpx.TransportError):
                while True:
                    key = {"Idempotency-Key": str(uuid4())}
                    answer = await client.post(PEOPLE, json=PERSON, headers=key)
                    if answer.status_code != 201:  # The database is going, or has been emptied.
                        return
                    acknowledged.append(answer.headers["Location"].rsplit("/", 1)[1])

    await asyncio.gather(*(enter() for _ in range(clients)))


async def grown(acknowledged: list[str], *, by: int, seconds: float = 60) -> bool:
    """Whether so many more were acknowledged in time."""
    wanted, until = len(acknowledged) + by, time.monotonic() + seconds
    while len(acknowledged) < wanted and time.monotonic() < until:
        await asyncio.sleep(0.02)
    return len(acknowledged) >= wanted


async def people(dsn: str) -> set[str]:
    connection = await asyncpg.connect(dsn)
    try:
        found = await connection.fetch("SELECT uid FROM proceeding WHERE noun = 'people'")
        return {str(uid) for (uid,) in found}
    finally:
        await connection.close()
