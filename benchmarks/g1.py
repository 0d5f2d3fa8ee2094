"""G1: a feed costs at most three times what nginx needs to hand out the same bytes.

G1b: an answer that nothing has changed costs no more than the feed itself; and a thousand readers
at once are all answered, not much later than nginx would.
"""

import asyncio
import urllib.request
from dataclasses import dataclass
from statistics import median

from benchmarks.boarding import HEARINGS, TODAY
from benchmarks.keeping import filled
from benchmarks.measuring import in_turn, ratio
from benchmarks.nginx import File, nginx
from benchmarks.places import Serving, postmaster, served
from benchmarks.results import Result
from benchmarks.wrk import Pressed

SIZE = 1_000
ROUNDS = 7
CONNECTIONS, CROWD = 64, 1_000
A_WHILE = 6  # Seconds: a crowd that all come through the door at once is not the crowd inside.
FEEDS = {
    "Atom": "/feeds/hearings.atom",
    "iCalendar": "/feeds/hearings.ics",
    "JSON Feed": "/feeds/hearings.json",
}


@dataclass(frozen=True)
class Found:
    """CPU of each variant in each round, and what else wrk tells of it."""

    cpu: dict[str, list[float]]
    variants: dict[str, Pressed]
    bodies: dict[str, int]


def measure(server: str) -> tuple[list[Result], list[str]]:
    dsn = asyncio.run(filled(server, HEARINGS, SIZE))
    database = asyncio.run(postmaster(server))
    with served("house", dsn, CHAMBER_AS_OF=TODAY.isoformat()) as house:
        files = {path: fetched(house, path) for path in FEEDS.values()}
        with nginx(files) as limit:
            variants = {
                **to_press("nginx", limit, [limit.pid], fetched(limit, FEEDS["JSON Feed"])),
                **to_press("house", house, [house.pid, database], files[FEEDS["JSON Feed"]]),
            }
            in_turn(variants, 1)  # To be warm.
            cpu = in_turn(variants, ROUNDS)
    bodies = {name: len(files[path].body) for name, path in FEEDS.items()}
    return told(Found(cpu, variants, bodies))


def fetched(server: Serving, path: str) -> File:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}") as answer:
        headers = {name.lower(): words for name, words in answer.headers.items()}
        return File(headers["content-type"], headers, answer.read())


def to_press(who: str, server: Serving, used_by: list[int], json: File) -> dict[str, Pressed]:
    port, path = server.port, FEEDS["JSON Feed"]
    known = [f"If-None-Match: {json.headers['etag']}"]
    return {
        **{
            f"{who}, {name}": Pressed(port, used_by, path=path, connections=CONNECTIONS)
            for name, path in FEEDS.items()
        },
        f"{who}, nothing new": Pressed(
            port, used_by, path=path, connections=CONNECTIONS, headers=known
        ),
        f"{who}, a crowd": Pressed(
            port, used_by, path=path, connections=CROWD, seconds=A_WHILE, may_fail=True
        ),
    }


def told(found: Found) -> tuple[list[Result], list[str]]:
    results = [result for name in FEEDS for result in of_feed(name, found)]
    new, known = found.cpu["house, JSON Feed"], found.cpu["house, nothing new"]
    ours, theirs = found.variants["house, a crowd"], found.variants["nginx, a crowd"]
    late = ratio(ours.late, theirs.late)
    results += [
        Result("G1b", "nothing new (304): CPU against the feed itself", ratio(known, new), 1, 1.5),
        Result("G1b", f"{CROWD:,} connections: p99 against nginx", late, 2, 3),
        Result("G1b", f"{CROWD:,} connections: errors", ours.failed, 0, 0, "errors"),
    ]
    sizes = ", ".join(f"{name} {size:,}" for name, size in found.bodies.items())
    lines = [
        "| variant | CPU, µs a request | against nginx | requests a second | against nginx "
        "| p99, ms |",
        "| --- | --- | --- | --- | --- | --- |",
        *(row(name, found) for name in found.cpu),
        "",
        f"{SIZE:,} hearings on the board; the bytes handed out, not packed: {sizes}. nginx as "
        "Debian sets it up, with a line of log for each request, hands out the same bytes with the "
        "same headers; the house tells equal answers of a tenth of a second in one line of its "
        f"log. wrk with {CONNECTIONS} connections, a crowd with {CROWD:,} for {A_WHILE} s; "
        "one process each, on "
        f"one core; {ROUNDS} rounds. The CPU of the house is that of all its processes, and of the "
        "database's.",
    ]
    return results, lines


def of_feed(name: str, found: Found) -> list[Result]:
    ours, theirs = f"house, {name}", f"nginx, {name}"
    rate = ratio(found.variants[ours].rates, found.variants[theirs].rates)
    cpu = ratio(found.cpu[ours], found.cpu[theirs])
    return [
        Result("G1", f"{name}: requests a second, of nginx's", rate, 0.40, 0.30, at_least=True),
        Result("G1", f"{name}: CPU against nginx", cpu, 3, 4),
    ]


def row(name: str, found: Found) -> str:
    limit = "nginx, " + name.partition(", ")[2]
    one, other = found.variants[name], found.variants[limit]
    cpu, rates = found.cpu[name], one.rates
    return (
        f"| {name} | {median(cpu):.1f} | {ratio(cpu, found.cpu[limit]):.2f} "
        f"| {median(rates):,.0f} | {ratio(rates, other.rates):.2f} | {median(one.late):.1f} |"
    )
