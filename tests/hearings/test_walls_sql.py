"""Whatever SQL the public's role says, nothing of a closed hearing comes back."""

from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.gallery import ROWS, WITHHELD, open_tables
from tests.conftest import of_public
from tests.hearings.attacks import COLUMNS, KNOWN_HALF, PEEK
from tests.hearings.intruder import Intruder
from tests.hearings.planted import OF_A_HEARING, found_in, plant
from tests.hearings.season import PLAIN, House, call_off, hold, house

MARK = KNOWN_HALF + uuid4().hex


@pytest_asyncio.fixture
async def season(session: AsyncSession) -> House:
    here = await house(session)
    await hold(session, here, PLAIN, "open")
    await call_off(session, here, PLAIN, "open")
    await session.commit()
    return here


@pytest_asyncio.fixture
async def hidden(session: AsyncSession, season: House) -> UUID:
    """A closed hearing that has done all that a hearing does; one was called off."""
    await call_off(session, season, MARK, "closed")
    case = await hold(session, season, MARK, "closed")
    await session.commit()
    return case


@pytest_asyncio.fixture
async def admin(database: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database)
    yield connection
    await connection.close()


async def test_no_sql_of_the_public_finds_the_mark(
    database: str, hidden: UUID, admin: asyncpg.Connection
) -> None:
    planted = await plant(admin, hidden, MARK)
    assert len(planted) > 40

    async with Intruder(of_public(database), MARK) as intruder:
        assert await intruder.everything() == []
        assert intruder.tried > 4000
    (marked,) = await admin.fetchrow(
        "SELECT count(*) FROM hearing WHERE topic_kk LIKE $1", f"{MARK}%"
    )
    assert marked >= 1, "what was hidden is still there"


@pytest.mark.parametrize(
    "hole",
    [
        "ALTER TABLE hearing DISABLE ROW LEVEL SECURITY",
        "DROP POLICY gallery ON journal;"
        " CREATE POLICY gallery ON journal FOR SELECT TO chamber_gallery USING (true)",
        "ALTER VIEW gallery.hearing_guest OWNER TO CURRENT_USER",
        "ALTER TABLE hearing_reading DISABLE ROW LEVEL SECURITY;"
        " GRANT SELECT ON public.hearing_reading TO chamber_public",
        "CREATE VIEW gallery.booked AS SELECT * FROM public.booked_day;"
        " GRANT SELECT ON gallery.booked TO chamber_public",
        "CREATE FUNCTION tell() RETURNS text LANGUAGE sql SECURITY DEFINER"
        " AS 'SELECT string_agg(topic_kk, '' '') FROM public.hearing'",
        "CREATE MATERIALIZED VIEW kept AS SELECT * FROM agenda_item;"
        " GRANT SELECT ON kept TO PUBLIC",
    ],
)
async def test_a_hole_in_the_wall_is_found(
    database: str, hidden: UUID, admin: asyncpg.Connection, hole: str
) -> None:
    await plant(admin, hidden, MARK)
    await admin.execute(hole)

    async with Intruder(of_public(database), MARK) as intruder:
        assert await intruder.everything(enough=1)


async def test_not_even_a_cheap_function_of_its_own_is_shown_a_hidden_row(
    database: str, hidden: UUID, admin: asyncpg.Connection
) -> None:
    """The planner would call it first. (The public cannot make one; here it may.)"""
    await plant(admin, hidden, MARK)
    name = await admin.fetchval("SELECT current_database()")
    await admin.execute(f'GRANT TEMPORARY ON DATABASE "{name}" TO chamber_public')

    async with Intruder(of_public(database), MARK) as intruder:
        await intruder.say(PEEK)
        for schema, view, column in await intruder.rows(COLUMNS):
            place, value = f'"{schema}"."{view}"', f'"{column}"::text'
            peek = f"SELECT count(*) FROM {place} WHERE pg_temp.peek({value})"
            await intruder.attempt([peek, f"{peek} AND {value} > ''"])
            await intruder.copy(f"SELECT {value} FROM {place}")
        assert "NOTICE" in await intruder.say("SELECT pg_temp.peek('a')")
        assert intruder.caught == []


async def test_no_statistics_are_kept_of_what_a_hidden_row_says(
    hidden: UUID, admin: asyncpg.Connection
) -> None:
    """EXPLAIN guesses from them, for whoever may ask: guess by guess a histogram is read out."""
    await plant(admin, hidden, MARK)

    query = "SELECT s::text FROM pg_stats AS s WHERE tablename = ANY ($1)"
    kept = await admin.fetch(query, open_tables())
    assert kept
    assert [said for (said,) in kept if found_in(said, MARK)] == []


async def test_a_table_of_hearings_is_hidden_row_by_row_or_withheld() -> None:
    for table in OF_A_HEARING:
        assert table in ROWS or table in WITHHELD, table
    for table in open_tables():
        assert table in ROWS or not table.startswith("hearing"), table


async def test_closed_business_changes_nothing_that_the_public_can_select(
    database: str, session: AsyncSession, season: House
) -> None:
    before = await all_that_is_told(of_public(database))
    for end in (call_off, hold):
        await end(session, season, MARK, "closed")
        await session.commit()
    after = await all_that_is_told(of_public(database))

    assert {name for name in before if before[name] != after[name]} == set()
    assert len(before) > 60


async def all_that_is_told(dsn: str) -> dict[str, list[str]]:
    connection = await asyncpg.connect(dsn)
    names = await connection.fetch(
        "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'v' AND ("
        " relnamespace = 'gallery'::regnamespace OR relnamespace = 'public'::regnamespace)"
    )
    told = {
        name: [row[0] for row in await connection.fetch(f"SELECT t::text FROM {name} AS t")]
        for (name,) in names
    }
    await connection.close()
    return told
