"""What was measured beside what is wanted, and the table that tells it."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


@dataclass(frozen=True)
class Result:
    """A goal says "at most" (of a ratio, of pages touched, of milliseconds), or "at least"."""

    goal: str
    what: str
    measured: float
    wanted: float
    fails_beyond: float
    unit: str = "×"
    note: str = ""
    at_least: bool = False

    @property
    def fails(self) -> bool:
        return self.misses(self.fails_beyond)

    def misses(self, bound: float) -> bool:
        return self.measured < bound if self.at_least else self.measured > bound

    @property
    def judged(self) -> str:
        if self.fails:
            return "**below the floor**"
        return "missed, above the floor" if self.misses(self.wanted) else "met"

    def row(self) -> str:
        unit = "" if self.unit == "×" else f" {self.unit}"
        bound, beyond = ("≥", "<") if self.at_least else ("≤", ">")
        numbers = (
            (self.measured, ""),
            (self.wanted, f"{bound} "),
            (self.fails_beyond, f"{beyond} "),
        )
        told = " | ".join(f"{sign}{plain(number)}{unit}" for number, sign in numbers)
        return f"| {self.goal} | {self.what} | {told} | {self.judged} | {self.note} |"


def plain(number: float) -> str:
    return f"{number:,.0f}" if number >= 1_000 else f"{number:.3g}"


HEAD = (
    "| goal | what | measured | wanted | fails | | |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)


def table(results: Sequence[Result]) -> str:
    return "\n".join([*HEAD, *(result.row() for result in results)])


def section(goal: str, results: Sequence[Result], said: Sequence[str], *, load: float) -> str:
    """What the page says of one goal. Only what was measured is written anew.

    `load`: how many processes of others wanted a core just before.
    """
    when = f"Measured on {datetime.now(UTC):%Y-%m-%d} on {machine()}."
    also = f"Other work kept {load:.1f} processes running beside it."
    return "\n".join([f"## {goal}", "", f"{when} {also}", "", table(results), "", *said, ""])


def write(sections: dict[str, str]) -> None:
    about = PAGE.read_text().split("\n## ")[0].rstrip() if PAGE.exists() else ABOUT
    before = dict(parts(PAGE.read_text())) if PAGE.exists() else {}
    kept = before | sections
    PAGE.write_text("\n\n".join([about, *(kept[goal].strip() for goal in sorted(kept))]) + "\n")


def parts(page: str) -> list[tuple[str, str]]:
    _, *found = page.split("\n## ")
    return [(part.split("\n")[0].strip(), f"## {part}") for part in found]


def machine() -> str:
    info = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in info if line.startswith("model name")]
    memory = Path("/proc/meminfo").read_text().split()[1]
    return (
        f"{len(models)} cores of {models[0]}, {int(memory) // 2**20} GiB, "
        f"Python {platform.python_version()}"
    )


ABOUT = """# Performance

How quick the house is, beside the least that can be done with the same database and server. The
figures to trust are ratios: every variant ran in turn with the others, in an order that was
reversed every other round, and the median is told. `make bench` measures again and writes this
page; `make bench G=G2` does one goal. It fails when something is below its floor."""
