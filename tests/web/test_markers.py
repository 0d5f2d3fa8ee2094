"""Nothing that anybody sends or may not read comes into a log: not ours, not the database's."""

import re
from base64 import b64encode
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.roles import Role
from chamber.record import accounts, sessions
from tests.hearings.season import hold
from tests.hearings.season import house as hearings_house
from tests.web import notes
from tests.web.serving import Served, served

pytestmark = pytest.mark.timeout(180)
API = "/api/v1"


class Planted:
    """Words that stand nowhere else. Each is a place from which something might have come out."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def __getitem__(self, where: str) -> str:
        return self.words.setdefault(where, f"marker{uuid4().hex}")


@pytest_asyncio.fixture
async def planted() -> Planted:
    return Planted()


@pytest_asyncio.fixture
async def closed(session: AsyncSession, planted: Planted) -> UUID:
    """A hearing that is closed, and whoever may read of it."""
    for statement in notes.TABLE:
        await session.execute(text(statement))
    here = await hearings_house(session)
    case = await hold(session, here, planted["closed text"], "closed")
    role = Role.SECRETARIAT
    clerk = await accounts.add(session, "clerk", planted["password"], role, chamber="mazhilis")
    planted.words["token"] = await sessions.issue_token(session, clerk, "tests")
    await session.commit()
    return case


@pytest_asyncio.fixture
async def house(database: str, closed: UUID) -> AsyncIterator[Served]:
    async with served(database) as here:
        yield here


async def test_no_log_holds_what_was_sent_or_what_is_closed(
    house: Served, closed: UUID, planted: Planted, database: str
) -> None:
    asked = await ask_everything(house, closed, planted)

    ours, theirs = house.log.read_text(), await log_of(database)
    for request in asked:
        assert request in ours, "the log knows of every request"
    assert "in breaks" in ours, "it says where something broke"
    assert "the gate broke" in ours
    assert "sqlalchemy.exc.IntegrityError" in ours or "refused (23505" in ours
    for where, word in planted.words.items():
        assert word not in ours, where
        assert word not in theirs, where


async def ask_everything(house: Served, closed: UUID, planted: Planted) -> list[str]:
    """The numbers of the requests, of which each has brought in some words."""
    token = {"Authorization": f"Bearer {planted['token']}"}
    key = {"Idempotency-Key": planted["key"]}
    body = {"login": "clerk", "password": planted["password"]}
    answer = await house.ask("POST", f"{API}/sessions", json=body)
    assert answer.status_code == 201
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    planted.words["session"] = cookie.partition("=")[2]
    note = {"act": {"kind": "begin", "on": "2026-03-13", "chamber": "mazhilis",
                    "words": planted["act"]}, "despite": planted["despite"]}  # fmt: skip
    secret = b64encode(f"x:{planted['basic']}".encode()).decode()
    planted.words["basic, encoded"] = secret
    some = [
        (200, "GET", f"/hearings/{closed}", token, None),
        (200, "GET", "/sessions/me", {"Cookie": f"{cookie}; x={planted['cookie']}"}, None),
        (201, "POST", "/notes", token | key, note),
        (422, "POST", "/notes", token | key, {**note, "x": planted["unknown field"]}),
        (422, "POST", "/notes", token | key, {"act": planted["no act"]}),
        (422, "POST", "/hearings", token | key, {"act": {"topic": planted["topic"]}}),
        (401, "POST", "/sessions", {}, {"login": planted["login"], "password": planted["wrong"]}),
        (401, "GET", "/people", {"Authorization": f"Bearer {planted['guess']}"}, None),
        (401, "GET", "/deadlines.ics", {"Authorization": f"Basic {secret}"}, None),
        (200, "GET", f"/people?q={planted['query']}", {"Cookie": f"chamber={planted['old']}"},
         None),
        (422, "GET", f"/people?{planted['question']}=1", {}, None),
        (403, "POST", "/notes", {"Origin": f"http://{planted['origin']}"}, note),
        (400, "GET", "/people", {"Host": f"{planted['host']}@x"}, None),
        (404, "POST", f"/votes/{closed}/ballots", token, {"choice": "for", "deputy": str(uuid4())}),
        (422, "POST", f"/votes/{closed}/ballots", token, {"choice": planted["choice"]}),
        (201, "POST", "/files", token, planted["file"]),
        (500, "POST", "/breaks", token | {"X-Said": planted["header"]}, planted["broken"]),
        (409, "POST", "/refused", token, planted["doubled"]),
        (500, "GET", f"/broken-gate?{planted['at the gate']}", {"X": planted["at it"]}, None),
    ]  # fmt: skip
    asked = []
    for status, method, path, headers, told in some:
        answer = await house.ask(method, API + path, headers=headers, json=told)
        assert answer.status_code == status, (path, answer.text)
        asked.append(answer.headers["X-Request-Id"])
    return asked


async def log_of(database: str) -> str:
    """What the database has said: where it is a server of ours, and its log lies beside it."""
    connection = await asyncpg.connect(database)
    data = Path(await connection.fetchval("SHOW data_directory"))
    await connection.close()
    log = data / "log"
    if not log.is_file():
        pytest.skip("the log of this server is somewhere else")
    told = log.read_bytes()[-5_000_000:].decode(errors="replace")
    assert re.search(r"ERROR: +duplicate key value", told), "it has told of the one doubled"
    return told
