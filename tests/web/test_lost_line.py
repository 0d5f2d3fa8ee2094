"""The line to the database breaks in the middle of a request: what is told of it, and what is not.

A server that falls may say so first, and be gone only when the request is undone.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import pytest_asyncio
from litestar import Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from chamber.record.proceedings import Unknown
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.door import Door
from chamber.web.entrance import Transaction
from tests.conftest import of_public
from tests.web.conftest import TODAY, Client, token

FAILS = "DO $$ BEGIN RAISE 'a disk is gone' USING ERRCODE = '{}'; END $$"
TERMINATE = text("SELECT pg_terminate_backend(:pid, 5000)")


@get("/fails/{code:str}")
async def fails(door: NamedDependency[Door], state: State, code: FromPath[str]) -> Response[bytes]:
    """The database says what it suffers from, and is gone."""
    pid = await door.session.scalar(text("SELECT pg_backend_pid()"))
    try:
        await door.session.execute(text(FAILS.format(code)))
    finally:
        await cut(state, pid)
    raise AssertionError


@get("/breaks/{what:str}")
async def breaks(door: NamedDependency[Door], state: State, what: FromPath[str]) -> Response[bytes]:
    """The request goes wrong by itself, and then the database is gone too."""
    await cut(state, await door.session.scalar(text("SELECT pg_backend_pid()")))
    raise Unknown if what == "unknown" else RuntimeError("a secret that nobody may see")


@get("/goes-well")
async def goes_well(door: NamedDependency[Door], state: State) -> Response[bytes]:
    """Nothing is wrong until it is to be kept."""
    await cut(state, await door.session.scalar(text("SELECT pg_backend_pid()")))
    return Response(b"{}")


async def cut(state: State, pid: int) -> None:
    async with state.house.engine.connect() as other:
        assert await other.scalar(TERMINATE, {"pid": pid})


@pytest_asyncio.fixture(params=["somebody", "anybody", "anybody, by the owner's login"])
async def visitor(
    engine: AsyncEngine, database: str, request: pytest.FixtureRequest
) -> AsyncIterator[Client]:
    address = None if "owner" in request.param else of_public(database)
    settings = Settings(chamber_as_of=TODAY, database_url=database, database_read_url=address)
    gate = create_app(settings, engine, more_routes=[fails, breaks, goes_well])
    transport = httpx.ASGITransport(gate)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber/api/v1") as client:
        if request.param == "somebody":
            shown = await token(engine, Role.SECRETARIAT, "senate")
            client.headers["Authorization"] = f"Bearer {shown}"
        yield client
    await close(gate.house)


@pytest.mark.parametrize("code", ["XX000", "58030", "53100", "57P02"])
async def test_a_server_that_falls_is_away_also_where_nothing_can_be_undone(
    visitor: Client, code: str
) -> None:
    answer = await visitor.get(f"/fails/{code}")

    assert (answer.status_code, kind(answer)) == (503, "database-away")
    assert answer.headers["Retry-After"]


async def test_what_cannot_be_kept_any_more_is_told_as_away(visitor: Client) -> None:
    answer = await visitor.get("/goes-well")

    assert (answer.status_code, kind(answer)) == (503, "database-away")


async def test_a_refusal_is_told_although_the_line_broke_after_it(visitor: Client) -> None:
    answer = await visitor.get("/breaks/unknown")

    assert (answer.status_code, kind(answer)) == (404, "unknown")


async def test_a_bug_is_told_as_a_bug_although_the_line_broke_after_it(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await visitor.get("/breaks/anyhow")

    assert (answer.status_code, kind(answer)) == (500, "broken")
    assert "a secret that nobody may see" in caplog.text  # Ours are told it, and nobody else.
    assert "secret" not in answer.text


@pytest.mark.parametrize("code", ["XX000", "22012"])
async def test_the_next_request_has_a_line_again(visitor: Client, code: str) -> None:
    await visitor.get(f"/fails/{code}")

    assert (await visitor.get("/votes")).status_code == 200


@pytest.mark.parametrize("code", ["22012", "42P01", "P0001"])
async def test_what_was_our_own_doing_stays_ours_also_where_nothing_can_be_undone(
    visitor: Client, code: str
) -> None:
    answer = await visitor.get(f"/fails/{code}")

    assert answer.status_code in (400, 500), answer.text
    assert kind(answer) != "database-away"


async def test_what_is_wrong_with_the_undoing_itself_is_not_passed_over() -> None:
    @asynccontextmanager
    async def badly_undone() -> AsyncIterator[Any]:
        try:
            yield None
        finally:
            raise KeyError

    nobody: Any = None
    with pytest.raises(KeyError):
        async with Transaction(badly_undone(), nobody):
            raise Unknown


def kind(answer: httpx.Response) -> str:
    return str(answer.json()["type"]).rpartition("#problem-")[2]
