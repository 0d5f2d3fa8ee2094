"""Houses that serve one board, and a hand that puts posters on it as the record would."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import date
from typing import Any

import asyncpg
import httpx
import pytest_asyncio

from chamber.hearings.board import Poster
from chamber.record.engine import address, connect_engine
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.gate import Gate
from tests.feeds import posters

TODAY = date(2026, 4, 1)
Client = httpx.AsyncClient
Open = Callable[[], Awaitable[tuple[Gate, Client]]]


class Hand:
    """Puts posters up and empties places, by its own connection: another process, to the house."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.keys: dict[str, int] = {}

    async def put_up(self, poster: Poster) -> int:
        key = self.keys.get(poster.number) or await self.new_case(poster)
        put = """
            INSERT INTO announcement
                (serial, hearing_id, chamber, organisers, sequence, first_at, at, poster)
            SELECT (SELECT coalesce(max(serial), 0) + 1 FROM announcement), $1, $2, $3,
                count(*), coalesce(min(first_at), clock_timestamp()), clock_timestamp(), $4::jsonb
            FROM announcement WHERE hearing_id = $1 RETURNING serial"""
        whose = [one.id for one in poster.organisers]
        told = poster.model_dump_json()
        return int(await self.connection.fetchval(put, key, poster.chamber, whose, told))

    async def new_case(self, poster: Poster) -> int:
        new = """
            INSERT INTO proceeding (noun, number, chamber, uid)
            VALUES ('hearings', $1, $2, $3) RETURNING id"""
        key = await self.connection.fetchval(new, poster.number, poster.chamber, poster.id)
        self.keys[poster.number] = key
        return int(key)

    async def take_down(self, poster: Poster) -> None:
        empty = "UPDATE announcement SET poster = NULL, organisers = '{}' WHERE hearing_id = $1"
        await self.connection.execute(empty, self.keys[poster.number])


@pytest_asyncio.fixture
async def hand(database: str) -> AsyncIterator[Hand]:
    connection = await asyncpg.connect(address(database))
    yield Hand(connection)
    await connection.close()


@pytest_asyncio.fixture
async def house(database: str) -> AsyncIterator[Open]:
    """Opens one more house over the same record: each call is what another process would be."""
    async with AsyncExitStack() as stack:

        async def opened() -> tuple[Gate, Client]:
            here = Settings(chamber_as_of=TODAY, database_url=database, chamber_url=posters.BASE)
            gate = create_app(here, connect_engine(database))
            stack.push_async_callback(close, gate.house)
            transport = httpx.ASGITransport(gate, raise_app_exceptions=False)  # type: ignore[arg-type]
            client = Client(transport=transport, base_url="http://chamber")
            return gate, await stack.enter_async_context(client)

        yield opened


@pytest_asyncio.fixture
async def public(house: Open) -> Client:
    return (await house())[1]
