"""No page of the list of hearings reads more than itself, however many hearings there are."""

import json
import os
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.board import State
from chamber.hearings.rows.listing import Change, Wanted, find_announced, page
from chamber.law.seats import Chamber
from chamber.law.terms import ASTANA

HEARINGS = int(os.environ.get("HEARINGS", "20000"))
BUFFERS, OF_THREE = 35, 150
HARDLY = 50  # The tree of changes and days settles ties by chance: it differs each time.
COMMITTEES = [UUID(int=n) for n in range(1, 14)]
FIRST, APART = datetime(2010, 1, 1, 10, tzinfo=ASTANA), timedelta(hours=2)
WORDS = "Ауыл мектептерінің жағдайы туралы. О состоянии сельских школ. "
PLENTY = (
    f"""INSERT INTO proceeding (uid, noun, number, chamber)
        SELECT gen_random_uuid(), 'hearings', 'h/' || n, 'mazhilis'
        FROM generate_series(1, {HEARINGS}) AS n""",
    # Most have changed last when they were over; one of twenty was corrected at some time later.
    f"""INSERT INTO announced (id, uid, chamber, state, listed_at, sequence, first_at, updated_at,
                              poster)
        SELECT id, uid, CASE WHEN n % 16 = 0 THEN 'senate' ELSE 'mazhilis' END,
               CASE n % 10 WHEN 0 THEN 'cancelled' WHEN 1 THEN 'moved' ELSE 'held' END,
               timestamptz '{FIRST}' + n * interval '2 hours', 0,
               timestamptz '{FIRST}' + n * interval '2 hours',
               timestamptz '{FIRST}' + n * interval '2 hours' + interval '3 hours'
               + CASE WHEN n % 20 = 7 THEN n * 7919 % {HEARINGS} * interval '2 hours'
                      ELSE interval '0' END,
               CAST(:poster AS jsonb)
        FROM (SELECT id, uid, row_number() OVER (ORDER BY id) AS n
              FROM proceeding WHERE noun = 'hearings') AS hearing""",
    """INSERT INTO announced_organiser
               (body, id, uid, chamber, state, listed_at, sequence, first_at, updated_at, poster)
        SELECT (CAST(:committees AS uuid[]))[
                   1 + id % CASE chamber WHEN 'senate' THEN 7 ELSE 13 END
               ], id, uid, chamber, state, listed_at, sequence, first_at, updated_at, poster
        FROM announced""",
)


@pytest_asyncio.fixture
async def board(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A full board, read as the public reads it."""
    poster = json.dumps({"topic": {"kk": WORDS * 6, "ru": WORDS * 6}, "number": "x"})
    async with AsyncSession(engine) as session:
        for statement in PLENTY:
            told = {"poster": poster, "committees": COMMITTEES}
            used = {name: told[name] for name in told if f":{name}" in statement}
            await session.execute(text(statement), used)
        await session.commit()
        # The rows' visibility is written down, as autovacuum does sooner or later.
        async with engine.connect() as alone:
            await alone.execution_options(isolation_level="AUTOCOMMIT")
            await alone.execute(text("VACUUM ANALYZE announced, announced_organiser"))
        await session.execute(text("SET search_path = gallery, public"))
        await session.execute(text("SET ROLE chamber_public"))
        yield session
        await session.execute(text("RESET ROLE"))


async def buffers(board: AsyncSession, wanted: Wanted) -> int:
    said = page(wanted).compile(
        dialect=postgresql.dialect(),  # type: ignore[no-untyped-call]
        compile_kwargs={"literal_binds": True},
    )
    explained = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {said}"
    plan: dict[str, Any] = (await board.scalar(text(explained.replace(":", r"\:"))))[0]["Plan"]
    touched = int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])
    if os.environ.get("HEARINGS"):
        print(touched, wanted)
    return touched


def moment(share: float) -> datetime:
    """When this share of the hearings was over."""
    return FIRST + int(HEARINGS * share) * APART


def day(share: float) -> date:
    return moment(share).date()


ONE: list[dict[str, Any]] = [
    {"chamber": Chamber.SENATE},
    {"chamber": Chamber.MAZHILIS},
    {"committee": COMMITTEES[3]},
    {"state": State.CANCELLED},
    {"first": day(0.1)},
    {"last": day(0.8)},
    {"since": Change(moment(0.05))},
]
TWO = [one | other for one, other in combinations(ONE, 2) if not one.keys() & other.keys()]
# Changed long before the days begin, and long after they end; a committee of the other Chamber.
CROSSED: list[dict[str, Any]] = [
    {"since": Change(moment(0.05)), "first": day(0.6)},
    {"since": Change(moment(0.6)), "last": day(0.3)},
    {"chamber": Chamber.SENATE, "committee": COMMITTEES[9]},
]
THREE = [
    one | two | three for one, two, three in combinations(ONE, 3) if len(one | two | three) == 3
]


async def pages(board: AsyncSession, asked: dict[str, Any]) -> list[Wanted]:
    """The first page, and one from the middle of the board."""
    by_change = "since" in asked
    middle = "SELECT uid, updated_at FROM announced ORDER BY {} OFFSET {} LIMIT 1"
    column = "updated_at" if by_change else "listed_at"
    uid, at = (await board.execute(text(middle.format(column, HEARINGS // 2)))).one()
    deep = {"since": Change(at, uid)} if by_change else {"after": uid}
    return [Wanted(**asked), Wanted(**asked | deep)]


async def test_no_page_reads_more_than_itself(board: AsyncSession) -> None:
    for asked in ({}, *ONE, *TWO):
        for wanted in await pages(board, asked):
            assert await buffers(board, wanted) <= BUFFERS, wanted
            found = await find_announced(board, wanted)
            assert len(found) == 21, wanted
            by = "listed_at" if wanted.since is None else "updated_at"
            places = [(getattr(row, by), row.id) for row in found]
            assert places == sorted(places, reverse=wanted.since is None), wanted


async def test_filters_that_hardly_meet_read_no_more(board: AsyncSession) -> None:
    for asked in CROSSED:
        assert await buffers(board, Wanted(**asked)) <= HARDLY, asked


async def test_of_three_filters_the_whole_is_not_read(board: AsyncSession) -> None:
    for asked in THREE:
        for wanted in await pages(board, asked):
            assert await buffers(board, wanted) <= OF_THREE, wanted
