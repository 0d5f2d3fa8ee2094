"""The same appeal by HTTP under each wording of the law, and one that crosses to another."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.matters import LATEST, SOURCE, TEXTS, Json, found, refused, verdict
from tests.web.reporting import House

Clients = Callable[..., Awaitable[Client]]
DESPITE = {"despite": "хаттамаға сәйкес"}


@pytest.fixture
def today() -> date:
    return LATEST


async def a_house(engine: AsyncEngine, visitors: Clients, on: str, seats: int) -> House:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    return await House(engine, client, "mazhilis", on).seated(seats)


async def refused_appeal(house: House, on: str) -> None:
    """The first appeal was adopted on the day of the report, and the President refused it."""
    matter = await house.ready()
    await house.open_vote("take_note")
    await matter.counted(house.on, 60)
    await house.open_vote("appeal")
    await matter.counted(house.on, 60)
    await matter.done("resolution", house.on, about="appeal", text=TEXTS)
    await matter.done("appeal_sent", house.on, document="№ 1")
    assert verdict(await matter.done("refused", on)) == ("valid", True)


async def decided(client: Client, on: str, in_favour: int) -> Json:
    """The calculator's answer to the same count."""
    asked = {"rule": "A57-6.17", "chamber": "mazhilis", "on": on, "for": str(in_favour)}
    answer: Json = (await client.get("/api/v1/law/decide", params=asked)).json()
    return answer


@pytest.mark.parametrize("sent", [{}, SOURCE])
async def test_w50_a_repeat_after_march_2017_needs_two_thirds_and_is_flagged(
    engine: AsyncEngine, visitors: Clients, sent: Json
) -> None:
    house = await a_house(engine, visitors, "2016-10-06", 107)
    await refused_appeal(house, "2016-10-15")
    again = "2017-04-15"
    hall = await house.sits(again)

    opened = await house.open_vote("appeal", again, hall, **sent)
    closed = await house.matter.counted(again, 60, 30)

    ruling = closed["ruling"]
    assert (ruling["rule"], ruling["count"], ruling["needed"]) == ("A57-6.17", 60, 72)
    assert (ruling["total"], ruling["adopted"]) == (107, False)
    for entry in (opened, closed):
        assert verdict(entry) == ("valid", True)
        flag = found(entry["ruling"], "A57-6.17")
        assert (flag["breach"], flag["verdict"]) == ("I", "valid")
        assert "editions" in flag["sentence"]["en"]
    votes = (await house.client.get("/api/v1/votes?power=57(6)")).json()["items"]
    assert [one["outcome"] for one in votes if one["on"] == again] == ["not_adopted"]


@pytest.mark.parametrize(
    ("again", "said"),
    [("2017-03-07", "invalid"), ("2017-03-08", "disputed"), ("2017-03-09", "valid")],
)
async def test_w50_before_that_a_repeat_waits_six_months_and_needs_a_majority(
    engine: AsyncEngine, visitors: Clients, again: str, said: str
) -> None:
    house = await a_house(engine, visitors, "2016-09-08", 107)
    await refused_appeal(house, "2016-09-20")
    vote = house.vote("appeal", await house.sits(again))
    matter = house.matter

    if said != "valid":
        told = refused(await matter.do("open_vote", again, **vote), "A57-6.19", "D", said)
        assert found(told, "A57-6.19")["earliest_lawful"] == "2017-03-09"
        occurred = await matter.done("open_vote", again, **vote, **SOURCE)
        assert verdict(occurred) == (said, False)
    sent = {} if said == "valid" else DESPITE
    assert verdict(await matter.done("open_vote", again, **vote, **sent)) == (said, True)
    ruling = (await matter.counted(again, 60, 30))["ruling"]
    assert (ruling["rule"], ruling["needed"], ruling["adopted"]) == ("A57-6.19", 54, True)


async def test_since_march_2017_the_president_has_no_discretion(
    engine: AsyncEngine, visitors: Clients
) -> None:
    house = await a_house(engine, visitors, "2024-05-15", 98)
    matter = await house.ready()
    await house.open_vote("take_note")
    await matter.counted(house.on, 70)
    await house.open_vote("appeal")
    await matter.counted(house.on, 70)
    await matter.done("resolution", house.on, about="appeal", text=TEXTS)
    await matter.done("appeal_sent", "2024-05-16", document="№ 1")

    entry = await matter.done("refused", "2024-05-20")

    assert verdict(entry) == ("invalid", True)
    assert found(entry["ruling"], "A57-6.18")["breach"] == "I"


SEATS = {"2016-12-01": (107, 54), "2024-05-15": (98, 66)}


@pytest.mark.parametrize(
    ("on", "in_favour"),
    [("2016-12-01", 53), ("2016-12-01", 54), ("2024-05-15", 65), ("2024-05-15", 66)],
)
async def test_the_same_appeal_is_judged_by_its_own_day_s_law(
    engine: AsyncEngine, visitors: Clients, on: str, in_favour: int
) -> None:
    seats, needed = SEATS[on]
    house = await a_house(engine, visitors, on, seats)
    matter = await house.ready()
    await house.open_vote("take_note")
    await matter.counted(on, 60)
    await house.open_vote("appeal")

    ruling = (await matter.counted(on, in_favour))["ruling"]

    adopted = in_favour >= needed
    assert (ruling["total"], ruling["needed"], ruling["adopted"]) == (seats, needed, adopted)
    answer = await decided(house.client, on, in_favour)
    assert (answer["needed"], answer["adopted"]) == (needed, adopted)
    resolution = await matter.do("resolution", on, about="appeal", text=TEXTS)
    assert resolution.status_code == (201 if adopted else 409)


async def test_the_same_appeal_is_no_act_once_the_edition_has_ended(
    engine: AsyncEngine, visitors: Clients
) -> None:
    late = "2026-07-02"
    house = await a_house(engine, visitors, "2026-06-25", 98)
    matter = await house.ready()
    vote = house.vote("appeal")

    for sent in ({}, DESPITE):
        told = refused(await matter.do("open_vote", late, **vote, **sent), "A57-6.17", "V")
        assert told["reason"] == "no edition in force"
    occurred = await matter.done("open_vote", late, **vote, **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    answer = await decided(house.client, late, 98)
    assert (answer["adopted"], answer["reason"]) == (False, "no edition in force")
