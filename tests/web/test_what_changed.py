"""A correction tells what it changes: which acts fall with it, and in which other cases."""

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client, send
from tests.web.matters import LATEST, Json, Matter
from tests.web.test_corrected_rooms import (
    DAY,
    Clients,
    House,
    audited,
    immunity,
    mandates,
)

FORWARDING, CONCLUSION, OPENING, CLOSING = 2, 3, 4, 5


@pytest.fixture
def today() -> date:
    return LATEST


@pytest.fixture
async def house(engine: AsyncEngine, visitors: Clients) -> House:
    return await House(engine, await visitors(Role.SECRETARIAT, "mazhilis")).seated()


@pytest.fixture
async def matter(house: House) -> Matter:
    """Of immunity, with a vote that was counted."""
    made = await immunity(house)
    await made.counted(DAY, 60)
    return made


def slip(entry: int, act: Json | None) -> Json:
    told = {"kind": "correction", "on": DAY, "entry": entry, "act": act, "reason": "хаттама"}
    return {"act": told}


async def put_right(client: Client, address: str, entry: int, act: Json | None) -> Any:
    tag = (await client.get(address)).headers["ETag"]
    return await send(client, f"{address}/acts", slip(entry, act), tag)


async def rehearsed(client: Client, address: str, entry: int, act: Json | None) -> Json:
    answer = await client.post(f"{address}/acts?dry_run=true", json=slip(entry, act))
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def rows(changed: list[Json]) -> list[tuple[int, str, bool, str | None]]:
    return [(one["entry"], one["kind"], one["stands"], one["verdict"]) for one in changed]


FALLEN = [
    (FORWARDING, "forwarding", False, None),
    (CONCLUSION, "conclusion", False, "invalid"),
    (OPENING, "open_vote", False, "invalid"),
    (CLOSING, "close_vote", False, "invalid"),
]
RISEN = [
    (FORWARDING, "forwarding", True, "valid"),
    (CONCLUSION, "conclusion", True, "valid"),
    (OPENING, "open_vote", True, "valid"),
    (CLOSING, "close_vote", True, "valid"),
]


async def test_taking_an_act_away_tells_what_falls_with_it(matter: Matter) -> None:
    answer = await put_right(matter.client, matter.address, FORWARDING, None)

    entry = answer.json()["entry"]
    assert rows(entry["changed"]) == FALLEN
    assert entry["elsewhere"] == []
    shown = (await matter.shown())["entries"]
    assert shown[-1]["changed"] == entry["changed"]
    assert (shown[1]["stands"], shown[1]["now"]) == (False, None)
    assert all("changed" not in one for one in shown[:-1])


async def test_a_rehearsal_tells_the_same_and_changes_nothing(matter: Matter, house: House) -> None:
    before = await matter.shown()

    told = await rehearsed(matter.client, matter.address, FORWARDING, None)

    assert rows(told["changed"]) == FALLEN
    assert told["stands"] is True
    assert await matter.shown() == before
    await audited(house.engine, "immunity")


async def test_what_was_taken_away_is_put_back_in_its_place(matter: Matter, house: House) -> None:
    before = await matter.shown()
    forwarding = before["entries"][1]["act"]
    await put_right(matter.client, matter.address, FORWARDING, None)

    again = await put_right(matter.client, matter.address, FORWARDING, None)
    assert again.status_code == 422, again.text
    (fault,) = again.json()["errors"]
    assert fault["detail"] == "the act of entry 2 was taken away already"
    assert "№ 2 жазбадағы әрекет бұрын алып тасталған" in fault["sentence"]["kk"]
    assert "действие записи № 2 исключено ранее" in fault["sentence"]["ru"]
    other = await put_right(matter.client, matter.address, FORWARDING, before["entries"][2]["act"])
    assert other.status_code == 422

    back = await put_right(matter.client, matter.address, FORWARDING, forwarding)

    entry = back.json()["entry"]
    assert rows(entry["changed"]) == RISEN
    assert "әрекет болған жоқ" in entry["ruling"]["sentence"]["kk"].split("дұрысы")[0]
    after = await matter.shown()
    assert after["rounds"] == before["rounds"]
    assert [one.get("now") for one in after["entries"]] == [None] * 7
    assert after["entries"][:5] == before["entries"]
    await audited(house.engine, "immunity")


async def test_it_may_be_put_back_otherwise_than_it_read(matter: Matter, house: House) -> None:
    forwarding = (await matter.shown())["entries"][1]["act"]
    await put_right(matter.client, matter.address, FORWARDING, None)

    later = forwarding | {"on": DAY}
    back = await put_right(matter.client, matter.address, FORWARDING, later)

    assert back.status_code == 201, back.text
    told = (await matter.shown())["entries"][1]
    assert (told["now"]["act"]["on"], told["now"]["stands"]) == (DAY, True)
    await audited(house.engine, "immunity")


async def test_a_vote_is_put_back_with_the_hall_of_its_own_moment(
    matter: Matter, house: House
) -> None:
    """The sitting is put right in the meantime: what is put back is judged by how it now stands."""
    opening, closing = (await matter.shown())["entries"][3:5]
    await put_right(matter.client, matter.address, CLOSING, None)
    await put_right(matter.client, matter.address, OPENING, None)
    await house.register(65)

    fallen = await put_right(matter.client, matter.address, OPENING, opening["act"])
    await house.register(66)
    closed = await put_right(matter.client, matter.address, CLOSING, closing["act"])

    assert rows(fallen.json()["entry"]["changed"]) == [(OPENING, "open_vote", False, "invalid")]
    assert rows(closed.json()["entry"]["changed"]) == [(CLOSING, "close_vote", True, "valid")]
    assert [one["outcome"] for one in (await matter.shown())["rounds"]] == ["adopted"]
    await audited(house.engine, "immunity")


async def test_a_correction_tells_in_which_other_cases_it_changes_something(
    matter: Matter, house: House
) -> None:
    other = await mandates(house)
    sitting = f"/api/v1/sittings/{house.sitting}"
    register = {"kind": "register", "on": DAY, "present": house.people[:65]}

    told = await rehearsed(matter.client, sitting, 2, register)
    entry = (await put_right(matter.client, sitting, 2, register)).json()["entry"]

    assert entry["elsewhere"] == told["elsewhere"]
    assert [(one["noun"], one["address"]) for one in entry["elsewhere"]] == [
        ("immunity", matter.address), ("mandates", other.address),
    ]  # fmt: skip
    shown = (await matter.client.get(sitting)).json()["entries"]
    assert shown[-1]["elsewhere"] == entry["elsewhere"]
    assert entry["elsewhere"][0]["number"] == (await matter.shown())["number"]
    judged = (await matter.shown())["entries"][-1]
    assert judged["kind"] == "rejudged"
    assert rows(judged["changed"]) == [
        (OPENING, "open_vote", False, "invalid"), (CLOSING, "close_vote", False, "invalid"),
    ]  # fmt: skip
    assert "elsewhere" not in judged


async def test_the_answers_keep_to_their_form(matter: Matter) -> None:
    told = (await matter.client.get("/api/v1/openapi.json")).json()
    dry = await rehearsed(matter.client, matter.address, FORWARDING, None)
    entered = await put_right(matter.client, matter.address, FORWARDING, None)

    for form, answer in (
        ("Rehearsed", dry), ("Entered", entered.json()), ("Case", await matter.shown()),
    ):  # fmt: skip
        schema = {"$ref": f"#/components/schemas/{form}", "components": told["components"]}
        Draft202012Validator(schema).validate(answer)
    assert {"changed", "elsewhere"} <= set(told["components"]["schemas"]["Entry"]["properties"])
