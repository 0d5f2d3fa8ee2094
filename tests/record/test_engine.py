"""We connect to whatever address PostgreSQL's own programs understand."""

import pytest
from sqlalchemy import text

from chamber.record.engine import address, connect_engine, prepared

KEPT = "postgresql://u:p%40ss@h1:5432,h2:5433/chamber?sslmode=prefer&options=-c%20jit%3Doff"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_an_address_loses_what_only_libpq_knows_and_keeps_the_rest(scheme: str) -> None:
    given = KEPT.replace("postgresql", scheme) + "&channel_binding=prefer&connect_timeout=3"

    assert address(given) == KEPT


def test_an_address_that_is_nothing_but_libpqs_keeps_no_question_mark() -> None:
    assert address("postgres:///chamber?keepalives=1") == "postgresql:///chamber"
    assert address("postgres:///chamber") == "postgresql:///chamber"


@pytest.mark.parametrize(
    "more",
    [
        "application_name=chamber",
        "sslmode=disable&application_name=chamber",
        "sslmode=prefer&target_session_attrs=read-write&application_name=chamber",
        "options=-c%20application_name%3Dchamber",
        "connect_timeout=3&channel_binding=prefer&application_name=chamber",
        "keepalives_idle=30&gssencmode=disable&application_name=chamber",
    ],
)
async def test_what_the_address_asks_for_is_so(server: str, more: str) -> None:
    engine = connect_engine(f"{server}&{more}")
    async with engine.connect() as connection:
        said = await connection.scalar(text("SELECT current_setting('application_name')"))
    await engine.dispose()

    assert said == "chamber"


async def test_a_read_from_the_prepared_pool_is_one_round_trip_and_in_its_role(
    server: str,
) -> None:
    async with prepared(server, connections=1, role="pg_monitor") as pool:
        async with pool.acquire() as connection:
            first = await connection.fetchval("SELECT pg_backend_pid()")
            assert await connection.fetchval("SELECT current_user") == "pg_monitor"
            await connection.execute("SET application_name = 'left'")
        async with pool.acquire() as connection:
            assert await connection.fetchval("SELECT pg_backend_pid()") == first
            # Nothing was reset in between: that is the trip that is saved, and its price.
            assert await connection.fetchval("SHOW application_name") == "left"
