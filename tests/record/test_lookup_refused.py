"""What cannot be asked is named, what is away is said to be away, and no table is read."""

from uuid import uuid4

import asyncpg
import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.record.filled import Filled
from tests.record.looking import Client, house, reader

__all__ = ["house", "reader"]  # Fixtures.


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("unknown=1", "unknown"), ("chamber=kurultai", "chamber"), ("from=2026-02-30", "from"),
        ("until=20260301", "until"), ("after=nobody", "after"), (f"after={uuid4()}", "after"),
        ("limit=0", "limit"), ("limit=101", "limit"), ("limit=ten", "limit"),
        ("outcome=won", "outcome"), ("choice=for", "choice"), ("deputy=1", "deputy"),
        (f"deputy={uuid4()}", "deputy"), (f"faction={uuid4()}", "faction"), ("q=", "q"),
        ("q=%26", "q"), ("limit=1&limit=2", "limit"), ("format=xml", "format"),
        ("rule=%27", "rule"),
    ],
)  # fmt: skip
async def test_what_cannot_be_asked_is_named(reader: Client, query: str, field: str) -> None:
    answer = await reader.get(f"/api/v1/votes?{query}")

    assert answer.status_code == 422
    assert answer.json()["pointer"] == f"#/{field}"


async def test_a_database_that_is_away_is_said_to_be_away(engine: AsyncEngine) -> None:
    app = create_app(Settings(database_url="postgresql://nobody@127.0.0.1:1/none"), engine)
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        for path in (f"votes/{uuid4()}", "votes", f"deputies/{uuid4()}"):
            assert (await client.get(f"/api/v1/{path}")).status_code == 503
        token = {"Authorization": "Bearer chamber_nobody"}
        address = f"/api/v1/votes/{uuid4()}/ballots"
        pressed = await client.post(address, json={"choice": "for"}, headers=token)
        assert pressed.status_code == 503
    await close(app.house)


async def test_the_public_reads_no_table_even_by_raw_sql(house: Filled, database: str) -> None:
    await house.closed_vote()
    await house.session.commit()
    public = await asyncpg.connect(database, server_settings={"role": "chamber_public"})

    assert await public.fetchval("SELECT count(*) FROM public_ballot") == 6
    for table in ("vote", "ballot", "ballot_box", "vote_document", "person", "proceeding"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await public.fetch(f"SELECT * FROM public.{table}")
    await public.close()
