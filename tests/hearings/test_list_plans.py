"""No page of the list of hearings reads more than itself, however many hearings there are."""

import json
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.board import State
from chamber.hearings.rows.listing import Change, Wanted, find_announced, page
from chamber.law.seats import Chamber

HEARINGS = int(os.environ.get("HEARINGS", "5000"))
BUFFERS = 35
COMMITTEES = [uuid4() for _ in range(13)]
WORDS = "Ауыл мектептерінің жағдайы туралы. О состоянии сельских школ. "
PLENTY = (
    f"""INSERT INTO proceeding (uid, noun, number, chamber)
        SELECT gen_random_uuid(), 'hearings', 'h/' || n, 'mazhilis'
        FROM generate_series(1, {HEARINGS}) AS n""",
    """INSERT INTO announced (id, uid, chamber, state, listed_at, sequence, first_at, updated_at,
                              poster)
        SELECT id, uid, CASE WHEN id % 4 = 0 THEN 'senate' ELSE 'mazhilis' END,
               CASE id % 10 WHEN 0 THEN 'cancelled' WHEN 1 THEN 'moved' ELSE 'held' END,
               timestamptz '2010-01-01 10:00+05' + id * interval '2 hours', 0,
               timestamptz '2010-01-01 10:00+05' + id * interval '2 hours',
               timestamptz '2012-01-01 10:00+05' + id * 7919 % 100003 * interval '2 hours',
               CAST(:poster AS jsonb)
        FROM proceeding WHERE noun = 'hearings'""",
    """INSERT INTO announced_organiser (hearing_id, body, listed_at)
        SELECT id, (CAST(:committees AS uuid[]))[1 + id % 13], listed_at FROM announced""",
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
    found = len(await find_announced(board, wanted))
    assert found == 21, (wanted, found)
    if os.environ.get("HEARINGS"):
        print(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], wanted)
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


FILTERS: list[dict[str, Any]] = [
    {},
    {"chamber": Chamber.SENATE},
    {"chamber": Chamber.MAZHILIS},
    {"committee": COMMITTEES[3]},
    {"state": State.CANCELLED},
    {"first": datetime(2010, 2, 1, tzinfo=UTC).date()},
    {"last": datetime(2010, 12, 1, tzinfo=UTC).date()},
    {"since": Change(datetime(2012, 3, 1, tzinfo=UTC))},
]


async def test_no_page_reads_more_than_itself(board: AsyncSession) -> None:
    middle = "SELECT uid, updated_at FROM announced ORDER BY {} OFFSET {} LIMIT 1"
    places = [
        (await board.execute(text(middle.format(column, HEARINGS // 4)))).one()
        for column in ("listed_at", "updated_at")
    ]
    for asked in FILTERS:
        assert await buffers(board, Wanted(**asked)) <= BUFFERS, asked
        uid, updated_at = places["since" in asked]
        there = {"since": Change(updated_at, uid)} if "since" in asked else {"after": uid}
        assert await buffers(board, Wanted(**asked | there)) <= BUFFERS, (asked, "deep")
