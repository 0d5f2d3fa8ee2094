"""G4c: ballots sent again, twice at once, torn, and over a close: none is lost, none is double."""

import asyncio
import time

from benchmarks.results import Result
from tests.conftest import make_template
from tests.once.weather import pressed
from tests.walk.eras import ERAS
from tests.walk.ground import drop, settle

BALLOTS, SEED = 10_000, "4"
TEMPLATE = "once_template"
ERA = next(era for era in ERAS if era.name == "vacant")


def measure(server: str) -> tuple[list[Result], list[str]]:
    return asyncio.run(measure_all(server))


async def measure_all(server: str) -> tuple[list[Result], list[str]]:
    await drop(server, TEMPLATE)  # It may be of older tables.
    await make_template(server, TEMPLATE)
    place = await settle(server, TEMPLATE, ERA)
    try:
        began = time.perf_counter()
        run = await pressed(server, place, SEED, BALLOTS, lambda ballots: None)
        seconds = time.perf_counter() - began
    finally:
        await drop(server, place.database)
        await drop(server, TEMPLATE)
    counted, wrong = run.counted, len(run.found)
    line = (
        f"{counted['votes']} votes by two processes, {counted['presses']:,} requests for "
        f"{counted['ballots']:,} ballots in {seconds:.0f} s: {counted['torn']:,} connections were "
        f"torn before the answer, {counted['200']:,} answers said that the ballot was there "
        f"already, {counted['late']:,} ballots came after the close, and "
        f"{counted['asked again']:,} were asked for again when it was over. Dice: {SEED}."
    )
    return [
        Result("G4c", "ballots lost, counted twice, or told wrongly", wrong, 0, 0, "ballots"),
    ], [line, *run.found[:5]]
