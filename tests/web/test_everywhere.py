"""What one process is told holds in all: who has come in, who has gone, who comes too often."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record import accounts
from tests.record.seated import seat
from tests.web.conftest import PASSWORD
from tests.web.serving import Served, served

pytestmark = pytest.mark.timeout(180)
SESSIONS = "/api/v1/sessions"
LIMIT = 60


@pytest_asyncio.fixture
async def deputy(session: AsyncSession) -> UUID:
    """One with an account, beside a clerk with another."""
    (uid, *_) = await seat(session, "senate", 2)
    await accounts.add(session, "clerk", PASSWORD, Role.SECRETARIAT, chamber="senate")
    await accounts.add(session, "deputy", PASSWORD, Role.DEPUTY, chamber="senate", deputy=uid)
    await session.commit()
    return uid


@pytest_asyncio.fixture
async def house(database: str, deputy: UUID) -> AsyncIterator[Served]:
    async with served(database) as here:
        await here.processes()
        yield here


async def log_in(here: Served, login: str, cookie: str = "") -> str:
    """The cookie of a new session."""
    body = {"login": login, "password": PASSWORD}
    headers = {"Cookie": cookie} if cookie else {}
    answer = await here.ask("POST", SESSIONS, json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.headers["Set-Cookie"].partition(";")[0]


async def statuses(here: Served, cookie: str, times: int = 16) -> set[int]:
    asked = (here.ask("GET", f"{SESSIONS}/me", headers={"Cookie": cookie}) for _ in range(times))
    return {answer.status_code for answer in await asyncio.gather(*asked)}


async def gone_within_a_second(here: Served, cookie: str) -> None:
    until = time.monotonic() + 1
    while await statuses(here, cookie, 2) != {401}:
        assert time.monotonic() < until
    assert await statuses(here, cookie) == {401}


async def test_who_goes_out_at_one_process_is_out_at_all(house: Served) -> None:
    cookie = await log_in(house, "clerk")
    assert await statuses(house, cookie) == {200}

    gone = await house.ask("DELETE", SESSIONS, headers={"Cookie": cookie})
    assert gone.status_code == 204
    await gone_within_a_second(house, cookie)


async def test_who_logs_in_again_leaves_the_old_session_at_all(house: Served) -> None:
    old = await log_in(house, "clerk")
    new = await log_in(house, "clerk", cookie=old)

    assert new != old
    await gone_within_a_second(house, old)
    assert await statuses(house, new) == {200}


async def disabled(session: AsyncSession, deputy: UUID) -> None:
    await accounts.disable(session, "deputy")


async def lost_the_seat(session: AsyncSession, deputy: UUID) -> None:
    ended = """UPDATE mandate SET ends_on = :day, ground = 'term_ended'
               WHERE person_id = (SELECT id FROM proceeding WHERE uid = :uid)"""
    await session.execute(text(ended), {"uid": deputy, "day": date(2026, 3, 31)})


@pytest.mark.parametrize("how", [disabled, lost_the_seat])
async def test_who_may_not_be_here_any_more_is_out_at_all_processes(
    house: Served, engine: AsyncEngine, deputy: UUID, how: Callable[..., Any]
) -> None:
    cookie = await log_in(house, "deputy")
    assert await statuses(house, cookie) == {200}

    async with AsyncSession(engine) as session, session.begin():
        await how(session, deputy)
    await gone_within_a_second(house, cookie)
    again = {"login": "deputy", "password": PASSWORD}
    assert (await house.ask("POST", SESSIONS, json=again)).status_code == 401


async def test_all_processes_count_who_comes_together(database: str, deputy: UUID) -> None:
    async with served(database, PUBLIC_LIMIT=str(LIMIT)) as here:
        cookie = await log_in(here, "clerk")
        for _ in range(8):  # Known to both processes.
            await here.ask("GET", f"{SESSIONS}/me", headers={"Cookie": cookie})
        window = int(time.monotonic()) // 10
        while int(time.monotonic()) // 10 == window:  # All of it in one window.
            await asyncio.sleep(0.05)
        came = [await here.ask("GET", "/feeds/hearings.json") for _ in range(LIMIT + 20)]
        if int(time.monotonic()) // 10 != window + 1:
            pytest.skip("this machine does not send so many requests in ten seconds")

        assert [answer.status_code for answer in came] == [200] * LIMIT + [429] * 20
        assert all(0 < int(answer.headers["Retry-After"]) <= 10 for answer in came[LIMIT:])
        assert len({answer.headers["X-Request-Id"][:24] for answer in came[:LIMIT]}) == 2
        assert await statuses(here, cookie) == {200}, "who is known goes on"


async def test_a_body_without_its_length_is_as_small_or_refused(house: Served) -> None:
    async def parts(number: int) -> AsyncIterator[bytes]:
        for _ in range(number):
            yield b" " * 1024

    headers = {"Content-Type": "application/json"}
    for number, status in ((1023, 400), (1025, 413)):
        answer = await house.ask("POST", "/api/v1/people", content=parts(number), headers=headers)
        assert answer.status_code == status, number
        assert answer.headers["Content-Type"] == "application/problem+json"
