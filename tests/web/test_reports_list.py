"""The list of reports by HTTP: by Chamber, by member, between two days, page by page."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client, send
from tests.web.matters import LATEST, TEXTS, Json, Matter
from tests.web.reporting import House

Clients = Callable[..., Awaitable[Client]]
DAYS = ("2026-03-04", "2026-03-05", "2026-03-05")


@pytest.fixture
def today() -> date:
    return LATEST


async def demanded(engine: AsyncEngine, visitors: Clients) -> tuple[House, list[str]]:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    house = await House(engine, client, "mazhilis", "2026-03-25").seated(98)
    cases = []
    for day in DAYS:
        house.matter = Matter(client, "reports")
        await house.matter.opened("initiative", day, **house.initiative(33))
        cases.append(house.matter.address.rsplit("/", 1)[-1])
    return house, cases


async def test_everybody_reads_the_list_the_latest_first(
    engine: AsyncEngine, visitors: Clients
) -> None:
    house, cases = await demanded(engine, visitors)
    public = await visitors(None)

    async def found(query: str) -> list[str]:
        answer = await public.get(f"/api/v1/reports?{query}")
        assert answer.status_code == 200, answer.text
        told: list[Json] = answer.json()["items"]
        return [one["id"] for one in told]

    assert await found("chamber=mazhilis") == cases[::-1]
    assert await found("chamber=senate") == []
    assert await found(f"member={house.minister}") == cases[::-1]
    assert await found(f"member={house.deputies[0]}") == []
    assert await found("since=2026-03-05") == cases[:0:-1]
    assert await found("until=2026-03-04") == cases[:1]
    assert await found("limit=2") == cases[:0:-1]
    assert await found(f"limit=2&after={cases[1]}") == cases[:1]
    told = (await public.get("/api/v1/reports?limit=1")).json()["items"][0]
    assert told["office"] == "Төтенше жағдай министрі"
    assert told["member"]["id"] == house.minister


@pytest.mark.parametrize("query", ["chamber=third", "member=7", "since=soon", "office=x"])
async def test_what_cannot_be_asked_is_told(visitors: Clients, query: str) -> None:
    answer = await (await visitors(None)).get(f"/api/v1/reports?{query}")
    assert answer.status_code == 422
    assert set(answer.json()["sentence"]) == {"kk", "ru", "en"}


async def test_only_a_resolution_of_the_past_has_an_official_number(
    engine: AsyncEngine, visitors: Clients
) -> None:
    house, _ = await demanded(engine, visitors)
    act = {
        "kind": "resolution", "on": "2026-03-25", "about": "hear", "text": TEXTS,
        "official_number": "№ 7-VIII",
    }  # fmt: skip
    address = f"{house.matter.address}/acts"
    answer = await send(house.client, address, {"act": act}, house.matter.tag)
    assert answer.status_code == 422
