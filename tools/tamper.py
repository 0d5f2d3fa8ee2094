"""Tampers with bundles of the record at random, and looks whether a verifier takes one of them.

    make tamper              # 100,000 mutations; 1,000 good bundles and 1,000 broken ones
    make tamper SEED=42      # the same again
    python3 tools/bootstrap.py tamper --mutations 5000 --bundles 0 --seed 42 --part 3

Both verifiers judge each bundle. Mutations know nothing of what they change; the broken bundles
know the format, and half are signed by the key. First it says what no verifier can see by itself.
"""

import argparse
import os
import secrets
import signal
import sys
import tempfile
import time
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from tests.seal.agreeing import judge_broken, judge_good
from tests.seal.limits import LIMITS, seen
from tests.seal.mutating import mutate
from tests.seal.verdicts import Outcome

DOING = {"mutations": mutate, "good bundles": judge_good, "broken bundles": judge_broken}
SIZES = {"mutations": 500, "good bundles": 50, "broken bundles": 50}  # Of one part.
MOST_TOLD = 40
Part = tuple[str, str, int]
Done = tuple[Outcome, list[str]]


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--mutations", type=int, default=100_000)
    asked.add_argument("--bundles", type=int, default=1_000, help="good ones, and broken ones")
    asked.add_argument("--seed", default=os.environ.get("SEED") or str(secrets.randbelow(10**6)))
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--part", type=int, help="only the part of this number, of each")
    options = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    numbers = {"mutations": options.mutations} | dict.fromkeys(list(DOING)[1:], options.bundles)
    parts = [part for what in DOING for part in parts_of(what, options, numbers[what])]
    print(f"SEED={options.seed}", flush=True)
    limits = tell_limits()
    begun = time.monotonic()
    found = tamper(parts, options.workers)
    return tell(found, time.monotonic() - begun, options.seed) or limits


def parts_of(what: str, options: argparse.Namespace, number: int) -> list[Part]:
    """Each part has a seed of its own, so that one can be asked again alone."""
    size = SIZES[what]
    sizes = [size] * (number // size) + ([number % size] if number % size else [])
    parts = [(what, f"{options.seed}/{nth}", one) for nth, one in enumerate(sizes)]
    return parts if options.part is None else parts[options.part : options.part + 1]


def tell_limits() -> int:
    """What both verifiers take, and the page says so; 1 if that is otherwise by now."""
    print("What no verifier can see by itself (docs/record.md):")
    status = 0
    for limit in LIMITS:
        with tempfile.TemporaryDirectory() as folder:
            alone, helped = seen(limit, Path(folder))
        outside = "is seen" if helped else "is not seen either"
        print(f"  {limit.sentence}: {'IS SEEN' if alone else 'not seen'}; with the key and a")
        print(f"    checkpoint that were kept outside it {outside}.")
        status |= alone or helped != limit.seen_from_outside
    return int(status)


def tamper(parts: list[Part], workers: int) -> dict[str, Outcome]:
    found = {what: Outcome() for what in DOING}
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    console = Console(soft_wrap=True)
    with Progress(console=console) as progress, pool:
        bars = {
            what: progress.add_task(what.capitalize(), total=total)
            for what in DOING
            if (total := sum(size for kind, _, size in parts if kind == what))
        }
        waiting: dict[Future[Done], Part] = {pool.submit(part_of, part): part for part in parts}
        for one in as_completed(waiting):
            what, _, size = waiting[one]
            outcome, complaints = one.result()
            found[what].join(outcome)
            for complaint in complaints[:MOST_TOLD]:
                console.print(complaint, markup=False, highlight=False)
            progress.advance(bars[what], size)
    return found


def part_of(part: Part) -> Done:
    """One part, in a process of its own."""
    what, seed, number = part
    complaints: list[str] = []
    memory = Path("/dev/shm")  # noqa: S108 -- faster than a disk, and nothing in it is kept
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        outcome = DOING[what](Path(folder) / "bundle", seed, number, complaints.append)
    return outcome, complaints


def tell(found: dict[str, Outcome], seconds: float, seed: str) -> int:
    mutated, good, broken = (found[what] for what in DOING)
    print(
        f"{mutated.tried} mutations: {mutated.good} accepted by both verifiers, {mutated.differing}"
        f" by one of them ({mutated.unchanged} came to the same bytes, {mutated.less} left out"
        " what nobody can miss, as above)"
    )
    print(f"{good.tried} good bundles: {good.good} taken by both, {good.differing} by one only")
    print(f"{broken.tried} broken bundles: {broken.good} taken by both, {broken.differing} by one")
    total = sum(one.tried for one in found.values())
    print(f"{seconds:.0f} seconds, {total / seconds:.0f} bundles a second. SEED={seed}")
    wrong = sum(one.differing for one in found.values()) + mutated.good + broken.good
    return 1 if wrong or good.good < good.tried else 0


if __name__ == "__main__":
    sys.exit(main())
