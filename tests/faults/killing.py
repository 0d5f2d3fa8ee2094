"""Random SIGKILL: of a back end, of the whole database, of a worker, of the whole application."""

import asyncio
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from chamber.database import NAME
from chamber.embedded.postmaster import is_postmaster, written
from chamber.embedded.server import embedded_server
from tests.faults.asking import Client
from tests.faults.errand import Errand
from tests.faults.ground import audited
from tests.faults.ledger import Found, Ledger
from tests.faults.processes import children, kill, kill_tree
from tests.faults.serving import CHAMBER, Serving, serving
from tests.faults.voting import Voting

# How often each: the dear ones seldom. The sockets are torn too, and are no kill.
KINDS = {"backend": 48, "worker": 24, "database": 18, "application": 3, "both": 2, "sockets": 5}
AWAY = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)
BACK_WITHIN_SECONDS = 600  # On a machine that has much else to do.


@dataclass
class Killed:
    """What was done, and what was found."""

    counted: Counter[str] = field(default_factory=Counter)
    found: Found = field(default_factory=Found)
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)  # By the audit, and complaints of the client.
    asked: Counter[str] = field(default_factory=Counter)

    @property
    def kills(self) -> int:
        return sum(self.counted[kind] for kind in KINDS if kind != "sockets")


@dataclass(frozen=True)
class Variant:
    """What is killed, and what runs. A control is broken, and done once something is lost."""

    kinds: dict[str, int]
    program: tuple[str, ...] = CHAMBER
    settings: str = ""  # Lines for the server.
    control: bool = False


AS_IT_IS = Variant(KINDS)


@dataclass
class Chaos:
    """One who kills, while others vote."""

    errand: Errand
    served: Serving
    voting: Voting
    variant: Variant
    random: random.Random
    done: Killed

    async def strike(self) -> None:
        await self.lurk()
        kinds = self.variant.kinds
        kind = self.random.choices(list(kinds), list(kinds.values()))[0]
        if await asyncio.to_thread(self.hit, kind):
            self.done.counted[kind] += 1
            self.errand.told(kind != "sockets")
        if self.random.random() < 0.7:  # Otherwise the next one comes while it recovers.
            self.done.found |= await self.looked_up()
            self.voting.acknowledged.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.voting.acknowledged.wait(), 20)

    async def lurk(self) -> None:
        """A control is hit where it hurts: when ballots have just been acknowledged."""
        if not self.variant.control:
            await asyncio.sleep(self.random.random() * 0.3)
            return
        self.voting.voted.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.voting.voted.wait(), 30)

    def hit(self, kind: str) -> bool:
        """Whether there was something to kill."""
        match kind:
            case "backend":
                return self.kill_one(self.backends())
            case "worker":
                return self.kill_one(self.served.workers())
            case "sockets":
                return self.voting.client.tear() > 0
        if kind in ("application", "both"):
            self.served.kill()
        if kind in ("database", "both"):
            self.kill_database()
        if kind in ("application", "both"):
            self.served.start()
        return True

    def kill_one(self, pids: list[int]) -> bool:
        return bool(pids) and kill(self.random.choice(pids))

    def backends(self) -> list[int]:
        """Every process of the server but the first: the writers of its files are hit too."""
        pid = self.postmaster()
        return children(pid) if pid else []

    def kill_database(self) -> None:
        if pid := self.postmaster():
            kill_tree(pid)

    def postmaster(self) -> int | None:
        """Its number, where the process of that number is really ours."""
        pid = written(self.errand.home / "pg18" / "postmaster.pid")
        socket = Path(self.served.dsn.partition("host=")[2])
        return pid if pid and is_postmaster(pid, socket) else None

    async def supervise(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            self.done.counted["restarts"] += self.served.supervise()

    async def looked_up(self) -> Found:
        """As soon as the database is back."""
        until = time.monotonic() + BACK_WITHIN_SECONDS
        while True:
            try:
                return await self.voting.ledger.look(self.served.dsn)
            except AWAY:
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.05)


def run(errand: Errand, variant: Variant = AS_IT_IS) -> Killed:
    home = errand.home
    with (errand.ground.copy(home) / "pg18" / "postgresql.auto.conf").open("a") as conf:
        conf.write(variant.settings)
    with (
        embedded_server(home) as server,
        serving(server.dsn(NAME), home / "serve.log", variant.program) as served,
    ):
        return asyncio.run(go(errand, served, variant))


async def go(errand: Errand, served: Serving, variant: Variant) -> Killed:
    done, ledger = Killed(), Ledger()
    client = Client(served.port, errand.dice("keys"))
    await ledger.begin(served.dsn)

    def over() -> bool:
        return errand.enough(done.kills) or (variant.control and bool(done.found))

    voting = Voting(errand.town, client, ledger, errand.dice("ballots"), over)
    chaos = Chaos(errand, served, voting, variant, errand.dice("kills"), done)
    load = asyncio.create_task(voting.go())
    supervisor = asyncio.create_task(chaos.supervise())
    while not over() and not load.done():
        await chaos.strike()
    done.faults += await voting.ended(load, at_once=bool(done.found))
    supervisor.cancel()
    done.found |= await chaos.looked_up()  # It may be recovering yet.
    settled = not done.found and not done.faults
    done.found |= await ledger.look_at_all(served.dsn, settled=settled)
    done.faults += [str(one) for one in await audited(served.dsn)] + client.complaints
    done.acknowledged, done.asked = len(ledger), client.counted
    return done
