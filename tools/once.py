"""Whether all that is done is done once: ballots in bad weather, and two clerks at once.

    make once                        # 100,000 ballots; each pair of acts at every moment; races
    make once SEED=42                # the same dice again
    python3 tools/bootstrap.py once --ballots 0 --races 200 --pair "open_vote/close"

Ballots go through the door of a house that two processes serve, with retries, torn connections, and
a close over the last ones: each is counted once, and whoever was told so is in the count. Pairs of
acts that stand in each other's way meet on copies of one database: first the one act is held before
each statement that it sends, while the other one comes, and the other way round; then they race,
5,000 times each pair. What comes of it must be what comes of one of the two orders, and lawful.
"""

import argparse
import os
import secrets
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from multiprocessing import Manager
from queue import Queue
from typing import Any

from rich.progress import Progress

from tests.once.every_pair import PAIRS
from tests.once.holding import hold_pair
from tests.once.racing import Raced, Wanted, race_pair
from tests.once.stand import MOST
from tests.once.weather import pressed
from tests.walk.eras import ERAS
from tests.walk.ground import Place, borrowed, drop, settle
from tools.walk import at_once, pool_of, taken

ERA = next(era for era in ERAS if era.name == "vacant")  # One seat is.
Told = Callable[[int], None]


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--ballots", type=int, default=100_000)
    asked.add_argument("--races", type=int, default=5_000, help="of each pair")
    asked.add_argument("--no-moments", dest="moments", action="store_false", help="only race")
    asked.add_argument("--pair", default="", help="those alone that are called something like it")
    asked.add_argument("--seed", default=os.environ.get("SEED") or str(secrets.randbelow(10**6)))
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # The server is given back.
    names = [name for name in PAIRS if options.pair in name]
    print(f"SEED={options.seed}: {options.ballots} ballots, {options.races} races of each of "
          f"{len(names)} pairs", flush=True)  # fmt: skip
    with borrowed() as (server, template), Progress() as progress:
        place = at_once(settle(server, template, ERA))
        try:
            wrong = press_all(server, place, options, progress) if options.ballots else 0
            for what in (["moments"] * options.moments) + (["races"] * bool(options.races)):
                wrong += meet_all(server, place, names, (what, options), progress)
        finally:
            at_once(drop(server, place.database))
    print(f"{wrong} things came out wrong. SEED={options.seed}")
    return 1 if wrong else 0


def press_all(server: str, place: Place, options: Any, progress: Progress) -> int:
    task = progress.add_task("Ballots", total=options.ballots)
    told = partial(progress.advance, task)
    begun = time.monotonic()
    run = at_once(pressed(server, place, options.seed, options.ballots, told))
    tell("Ballots", run.counted, run.found, time.monotonic() - begun)
    return len(run.found)


def meet_all(
    server: str, place: Place, names: list[str], asked: tuple[str, Any], progress: Progress
) -> int:
    """All pairs at every moment, or in races: what it is, and how much of it, was `asked`."""
    (what, options), wrong = asked, 0
    wanted = Wanted(server, options.seed, options.races, MOST)
    each = options.races if what == "races" else 1
    task = progress.add_task(what.capitalize(), total=each * len(names))
    with Manager() as manager, pool_of(options.workers) as pool:
        steps: Queue[int] = manager.Queue()
        waiting = {pool.submit(MEETING[what], place, name, wanted, steps): name for name in names}
        for name, (raced, seconds) in as_they_come(waiting, steps, partial(progress.advance, task)):
            tell(f"{what}, {name}", raced.counted, raced.found, seconds)
            wrong += len(raced.found)
    return wrong


def as_they_come(
    waiting: dict["Future[tuple[Raced, float]]", str], steps: "Queue[int]", told: Told
) -> Iterable[tuple[str, tuple[Raced, float]]]:
    left = dict(waiting)
    while left:
        told(taken(steps))
        for one in [one for one in left if one.done()]:
            yield left.pop(one), one.result()


def hold(place: Place, name: str, wanted: Wanted, steps: Any) -> tuple[Raced, float]:
    """All moments of one pair, in a process of their own."""
    begun = time.monotonic()
    raced = at_once(hold_pair(place, PAIRS[name], wanted))
    steps.put(1)
    return raced, time.monotonic() - begun


def race(place: Place, name: str, wanted: Wanted, steps: Any) -> tuple[Raced, float]:
    """All races of one pair, in a process of their own."""
    begun = time.monotonic()
    raced = at_once(race_pair(place, PAIRS[name], wanted, steps.put))
    return raced, time.monotonic() - begun


MEETING = {"moments": hold, "races": race}


def tell(name: str, counted: Counter[str], found: list[str], seconds: float) -> None:
    for what in list(dict.fromkeys(found))[:5]:
        print(what)
    said = ", ".join(f"{number} {what}" for what, number in counted.items())
    print(f"{name}: {said}. {len(found)} wrong. {seconds:.0f} s.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
