"""A reminder is entered in any case, shown there and in the list, and changes no facts."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.audit import audit
from chamber.law.roles import Role
from chamber.rooms import ROOMS
from tests.web.conftest import Client, send
from tests.web.hearing_house import Staff, Visitors, app, clerk, here, matter, staff
from tests.web.hearing_room import Chambers, Json, Matter, decided

__all__ = ["app", "clerk", "here", "matter", "staff"]  # Fixtures. Today is 30 April 2026.
LIST = "/api/v1/deadlines"
DAY = "2026-04-29"
REMINDED: Json = {"to": "Баспасөз қызметі", "what": "notice", "text": "Хабарлама әлі берілмеген."}
SAME = ("entries", "version", "reminders")


async def listed(client: Client) -> list[Json]:
    items: list[Json] = (await client.get(LIST)).json()["items"]
    return items


async def test_it_is_shown_in_the_case_and_in_the_list_and_changes_no_facts(
    matter: Matter, clerk: Client
) -> None:
    await decided(matter, "2026-05-20T10:00:00+05:00")
    before = await matter.shown()

    entry = await matter.done("reminder", DAY, **REMINDED)

    after = await matter.shown()
    assert {k: v for k, v in before.items() if k not in SAME} == {
        k: v for k, v in after.items() if k not in SAME
    }
    assert after["entries"][:-1] == before["entries"]
    assert after["entries"][-1]["act"] == {"kind": "reminder", "on": DAY} | REMINDED
    assert (entry["kind"], entry["stands"]) == ("reminder", True)
    assert entry["ruling"]["sentence"]["ru"] == (
        "Направлено напоминание. Адресат: «Баспасөз қызметі»."
    )
    (item,) = await listed(clerk)
    assert item["reminders"] == [{"entry": entry["seq"], "on": DAY} | REMINDED]


async def test_the_case_goes_on_after_it_and_is_corrected_past_it(
    matter: Matter, clerk: Client, engine: AsyncEngine
) -> None:
    await decided(matter, "2026-05-20T10:00:00+05:00")
    reminder = await matter.done("reminder", DAY, **REMINDED)
    await matter.done("commission", DAY, commission=matter.here.commission, resolution="№ 1")
    await matter.done("correction", DAY, entry=4, act=None, reason="Комиссия құрылмаған.")

    assert (await listed(clerk))[0]["reminders"][0]["entry"] == reminder["seq"]
    gone = await matter.do("correction", DAY, entry=reminder["seq"], act=None, reason="Қате.")
    assert gone.status_code == 422
    async with AsyncSession(engine) as session:
        assert [one for one in await audit(session, ROOMS) if "hearings" in one.proceeding] == []


async def test_nobody_is_reminded_of_what_is_not_due(matter: Matter) -> None:
    answer = await matter.do("reminder", DAY, **REMINDED | {"what": "office"})

    assert (answer.status_code, answer.json()["pointer"]) == (422, "#/act/what")
    assert answer.json()["sentence"]["ru"] == "Поле «О чем речь»: по этому делу такого срока нет."


async def test_it_is_rehearsed_and_entered_once(matter: Matter, clerk: Client) -> None:
    body = {"act": {"kind": "reminder", "on": DAY} | REMINDED}
    place = f"{matter.address}/acts"
    dry = await clerk.post(f"{place}?dry_run=true", json=body)
    assert (dry.status_code, dry.json()["stands"]) == (200, True)
    first = await send(clerk, place, body, matter.tag, key="the-same")
    again = await send(clerk, place, body, matter.tag, key="the-same")
    assert (first.status_code, again.content) == (201, first.content)
    stale = await send(clerk, place, body, matter.tag)
    assert stale.status_code == 412
    tomorrow = {"act": body["act"] | {"on": "2026-05-01"}}
    early = await send(clerk, place, tomorrow, first.headers["ETag"])
    assert early.status_code == 422


async def test_the_organisers_staff_may_remind_and_others_may_not(
    matter: Matter, staff: Staff, here: Chambers
) -> None:
    body = {"act": {"kind": "reminder", "on": DAY} | REMINDED}
    place = f"{matter.address}/acts?dry_run=true"
    for role, told, status in (
        (Role.COMMITTEE, {"committee": here.committee}, 200),
        (Role.COMMITTEE, {"committee": here.second}, 404),  # Of a draft it knows nothing.
        (Role.PRESIDING, {}, 200),
        (Role.DEPUTY, {"deputy": here.mazhilis[0]}, 403),
        (Role.ADMIN, {}, 403),
    ):
        client = await staff(role, "mazhilis", **told)
        assert (await client.post(place, json=body)).status_code == status, role


@pytest.mark.parametrize("noun", ["sittings", "people", "bodies"])
async def test_a_case_with_no_deadline_takes_one_of_nothing_in_particular(
    clerk: Client, here: Chambers, noun: str
) -> None:
    openings: dict[str, dict[str, Any]] = {
        "sittings": {
            "kind": "plan", "chamber": "mazhilis", "sitting": "plenary", "place": "Астана",
            "starts_at": "2026-06-10T10:00:00+05:00",
        },
        "people": {"kind": "person", "name": {"kk": "Айдос", "ru": "Айдос", "latin": "Aidos"}},
        "bodies": {
            "kind": "body", "chamber": "mazhilis", "body": "committee", "convocation": 8,
            "name": {"kk": "Комитет", "ru": "Комитет", "latin": "Committee"},
        },
    }  # fmt: skip
    case = Matter(clerk, here)
    opened = await case.open({"on": DAY} | openings[noun], f"/api/v1/{noun}")
    assert opened.status_code == 201, opened.text
    shown = await case.shown()

    await case.done("reminder", DAY, to="Хатшылық", text="Құжаттарды дайындау керек.")

    again = await case.shown()
    assert shown["deadlines"] == again["deadlines"] == []
    assert {k: v for k, v in shown.items() if k not in SAME} == {
        k: v for k, v in again.items() if k not in SAME
    }


async def test_who_was_reminded_of_what_is_not_told_to_the_public(
    clerk: Client, here: Chambers, visitors: Visitors
) -> None:
    case, public = Matter(clerk, here), await visitors()
    name = {"kk": "Айдос", "ru": "Айдос", "latin": "Aidos"}
    await case.open({"on": DAY, "kind": "person", "name": name}, "/api/v1/people")
    await case.done("reminder", DAY, to="Хатшылық", text="Құжаттарды дайындау керек.")

    kinds = [one["kind"] for one in (await case.shown())["entries"]]
    assert kinds == ["person", "reminder"]
    seen = await public.get(case.address)
    assert [one["kind"] for one in seen.json()["entries"]] == ["person"]
    assert "Хатшылық" not in seen.text
