"""A house with votes in it, and a reader who looks them up over HTTP."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import httpx
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.conftest import of_public
from tests.record.filled import Filled

Client = httpx.AsyncClient
DAY = date(2026, 3, 4)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest_asyncio.fixture
async def house(session: AsyncSession) -> Filled:
    return await Filled(session).seat()


@pytest_asyncio.fixture
async def reader(engine: AsyncEngine, database: str) -> AsyncIterator[Client]:
    app = create_app(Settings(database_url=database, database_read_url=of_public(database)), engine)
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        yield client
    await close(app.house)


async def found(house: Filled, reader: Client, query: str, path: str = "votes") -> list[str]:
    await house.session.commit()
    answer = await reader.get(f"/api/v1/{path}?{query}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]
