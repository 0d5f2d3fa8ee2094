"""Two clerks at once: whatever comes of it, it would have come of one after the other.

Cases are prepared once, and the database is copied: in one copy the first act goes first in every
case, in another the second one, and in all others the two go at once. What a race comes to must be
what one of the two orders comes to; and the record must be lawful, by queries of its own and by the
audit.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from statistics import median
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record.engine import connect_engine
from tests.conftest import beside
from tests.once.judging import audited, never, told_of
from tests.once.moves import Move, Outcome, make, version_of
from tests.once.pairs import Pair
from tests.once.stand import Stand
from tests.walk.checkpoint import entered
from tests.walk.ground import Place, copy, database, drop

Two = tuple[Move, Move]
READING = 0.3  # How often both name the version that they have read, as at the door.


@dataclass
class Raced:
    counted: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)  # Seconds, an act that nobody disturbs.


@dataclass(frozen=True)
class Wanted:
    server: str
    seed: str
    races: int
    batch: int


@dataclass(frozen=True)
class Stage:
    """A pair of acts prepared in many cases, and what each case may come to."""

    pair: Pair
    server: str
    name: str  # Of the database that is copied.
    races: list[Two]
    days: list[date]
    since: int  # How far the journal had come.


async def race_pair(place: Place, pair: Pair, wanted: Wanted, told: Callable[[int], None]) -> Raced:
    """So many races of one pair, in batches. `told` of how many each batch was."""
    dice = Random(f"{wanted.seed}/{pair.name}")  # noqa: S311 -- dice, no secret
    raced, batch = Raced(), min(wanted.batch, wanted.races, pair.side_by_side)
    stage = await prepared(wanted.server, place, pair, batch)
    try:
        lawful = {False: await in_order(stage, raced, reading=False)}
        raced.counted["ways"] = max(len(one) for one in lawful[False])
        while (left := wanted.races - raced.counted["races"]) > 0:
            reading = dice.random() < READING
            if reading not in lawful:
                lawful[reading] = await in_order(stage, raced, reading=reading)
            await race_batch(stage, lawful[reading], dice, (left, raced), reading=reading)
            told(min(left, batch))
    finally:
        await drop(wanted.server, stage.name)
    return raced


async def prepared(server: str, place: Place, pair: Pair, number: int) -> Stage:
    name = await copy(server, place.database)
    engine = connect_engine(beside(server, name))
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            races, days, shared = [], [], dict[str, UUID]()
            for nth in range(number):
                here = Stand(session, place.town, nth, shared=shared)
                races.append(await pair.prepare(here))
                days.append(here.day)
                await session.commit()
                session.expunge_all()
            since = await entered(session)
    finally:
        await engine.dispose()
    return Stage(pair, server, name, races, days, since)


async def in_order(stage: Stage, raced: Raced, *, reading: bool) -> list[set[str]]:
    """What each case comes to when one act waits for the other: of either order."""
    lawful: list[set[str]] = [set() for _ in stage.races]
    for first in (0, 1):
        async with database(stage.server, stage.name) as engine:
            for nth, two in enumerate(stage.races):
                seen = await versions(engine, two, reading=reading)
                began = time.perf_counter()
                one = await make(engine, two[first], seen[first])
                raced.took.append(time.perf_counter() - began)
                other = await make(engine, two[1 - first], seen[1 - first])
                outcomes = (one, other) if first == 0 else (other, one)
                lawful[nth].add(await come_to(engine, two, stage.days[nth], outcomes))
    return lawful


async def versions(engine: AsyncEngine, two: Two, *, reading: bool) -> list[int | None]:
    """What both have read before either acts. Not `reading`: they make no demand."""
    if not reading:
        return [None, None]
    async with AsyncSession(engine) as session:
        return [await version_of(session, move) for move in two]


async def come_to(
    engine: AsyncEngine, two: Two, day: date, outcomes: tuple[Outcome, Outcome]
) -> str:
    async with AsyncSession(engine) as session:
        named = {one.uid for one in two} | {one.case for one in outcomes}
        state = await told_of(session, [one for one in named if one], day)
    return f"{outcomes[0].told} | {outcomes[1].told} | {state}"


async def race_batch(
    stage: Stage, lawful: list[set[str]], dice: Random, still: tuple[int, Raced], *, reading: bool
) -> None:
    most, raced = still
    async with database(stage.server, stage.name) as engine:
        for nth, two in enumerate(stage.races[:most]):
            seen = await versions(engine, two, reading=reading)
            outcomes = await at_once(engine, two, seen, dice, raced)
            count(stage.pair, outcomes, raced)
            raced.found += await unlike(engine, stage, nth, outcomes, lawful[nth])
        raced.found += await audit(engine, stage)


async def at_once(
    engine: AsyncEngine, two: Two, seen: list[int | None], dice: Random, raced: Raced
) -> tuple[Outcome, Outcome]:
    apart = dice.uniform(-1, 1) * median(raced.took)  # So that each is under way at some moment.
    times: list[tuple[float, float]] = []

    async def one(move: Move, wait: float, version: int | None) -> Outcome:
        await asyncio.sleep(wait)
        began = time.perf_counter()
        came = await make(engine, move, version)
        times.append((began, time.perf_counter()))
        return came

    both = await asyncio.gather(
        one(two[0], max(0.0, apart), seen[0]), one(two[1], max(0.0, -apart), seen[1])
    )
    raced.counted["at once"] += max(began for began, _ in times) < min(over for _, over in times)
    return both[0], both[1]


async def unlike(
    engine: AsyncEngine, stage: Stage, nth: int, outcomes: tuple[Outcome, Outcome], lawful: set[str]
) -> list[str]:
    """What is said of a race that came to what neither order comes to."""
    came = await come_to(engine, stage.races[nth], stage.days[nth], outcomes)
    said = f"[{stage.pair.name}] came to {came}; lawful: {sorted(lawful)}"
    return [] if came in lawful else [said]


async def audit(engine: AsyncEngine, stage: Stage) -> list[str]:
    async with AsyncSession(engine) as session:
        wrong = await never(session) + await audited(session, stage.since)
    return [f"[{stage.pair.name}] {one}" for one in wrong]


def count(pair: Pair, outcomes: tuple[Outcome, Outcome], raced: Raced) -> None:
    done = [one.case is not None or one.told.startswith("done") for one in outcomes]
    raced.counted["races"] += 1
    raced.counted["both done"] += all(done)
    raced.counted["first done"] += done == [True, False]
    raced.counted["second done"] += done == [False, True]
    if any(one.broke for one in outcomes):
        raced.found.append(f"[{pair.name}] {[one.told for one in outcomes if one.broke]}")
    if pair.alone and sum(done) != 1:
        raced.found.append(f"[{pair.name}] {sum(done)} were done: {[one.told for one in outcomes]}")
