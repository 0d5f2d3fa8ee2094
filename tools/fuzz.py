"""Sends the house what nobody means well, and looks whether anything of it breaks.

    make fuzz                        # 1,000,000 mutations and 50,000 cases of schemathesis
    make fuzz SEED=42                # the same again
    python3 tools/bootstrap.py fuzz --mutations 20000 --cases 0 --seed 42 --part 3

Mutations are changes of real requests: every kind of act that the demonstration tells, every list
and page, by clerks of every role and by nobody. Cases are made from the description of the
interface. Each part is asked of a copy of the filled demonstration, on a real PostgreSQL.
"""

import argparse
import logging
import os
import secrets
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import Manager, active_children, get_context
from queue import Empty, Queue
from typing import Any

from rich.progress import Progress, TaskID

from tests.fuzz.ground import Ground, filled_ground
from tests.fuzz.running import TROUBLES, Found, mutations, schema_cases
from tests.walk.ground import borrowed

SIZES = {"mutations": 2_500, "cases": 250}  # Of one part.
DOING = {"mutations": mutations, "cases": schema_cases}
PARTS_OF_A_WORKER = 20  # A process grows with what it is asked.
TOGETHER = 50  # Requests that are told of together.
MOST_TOLD = 40  # Complaints.
Part = tuple[str, str, int]


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--mutations", type=int, default=1_000_000)
    asked.add_argument("--cases", type=int, default=50_000)
    asked.add_argument("--seed", default=os.environ.get("SEED") or str(secrets.randbelow(10**6)))
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--part", type=int, help="only the part of this number, of each")
    options = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # The server is given back.
    parts = [
        *parts_of("cases", options.seed, options.cases, options.part),
        *parts_of("mutations", options.seed, options.mutations, options.part),
    ]
    print(f"SEED={options.seed}: {options.mutations} mutations, {options.cases} cases", flush=True)
    begun = time.monotonic()
    found = fuzz(parts, options.workers)
    return tell(found, time.monotonic() - begun, options.seed)


def parts_of(what: str, seed: str, number: int, only: int | None) -> list[Part]:
    """Each part has a seed of its own, so that one can be asked again alone."""
    size = SIZES[what]
    sizes = [size] * (number // size) + ([number % size] if number % size else [])
    parts = [(what, f"{seed}/{nth}", one) for nth, one in enumerate(sizes)]
    return parts if only is None else parts[only : only + 1]


def fuzz(parts: list[Part], workers: int) -> dict[str, Found]:
    found = {what: Found() for what in SIZES}
    with Manager() as manager, Progress() as progress, borrowed() as where:
        steps: Queue[tuple[str, int]] = manager.Queue()
        tasks = {
            what: progress.add_task(what.capitalize(), total=total)
            for what in SIZES
            if (total := sum(size for kind, _, size in parts if kind == what))
        }
        with filled_ground(*where) as ground:
            for few in batched(parts, workers * PARTS_OF_A_WORKER):
                # New processes: `max_tasks_per_child` renews them too, and may then wait for ever.
                with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
                    waiting = {pool.submit(part_of, ground, steps, part): part for part in few}
                    try:
                        show(progress, tasks, steps, waiting)
                    except BaseException:  # Whoever ends us does not wait for what is left to ask.
                        pool.shutdown(wait=False, cancel_futures=True)
                        end_workers()
                        raise
                for one, (what, _, _) in waiting.items():
                    add(found[what], one.result())
    return found


def batched(parts: list[Part], size: int) -> Iterator[list[Part]]:
    return (parts[first : first + size] for first in range(0, len(parts), size))


def end_workers() -> None:
    for process in active_children():
        if not process.name.startswith("SyncManager"):
            process.terminate()


def show(
    progress: Progress,
    tasks: dict[str, TaskID],
    steps: "Queue[tuple[str, int]]",
    waiting: dict["Future[Found]", Part],
) -> None:
    """Until all is done. A complaint is said as soon as its part is."""
    said: set[Any] = set()
    while len(said) < len(waiting):
        for one in [one for one in waiting if one.done() and one not in said]:
            said.add(one)
            for complaint in one.result().complaints[:MOST_TOLD]:
                progress.console.print(complaint, markup=False, highlight=False, soft_wrap=True)
            if not progress.console.is_terminal:  # A bar would not be seen in a file.
                what, seed, size = waiting[one]
                wrong = len(one.result().complaints)
                print(f"{what} {seed}: {size} asked, {wrong} complaints", flush=True)
        try:
            what, number = steps.get(timeout=0.5)
        except Empty:
            continue
        progress.advance(tasks[what], number)


def part_of(ground: Ground, steps: Any, part: Part) -> Found:
    """One part, in a process of its own."""
    logging.basicConfig(handlers=[TROUBLES])
    what, seed, number = part
    untold = [0]

    def told(times: int) -> None:
        untold[0] += times
        if untold[0] >= TOGETHER:
            steps.put((what, untold[0]))
            untold[0] = 0

    return DOING[what](ground, seed, number, told)


def add(all_of_it: Found, one: Found) -> None:
    all_of_it.statuses.update(one.statuses)
    all_of_it.complaints += one.complaints


def tell(found: dict[str, Found], seconds: float, seed: str) -> int:
    for what, one in found.items():
        statuses = ", ".join(f"{status}: {n}" for status, n in sorted(one.statuses.items()))
        print(f"{one.statuses.total()} {what}: {len(one.complaints)} complaints. {statuses}")
    every = sum((one.statuses for one in found.values()), Counter[str]())
    broken = sum(number for status, number in every.items() if status >= "5" or status == "0")
    complaints = sum(len(one.complaints) for one in found.values())
    print(
        f"{every.total()} requests, {broken} answered with 5xx, {complaints} answers that are not"
        f" as described. {seconds:.0f} seconds, {every.total() / seconds:.0f} a second. SEED={seed}"
    )
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
