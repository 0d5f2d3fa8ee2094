"""`make bench`: every goal, or the one that G names; fails when one is below its floor."""

import os
import sys
from collections.abc import Callable

from benchmarks import g1, g1d, g2, g3, g4, g4c, g6, g8, results
from benchmarks.places import Missing, database_server
from benchmarks.results import Result

GOALS: dict[str, Callable[[str], tuple[list[Result], list[str]]]] = {
    "G1": g1.measure,
    "G1d": g1d.measure,
    "G2": g2.measure,
    "G3": g3.measure,
    "G4": g4.measure,
    "G4c": g4c.measure,
    "G6": g6.measure,
    "G8": g8.measure,
}


def main(asked: list[str]) -> int:
    names = asked or os.environ.get("G", "").split() or list(GOALS)
    if unknown := set(names) - set(GOALS):
        print(f"There is no goal {', '.join(sorted(unknown))}: there are {', '.join(GOALS)}.")
        return 2
    sections, missing, below = {}, False, False
    load = os.getloadavg()[0]  # Later it is mostly our own.
    with database_server() as server:
        for name in names:
            try:
                found, said = GOALS[name](server)
            except Missing as one:
                print(f"{name}: {one}", file=sys.stderr)
                missing = True
                continue
            sections[name] = results.section(name, found, said, load=load)
            below = below or any(result.fails for result in found)
            print(f"\n{sections[name]}", flush=True)
    results.write(sections)
    return 1 if below or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
