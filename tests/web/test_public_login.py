"""The public comes in by a login of its own, behind which there is no other role."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from httpx import ASGITransport
from litestar import Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.commands.serve import NO_LOGIN, check_public
from chamber.law.roles import Role
from chamber.record.start_check import amiss
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.door import Door
from tests.conftest import of_public
from tests.web.conftest import TODAY, Client, token

WHO = "SELECT session_user || ' ' || current_user || ' ' || current_schemas(false)::text"
PUBLIC_ALONE = "chamber_public chamber_public {gallery,public}"
AWAY = ("RESET ROLE", "SET ROLE postgres", "RESET SESSION AUTHORIZATION",
        "SELECT set_config('role', 'none', false)", "DISCARD ALL")  # fmt: skip


@get("/who")
async def who(door: NamedDependency[Door]) -> Response[bytes]:
    return Response(str(await door.session.scalar(text(WHO))).encode())


@get("/reads")
async def reads(state: State) -> Response[bytes]:
    pool = state.reads.pool or await state.reads.open()
    return Response(str(await pool.fetchval(WHO)).encode())


@pytest_asyncio.fixture(params=["own", "none"])
async def visitor(
    engine: AsyncEngine, database: str, request: pytest.FixtureRequest
) -> AsyncIterator[Any]:
    address = of_public(database) if request.param == "own" else None
    settings = Settings(chamber_as_of=TODAY, database_url=database, database_read_url=address)
    gate = create_app(settings, engine, more_routes=[who, reads])
    transport = ASGITransport(gate)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        yield client
    await close(gate.house)


async def asked(client: Client, path: str, **headers: str) -> str:
    return (await client.get(f"/api/v1{path}", headers=headers)).text


@pytest.mark.parametrize("visitor", ["own"], indirect=True)
async def test_nobody_and_an_ended_session_are_served_on_the_public_s_connection(
    visitor: Client,
) -> None:
    assert await asked(visitor, "/who") == PUBLIC_ALONE
    assert await asked(visitor, "/who", Cookie="chamber=an-old-one") == PUBLIC_ALONE
    assert await asked(visitor, "/reads") == PUBLIC_ALONE


@pytest.mark.parametrize("visitor", ["own"], indirect=True)
async def test_whoever_is_logged_in_is_not(visitor: Client, engine: AsyncEngine) -> None:
    shown = f"Bearer {await token(engine, Role.SECRETARIAT, 'senate')}"

    assert "chamber_desk {public}" in await asked(visitor, "/who", Authorization=shown)
    assert await asked(visitor, "/who") == PUBLIC_ALONE


@pytest.mark.parametrize("visitor", ["none"], indirect=True)
async def test_without_a_login_the_owner_takes_the_role_on(visitor: Client) -> None:
    for path in ("/who", "/reads"):
        assert "chamber_public {gallery,public}" in await asked(visitor, path)


@pytest.mark.parametrize("away", AWAY)
async def test_no_statement_leads_out_of_the_public_s_role(database: str, away: str) -> None:
    public = await asyncpg.connect(of_public(database))
    with suppress(asyncpg.PostgresError):
        await public.execute(away)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await public.fetch("SELECT * FROM public.journal")
    await public.close()


async def test_the_login_of_the_public_is_looked_at_before_it_is_used(
    database: str,
) -> None:
    assert await amiss(of_public(database)) == []
    wrong = await amiss(database)
    assert any("may read more" in sentence for sentence in wrong)
    assert any("may become somebody else" in sentence for sentence in wrong)
    (away,) = await amiss("postgresql://u:secret@127.0.0.1:9/none")
    assert away.startswith("The database of DATABASE_READ_URL cannot be reached")
    assert "secret" not in away


def test_without_one_it_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    check_public(None)

    assert capsys.readouterr().err.strip() == NO_LOGIN
