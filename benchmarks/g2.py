"""G2: one vote with its roll over HTTP costs at most 1.6 times the bare server and driver."""

import asyncio
import tempfile
from pathlib import Path
from statistics import median

import asyncpg

from benchmarks.filling import VOTES
from benchmarks.keeping import filled
from benchmarks.measuring import in_turn, ratio
from benchmarks.places import Serving, postmaster, served
from benchmarks.results import Result
from benchmarks.wrk import Pressed

SIZE = 100_000
ROUNDS = 7
SCRIPT = """
local votes = {}
for line in io.lines("%s") do votes[#votes + 1] = line end
local headers = { ["Accept-Encoding"] = "%s" }
function request()
  return wrk.format("GET", "/api/v1/votes/" .. votes[math.random(#votes)], headers)
end
"""


def measure(server: str) -> tuple[list[Result], list[str]]:
    dsn = asyncio.run(filled(server, VOTES, SIZE))
    database = asyncio.run(postmaster(server))
    votes = asyncio.run(all_votes(dsn))
    with tempfile.TemporaryDirectory() as folder, served("floor", dsn) as floor:
        scripts = write_scripts(Path(folder), votes)
        with served("house", dsn) as house:
            variants = {
                "floor": pressed(floor, database, scripts["any"]),
                "house": pressed(house, database, scripts["any"]),
                "asked often": pressed(house, database, scripts["often"]),
                "unpacked": pressed(house, database, scripts["unpacked"]),
            }
            in_turn(variants, 1)  # To be warm.
            found = in_turn(variants, ROUNDS)
    return told(found, variants)


def pressed(server: Serving, database: int, script: Path) -> Pressed:
    return Pressed(server.port, [server.pid, database], script=script)


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
    found: dict[str, list[float]], variants: dict[str, Pressed]
) -> tuple[list[Result], list[str]]:
    of = ratio(found["house"], found["floor"])
    result = Result("G2", "a vote's document, CPU against the bare floor", of, 1.6, 2.0)
    lines = ["| variant | CPU, µs a request | against the floor | requests a second |"]
    lines.append("| --- | --- | --- | --- |")
    for name, cpu in found.items():
        lines.append(
            f"| {name} | {median(cpu):.0f} | {ratio(cpu, found['floor']):.2f} "
            f"| {median(variants[name].rates):,.0f} |"
        )
    lines.append("")
    lines.append(f"{SIZE:,} votes of 98 ballots; wrk with 8 connections, {ROUNDS} rounds.")
    lines.append(
        "No answer is assembled from rows, so that half of the goal has nothing to measure."
    )
    return [result], lines
