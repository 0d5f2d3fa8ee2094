"""A report of a member of the Government by HTTP: the worked cases of the catalogue."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.matters import LATEST, SOURCE, TEXTS, Json, found, refused, verdict
from tests.web.reporting import House, days_before

DAY = "2026-03-25"
DESPITE = {"despite": "хаттамаға сәйкес"}
Clients = Callable[..., Awaitable[Client]]


@pytest.fixture
def today() -> date:
    return LATEST


@pytest_asyncio.fixture
async def house(engine: AsyncEngine, visitors: Clients) -> House:
    """Its second sitting has just the quorum: 66 of 98."""
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    return await House(engine, client, "mazhilis", DAY).seated(98, registered=66)


def numbers(entry: Json) -> tuple[int, int, bool]:
    ruling = entry["ruling"]
    return ruling["count"], ruling["needed"], ruling["adopted"]


def resolution(about: str) -> Json:
    return {"about": about, "text": TEXTS}


@pytest.mark.parametrize("sent", [{}, SOURCE])
async def test_w15_sixty_five_votes_are_no_appeal_and_the_note_may_pass(
    house: House, sent: Json
) -> None:
    matter = await house.ready()

    await house.open_vote("take_note", **sent)
    noted = await matter.counted(DAY, 51, 10)
    await house.open_vote("appeal", **sent)
    appealed = await matter.counted(DAY, 65, 0, 1)

    assert (numbers(noted), numbers(appealed)) == ((51, 50, True), (65, 66, False))
    assert (verdict(noted), verdict(appealed)) == (("valid", True), ("valid", True))
    assert verdict(await matter.done("resolution", DAY, **resolution("take_note")))[1]
    for more in ({}, DESPITE):
        answer = await matter.do("resolution", DAY, **resolution("appeal"), **more)
        assert answer.status_code == 409, answer.text
    occurred = await matter.done("resolution", DAY, **resolution("appeal"), **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    refused(await matter.do("appeal_sent", DAY, document="№ 1"), "A57-6.17", "V")


async def test_w15_the_sixty_sixth_vote_makes_the_appeal(house: House) -> None:
    matter = await house.ready()
    await house.open_vote("take_note")
    await matter.counted(DAY, 49, 10)
    await house.open_vote("appeal")

    assert numbers(await matter.counted(DAY, 66)) == (66, 66, True)
    assert verdict(await matter.done("resolution", DAY, **resolution("appeal"))) == ("valid", True)


async def test_w16_thirty_two_signatures_are_no_initiative(house: House) -> None:
    matter = house.matter

    for sent in ({}, DESPITE):
        answer = await matter.open("initiative", house.filed, **house.initiative(32), **sent)
        told = refused(answer, "A57-6.01", "V")
        assert (told["count"], told["needed"]) == (32, 33)
    occurred = await matter.opened("initiative", house.filed, **house.initiative(32), **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    vote = house.vote("hear", house.first)
    for sent in ({}, DESPITE):
        refused(await matter.do("open_vote", house.decided_on, **vote, **sent), "A57-6.01", "V")


async def test_w16_thirty_three_signatures_are_an_initiative(house: House) -> None:
    opened = await house.matter.opened("initiative", house.filed, **house.initiative(33))

    assert verdict(opened) == ("valid", True)
    assert numbers(opened) == (33, 33, True)
    vote = await house.open_vote("hear", house.decided_on, house.first)
    assert verdict(vote) == ("valid", True)


@pytest.mark.parametrize(("signed", "said"), [(33, "disputed"), (34, "valid")])
async def test_w16_one_who_withdraws_before_the_decision_leaves_it_disputed(
    house: House, signed: int, said: str
) -> None:
    matter, on = house.matter, house.decided_on
    await matter.opened("initiative", house.filed, **house.initiative(signed))
    gone = str(house.deputies[signed - 1])
    await matter.done("withdrawal", days_before(on, 1), deputy=gone)
    vote = house.vote("hear", house.first)

    if said == "disputed":
        told = refused(await matter.do("open_vote", on, **vote), "A57-6.01", "V", "disputed")
        assert found(told, "A57-6.01")["readings"] == ["Q-24 B"]
        occurred = await matter.done("open_vote", on, **vote, **SOURCE)
        assert verdict(occurred) == ("disputed", False)
    sent = DESPITE if said == "disputed" else {}
    assert verdict(await matter.done("open_vote", on, **vote, **sent)) == (said, True)
    assert (await matter.counted(on, 60))["ruling"]["verdict"] == said


async def test_w19_the_mazhilis_puts_the_questions_as_they_were_received(
    engine: AsyncEngine, visitors: Clients
) -> None:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    house = await House(engine, client, "mazhilis", DAY).seated(98)
    matter = await house.ready("appeal", "take_note")

    refused(await matter.do("open_vote", DAY, **house.vote("take_note")), "A57-6.14", "D")
    await house.open_vote("appeal")
    appealed = await matter.counted(DAY, 70, 20)
    await house.open_vote("take_note")
    noted = await matter.counted(DAY, 51, 40)

    assert (numbers(appealed), numbers(noted)) == ((70, 66, True), (51, 50, True))
    for about, entry in (("appeal", appealed), ("take_note", noted)):
        assert verdict(entry) == ("valid", True)
        assert verdict(await matter.done("resolution", DAY, **resolution(about))) == ("valid", True)
    await matter.done("appeal_sent", "2026-03-26", document="№ 57-6/1")
    shown = await matter.shown()
    assert [one["decision"] for one in shown["resolutions"]] == ["hear", "appeal", "take_note"]
    (release,) = [one for one in shown["deadlines"] if one["what"] == "release"]
    assert (release["state"], release["due_on"]) == ("unknown", None)


async def test_w19_the_senate_puts_them_as_the_law_numbers_them(
    engine: AsyncEngine, visitors: Clients
) -> None:
    client = await visitors(Role.SECRETARIAT, "senate")
    house = await House(engine, client, "senate", DAY).seated(50)
    matter = await house.ready("appeal", "take_note")

    refused(await matter.do("open_vote", DAY, **house.vote("appeal")), "A57-6.14", "D")
    for about, for_, expected in (
        ("take_note", 26, (26, 26, True)),
        ("appeal", 33, (33, 34, False)),
    ):
        await house.open_vote(about)
        assert numbers(await matter.counted(DAY, for_)) == expected


async def test_w20_only_a_written_notice_with_decision_and_day_satisfies(house: House) -> None:
    await house.decided()
    matter, opening = house.matter, {"sitting": house.second}
    tries: tuple[Json, ...] = (
        {"in_writing": False, "states_decision": True, "day": DAY},
        {"in_writing": True, "states_decision": True, "day": None},
    )
    for number, told in enumerate(tries, start=1):
        sent = days_before(DAY, 8 - number)
        entry = await matter.done("notification", sent, **told)
        assert verdict(entry) == ("invalid", True)  # It is entered, with what it lacks.
        assert found(entry["ruling"], "A57-6.05")["breach"] == "I"
        received = {"notification": number, "received_on": sent, "proof": "журнал"}
        await matter.done("receipt", sent, **received)
        refused(await matter.do("opening_word", DAY, **opening), "A57-6.05", "D")
    occurred = await matter.done("opening_word", DAY, **opening, **SOURCE)
    assert verdict(occurred) == ("invalid", False)

    right = {"in_writing": True, "states_decision": True, "day": DAY}
    sent = days_before(DAY, 3)
    assert verdict(await matter.done("notification", sent, **right)) == ("valid", True)
    refused(await matter.do("opening_word", DAY, **opening), "A57-6.05", "D")  # No receipt yet.
    await matter.done("receipt", sent, notification=3, received_on=sent, proof="қолхат")
    assert verdict(await matter.done("opening_word", DAY, **opening)) == ("valid", True)


async def test_w20_without_it_the_report_may_be_heard_for_a_recorded_reason(house: House) -> None:
    await house.decided()

    entry = await house.step("opening_word", **DESPITE)

    assert verdict(entry) == ("invalid", True)
    came = await house.step("attendance", came=True)
    assert "A57-6.05" in (await house.matter.shown())["defects"]
    assert verdict(came)[1]


async def test_w56_an_appeal_without_a_report_is_adopted_and_disputed(
    engine: AsyncEngine, visitors: Clients
) -> None:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    house = await House(engine, client, "mazhilis", DAY).seated(98)
    matter = await house.ready("appeal", "take_note", came=False)
    appeal = house.vote("appeal")

    told = refused(await matter.do("open_vote", DAY, **appeal), "A57-6.08", "D", "disputed")
    assert found(told, "A57-6.08")["readings"] == ["Q-27 A"]
    occurred = await matter.done("open_vote", DAY, **appeal, **SOURCE)
    assert verdict(occurred) == ("disputed", False)
    opened = await matter.done("open_vote", DAY, **appeal, **DESPITE)
    closed = await matter.counted(DAY, 70, 20)

    assert verdict(opened) == ("disputed", True)
    assert numbers(closed) == (70, 66, True)
    assert verdict(closed) == ("disputed", True)
    assert found(closed["ruling"], "A57-6.08")["breach"] == "I"
    absent = [one for one in (await matter.shown())["entries"] if one["kind"] == "attendance"]
    assert found(absent[0]["ruling"], "A57-6.08")["breach"] == "I"
