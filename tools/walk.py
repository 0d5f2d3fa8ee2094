"""Walks at random through every room on real databases, and compares each act with the law.

    make walk                        # 100,000 acts
    make walk SEED=42                # the same walk again
    python3 tools/bootstrap.py walk --acts 5000 --era crossing --seed 42

The models in tests/walk are written from the law catalogue, not from the code. Every part of the
walk is in one era, on a database of its own: a copy of one in which the people of that era sit.
The parts go side by side.
"""

import argparse
import asyncio
import gc
import os
import secrets
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Manager, get_context
from queue import Empty, Queue
from typing import Any, TypeVar

import uvloop
from rich.progress import Progress

from tests.walk.eras import ERAS, Era
from tests.walk.going import go
from tests.walk.ground import Place, borrowed, database, drop, settle

PART = 1250  # Acts of one part.
TOGETHER = 25  # Acts that are told of together.
Part = tuple[Era, str, int]
T = TypeVar("T")


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--acts", type=int, default=100_000)
    asked.add_argument("--seed", default=os.environ.get("SEED") or str(secrets.randbelow(10**6)))
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--era", choices=[era.name for era in ERAS], help="this one alone")
    asked.add_argument("--part", type=int, help="only the part of this number")
    options = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # The server is given back.
    eras = [era for era in ERAS if options.era in (None, era.name)]
    parts = parts_of(eras, options.seed, options.acts)
    parts = parts if options.part is None else [parts[options.part]]
    print(f"SEED={options.seed}: {options.acts} acts in {len(parts)} parts", flush=True)
    begun = time.monotonic()
    counted, found = walk_all(parts, options.workers)
    return tell(counted, found, time.monotonic() - begun, options.seed)


def parts_of(eras: list[Era], seed: str, acts: int) -> list[Part]:
    """Each part has a seed of its own, so that one can be walked again alone."""
    sizes = [PART] * (acts // PART) + ([acts % PART] if acts % PART else [])
    return [(eras[nth % len(eras)], f"{seed}/{nth}", size) for nth, size in enumerate(sizes)]


def walk_all(parts: list[Part], workers: int) -> tuple[Counter[str], list[str]]:
    counted, found = Counter[str](), list[str]()
    eras = {era.name: era for era, _, _ in parts}
    with Manager() as manager, Progress() as progress, pool_of(workers) as pool:
        steps: Queue[int] = manager.Queue()
        task = progress.add_task("Walking", total=sum(size for _, _, size in parts))
        with settled(pool, [*eras.values()]) as (server, places):
            waiting = {
                pool.submit(walk_part, server, places[part[0].name], steps, part): part
                for part in parts
            }
            while not all(one.done() for one in waiting):
                progress.advance(task, taken(steps))
            for one in as_completed(waiting):
                numbers, complaints = one.result()
                counted.update(numbers)
                era, seed, _ = waiting[one]
                found += [f"[{era.name} {seed}] {what}" for what in complaints]
    return counted, found


def pool_of(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


@contextmanager
def settled(pool: ProcessPoolExecutor, eras: list[Era]) -> Iterator[tuple[str, dict[str, Place]]]:
    """A server with a town of each era on it."""
    with borrowed() as (server, template):
        coming = {era.name: pool.submit(settle_one, server, template, era) for era in eras}
        places = {name: one.result() for name, one in coming.items()}
        try:
            yield server, places
        finally:
            for place in places.values():
                asyncio.run(drop(server, place.database))


def settle_one(server: str, template: str, era: Era) -> Place:
    return at_once(settle(server, template, era))


def taken(steps: "Queue[int]") -> int:
    try:
        return steps.get(timeout=0.5)
    except Empty:
        return 0


def walk_part(
    server: str, place: Place, steps: Any, part: Part
) -> tuple[dict[str, int], list[str]]:
    """One part, in a process of its own."""
    gc.collect()
    gc.freeze()  # What was imported is never looked through again.
    return at_once(walked(server, place, Telling(steps.put), part))


def at_once(doing: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(doing)


@dataclass
class Telling:
    """Acts are told of some at a time: each telling goes to another process."""

    put: Callable[[int], None]
    untold: int = 0

    def __call__(self, acts: int) -> None:
        self.untold += acts
        if self.untold >= TOGETHER:
            self.put(self.untold)
            self.untold = 0


async def walked(
    server: str, place: Place, told: Telling, part: Part
) -> tuple[dict[str, int], list[str]]:
    _, seed, acts = part
    async with database(server, place.database) as engine:
        walk = await go(engine, place.town, seed, acts, told)
    told.put(told.untold)
    return dict(walk.counted), walk.found


def tell(counted: Counter[str], found: list[str], seconds: float, seed: str) -> int:
    for what in found:
        print(what)
    told = ", ".join(f"{number} {what}" for what, number in sorted(counted.items()))
    print(f"{told}. {seconds:.0f} seconds, {counted['acts'] / seconds:.0f} acts a second.")
    print(f"{len(found)} disagreements with the law. SEED={seed}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
