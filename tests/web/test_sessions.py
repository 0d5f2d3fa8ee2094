"""A person comes in with a password, carries a cookie, and goes out; strangers stay outside."""

import asyncio
import hashlib
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record import accounts
from chamber.record.accounts import Account
from chamber.record.logins import TRIES, network
from tests.web.conftest import PASSWORD, Client, begin, send

SESSIONS = "/api/v1/sessions"


@pytest_asyncio.fixture
async def account(engine: AsyncEngine, app: object) -> Account:
    async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
        return await accounts.add(
            session, "aigul", PASSWORD, Role.SECRETARIAT, chamber="senate", name="Айгүл"
        )


async def log_in(client: Client, password: str = PASSWORD, login: str = "aigul") -> httpx.Response:
    return await client.post(SESSIONS, json={"login": login, "password": password})


async def test_who_logs_in_may_act_and_who_logs_out_may_not(
    public: Client, account: Account
) -> None:
    answer = await log_in(public, login="Aigul")

    assert answer.status_code == 201
    assert answer.json()["role"] == "secretariat"
    assert answer.headers["Cache-Control"] == "no-store"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    me = await public.get(f"{SESSIONS}/me")
    assert me.json()["name"] == "Айгүл"
    assert (await send(public, "/api/v1/notes", begin())).status_code == 201
    old = dict(public.cookies)
    assert (await public.delete(SESSIONS)).status_code == 204
    public.cookies.update(old)
    assert (await public.get(f"{SESSIONS}/me")).status_code == 401
    assert (await send(public, "/api/v1/notes", begin())).status_code == 401


async def test_only_the_hash_of_a_token_is_kept(
    public: Client, account: Account, engine: AsyncEngine
) -> None:
    await log_in(public)

    token = public.cookies["chamber"]
    async with engine.connect() as connection:
        kept = await connection.scalar(text("SELECT token_hash FROM session"))
    assert bytes(kept) == hashlib.sha256(token.encode()).digest()
    assert len(token) >= 43


async def test_a_token_chosen_by_somebody_else_is_never_taken_on(
    public: Client, account: Account
) -> None:
    body = {"login": "aigul", "password": PASSWORD}
    chosen = {"Cookie": "chamber=chosen-by-an-attacker"}
    answer = await public.post(SESSIONS, json=body, headers=chosen)

    assert answer.status_code == 201
    assert public.cookies["chamber"] != "chosen-by-an-attacker"
    public.cookies.clear()
    assert (await public.get(f"{SESSIONS}/me", headers=chosen)).status_code == 401


async def test_each_login_has_a_token_of_its_own_and_ends_the_one_before(
    public: Client, account: Account
) -> None:
    await log_in(public)
    first = public.cookies["chamber"]
    await log_in(public)
    assert public.cookies["chamber"] != first

    public.cookies.clear()
    me = await public.get(f"{SESSIONS}/me", headers={"Cookie": f"chamber={first}"})
    assert me.status_code == 401


async def test_a_wrong_login_and_a_wrong_password_are_answered_alike(
    public: Client, account: Account
) -> None:
    wrong, unknown = await log_in(public, "x" * 12), await log_in(public, login="nobody")

    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert wrong.json()["type"] == unknown.json()["type"]
    assert wrong.json()["detail"] == unknown.json()["detail"]


async def test_the_tenth_try_is_heard_and_the_eleventh_is_not(
    public: Client, account: Account
) -> None:
    for _ in range(TRIES):
        assert (await log_in(public, "x" * 12)).status_code == 401
    answer = await log_in(public)

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60 + 1
    assert (await log_in(public, login="other")).status_code == 401


async def test_many_tries_at_once_are_many_tries(public: Client, account: Account) -> None:
    answers = await asyncio.gather(*(log_in(public, "x" * 12) for _ in range(15)))

    assert sorted(answer.status_code for answer in answers) == [401] * TRIES + [429] * 5


async def test_after_a_quarter_of_an_hour_one_may_try_again(
    public: Client, account: Account, engine: AsyncEngine
) -> None:
    for _ in range(TRIES):
        await log_in(public, "x" * 12)
    async with engine.begin() as connection:
        later = "UPDATE login_attempt SET tried_at = tried_at - interval '15 minutes'"
        await connection.execute(text(later))

    assert (await log_in(public)).status_code == 201


async def test_the_right_password_forgives_what_went_before(
    public: Client, account: Account
) -> None:
    for _ in range(3):
        for _ in range(TRIES - 1):
            assert (await log_in(public, "x" * 12)).status_code == 401
        assert (await log_in(public)).status_code == 201


@pytest.mark.parametrize(
    ("address", "around"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("unix:", "unknown"),
    ],
)
def test_a_network_is_what_one_guesser_has(address: str, around: str) -> None:
    assert network(address) == around


@pytest.mark.parametrize("what", ["reset", "disable"])
async def test_all_sessions_and_tokens_of_an_account_end_at_once(
    visitors: Callable[..., Any], engine: AsyncEngine, account: Account, what: str
) -> None:
    two = [await visitors(), await visitors()]
    for client in two:
        assert (await log_in(client)).status_code == 201
    async with AsyncSession(engine) as session, session.begin():
        if what == "reset":
            await accounts.reset(session, "aigul", "another password")
        else:
            await accounts.disable(session, "aigul")

    for client in two:
        assert (await client.get(f"{SESSIONS}/me")).status_code == 401
    assert (await log_in(two[0])).status_code == 401
    may = 201 if what == "reset" else 401
    assert (await log_in(two[0], "another password")).status_code == may


async def test_a_session_ends_by_itself(
    public: Client, account: Account, engine: AsyncEngine
) -> None:
    await log_in(public)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE session SET expires_at = clock_timestamp()"))

    assert (await public.get(f"{SESSIONS}/me")).status_code == 401


@pytest.mark.parametrize("header", ["Bearer x", "Basic YTpi", "Bearer", "x"])
async def test_a_token_that_nobody_issued_opens_nothing(public: Client, header: str) -> None:
    for path in ("/api/v1/people", f"{SESSIONS}/me"):
        answer = await public.get(path, headers={"Authorization": header})
        assert answer.status_code == 401


async def test_a_disabled_program_is_turned_away(clerk: Client, engine: AsyncEngine) -> None:
    assert (await clerk.get(f"{SESSIONS}/me")).status_code == 200
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE account SET disabled_at = clock_timestamp()"))

    assert (await clerk.get(f"{SESSIONS}/me")).status_code == 401


@pytest.mark.parametrize("body", [{}, {"login": "x"}, {"login": "", "password": "x"}, {"x": 1}])
async def test_half_a_login_is_malformed(public: Client, body: dict[str, Any]) -> None:
    assert (await public.post(SESSIONS, json=body)).status_code == 422
