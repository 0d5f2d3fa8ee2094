"""G8: the staff's list of deadlines is one statement, and costs the same however many there are."""

import asyncio
from statistics import median
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks import due
from benchmarks.due import SECRETARIAT, deadlines, open_fallen
from benchmarks.falling import DEADLINES, TODAY
from benchmarks.g3 import FEW, MANY, ROUNDS, microseconds
from benchmarks.keeping import filled
from benchmarks.measuring import ratio
from benchmarks.results import Result
from chamber.record.deadlines.listing import Wanted, find_deadlines
from chamber.record.engine import connect_engine
from chamber.rooms import ROOMS

# Of a week there are too few at the smaller size to compare.
SCREENS: dict[str, dict[str, Any]] = {
    "what is due": {},
    **{name: asked for name, asked in due.FILTERS.items() if name != "in a week"},
}


def measure(server: str) -> tuple[list[Result], list[str]]:
    filled_with = {size: asyncio.run(filled(server, DEADLINES, size)) for size in (FEW, MANY)}
    return asyncio.run(measure_all(filled_with))


async def measure_all(dsns: dict[int, str]) -> tuple[list[Result], list[str]]:
    there = {size: await open_fallen(dsn) for size, dsn in dsns.items()}
    results, lines = [], ["| screen | of | µs |", "|---|---|---|"]
    for name, asked in SCREENS.items():
        statements = await how_many_statements(dsns[MANY], asked)
        results.append(Result("G8", f"{name}: statements", statements, 1, 1, "statements"))
        shape = deadlines(asked, SECRETARIAT)
        took: dict[int, list[float]] = {size: [] for size in there}
        for turn in range(ROUNDS):
            for size in list(there)[:: -1 if turn % 2 else 1]:
                took[size].append(await microseconds(shape, there[size], False))
        grown = ratio(took[MANY], took[FEW])
        results.append(Result("G8", f"{name}: time at {MANY:,} against {FEW:,}", grown, 1.3, 2))
        lines += [f"| {name} | {size:,} | {median(took[size]):.0f} |" for size in took]
    for one in there.values():
        await one.pool.close()
    return results, lines


async def how_many_statements(dsn: str, asked: dict[str, Any]) -> int:
    """As the house asks."""
    engine, said = connect_engine(dsn), []

    def listen(*told: Any) -> None:
        said.append(told[2])

    event.listen(engine.sync_engine, "before_cursor_execute", listen)
    async with AsyncSession(engine) as session:
        await find_deadlines(session, Wanted(TODAY, **asked), SECRETARIAT, ROOMS)
    await engine.dispose()
    return len(said)
