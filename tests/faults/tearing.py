"""Connections that are torn at the very commit: nobody knows then whether it was kept."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from chamber.database import NAME
from chamber.embedded.server import embedded_server
from tests.faults.asking import Client
from tests.faults.cancelling import STUCK
from tests.faults.errand import Errand
from tests.faults.ground import audited, counted
from tests.faults.ledger import Found, Ledger
from tests.faults.serving import serving
from tests.faults.voting import Voting

SOCKET = ".s.PGSQL.5432"
OFTEN, SELDOM = 0.25, 0.01  # How many commits are torn, and how much of all else.


@dataclass
class Torn:
    counted: Counter[str] = field(default_factory=Counter)
    found: Found = field(default_factory=Found)
    stuck: int = 0
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def tears(self) -> int:
        return self.counted.total()


@dataclass
class Between:
    """Stands between the house and its database, and tears at random."""

    server: Path
    random: random.Random
    done: Torn
    told: Callable[[int], None]
    calm: bool = True  # Until all have connected.

    async def connected(self, house: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        database, forth = await asyncio.open_unix_connection(str(self.server / SOCKET))
        answers = asyncio.create_task(copied(database, back))
        try:
            while said := await house.read(65536):
                when = self.torn(said)
                if when != "before":
                    forth.write(said)
                if when == "after":  # It is done, and its answer is never told.
                    await self.swallowed(answers, database)
                if when:
                    self.done.counted[when] += 1
                    self.told(1)
                    break
        except OSError:
            pass
        finally:
            answers.cancel()
            for end in (forth, back):
                end.close()  # What was written goes out; nothing more comes in.

    def torn(self, said: bytes) -> str:
        """When, if at all: before the server hears it, as it hears it, or once it has answered."""
        likely = OFTEN if b"COMMIT" in said else SELDOM
        if self.calm or self.random.random() >= likely:
            return ""
        return self.random.choice(("before", "meanwhile", "after"))

    async def swallowed(self, answers: asyncio.Task[None], database: asyncio.StreamReader) -> None:
        answers.cancel()
        with suppress(asyncio.CancelledError):
            await answers
        with suppress(TimeoutError):
            await asyncio.wait_for(database.read(65536), 2)


async def copied(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while said := await one.read(65536):
            other.write(said)
    other.close()


@asynccontextmanager
async def between(place: Path, server: Path, torn: Between) -> AsyncIterator[str]:
    """The address under which the house finds the database, as it believes."""
    place.mkdir()
    listening = await asyncio.start_unix_server(torn.connected, str(place / SOCKET))
    try:
        yield f"postgresql://postgres@/{NAME}?host={place}"
    finally:
        listening.close()


def run(errand: Errand) -> Torn:
    errand.ground.copy(errand.home)
    with embedded_server(errand.home) as server:
        return asyncio.run(go(errand, server.dsn(NAME)))


async def go(errand: Errand, dsn: str) -> Torn:
    done, ledger = Torn(), Ledger()
    socket = Path(dsn.partition("host=")[2])
    torn = Between(socket, errand.dice("tears"), done, errand.told)
    await ledger.begin(dsn)
    async with between(errand.home / "line", socket, torn) as line:
        # It starts in a thread: the line must be served meanwhile.
        served = serving(line, errand.home / "serve.log")
        here = await asyncio.to_thread(served.__enter__)
        try:
            client = Client(here.port, errand.dice("keys"))
            torn.calm = False

            def over() -> bool:
                return errand.enough(done.tears)

            voting = Voting(errand.town, client, ledger, errand.dice("ballots"), over)
            await voting.go()
            torn.calm = True
            done.stuck = await counted(dsn, STUCK)
        finally:
            await asyncio.to_thread(served.__exit__, None, None, None)
    done.found = await ledger.look_at_all(dsn)
    done.faults = [str(one) for one in await audited(dsn)] + client.complaints
    done.acknowledged = len(ledger)
    return done
