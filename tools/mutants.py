"""Breaks the law in a copy, one operator or number at a time, and lists what no test noticed.

    make mutants                                      # everything
    python3 tools/bootstrap.py mutants --every 20     # a spread
    python3 tools/bootstrap.py mutants --workers 1 chamber/law chamber/hearings/rules.toml

A break that cannot be noticed, since it changes nothing, stands with its reason in
tools/mutants_known.toml; the list has to be exact.
"""

import argparse
import os
import signal
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.breaks import Break, breaks_of, short
from tools.trying import tried_all

ROOT = Path(__file__).resolve().parents[1]
KNOWN = ROOT / "tools" / "mutants_known.toml"

# The law, what the rooms hold of it, and the numbers of both.
LAW = (
    "chamber/law/*.py",
    "chamber/**/rules*.py", "chamber/**/rules/*.py", "chamber/**/facts.py", "chamber/**/acts*.py",
    "chamber/appointments/bodies.py",
    "chamber/record/people/telling.py", "chamber/record/sittings/telling.py",
    "chamber/record/votes/counting.py", "chamber/record/votes/protocol.py",
    "chamber/record/sittings/quorum.py", "chamber/record/sittings/presence.py",
    "chamber/record/sittings/order.py", "chamber/record/sittings/possible.py",
    "chamber/record/people/mandates.py", "chamber/record/people/posts.py",
    "chamber/*/rules.toml", "chamber/law/chamber.toml", "chamber/appointments/bodies.toml",
)  # fmt: skip


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    asked.add_argument("--every", type=int, default=1, metavar="N", help="one break in N")
    asked.add_argument("places", nargs="*", default=["chamber/"], help="how a path begins")
    options = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # The copies are cleared away.
    begun = time.monotonic()
    everything = [each for file in law() for each in breaks_of(ROOT, file)]
    known = known_breaks(everything)
    places = tuple(options.places)
    chosen = [each for each in everything if each.file.startswith(places)][:: options.every]
    if not chosen:
        raise SystemExit(f"Nothing of the law begins with {' or '.join(places)}.")
    tried = tried_all(ROOT, chosen, options.workers)
    said = Said()
    for number, (one, killer) in enumerate(tried, 1):
        said.hear(one, killer, known)
        print(f"{number} of {len(chosen)}", end="\r", file=sys.stderr, flush=True)
    said.tell(time.monotonic() - begun)
    return 1 if said.failed else 0


def law() -> list[str]:
    return sorted({str(path.relative_to(ROOT)) for place in LAW for path in ROOT.glob(place)})


@dataclass
class Said:
    """What came of each break, by folder."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    failed: bool = False

    def hear(self, one: Break, killer: str, known: Mapping[tuple[str, ...], str]) -> None:
        expected = key(one) in known
        what = {"": "known" if expected else "not noticed", "limit": "limit"}.get(killer, "noticed")
        self.counts[one.file.rpartition("/")[0]][what] += 1
        if what == "not noticed":
            self.failed = True
            print(f"not noticed: {one}", flush=True)
        elif killer and expected:
            self.failed = True
            print(f"known as harmless, but noticed by {killer}: {one}", flush=True)

    def tell(self, seconds: float) -> None:
        columns = ("noticed", "limit", "known", "not noticed")
        print(f"\n{'':32}{'breaks':>8}" + "".join(f"{column:>13}" for column in columns))
        total = sum(self.counts.values(), Counter[str]())
        for folder, counts in (*sorted(self.counts.items()), ("together", total)):
            numbers = "".join(f"{counts[column]:>13}" for column in columns)
            print(f"{folder:32}{counts.total():>8}{numbers}")
        print(f"{seconds / 60:.1f} minutes")


def key(one: Break) -> tuple[str, ...]:
    return one.file, one.within, one.was, one.now


def known_breaks(everything: Iterable[Break]) -> dict[tuple[str, ...], str]:
    """The breaks that change nothing, with the reason. Each must still be possible."""
    listed = tomllib.loads(KNOWN.read_text(encoding="utf-8")).get("known", [])
    known: dict[tuple[str, ...], str] = {
        (one["file"], one["within"], one["was"], one["now"]): one["why"] for one in listed
    }
    if gone := known.keys() - {key(one) for one in everything}:
        told = "\n".join(f"  {file} ({within}): {short(was)}" for file, within, was, _ in gone)
        raise SystemExit(f"tools/mutants_known.toml lists what is no longer there:\n{told}")
    return known


if __name__ == "__main__":
    sys.exit(main())
