"""A calendar program can send a token only as a password: so it may, and only to read."""

import base64

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import PASSWORD, Client, token
from tests.web.hearing_house import Visitors, app, clerk, here, matter
from tests.web.hearing_room import Matter, decided

__all__ = ["app", "clerk", "here", "matter"]  # Fixtures. Today is 30 April 2026.
LIST = "/api/v1/deadlines"
ICS = f"{LIST}.ics"
BEARER, BASIC = 'Bearer realm="chamber"', 'Basic realm="Chamber"'


def basic(words: str) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(words.encode()).decode()}"}


async def test_a_token_is_the_password_beside_any_name(
    matter: Matter, clerk: Client, visitors: Visitors, engine: AsyncEngine
) -> None:
    await decided(matter, "2026-05-20T10:00:00+05:00")
    shown = await token(engine, Role.SECRETARIAT, "mazhilis")
    anybody = await visitors()
    told = await clerk.get(ICS)
    assert b"BEGIN:VEVENT" in told.content

    for name in ("", "Айгүл", "token"):
        answer = await anybody.get(ICS, headers=basic(f"{name}:{shown}"))
        assert (answer.status_code, answer.content) == (200, told.content)
    assert (await anybody.head(ICS, headers=basic(f":{shown}"))).status_code == 200
    assert (await anybody.get(LIST, headers=basic(f":{shown}"))).json() == (
        await clerk.get(LIST)
    ).json()


async def test_it_opens_no_more_than_the_token_does(
    visitors: Visitors, engine: AsyncEngine
) -> None:
    anybody = await visitors()
    shown = await token(engine, Role.ADMIN, "mazhilis")
    assert (await anybody.get(ICS, headers=basic(f":{shown}"))).status_code == 403

    shown = await token(engine, Role.SECRETARIAT, "mazhilis")
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE account SET disabled_at = now()"))
    assert (await anybody.get(ICS, headers=basic(f":{shown}"))).status_code == 401


async def test_it_writes_nothing(visitors: Visitors, engine: AsyncEngine) -> None:
    """Else another site could have a browser send it."""
    shown = basic(f":{await token(engine, Role.SECRETARIAT, 'mazhilis')}")
    anybody = await visitors()
    name = {"kk": "Айдос", "ru": "Айдос", "latin": "Aidos"}
    act = {"act": {"kind": "person", "on": "2026-04-30", "name": name}}
    key = {"Idempotency-Key": "one"}

    for address in ("/api/v1/people", "/api/v1/people?dry_run=true"):
        answer = await anybody.post(address, json=act, headers=shown | key)
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, BEARER)
    assert (await anybody.delete("/api/v1/sessions/me", headers=shown)).status_code != 204


@pytest.mark.parametrize(
    "shown",
    [
        {},
        basic(f"admin:{PASSWORD}"),
        basic(""),
        basic(":"),
        basic("chamber_without_a_colon"),
        {"Authorization": "Basic"},
        {"Authorization": "Basic %%%"},
        {"Authorization": "Basic /////w=="},
        {"Authorization": "Digest x"},
        {"Authorization": "Bearer chamber_nobody"},
    ],
)
async def test_only_the_calendar_asks_for_a_password(
    visitors: Visitors, shown: dict[str, str]
) -> None:
    """Else a browser would ask whoever reads our pages."""
    anybody = await visitors()

    def challenge(answer: httpx.Response) -> tuple[int, str]:
        assert answer.headers["Content-Type"] == "application/problem+json"
        return answer.status_code, answer.headers["WWW-Authenticate"]

    assert challenge(await anybody.get(ICS, headers=shown)) == (401, BASIC)
    assert challenge(await anybody.get(f"{ICS}?week=nonsense", headers=shown))[1] == BASIC
    assert challenge(await anybody.get(LIST, headers=shown)) == (401, BEARER)


async def test_a_password_of_a_person_is_no_token(visitors: Visitors, engine: AsyncEngine) -> None:
    await token(engine, Role.SECRETARIAT, "mazhilis")
    async with engine.begin() as connection:
        login = await connection.scalar(text("SELECT login FROM account"))

    answer = await (await visitors()).get(ICS, headers=basic(f"{login}:{PASSWORD}"))

    assert answer.status_code == 401


async def test_the_interface_tells_of_it(clerk: Client) -> None:
    told = (await clerk.get("/api/v1/openapi.json")).json()

    assert told["components"]["securitySchemes"]["password"]["scheme"] == "basic"
    with_password = [
        (path, method)
        for path, item in told["paths"].items()
        for method, operation in item.items()
        if {"password": []} in operation.get("security", [])
    ]
    assert with_password == [(ICS, "get")]
