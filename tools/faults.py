"""Kills, cuts the power, cancels and tears, and looks up all that was acknowledged afterwards.

    make faults                       # all of it, as for a release: hours
    make faults SEED=42 KILLS=200     # the same dice again, and less of one kind
    python3 tools/bootstrap.py faults --only cuts --cuts 20

SIGTERM or Ctrl-C ends the part that is running, which tells how far it came; nothing follows it.
Ends with 1 where anything was lost, doubled or wrong, or where a control was not caught.
"""

import argparse
import os
import secrets
import signal
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from rich.progress import Progress, TaskID

from tests.faults import cancelling, cutting, full, killing, plug, tearing
from tests.faults.controls import CONTROLS, MOST, Control
from tests.faults.errand import Errand
from tests.faults.ground import Ground, ground

ROOT = Path(__file__).resolve().parents[1]
LINE_EVERY = 20


@dataclass(frozen=True)
class Outcome:
    figure: str
    good: bool


def kills(errand: Errand) -> Outcome:
    done = killing.run(errand)
    kinds = ", ".join(f"{number} {kind}" for kind, number in done.counted.most_common() if number)
    figure = f"{done.kills} random kills ({kinds}): {of(done)}"
    return Outcome(figure, not done.found and not done.faults)


def cuts(errand: Errand) -> Outcome:
    if not plug.possible():
        return Outcome(f"power cuts: not run: {plug.NEEDS}", True)
    done = cutting.run(errand)
    starts = done.broken or "every start clean, every index sound"
    figure = f"{done.cuts} power cuts: {of(done)}; {starts}"
    return Outcome(figure, not done.found and not done.faults and not done.broken)


def cancels(errand: Errand) -> Outcome:
    done = cancelling.run(errand)
    number = done.counted["cancelled"]
    figure = f"{number} cancelled requests: {of(done)}; {done.stuck} stuck, all settled by retry"
    return Outcome(figure, not done.found and not done.faults and not done.stuck)


def tears(errand: Errand) -> Outcome:
    done = tearing.run(errand)
    figure = f"{done.tears} torn connections, most at commit: {of(done)}; {done.stuck} stuck"
    return Outcome(figure, not done.found and not done.faults and not done.stuck)


def disks(errand: Errand) -> Outcome:
    if not full.possible():
        return Outcome("full disk: not run: only root may mount a small one", True)
    done = full.run(errand)
    seen = done.counted
    figure = (
        f"{seen['rounds']} full disks, {done.asked['answered 503']} answers 503: {of(done)};"
        f" {seen['read']} of {seen['read'] + seen['not read']} reads answered meanwhile"
    )
    return Outcome(figure, not done.found and not done.faults)


def of(
    done: "killing.Killed | cutting.Cut | cancelling.Cancelled | tearing.Torn | full.Full",
) -> str:
    for fault in done.faults[:20]:
        print(f"  {fault}")
    audit = f"audit and answers: {len(done.faults)} faults" if done.faults else "audit clean"
    return f"{done.acknowledged} acknowledged, {done.found}, {audit}"


PARTS = {
    "kills": (kills, 2000),
    "cuts": (cuts, 200),
    "cancels": (cancels, 5000),
    "tears": (tears, 1000),
    "disks": (disks, 20),
}


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, (_, number) in PARTS.items():
        asked.add_argument(f"--{name}", type=int, default=os.environ.get(name.upper(), number))
    asked.add_argument("--seed", default=os.environ.get("SEED") or str(secrets.randbelow(10**6)))
    asked.add_argument("--only", choices=[*PARTS, "controls"], action="append")
    options = asked.parse_args()
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    wanted = options.only or [*PARTS, "controls"]
    print(f"SEED={options.seed}", flush=True)
    with ground() as here:
        good = [
            one_part(here, name, options.seed, getattr(options, name), stop)
            for name in PARTS
            if name in wanted and not stop.asked
        ]
        if "controls" in wanted and not stop.asked:
            good += [one_control(here, control, options.seed) for control in CONTROLS]
    return 0 if all(good) else 1


@dataclass
class Stop:
    """What has begun is ended in an orderly way, and told of."""

    asked: bool = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.asked = True


def one_part(here: Ground, name: str, seed: str, number: int, stop: Stop) -> bool:
    run = PARTS[name][0]
    began = time.monotonic()
    with Progress() as progress:
        task = progress.add_task(name, total=number)
        errand = Errand(
            here, fresh(here, name), seed,
            lambda done: done >= number or stop.asked,
            lambda more: advance(progress, task, more),
        )  # fmt: skip
        try:
            outcome = run(errand)
        except Exception:  # The other parts shall have their turn.
            traceback.print_exc()
            outcome = Outcome(f"{name}: BROKEN OFF", good=False)
    tell(outcome.figure, seed, began)
    return outcome.good


def advance(progress: Progress, task: TaskID, more: int) -> None:
    """In a file, where no bar can move, a line now and then."""
    progress.advance(task, more)
    done = int(progress.tasks[task].completed)
    if more and not progress.console.is_terminal and done % LINE_EVERY == 0:
        print(f"  {progress.tasks[task].description}: {done}", flush=True)


def one_control(here: Ground, control: Control, seed: str) -> bool:
    began = time.monotonic()
    caught = control.caught(Errand(here, fresh(here, "control"), seed, lambda done: done >= MOST))
    tell(f"control, {control.name}: {caught or 'NOT CAUGHT'}", seed, began)
    return bool(caught)


def fresh(here: Ground, name: str) -> Path:
    """Beside the town that is copied there; it goes away with it."""
    return here.home.parent / f"{name}-{secrets.token_hex(4)}"


def tell(figure: str, seed: str, began: float) -> None:
    print(f"{figure}; SEED={seed}, {time.monotonic() - began:.0f} s, {commit()}", flush=True)


def commit() -> str:
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return said.stdout.strip() or "no commit"


if __name__ == "__main__":
    sys.exit(main())
