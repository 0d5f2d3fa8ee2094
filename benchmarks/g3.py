"""G3: a page costs the same however much is on record, and the last page what the first costs."""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from statistics import median
from typing import Any
from uuid import UUID

import asyncpg

from benchmarks import due, hung
from benchmarks.boarding import HEARINGS
from benchmarks.due import open_fallen
from benchmarks.falling import DEADLINES
from benchmarks.filling import VOTES
from benchmarks.hung import open_hung
from benchmarks.keeping import filled
from benchmarks.measuring import ratio
from benchmarks.places import as_public
from benchmarks.results import Result
from chamber.record.engine import prepared
from chamber.record.lookup.asking import Asked
from chamber.record.lookup.votes import OF_RECORD, OF_VOTES, Turn, list_record, list_votes
from chamber.record.rights import PATH
from chamber.record.votes.hot import CURRENT

FEW, MANY = 1_000, 100_000
ROUNDS, TIMES = 9, 40
ROLL = "SELECT person_id, choice FROM public_ballot WHERE vote_id = $1 AND edition = 1"


class Explained:
    """Stands in for the connections, and remembers how many pages each query has touched."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self.pool = pool
        self.touched: list[int] = []
        self.took: list[float] = []  # Milliseconds, in the database alone.
        self.plans: list[dict[str, Any]] = []

    async def explain(self, query: str, *values: object) -> None:
        explained = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {query}"
        plan = json.loads(await self.pool.fetchval(explained, *values))[0]["Plan"]
        self.plans.append(plan)
        self.took.append(plan["Actual Total Time"])
        self.touched.append(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])

    async def fetch(self, query: str, *values: object) -> Any:
        await self.explain(query, *values)
        return await self.pool.fetch(query, *values)

    async def fetchrow(self, query: str, *values: object) -> Any:
        return await self.pool.fetchrow(query, *values)

    async def fetchval(self, query: str, *values: object) -> Any:
        return await self.pool.fetchval(query, *values)


Shape = Callable[[Any, Any, bool], Awaitable[Any]]


class Filled:
    """A database full of votes, and where in it one may look."""

    def __init__(
        self, pool: asyncpg.Pool, votes: list[tuple[int, UUID]], known: list[UUID]
    ) -> None:
        self.pool, self.votes = pool, votes
        self.deputy, self.faction = known
        self.chance = random.Random(3)  # noqa: S311

    def any(self) -> tuple[int, UUID]:
        return self.chance.choice(self.votes)

    def turn(self, limit: int, deep: bool) -> Turn:
        """The first page, or one from the middle of all votes."""
        middle = len(self.votes) // 2 + self.chance.randrange(len(self.votes) // 4)
        return Turn(self.votes[middle][1] if deep else None, limit)


async def document(reads: Any, there: Filled, deep: bool) -> Any:
    return await reads.fetch(CURRENT, there.any()[1], "")


async def roll(reads: Any, there: Filled, deep: bool) -> Any:
    return await reads.fetch(ROLL, there.any()[0])


async def record(reads: Any, there: Filled, deep: bool) -> Any:
    return await list_record(reads, there.deputy, Asked([], OF_RECORD), there.turn(50, deep))


def votes(*asked: tuple[str, str]) -> Shape:
    async def find(reads: Any, there: Filled, deep: bool) -> Any:
        known = [(name, words.format(faction=there.faction)) for name, words in asked]
        return await list_votes(reads, Asked(known, OF_VOTES), there.turn(20, deep))

    return find


# The shape, how many pages of the database it may touch, and whether its pages are walked.
SHAPES: dict[str, tuple[Shape, int, bool]] = {
    "document": (document, 4, False),
    "roll in rows": (roll, 110, False),
    "a deputy's record, 50": (record, 250, True),
    "votes, 20": (votes(), 35, True),
    "votes by outcome, 20": (votes(("outcome", "adopted")), 35, True),
    "votes by chamber, 20": (votes(("chamber", "senate")), 35, True),
}
WORDS = {
    "a rare word": votes(("q", "ұлдан32")),
    "a word in a quarter of all": votes(("q", "судьяны")),
}
OTHERS = {"votes of a faction, 20": votes(("faction", "{faction}"))}


# The same for hearings, and for what is due.
OF_HEARINGS = {name: (shape, hung.MOST, True) for name, shape in hung.SHAPES.items()}
OF_DEADLINES = {
    name: (shape, due.MOST, True) for name, shape in {**due.SHAPES, **due.OTHERS}.items()
}


def measure(server: str) -> tuple[list[Result], list[str]]:
    votes, hearings, deadlines = (
        {size: asyncio.run(filled(server, filling, size)) for size in (FEW, MANY)}
        for filling in (VOTES, HEARINGS, DEADLINES)
    )
    return asyncio.run(measure_all(votes, hearings, deadlines))


async def measure_all(
    votes: dict[int, str], hearings: dict[int, str], deadlines: dict[int, str]
) -> tuple[list[Result], list[str]]:
    there = {size: await open_filled(dsn) for size, dsn in votes.items()}
    boards = {size: await open_hung(dsn) for size, dsn in hearings.items()}
    lists = {size: await open_fallen(dsn) for size, dsn in deadlines.items()}
    places: dict[str, Mapping[int, Any]] = {
        **dict.fromkeys(SHAPES, there), **dict.fromkeys(OF_HEARINGS, boards),
        **dict.fromkeys(OF_DEADLINES, lists),
    }  # fmt: skip
    results, lines = [], ["| shape | of | page | pages touched | µs |", "|---|---|---|---|---|"]
    for name, (shape, most, walked) in {**SHAPES, **OF_HEARINGS, **OF_DEADLINES}.items():
        of = places[name]
        touched, took = await measure_shape(shape, of, walked)
        worst = max(touched.values())
        results.append(Result("G3", f"{name}: pages touched", worst, most, 2 * most, "pages"))
        results += growth(name, took, walked, same=name not in due.SPARSE)
        lines += [row(name, key, touched[key], took[key]) for key in took]
    for name, shape in {**WORDS, **OTHERS}.items():
        touched, took = await measure_shape(shape, there, True)
        lines += [row(name, key, touched[key], took[key]) for key in took]
        if name in WORDS:
            first = await in_database(shape, there[MANY])
            results.append(
                Result("G3c", f"{name}: the first page, in PostgreSQL", first, 2, 10, "ms")
            )
    for pool in (one.pool for of in (there, boards, lists) for one in of.values()):
        await pool.close()
    return results, [*lines, "", *NOTES]


NOTES = (
    f"Touched: the median of {ROUNDS} queries by EXPLAIN (ANALYZE, BUFFERS), and of all sizes and "
    "pages the worst. A first page is the newest; a deep one lies beyond the middle.",
    f"In a week, and of a rare kind, there are too few deadlines at {FEW:,} to fill a page: what "
    "it takes there is not compared.",
)
Key = tuple[int, str]


async def open_filled(dsn: str) -> Filled:
    pool = await prepared(as_public(dsn), connections=1, path=PATH)
    votes = await pool.fetch("SELECT id, uid FROM public_vote ORDER BY opened_on DESC, id DESC")
    known = [
        await pool.fetchval(
            f"SELECT uid FROM public_case WHERE noun = '{noun}' ORDER BY id LIMIT 1"
        )
        for noun in ("people", "bodies")
    ]
    return Filled(pool, [(row["id"], row["uid"]) for row in votes], known)


async def measure_shape(
    shape: Shape, there: Mapping[int, Any], walked: bool
) -> tuple[dict[Key, float], dict[Key, list[float]]]:
    """Pages touched, and the microseconds of each round: sizes and pages in turn."""
    keys = [(size, page) for size in there for page in (("first", "deep") if walked else ("any",))]
    touched: dict[Key, float] = {}
    took: dict[Key, list[float]] = {key: [] for key in keys}
    for size, page in keys:
        pages = []
        for _ in range(ROUNDS):
            explained = Explained(there[size].pool)
            await shape(explained, there[size], page == "deep")
            pages.append(sum(explained.touched))
        touched[size, page] = median(pages)
    for turn in range(ROUNDS):
        for size, page in keys if turn % 2 else reversed(keys):
            took[size, page].append(await microseconds(shape, there[size], page == "deep"))
    return touched, took


async def in_database(shape: Shape, there: Any) -> float:
    """Milliseconds of a first page without Python: of all its queries together."""
    found = []
    for _ in range(ROUNDS):
        explained = Explained(there.pool)
        await shape(explained, there, False)
        found.append(sum(explained.took))
    return median(found)


async def microseconds(shape: Shape, there: Any, deep: bool) -> float:
    began = time.perf_counter()
    for _ in range(TIMES):
        await shape(there.pool, there, deep)
    return (time.perf_counter() - began) * 1e6 / TIMES


def growth(
    name: str, took: dict[Key, list[float]], walked: bool, *, same: bool = True
) -> list[Result]:
    """`same`: a page tells as much at both sizes."""
    first = "first" if walked else "any"
    grown = ratio(took[MANY, first], took[FEW, first])
    found = [Result("G3a", f"{name}: time at {MANY:,} against {FEW:,}", grown, 3, 5)]
    found = found if same else []
    if walked:
        deep = ratio(took[MANY, "deep"], took[MANY, "first"])
        found.append(Result("G3a", f"{name}: a deep page against the first", deep, 2, 5))
    return found


def row(name: str, key: Key, touched: float, took: list[float]) -> str:
    size, page = key
    return f"| {name} | {size:,} | {page} | {touched:.0f} | {median(took):.0f} |"
