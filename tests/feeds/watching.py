"""Looking at a feed until it tells what it should."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from chamber.feeds.listening import Noticeboard
from chamber.hearings.board import Poster
from chamber.web.gate import Gate
from tests.feeds.conftest import Client

FEED = "/feeds/hearings.json"


async def shown(client: Client) -> list[UUID]:
    answer = await client.get(FEED)
    assert answer.status_code == 200, answer.text
    return [UUID(item["id"]) for item in answer.json()["items"]]


async def until(check: Callable[[], Awaitable[bool]], seconds: float) -> float:
    """How long it takes until it is so."""
    began = time.monotonic()
    while not await check():
        assert time.monotonic() - began < seconds, "it never came"
        await asyncio.sleep(0.002)
    return time.monotonic() - began


def board_of(gate: Gate) -> Noticeboard:
    noticeboard: Noticeboard = gate.house.state.feeds.noticeboard
    return noticeboard


async def has(client: Client, new: Poster) -> bool:
    return new.id in await shown(client)


async def lacks(client: Client, gone: Poster) -> bool:
    return gone.id not in await shown(client)
