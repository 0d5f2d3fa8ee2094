"""What only the database sees is told in plain words: a correction may meet another entry."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.web.guarded import BY_GUARD
from tests.record.roster import deputy, named
from tests.web.conftest import Client, send

API = "/api/v1"
BODY = {
    "kind": "body", "on": "2026-03-02", "chamber": "mazhilis", "body": "committee",
    "convocation": 8, "name": {"kk": "Комитет", "ru": "Комитет", "latin": "Committee"},
}  # fmt: skip


@pytest_asyncio.fixture
async def client(visitors: Callable[..., Awaitable[Client]]) -> Client:
    return await visitors(Role.SECRETARIAT, "mazhilis")


@pytest_asyncio.fixture
async def two(engine: AsyncEngine) -> list[str]:
    """Two deputies."""
    async with AsyncSession(engine) as session, session.begin():
        names = [(f"Депутат {n}", f"Депутат {n}", f"Deputy {n}") for n in "АБ"]
        return [str(await deputy(session, named(*name))) for name in names]


async def done(client: Client, address: str, act: dict[str, Any]) -> Any:
    shown = await client.get(address)
    return await send(client, f"{address}/acts", {"act": act}, shown.headers["ETag"])


def correction(entry: int, act: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "correction", "on": "2026-03-05", "entry": entry, "act": act, "reason": "қате"}


async def test_a_body_with_members_keeps_its_kind(client: Client, two: list[str]) -> None:
    body = (await send(client, f"{API}/bodies", {"act": BODY})).headers["Location"]
    joins = {"kind": "membership", "on": "2026-03-03", "body": body.rpartition("/")[2]}
    joined = await done(client, f"{API}/people/{two[0]}", joins)
    assert joined.status_code == 201, joined.text

    refused = await done(client, body, correction(1, BODY | {"body": "commission"}))

    assert refused.status_code == 409, refused.text
    assert "has members" in refused.json()["sentence"]["en"]


async def test_nobody_is_put_into_an_office_twice_by_a_correction(
    client: Client, two: list[str]
) -> None:
    """The sources told of two people; put right, both entries would be of the first one."""
    told = {
        "kind": "recorded", "on": "2022-12-29", "chamber": "mazhilis", "starts_on": "2023-01-01",
        "body": "constitutional_court", "sources": ["газет"],
    }  # fmt: skip
    cases = [
        await send(
            client, f"{API}/appointments",
            {"act": told | {"person": one}, "occurred": {"source": "газет"}},
        )
        for one in two
    ]  # fmt: skip
    assert [one.status_code for one in cases] == [201, 201], cases[0].json()["errors"]

    again = correction(1, told | {"person": two[0]})
    refused = await done(client, cases[1].headers["Location"], again)

    assert refused.status_code == 409, refused.text
    assert "twice on one day" in refused.json()["sentence"]["en"]


async def test_each_guard_that_is_told_of_is_there(engine: AsyncEngine) -> None:
    query = """SELECT conname FROM pg_constraint UNION
        SELECT name FROM unnest(cast(:names AS text[])) AS name, pg_proc AS p
        WHERE strpos(p.prosrc, name) > 0"""
    async with engine.connect() as connection:
        found = set((await connection.execute(text(query), {"names": [*BY_GUARD]})).scalars())

    assert set(BY_GUARD) <= found
