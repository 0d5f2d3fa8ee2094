"""Ballots and closed votes go by quick lines of their own: when these are lost, nobody waits."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from asyncpg import InterfaceError, InternalClientError
from litestar.datastructures import State
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.conftest import of_public
from tests.web.conftest import TODAY, Client, token

# What the driver says of a line that is lost, for each way in which it may be.
LOST = (InterfaceError("connection is closed"), InternalClientError("in an unknown state"),
        ConnectionResetError(), EOFError(), TimeoutError())  # fmt: skip


@pytest_asyncio.fixture
async def torn(engine: AsyncEngine, database: str) -> AsyncIterator[tuple[Client, State]]:
    """A house that has been asked already, so that its quick lines are open."""
    settings = Settings(
        chamber_as_of=TODAY, database_url=database, database_read_url=of_public(database)
    )
    gate = create_app(settings, engine)
    state = gate.house.state
    open_lines = await state.reads.open(), await state.box.connections.open()
    transport = httpx.ASGITransport(gate)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber/api/v1") as client:
        yield client, state
    state.reads.pool, state.box.connections.pool = open_lines
    await close(gate.house)


class Torn:
    """Lines that are all lost in the middle of an answer."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def fetch(self, *asked: object) -> Any:
        raise self.error

    fetchrow = fetch


@pytest.mark.parametrize("error", LOST, ids=lambda error: type(error).__name__)
async def test_a_ballot_is_answered_although_the_line_of_the_box_is_lost(
    torn: tuple[Client, State], engine: AsyncEngine, error: Exception
) -> None:
    client, state = torn
    state.box.connections.pool = Torn(error)
    shown = {"Authorization": f"Bearer {await token(engine, Role.SECRETARIAT, 'senate')}"}
    path, ballot = f"/votes/{uuid4()}/ballots", {"choice": "for"}

    answer = await client.post(path, json=ballot, headers=shown)

    assert (answer.status_code, kind(answer)) == (503, "database-away")


@pytest.mark.parametrize("error", LOST, ids=lambda error: type(error).__name__)
async def test_who_reads_is_answered_although_the_quick_lines_are_lost(
    torn: tuple[Client, State], error: Exception
) -> None:
    client, state = torn
    state.reads.pool = Torn(error)

    answer = await client.get(f"/votes/{uuid4()}")

    assert (answer.status_code, kind(answer)) == (503, "database-away")


async def test_a_bug_in_the_box_keeps_nobody_waiting(torn: tuple[Client, State]) -> None:
    client, state = torn
    state.box.connections.pool = Torn(KeyError("a secret that nobody may see"))

    answer = await client.post(
        f"/votes/{uuid4()}/ballots", json={"choice": "for"}, headers={"Authorization": "Bearer x"}
    )

    assert (answer.status_code, kind(answer)) == (500, "broken")


def kind(answer: httpx.Response) -> str:
    return str(answer.json()["type"]).rpartition("#problem-")[2]
