"""Through the gallery too a page of a list is read by its index, and no list is read whole."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import event, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.appointments.rows import listing as appointments
from chamber.record.engine import connect_engine
from chamber.record.journal import entries
from chamber.record.people import search as people
from chamber.record.proceedings import find
from chamber.record.resting import on_sittings
from chamber.record.rights import PATH
from chamber.record.sittings import search as sittings
from tests.conftest import of_public

ROWS = 10_000
ENTRIES = 20  # Of each proceeding.
PLENTY = (
    f"""INSERT INTO proceeding (noun, number, chamber, version)
        SELECT noun, noun || n, 'mazhilis', 1
        FROM generate_series(1, {ROWS}) AS n,
             unnest(ARRAY['people', 'sittings', 'appointments', 'hearings']) AS noun""",
    "INSERT INTO person (id) SELECT id FROM proceeding WHERE noun = 'people'",
    """INSERT INTO person_name (person_id, starts_on, kk, ru, latin)
       SELECT id, '2023-01-01', 'Аты ' || id, 'Имя ' || id, 'Name ' || id FROM person""",
    """INSERT INTO sitting (id, chamber, kind, planned_on, starts_at, place)
       SELECT id, 'mazhilis', 'plenary', '2020-01-01', '2020-01-01Z'::timestamptz + id * interval
           '1 hour', 'Астана' FROM proceeding WHERE noun = 'sittings'""",
    """INSERT INTO appointment (id, chamber, body, sources, opened_on)
       SELECT id, 'mazhilis', 'cec', '["a"]', date '1990-01-01' + id::int % 9000
       FROM proceeding WHERE noun = 'appointments'""",
    f"""INSERT INTO journal (proceeding_id, seq, kind, act_on, salt, body)
        SELECT p.id, n, 'x', '2020-01-01', uuid_send(gen_random_uuid()), '{{}}'
        FROM proceeding AS p, generate_series(1, {ENTRIES}) AS n
        WHERE noun = 'people' AND p.id <= 4000""",
    "ANALYZE",
)
Work = Callable[[AsyncSession], Awaitable[object]]


@pytest_asyncio.fixture
async def public(engine: AsyncEngine, database: str) -> AsyncIterator[AsyncEngine]:
    async with engine.begin() as connection:
        for statement in PLENTY:
            await connection.execute(text(statement))
    public = connect_engine(of_public(database), path=PATH)
    yield public
    await public.dispose()


async def statements(public: AsyncEngine, work: Work) -> list[tuple[str, Any]]:
    said: list[tuple[str, Any]] = []

    def listen(*told: Any) -> None:
        said.append((told[2], told[3]))

    event.listen(public.sync_engine, "before_cursor_execute", listen)
    async with AsyncSession(public) as session:
        await work(session)
    event.remove(public.sync_engine, "before_cursor_execute", listen)
    return said


async def buffers(dsn: str, said: list[tuple[str, Any]], **settings: str) -> int:
    """Pages that all of it touches, once the planner has read its catalogues."""
    connection = await asyncpg.connect(dsn, server_settings={"search_path": PATH} | settings)
    touched = 0
    for statement, given in said * 2:
        explained = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
        (told,) = await connection.fetchrow(explained, *given)
        plan = json.loads(told)[0]["Plan"]
        touched += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    await connection.close()
    return touched // 2


LISTS: dict[str, tuple[Work, int]] = {
    "people": (lambda s: people.find_people(s, people.Wanted(on=date(2026, 4, 1))), 300),
    "sittings": (lambda s: sittings.find_sittings(s, sittings.Wanted()), 200),
    "appointments": (
        lambda s: appointments.find_appointments(s, appointments.Wanted()),
        200,
    ),
}


@pytest.mark.parametrize("what", LISTS)
async def test_a_page_is_read_by_its_index(public: AsyncEngine, database: str, what: str) -> None:
    work, most = LISTS[what]

    assert await buffers(of_public(database), await statements(public, work)) <= most


async def test_a_case_and_its_entries_are_found_by_their_keys(
    public: AsyncEngine, database: str
) -> None:
    async def work(session: AsyncSession) -> None:
        query = text("SELECT uid FROM proceeding WHERE noun = 'people' AND id < 2000 LIMIT 1")
        uid = await session.scalar(query)
        case = await find(session, "people", uid)
        assert len(await entries(session, case.id)) == ENTRIES

    said = await statements(public, work)
    assert await buffers(of_public(database), said[1:]) <= 150
    desk = {"role": "chamber_desk", "search_path": "public"}
    assert await buffers(database, said[1:], **desk) <= 100  # Each entry asks for its case.
    house = {"role": "chamber_app", "search_path": "public"}
    assert await buffers(database, said[1:], **house) <= 40  # To an act a policy costs nothing.


async def test_a_correction_finds_what_was_done_at_a_sitting_by_its_index(
    public: AsyncEngine, database: str
) -> None:
    """A comparison that is not leakproof reaches an index only where no policy stands before it."""
    query = on_sittings([uuid4()]).compile(
        dialect=postgresql.dialect(),  # type: ignore[no-untyped-call]
        compile_kwargs={"literal_binds": True},
    )
    connection = await asyncpg.connect(database)
    await connection.execute("SET ROLE chamber_app")
    plan = [row[0] for row in await connection.fetch(f"EXPLAIN {query}")]
    await connection.close()

    assert any("journal_sittings" in line for line in plan), plan
