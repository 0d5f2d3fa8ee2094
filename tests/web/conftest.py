"""The house with one tiny room in it, on a real PostgreSQL, asked as any program would ask."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import date
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record import accounts, passwords, sessions
from chamber.rooms import ROOMS
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.gate import Gate
from tests.conftest import of_public
from tests.web import notes

TODAY = date(2026, 4, 1)
PASSWORD = "a password for the tests"  # noqa: S105
Client = httpx.AsyncClient


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher.from_parameters(CHEAPEST))
    passwords.hash_of_nothing.cache_clear()


@pytest.fixture
def today() -> date:
    """Overridden by tests of what is done later."""
    return TODAY


@pytest_asyncio.fixture
async def app(engine: AsyncEngine, database: str, today: date) -> AsyncIterator[Gate]:
    async with engine.begin() as connection:
        for statement in notes.TABLE:
            await connection.execute(text(statement))
    settings = Settings(
        chamber_as_of=today, database_url=database, database_read_url=of_public(database)
    )
    rooms = {**ROOMS, "notes": notes.NOTES}
    gate = create_app(settings, engine, rooms=rooms, more_routes=notes.routes)
    yield gate
    await close(gate.house)


@pytest_asyncio.fixture
async def visitors(app: Gate, engine: AsyncEngine) -> AsyncIterator[Callable[..., Any]]:
    """Makes clients: of the public, or of a program with an account in some role."""
    async with AsyncExitStack() as stack:

        async def visitor(role: Role | None = None, chamber: str | None = "senate") -> Client:
            headers = {}
            if role:
                headers["Authorization"] = f"Bearer {await token(engine, role, chamber)}"
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]
            client = Client(transport=transport, base_url="http://chamber", headers=headers)
            return await stack.enter_async_context(client)

        yield visitor


async def token(engine: AsyncEngine, role: Role, chamber: str | None) -> str:
    async with AsyncSession(engine) as session, session.begin():
        login = f"{role.value}-{uuid4().hex[:8]}"
        account = await accounts.add(session, login, PASSWORD, role, chamber=chamber)
        return await sessions.issue_token(session, account, "tests")


@pytest_asyncio.fixture
async def public(visitors: Callable[..., Any]) -> Client:
    client: Client = await visitors()
    return client


@pytest_asyncio.fixture
async def clerk(visitors: Callable[..., Any]) -> Client:
    client: Client = await visitors(Role.SECRETARIAT)
    return client


def begin(**more: Any) -> dict[str, Any]:
    return {
        "act": {"kind": "begin", "on": "2026-03-13", "chamber": "senate", "words": "One"},
        **more,
    }


def add(words: str = "Two", **more: Any) -> dict[str, Any]:
    return {"act": {"kind": "add", "on": "2026-03-14", "words": words, **more}}


async def begun(client: Client) -> tuple[str, str]:
    """The address of a new note, and its tag."""
    answer = await send(client, "/api/v1/notes", begin())
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"], answer.headers["ETag"]


async def send(
    client: Client, path: str, body: Any, tag: str | None = None, key: str | None = None
) -> httpx.Response:
    headers = {"Idempotency-Key": key or uuid4().hex}
    if tag:
        headers["If-Match"] = tag
    return await client.post(path, json=body, headers=headers)
