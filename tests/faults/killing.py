"""Random SIGKILL: of a back end, of the whole database, of a worker, of the whole application."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
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


@dataclass
class Chaos:
    """One who kills, while others vote."""

    data: Path
    dsn: str
    served: Serving
    voting: Voting
    random: random.Random
    done: Killed

    async def strike(self, kinds: dict[str, int]) -> None:
        await asyncio.sleep(self.random.random() * 0.3)
        kind = self.random.choices(list(kinds), list(kinds.values()))[0]
        if await asyncio.to_thread(self.hit, kind):
            self.done.counted[kind] += 1
        if self.random.random() < 0.7:  # Otherwise the next one comes while it recovers.
            self.done.found |= await self.looked_up()
            self.voting.acknowledged.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.voting.acknowledged.wait(), 20)

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
        pid = written(self.data / "pg18" / "postmaster.pid")
        socket = Path(self.dsn.partition("host=")[2])
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
                return await self.voting.ledger.look(self.dsn)
            except AWAY:
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.05)


def run(
    errand: Errand,
    *,
    kinds: dict[str, int] = KINDS,
    program: tuple[str, ...] = CHAMBER,
    settings: str = "",
    until_lost: bool = False,
) -> Killed:
    """`settings` are lines for the server; a control is done once something is lost."""
    home = errand.home
    with (errand.ground.copy(home) / "pg18" / "postgresql.auto.conf").open("a") as conf:
        conf.write(settings)
    with (
        embedded_server(home) as server,
        serving(server.dsn(NAME), home / "serve.log", program) as served,
    ):
        done = Killed()

        def over() -> bool:
            return errand.enough(done.kills) or (until_lost and bool(done.found))

        asyncio.run(go(errand, served, done, over, kinds))
        return done


async def go(
    errand: Errand,
    served: Serving,
    done: Killed,
    over: Callable[[], bool],
    kinds: dict[str, int],
) -> None:
    client, ledger = Client(served.port, errand.dice("keys")), Ledger()
    await ledger.begin(served.dsn)
    voting = Voting(errand.town, client, ledger, errand.dice("ballots"), over)
    chaos = Chaos(errand.home, served.dsn, served, voting, errand.dice("kills"), done)
    load = asyncio.create_task(voting.go())
    supervisor = asyncio.create_task(chaos.supervise())
    while not over() and not load.done():
        before = done.kills
        await chaos.strike(kinds)
        errand.told(done.kills - before)
    done.faults += await voting.ended(load, at_once=bool(done.found))
    supervisor.cancel()
    done.found |= await chaos.looked_up()  # It may be recovering yet.
    settled = not done.found and not done.faults
    done.found |= await ledger.look_at_all(served.dsn, settled=settled)
    done.faults += [str(one) for one in await audited(served.dsn)] + client.complaints
    done.acknowledged, done.asked = len(ledger), client.counted
