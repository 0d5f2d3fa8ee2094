"""G2: one vote with its roll over HTTP costs at most 1.6 times the bare server and driver."""

import asyncio
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

import asyncpg

from benchmarks.keeping import filled
from benchmarks.measuring import cpu_seconds, in_turn, ratio
from benchmarks.places import LOAD, Serving, pinned, postmaster, served, wrk
from benchmarks.results import Result

VOTES = 100_000
ROUNDS = 7
SECONDS = 3
SCRIPT = """
local votes = {}
for line in io.lines("%s") do votes[#votes + 1] = line end
local headers = { ["Accept-Encoding"] = "%s" }
function request()
  return wrk.format("GET", "/api/v1/votes/" .. votes[math.random(#votes)], headers)
end
"""


class Pressed:
    """Requests pressed through a server, and what each has cost."""

    def __init__(self, server: Serving, database: int, script: Path) -> None:
        self.server, self.database, self.script = server, database, script
        self.rates: list[float] = []

    def __call__(self) -> float:
        """CPU of the server and the database, in microseconds for a request."""
        before = self.used()
        requests = self.press(SECONDS)
        self.rates.append(requests / SECONDS)
        return (self.used() - before) * 1e6 / requests

    def used(self) -> float:
        return cpu_seconds(self.server.pid) + cpu_seconds(self.database)

    def press(self, seconds: int) -> int:
        done = subprocess.run(  # noqa: S603
            [*pinned(LOAD), wrk(), "-t1", "-c8", f"-d{seconds}s", "-s", str(self.script),
             f"http://127.0.0.1:{self.server.port}"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
            raise RuntimeError(f"Not every request was answered:\n{done.stdout}")
        found = re.search(r"(\d+) requests in", done.stdout)
        assert found, done.stdout
        return int(found[1])


def measure(server: str) -> tuple[list[Result], list[str]]:
    dsn = asyncio.run(filled(server, VOTES))
    database = asyncio.run(postmaster(server))
    votes = asyncio.run(all_votes(dsn))
    with tempfile.TemporaryDirectory() as folder, served("floor", dsn) as floor:
        scripts = write_scripts(Path(folder), votes)
        with served("house", dsn) as house:
            variants: dict[str, Callable[[], float]] = {
                "floor": Pressed(floor, database, scripts["any"]),
                "house": Pressed(house, database, scripts["any"]),
                "asked often": Pressed(house, database, scripts["often"]),
                "unpacked": Pressed(house, database, scripts["unpacked"]),
            }
            in_turn(variants, 1)  # To be warm.
            found = in_turn(variants, ROUNDS)
    return told(found, variants)


async def all_votes(dsn: str) -> list[str]:
    connection = await asyncpg.connect(dsn)
    rows = await connection.fetch("SELECT uid::text FROM public_vote ORDER BY id")
    await connection.close()
    return [row["uid"] for row in rows]


def write_scripts(folder: Path, votes: list[str]) -> dict[str, Path]:
    """Any vote at random; one of the last thousand; any vote, by a reader who cannot unpack."""
    made = {}
    asked = {"any": (votes, "gzip"), "often": (votes[-1000:], "gzip"), "unpacked": (votes, "")}
    for name, (some, coding) in asked.items():
        (folder / f"{name}.txt").write_text("\n".join(some))
        made[name] = folder / f"{name}.lua"
        made[name].write_text(SCRIPT % (folder / f"{name}.txt", coding))
    return made


def told(
    found: dict[str, list[float]], variants: dict[str, Callable[[], float]]
) -> tuple[list[Result], list[str]]:
    of = ratio(found["house"], found["floor"])
    result = Result("G2", "a vote's document, CPU against the bare floor", of, 1.6, 2.0)
    lines = ["| variant | CPU, µs a request | against the floor | requests a second |"]
    lines.append("| --- | --- | --- | --- |")
    for name, cpu in found.items():
        rate = variants[name]
        assert isinstance(rate, Pressed)
        lines.append(
            f"| {name} | {median(cpu):.0f} | {ratio(cpu, found['floor']):.2f} "
            f"| {median(rate.rates):,.0f} |"
        )
    lines.append("")
    lines.append(f"{VOTES:,} votes of 98 ballots; wrk with 8 connections, {ROUNDS} rounds.")
    lines.append(
        "No answer is assembled from rows, so that half of the goal has nothing to measure."
    )
    return [result], lines
