"""Requests that are broken off: a task cancelled at any await, or a client who has gone."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from chamber.database import NAME
from chamber.demo.plan import TODAY
from chamber.embedded.server import embedded_server
from chamber.record.engine import connect_engine
from chamber.record.rights import PUBLIC
from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.faults.asking import Answer, Client
from tests.faults.errand import Errand
from tests.faults.ground import audited
from tests.faults.ledger import Found, Ledger
from tests.faults.voting import Voting

STUCK = """
    SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%'"""
SETTLED_WITHIN_SECONDS = 10


@dataclass
class Cancelled:
    counted: Counter[str] = field(default_factory=Counter)
    found: Found = field(default_factory=Found)
    stuck: int = 0  # Connections that are left in a transaction, or never handed back.
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Impatient(Client):
    """Asks the house in this very process, and breaks off about every second request."""

    house: Any = None
    usual: float = 0.01  # Seconds that a request has taken, of late.
    broken_off: Callable[[], None] = lambda: None

    async def exchange(self, request: bytes) -> Answer:
        """Raises EOFError where it was broken off: nobody knows then what came of it."""
        asked = asyncio.create_task(through(self.house, request))
        if self.random.random() < 0.5:
            began = asyncio.get_running_loop().time()
            answer = await asyncio.shield(asked)
            self.usual += 0.1 * (asyncio.get_running_loop().time() - began - self.usual)
            return answer
        await self.linger()
        if not asked.cancel():
            return await asked
        self.counted["cancelled"] += 1
        self.broken_off()
        with suppress(asyncio.CancelledError):
            await asked
        raise EOFError

    async def linger(self) -> None:
        """Some turns of the loop, or some part of the time that a request takes."""
        if self.random.random() < 0.5:
            for _ in range(self.random.randrange(40)):
                await asyncio.sleep(0)
        else:
            await asyncio.sleep(self.random.random() * 1.2 * self.usual)


async def through(house: Any, request: bytes) -> Answer:
    """One request, without a network."""
    head, _, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    method, path, _ = first.split()
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "extensions": {}, "state": {},
        "headers": [
            (name.lower().encode(), value.encode())
            for name, _, value in (line.partition(": ") for line in lines)
        ],
    }  # fmt: skip
    sent: list[Any] = []
    heard = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        return heard.pop() if heard else await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    await house(scope, receive, send)
    start, *parts = sent
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    whole = b"".join(part.get("body", b"") for part in parts)
    return Answer(start["status"], headers, whole)


def run(errand: Errand) -> Cancelled:
    errand.ground.copy(errand.home)
    with embedded_server(errand.home) as server:
        return asyncio.run(go(errand, server.dsn(NAME)))


async def go(errand: Errand, dsn: str) -> Cancelled:
    engine = connect_engine(dsn)
    public = dsn.replace("//postgres@", f"//{PUBLIC}@", 1)
    settings = Settings(database_url=dsn, database_read_url=public, chamber_as_of=TODAY)
    gate = create_app(settings, engine)
    client = Impatient(0, errand.dice("keys"), house=gate, broken_off=lambda: errand.told(1))
    ledger, done = Ledger(), Cancelled()
    await ledger.begin(dsn)

    def over() -> bool:
        return errand.enough(client.counted["cancelled"])

    voting = Voting(errand.town, client, ledger, errand.dice("ballots"), over)
    await voting.go(side_by_side=4)
    done.stuck = await left_open(engine, dsn)
    await close(gate.house)
    done.found = await ledger.look_at_all(dsn)
    done.faults = [str(one) for one in await audited(dsn)] + client.complaints
    done.acknowledged, done.counted = len(ledger), client.counted
    return done


async def left_open(engine: Any, dsn: str) -> int:
    """What is still in a transaction, or out of the pool, a while after the last request."""
    connection = await asyncpg.connect(dsn)
    try:
        for _ in range(SETTLED_WITHIN_SECONDS * 10):
            stuck = int(await connection.fetchval(STUCK)) + int(engine.pool.checkedout())
            if not stuck:
                break
            await asyncio.sleep(0.1)
        return stuck
    finally:
        await connection.close()
