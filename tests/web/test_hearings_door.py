"""The catalogue's cases of hearings, by HTTP: asked for, occurred all the same, and despite."""

import pytest

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.hearing_house import DESPITE, FRIDAY, Visitors, app, clerk, here, matter, refusal
from tests.web.hearing_room import (
    MINUTES,
    Chambers,
    Json,
    Matter,
    begin,
    decision,
    plenary,
    ready,
    sits,
)

__all__ = ["app", "clerk", "here", "matter"]  # Fixtures.


async def may_only_be_told(matter: Matter, kind: str, told: Json) -> Json:
    """It is refused when it is asked for; when it has occurred it is entered, with its verdict."""
    assert (await matter.do(kind, **told)).status_code == 409
    entry = await matter.done(kind, **told | MINUTES)
    assert entry["stands"] is False
    return entry


async def stands_despite(matter: Matter, kind: str, told: Json) -> Json:
    entry = await matter.done(kind, **told | DESPITE)
    assert (entry["stands"], entry["despite"]) == (True, DESPITE["despite"])
    return entry


@pytest.mark.parametrize(
    ("hour", "late_on"),
    [("11:00", ("Q-01 A", "Q-01 B")), ("09:00", ("Q-01 B",))],
    ids=["w30: six days and 23 hours", "w31: seven days and an hour"],
)
async def test_a_notice_that_is_in_time_on_some_readings_only_is_disputed(
    matter: Matter, hour: str, late_on: tuple[str, ...]
) -> None:
    told = await ready(matter, FRIDAY, f"2026-04-03T{hour}:00+05:00")

    (late,) = [one for one in told["ruling"]["findings"] if one["rule"] == "A57-5.11"]
    assert (late["breach"], late["verdict"], told["stands"]) == ("I", "disputed", True)
    assert (tuple(late["readings"]), late["earliest_lawful"]) == (late_on, "2026-04-11")
    begins = begin(matter, "2026-04-10")
    refusal(await matter.do("begin", **begins), "A57-5.11", "D", "disputed", *late_on)
    await may_only_be_told(matter, "begin", begins)
    await stands_despite(matter, "begin", begins)
    shown = await matter.shown()
    assert shown["defects"] == ["A57-5.11"]
    certificate = shown["notice_certificate"]
    assert certificate["verdict"] == "disputed"
    assert [one["kept"] for one in certificate["notices"][0]["limits"]] == [
        f"Q-01 {name}" not in late_on for name in "ABC"
    ]


async def test_a_notice_eight_days_before_is_in_time_on_every_reading(matter: Matter) -> None:
    told = await ready(matter, FRIDAY, "2026-04-02T23:59:00+05:00")

    assert told["ruling"]["findings"] == []
    begun = await matter.done("begin", **begin(matter, "2026-04-10"))
    assert begun["ruling"]["verdict"] == "valid"
    assert (await matter.shown())["notice_certificate"]["verdict"] == "valid"


async def test_w33_a_notice_without_the_place_is_no_notice(matter: Matter) -> None:
    told = await ready(matter, FRIDAY, "2026-03-20T10:00:00+05:00", place=None)

    (lacks,) = told["ruling"]["findings"]
    assert (lacks["rule"], lacks["breach"], lacks["verdict"]) == ("A57-5.11", "I", "invalid")
    assert "place" in lacks["sentence"]["en"]
    begins = begin(matter, "2026-04-10")
    refusal(await matter.do("begin", **begins), "A57-5.11", "D", "invalid")
    await may_only_be_told(matter, "begin", begins)
    await stands_despite(matter, "begin", begins)


async def test_w34_no_hearing_on_a_day_on_which_the_own_chamber_sits(
    matter: Matter, clerk: Client, here: Chambers
) -> None:
    assert (await plenary(clerk, here, "2026-04-09")).status_code == 201
    asked = await decision(matter, "2026-04-09T10:00:00+05:00")

    barred = refusal(await matter.do("decision", **asked), "A57-5.08", "D", "invalid")
    assert barred["earliest_lawful"] == "2026-04-10"
    await may_only_be_told(matter, "decision", asked)
    cured = asked | {"starts_at": "2026-04-10T10:00:00+05:00"}
    assert (await matter.done("decision", **cured))["ruling"]["verdict"] == "valid"


async def test_w34_a_day_on_which_only_the_senate_sits_is_disputed(
    matter: Matter, visitors: Visitors, here: Chambers
) -> None:
    senate = await visitors(Role.SECRETARIAT, "senate")
    assert (await plenary(senate, here, "2026-04-10", chamber="senate")).status_code == 201
    asked = await decision(matter, FRIDAY)

    barred = refusal(await matter.do("decision", **asked), "A57-5.08", "D", "disputed", "Q-16 B")
    assert barred["earliest_lawful"] == "2026-04-11"
    await may_only_be_told(matter, "decision", asked)
    await stands_despite(matter, "decision", asked)
    assert (await matter.shown())["defects"] == ["A57-5.08"]


@pytest.mark.parametrize(("in_favour", "guests", "adopted"), [(16, 35, True), (15, 40, False)])
async def test_w35_guests_never_count(
    matter: Matter, in_favour: int, guests: int, adopted: bool
) -> None:
    await ready(matter, FRIDAY, "2026-03-20T10:00:00+05:00")
    await matter.done("begin", **begin(matter, "2026-04-10"))
    thirty = matter.here.mazhilis[:30]
    await matter.done("register", "2026-04-10", deputies=thirty, guest_count=40)

    put: Json = {
        "on": "2026-04-10", "text": {"kk": "Ұсынылады.", "ru": "Рекомендовать."},
        "tally": {"for": in_favour, "against": 30 - in_favour},
        "others": {"for": guests, "against": 40 - guests},
    }  # fmt: skip
    ruling = (await matter.done("recommendations", **put))["ruling"]
    numbers = (ruling["rule"], ruling["count"], ruling["total"], ruling["needed"])
    assert numbers == ("A57-5.16", in_favour, 30, 16)
    assert (ruling["adopted"], ruling["verdict"]) == (adopted, "valid")
    assert {one["name"] for one in ruling["readings"]} == {"Q-15 A", "Q-15 B", "Q-15 C"}


async def test_w37_the_chair_alone_closes_no_hearing(matter: Matter) -> None:
    told = {"on": "2026-03-05", "form": "closed", "decided_by": "chair"}

    refusal(await matter.do("form", **told), "A57-5.14", "D", "invalid")
    await may_only_be_told(matter, "form", told)
    await stands_despite(matter, "form", told)


async def test_w39_nine_of_fourteen_members_are_no_lawful_bureau(matter: Matter) -> None:
    asked = await decision(matter, FRIDAY)
    asked["sitting"] = await sits(matter.client, matter.here, matter.here.bureau, asked["on"], 9)
    asked["tally"] = {"for": 9, "against": 0}

    found = refusal(await matter.do("decision", **asked), "A57-7.10", "V", "invalid")
    assert found["numbers"] == {"present": 9, "needed": 10}
    refusal(await matter.do("decision", **asked), "A57-5.06", "D", "invalid")
    assert (await matter.do("decision", **asked, **DESPITE)).status_code == 409
    await may_only_be_told(matter, "decision", asked)
    ten = await sits(matter.client, matter.here, matter.here.bureau, asked["on"], 10)
    lawful = asked | {"sitting": ten, "tally": {"for": 10, "against": 0}}
    assert (await matter.done("decision", **lawful))["stands"] is True
