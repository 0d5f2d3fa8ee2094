"""Variants measured in turn, and what they cost: time, and the CPU of whole trees of processes."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

TICK = os.sysconf("SC_CLK_TCK")


def in_turn(variants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Each variant once a round; every other round in the opposite order."""
    found: dict[str, list[float]] = {name: [] for name in variants}
    for turn in range(rounds):
        names = list(variants)[:: -1 if turn % 2 else 1]
        for name in names:
            found[name].append(variants[name]())
    return found


def ratio(of: list[float], to: list[float]) -> float:
    """The median of the rounds' own ratios: what disturbed a round disturbed both."""
    return median(one / other for one, other in zip(of, to, strict=True))


def cpu_seconds(root: int) -> float:
    """What a process and all that descend from it have used, those that have ended included."""
    parents = {pid: parent for pid, parent, _ in processes()}
    return sum(used for pid, _, used in processes() if descends(pid, root, parents))


def processes() -> list[tuple[int, int, float]]:
    """Number, parent, and seconds of CPU of every process."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(") ")[2].split()
        except OSError:
            continue  # It has just ended.
        ticks = sum(int(fields[place]) for place in (11, 12, 13, 14))
        found.append((int(path.parent.name), int(fields[1]), ticks / TICK))
    return found


def descends(pid: int, root: int, parents: Mapping[int, int]) -> bool:
    while pid not in (root, 0, 1):
        pid = parents.get(pid, 0)
    return pid == root


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()[1])
