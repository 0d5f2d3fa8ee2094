"""One list over all procedures: what is due in each, on each reading from the first day."""

from typing import Any

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.hearing_house import Visitors, app, clerk, here
from tests.web.hearing_room import Chambers, Json, Matter, decided, proposed
from tests.web.matters import enter_deputy

__all__ = ["app", "clerk", "here"]  # Fixtures. Today is 30 April 2026.
LIST = "/api/v1/deadlines"


async def opened(clerk: Client, here: Chambers, noun: str, **act: Any) -> Matter:
    case = Matter(clerk, here)
    answer = await case.open({"chamber": "mazhilis"} | act, f"/api/v1/{noun}")
    assert answer.status_code == 201, answer.text
    return case


async def submitted(clerk: Client, here: Chambers, on: str, who: int) -> Matter:
    """The Prosecutor General asks for consent to one measure."""
    act = {"kind": "submission", "on": on, "deputy": here.mazhilis[who], "document": "№ 1"}
    return await opened(clerk, here, "immunity", **act, measures=[{"measure": "custody"}])


@pytest_asyncio.fixture
async def all_rooms(clerk: Client, here: Chambers, engine: AsyncEngine) -> dict[str, Matter]:
    """One matter of each kind, with something due in each."""
    async with engine.begin() as connection:  # A seat for one who is entered by his acts.
        await connection.execute(
            text("""DELETE FROM mandate WHERE person_id =
                    (SELECT id FROM proceeding WHERE uid = CAST(:uid AS uuid))"""),
            {"uid": here.mazhilis[97]},
        )
    who = str(await enter_deputy(engine, "mazhilis", "list", "2023-03-29"))
    hearing = await proposed(clerk, here)
    await decided(hearing, "2026-05-20T10:00:00+05:00")
    died = {
        "kind": "matter", "on": "2026-04-20", "deputy": who, "ground": "died",
        "happened_on": "2026-04-18", "set_off_by": "cec", "document": "№ 2",
    }  # fmt: skip
    return {
        "late": await submitted(clerk, here, "2026-04-01", 60),
        "unsafe": await submitted(clerk, here, "2026-04-16", 61),
        "safe": await submitted(clerk, here, "2026-04-20", 62),
        "notice": hearing,
        "noting": await opened(clerk, here, "mandates", **died),
    }


async def listed(client: Client, query: str = "") -> dict[str, Json]:
    answer = await client.get(f"{LIST}{query}")
    assert answer.status_code == 200, answer.text
    return {one["case"]["id"]: one for one in answer.json()["items"]}


async def test_all_that_is_due_stands_in_one_list(
    all_rooms: dict[str, Matter], clerk: Client
) -> None:
    items = await listed(clerk)

    told = {name: items[one.uid] for name, one in all_rooms.items()}
    assert {name: (one["what"], one["state"]) for name, one in told.items()} == {
        "late": ("consideration", "late"),
        "unsafe": ("consideration", "unsafe"),
        "safe": ("consideration", "safe"),
        "notice": ("notice", "safe"),
        "noting": ("noting", "unknown"),
    }
    days = [one["due_on"] for one in items.values()]
    assert days == sorted(days, key=lambda day: day or "9999")
    assert all(one["cite"] and all(one["sentence"].values()) for one in items.values())
    nouns = {one["case"]["noun"] for one in items.values()}
    assert nouns == {"hearings", "immunity", "mandates"}


async def test_each_kind_is_asked_by_itself(all_rooms: dict[str, Matter], clerk: Client) -> None:
    for what, names in (
        ("consideration", ["late", "unsafe", "safe"]),
        ("notice", ["notice"]),
        ("noting", ["noting"]),
        ("report", []),
    ):
        items = await listed(clerk, f"?what={what}")
        assert list(items) == [all_rooms[name].uid for name in names], what


async def test_the_case_shows_each_reading_and_the_conclusion_adds_its_own(
    all_rooms: dict[str, Matter], clerk: Client
) -> None:
    case = all_rooms["safe"]
    (first,) = (await case.shown())["deadlines"]
    assert {one["name"]: one["safe_until"] for one in first["readings"]} == {
        "Q-02 A": "2026-05-04", "Q-02 B": "2026-05-03", "Q-02 D": "2026-05-04",
    }  # fmt: skip
    assert (first["safe_until"], first["due_on"]) == ("2026-04-30", "2026-04-30")

    await case.done("forwarding", "2026-04-21", document="№ 3")
    told = {"favours": True, "text": "Қорытынды", "document": "№ 4"}
    await case.done("conclusion", "2026-04-27", **told)

    (later,) = (await case.shown())["deadlines"]
    by_name = {one["name"]: one["safe_until"] for one in later["readings"]}
    assert by_name["Q-02 A × Q-03 A"] == "2026-05-04"
    assert by_name["Q-02 A × Q-03 B"] == "2026-05-11"
    assert later["safe_until"] == "2026-04-30"
    assert (await listed(clerk))[case.uid]["readings"] == later["readings"]


async def test_the_public_reads_in_the_case_what_it_is_not_told_in_the_list(
    all_rooms: dict[str, Matter], visitors: Visitors
) -> None:
    public: Client = await visitors()

    shown = (await public.get(all_rooms["unsafe"].address)).json()

    assert [one["state"] for one in shown["deadlines"]] == ["unsafe"]
    assert (await public.get(LIST)).status_code == 401


async def test_a_case_is_told_anew_on_another_day_and_its_version_stays(
    all_rooms: dict[str, Matter], clerk: Client, visitors: Visitors
) -> None:
    """How its deadlines stand is of the day: so is the tag, and either names the version."""
    case = all_rooms["safe"]
    tag = (await clerk.get(case.address)).headers["ETag"]
    assert "." in tag
    known = await clerk.get(case.address, headers={"If-None-Match": tag})
    assert known.status_code == 304

    of_yesterday = f'{tag.partition(".")[0]}.00000000"'
    stale = await clerk.get(case.address, headers={"If-None-Match": of_yesterday})
    assert stale.status_code == 200
    case.tag = of_yesterday
    await case.done("reminder", "2026-04-29", to="Комитет", what="consideration", text="Қараңыз.")
    presiding = await visitors(Role.PRESIDING, "mazhilis")
    (item,) = [one for uid, one in (await listed(presiding)).items() if uid == case.uid]
    assert item["reminders"][0]["to"] == "Комитет"


async def test_each_row_tells_in_a_word_what_it_is_about(
    all_rooms: dict[str, Matter], clerk: Client, engine: AsyncEngine
) -> None:
    items = await listed(clerk)
    told = {name: items[one.uid]["about"] for name, one in all_rooms.items()}
    assert told["notice"] is None  # Not everybody may know of it yet.
    whom = (await all_rooms["noting"].shown())["deputies"][0]
    deputy = (await clerk.get(f"/api/v1/people/{whom}")).json()["names"][-1]["name"]
    assert told["noting"] == {"kk": deputy["kk"], "ru": deputy["ru"]}

    person = Matter(clerk, all_rooms["noting"].here)
    person.address = f"/api/v1/people/{whom}"
    person.tag = (await clerk.get(person.address)).headers["ETag"]
    name = {"kk": "Айдос Серік", "ru": "Айдос Серик", "latin": "Aidos Serik"}
    await person.done("renamed", "2026-04-21", name=name)
    (again,) = (await listed(clerk, "?what=noting")).values()
    assert again["about"] == {"kk": "Айдос Серік", "ru": "Айдос Серик"}
    assert again["case"]["number"] in (await all_rooms["noting"].shown())["number"]
    assert again["case"]["noun"] == "mandates"
