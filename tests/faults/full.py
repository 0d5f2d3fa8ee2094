"""A full disk: no room for another word. What is kept stays, and is read; nothing else is said."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from chamber.database import NAME
from chamber.embedded.server import embedded_server
from tests.faults.asking import Client
from tests.faults.errand import Errand
from tests.faults.ground import audited
from tests.faults.ledger import Found, Ledger
from tests.faults.plug import SBIN
from tests.faults.serving import serving
from tests.faults.voting import Voting

MEGABYTE = 1024 * 1024
DISK = 400  # Megabytes.
PIECES = (8 * MEGABYTE, MEGABYTE, 64 * 1024, 4096)
REFUSALS = 5  # So many, and it is full enough.
FULL_FOR_SECONDS = 4.0
# Room for the log of what is undone is laid aside beforehand, as on any production server.
SETTINGS = "min_wal_size = 64MB\nmax_wal_size = 64MB\ncheckpoint_timeout = 30s\n"


@dataclass
class Full:
    counted: Counter[str] = field(default_factory=Counter)
    found: Found = field(default_factory=Found)
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)


def possible() -> bool:
    """Only root may mount a small disk, and not everywhere."""
    if os.geteuid() != 0:
        return False
    with suppress(OSError, subprocess.CalledProcessError):
        place = Path(tempfile.mkdtemp(prefix="chamber-faults-"))
        with small_disk(place):
            pass
        place.rmdir()
        return True
    return False


@contextmanager
def small_disk(at: Path) -> Iterator[Path]:
    at.mkdir(parents=True, exist_ok=True)
    run_root("mount", "-t", "tmpfs", "-o", f"size={DISK}m,mode=755", "tmpfs", str(at))
    try:
        yield at
    finally:
        run_root("umount", "-l", str(at))


def run_root(*command: str) -> None:
    path = f"{os.environ.get('PATH', '')}:{SBIN}"
    subprocess.run(command, check=True, capture_output=True, env={"PATH": path})  # noqa: S603


@dataclass
class Disk:
    at: Path

    @property
    def ballast(self) -> Path:
        return self.at / "ballast"

    def fill(self) -> None:
        """To the last page."""
        with self.ballast.open("ab", buffering=0) as file:
            for piece in PIECES:
                with suppress(OSError):
                    while file.write(bytes(piece)) == piece:
                        pass

    def make_room(self) -> None:
        self.ballast.unlink(missing_ok=True)


def run(errand: Errand) -> Full:
    home = errand.home
    with small_disk(home) as at:
        place = at / "data"
        with (errand.ground.copy(place) / "pg18" / "postgresql.auto.conf").open("a") as conf:
            conf.write(SETTINGS)
        logs = home.with_name(f"{home.name}-logs")
        logs.mkdir()
        with embedded_server(place) as server, serving(server.dsn(NAME), logs / "log") as served:
            client = Client(served.port, errand.dice("keys"))
            found = asyncio.run(go(errand, server.dsn(NAME), client, Disk(at)))
        shutil.rmtree(logs)
        return found


async def go(errand: Errand, dsn: str, client: Client, disk: Disk) -> Full:
    done, ledger, dice = Full(), Ledger(), errand.dice("disks")
    await ledger.begin(dsn)

    def over() -> bool:
        return errand.enough(done.counted["rounds"])

    voting = Voting(errand.town, client, ledger, errand.dice("ballots"), over)
    load = asyncio.create_task(voting.go())
    while not load.done() and not over():
        await until_kept(voting, load)
        await asyncio.sleep(dice.random())
        await one_round(voting, disk, done)
        done.counted["rounds"] += 1
        errand.told(1)
    done.faults += await voting.ended(load, at_once=False)
    done.found = await ledger.look_at_all(dsn)
    done.faults += [str(one) for one in await audited(dsn)] + client.complaints
    done.acknowledged, done.asked = len(ledger), client.counted
    return done


async def until_kept(voting: Voting, load: "asyncio.Task[None]") -> None:
    """Writes have come back: something new is acknowledged, and nobody did anything for it."""
    voting.acknowledged.clear()
    waiting = asyncio.create_task(voting.acknowledged.wait())
    await asyncio.wait({waiting, load}, timeout=60, return_when=asyncio.FIRST_COMPLETED)
    if not waiting.done() and not load.done():
        raise RuntimeError("nothing is acknowledged, though there is room again")
    waiting.cancel()


async def one_round(voting: Voting, disk: Disk, done: Full) -> None:
    client = voting.client
    await asyncio.to_thread(disk.fill)
    refused = refusals(client)
    try:
        for _ in range(int(FULL_FOR_SECONDS / 0.1)):
            await asyncio.sleep(0.1)
            answer = await client.get(f"/api/v1/sittings/{voting.town.plenary}")
            done.counted["read" if answer and answer.status == 200 else "not read"] += 1
            if refusals(client) - refused >= REFUSALS:
                done.counted["full"] += 1
                return
            await asyncio.to_thread(disk.fill)  # What was let go in between.
    finally:
        await asyncio.to_thread(disk.make_room)


def refusals(client: Client) -> int:
    return client.counted["answered 503"] + client.counted["answered 507"]
