"""The house on a day when the catalogue's cases lie behind it, with those who come to its door."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import Any
from uuid import uuid4

import httpx
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record import accounts, sessions
from chamber.rooms import ROOMS
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.gate import Gate
from tests.web.conftest import PASSWORD, Client
from tests.web.hearing_room import Chambers, Json, Matter, proposed, seat_chambers

LATER = date(2026, 4, 30)  # The cases' own days lie behind it.
FRIDAY = "2026-04-10T10:00:00+05:00"
DESPITE = {"despite": "Төраға шешті. Решение председателя."}
Visitors = Callable[..., Awaitable[Client]]


@pytest_asyncio.fixture
async def app(engine: AsyncEngine, database: str) -> AsyncIterator[Gate]:
    settings = Settings(chamber_as_of=LATER, database_url=database)
    gate = create_app(settings, engine, rooms=ROOMS)
    yield gate
    await close(gate.house)


@pytest_asyncio.fixture
async def here(engine: AsyncEngine) -> Chambers:
    async with AsyncSession(engine) as session, session.begin():
        return await seat_chambers(session)


@pytest_asyncio.fixture
async def clerk(visitors: Visitors) -> Client:
    return await visitors(Role.SECRETARIAT, "mazhilis")


@pytest_asyncio.fixture
async def matter(clerk: Client, here: Chambers) -> Matter:
    return await proposed(clerk, here)


def refusal(answer: httpx.Response, rule: str, breach: str, verdict: str, *readings: str) -> Json:
    """The finding of the refusal that is of this rule, with all that a refusal tells."""
    assert answer.status_code == 409, answer.text
    told: Json = answer.json()
    assert {"rule", "cite", "breach", "verdict", "readings", "sentence", "findings"} <= set(told)
    found: Json = next(one for one in told["findings"] if one["rule"] == rule)
    assert (found["breach"], found["verdict"]) == (breach, verdict)
    assert tuple(found["readings"]) == readings
    assert found["cite"].startswith("Constitution, art. 57")
    assert set(found["sentence"]) == {"kk", "ru", "en"}
    assert all(found["sentence"].values())
    return found


Staff = Callable[..., Awaitable[Client]]


@pytest_asyncio.fixture
async def staff(app: Gate, engine: AsyncEngine, visitors: Visitors) -> Staff:
    """Makes a client of an account that belongs to a committee, or to a deputy."""

    async def made(role: Role, chamber: str, **belongs: Any) -> Client:
        async with AsyncSession(engine) as session, session.begin():
            login = f"{role}-{uuid4().hex[:8]}"
            account = await accounts.add(session, login, PASSWORD, role, chamber=chamber, **belongs)
            secret = await sessions.issue_token(session, account, "tests")
        client = await visitors()
        client.headers["Authorization"] = f"Bearer {secret}"
        return client

    return made
