"""One clerk is held before each statement that the act sends, while the other one acts.

Dice meet the short moments seldom; here every moment at which one act can come into the middle of
another is met, and each of them once.
"""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import await_only

from tests.once.moves import Outcome, make
from tests.once.pairs import Pair
from tests.once.racing import Raced, Stage, Two, Wanted, audit, count, in_order, prepared, unlike
from tests.walk.ground import Place, database, drop

WAITS = """SELECT EXISTS (SELECT FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock')"""
GLANCE_SECONDS = 0.003


@dataclass
class Hold:
    """Where the first act stands still: before the statement of this number, or its commit."""

    at: int
    sent: int = 0
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Moments:
    """Each moment of the first act of two, and then each of the second."""

    held: int = 0  # Which of the two.
    at: int = 1

    @property
    def over(self) -> bool:
        return self.held > 1

    def move_on(self, *, reached: bool) -> None:
        if reached:
            self.at += 1
        else:  # It was done before: there is no such moment.
            self.held, self.at = self.held + 1, 1


HELD: ContextVar[Hold | None] = ContextVar("HELD", default=None)


async def hold_pair(place: Place, pair: Pair, wanted: Wanted) -> Raced:
    """All moments of one pair, or until something is wrong."""
    raced, moments = Raced(), Moments()
    stage = await prepared(wanted.server, place, pair, min(wanted.batch, pair.side_by_side))
    try:
        lawful = await in_order(stage, raced, reading=False)
        raced.counted["ways"] = max(len(one) for one in lawful)
        while not (moments.over or raced.found):
            await hold_batch(stage, lawful, moments, raced)
    finally:
        await drop(wanted.server, stage.name)
    return raced


async def hold_batch(stage: Stage, lawful: list[set[str]], moments: Moments, raced: Raced) -> None:
    async with database(stage.server, stage.name) as engine:
        event.listen(engine.sync_engine, "before_cursor_execute", stand_still)
        event.listen(engine.sync_engine, "commit", stand_still)
        for nth, two in enumerate(stage.races):
            if moments.over:
                break
            outcomes = await meet(engine, two, moments, raced)
            count(stage.pair, outcomes, raced)
            raced.found += await unlike(engine, stage, nth, outcomes, lawful[nth])
        raced.found += await audit(engine, stage)


def stand_still(*_: Any) -> None:
    if (hold := HELD.get()) is None:
        return
    hold.sent += 1
    if hold.sent == hold.at:
        hold.reached.set()
        await_only(hold.go.wait())


async def meet(
    engine: AsyncEngine, two: Two, moments: Moments, raced: Raced
) -> tuple[Outcome, Outcome]:
    hold, first = Hold(moments.at), moments.held

    async def held() -> Outcome:
        HELD.set(hold)
        return await make(engine, two[first], None)

    one = asyncio.create_task(held())
    reached = asyncio.create_task(hold.reached.wait())
    await asyncio.wait({one, reached}, return_when=asyncio.FIRST_COMPLETED)
    reached.cancel()
    other = asyncio.create_task(make(engine, two[1 - first], None))
    raced.counted["waited"] += await waits(engine, other)
    hold.go.set()
    came = (await one, await other)
    raced.counted["at once"] += hold.reached.is_set()
    moments.move_on(reached=hold.reached.is_set())
    return came if first == 0 else (came[1], came[0])


async def waits(engine: AsyncEngine, other: "asyncio.Task[Outcome]") -> bool:
    """Whether the other act comes to wait for the one that is held; if not, it is done."""
    # Each glance is a transaction: within one PostgreSQL shows who waits as it was at first.
    glancing = engine.execution_options(isolation_level="AUTOCOMMIT")
    async with glancing.connect() as watching:
        while not other.done():
            await asyncio.wait({other}, timeout=GLANCE_SECONDS)
            if await watching.scalar(text(WAITS)):
                return True
    return False
