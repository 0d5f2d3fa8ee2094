"""Immunity by HTTP: the worked cases of the catalogue, taken, occurred and despite a defect."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.matters import (
    LATEST,
    SOURCE,
    TEXTS,
    Json,
    Matter,
    convene,
    found,
    refused,
    seat,
    verdict,
)

DESPITE = {"despite": "залда орын болмады"}
RECEIVED, CONCLUDED = "2026-03-02", "2026-03-06"
Clients = Callable[..., Awaitable[Client]]


@pytest.fixture
def today() -> date:
    return LATEST


class House:
    """A Chamber, the deputy whom a submission is about, and a clerk."""

    def __init__(self, engine: AsyncEngine, client: Client, chamber: str) -> None:
        self.engine, self.chamber = engine, chamber
        self.matter = Matter(client, "immunity")
        self.deputies: list[UUID] = []

    async def seated(self, seats: int, on: str = RECEIVED) -> "House":
        self.deputies = await seat(self.engine, self.chamber, seats, on)
        return self

    def submission(self, **more: Any) -> Json:
        told = {
            "chamber": self.chamber, "deputy": str(self.deputies[4]), "document": "№ 7",
            "measures": [{"measure": "detention"}],
        }  # fmt: skip
        return told | more

    async def prepared(self, on: str = RECEIVED, concluded: str = CONCLUDED) -> Matter:
        """Received, forwarded, and concluded upon."""
        await self.matter.opened("submission", on, **self.submission())
        await self.matter.done("forwarding", on)
        await self.matter.done("conclusion", concluded, favours=True, text="Қорытынды")
        return self.matter

    async def vote(self, on: str, **more: Any) -> Json:
        """The question at a sitting of that day, which the deputy attends."""
        told = {"measure": "detention", "method": "totals"} | more
        return {"sitting": await self.sits(on), **told}

    async def sits(self, on: str) -> str:
        return await convene(self.engine, self.chamber, on, self.deputies)


@pytest_asyncio.fixture
async def house(engine: AsyncEngine, visitors: Clients) -> House:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    return await House(engine, client, "mazhilis").seated(98)


def resolution(decision: str) -> Json:
    return {"measure": "detention", "decision": decision, "text": TEXTS}


@pytest.mark.parametrize(
    ("on", "said", "late"),
    [
        ("2026-03-13", "valid", []),
        ("2026-03-16", "disputed", ["Q-02 B × Q-03 A", "Q-02 B × Q-03 C"]),
        (
            "2026-03-17",
            "disputed",
            [f"Q-02 {way} × Q-03 {start}" for way in "ABD" for start in "AC"],
        ),
    ],
)
@pytest.mark.parametrize("sent", [{}, SOURCE])
async def test_w22_two_weeks_from_the_submission_or_from_the_conclusion(
    house: House, on: str, said: str, late: list[str], sent: Json
) -> None:
    matter = await house.prepared()

    opened = await matter.done("open_vote", on, **await house.vote(on), **sent)
    closed = await matter.counted(on, 60, 20)

    for entry in (opened, closed):
        assert verdict(entry) == (said, True)
        if late:
            one = found(entry["ruling"], "A57-4.25")
            assert (one["breach"], one["verdict"]) == ("I", "disputed")
            assert one["readings"] == late
    assert closed["ruling"]["adopted"] is True


async def test_w23_the_last_day_of_parliament_is_the_last_day_to_decide(house: House) -> None:
    received, last, gone = "2026-06-17", "2026-06-30", "2026-07-01"
    matter = await house.prepared(received, received)
    vote = await house.vote(last)

    (due,) = (await matter.shown())["deadlines"]
    assert (due["due_on"], due["safe_until"], due["state"]) == (last, last, "late")
    for sent in ({}, {"despite": "соңғы күн"}):
        refusal = refused(await matter.do("open_vote", gone, **vote, **sent), "A57-4.02", "V")
        assert refusal["reason"] == "no edition in force"
    occurred = await matter.done("open_vote", gone, **vote, **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    assert verdict(await matter.done("open_vote", last, **vote)) == ("valid", True)
    assert verdict(await matter.counted(last, 50)) == ("valid", True)


async def test_w25_no_consent_is_voted_on_before_the_conclusion_has_arrived(house: House) -> None:
    fifth, sixth = "2026-03-06", "2026-03-07"
    matter = house.matter
    await matter.opened("submission", RECEIVED, **house.submission())
    await matter.done("forwarding", RECEIVED)
    vote = await house.vote(fifth)

    refused(await matter.do("open_vote", fifth, **vote), "A57-4.23", "D")
    occurred = await matter.done("open_vote", fifth, **vote, **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    refused(await matter.do("resolution", fifth, **resolution("consent")), "A57-4.02", "V")
    assert (await matter.shown())["rounds"] == []

    overridden = await matter.done("open_vote", fifth, **vote, despite="қорытынды ауызша айтылды")
    assert verdict(overridden) == ("invalid", True)
    await matter.counted(fifth, 60)
    await matter.done("conclusion", sixth, favours=True, text="Қорытынды")
    assert "A57-4.23" in (await matter.shown())["measures"][0]["defects"]


async def test_w25_the_same_vote_is_lawful_once_the_conclusion_is_there(house: House) -> None:
    fifth = "2026-03-06"
    matter = await house.prepared(concluded=fifth)

    opened = await matter.done("open_vote", fifth, **await house.vote(fifth))

    assert verdict(opened) == ("valid", True)


async def test_w26_deputies_cannot_lift_a_colleague_s_immunity(house: House) -> None:
    moved = house.submission(submitted_by="deputies")
    matter = house.matter

    for sent in ({}, {"despite": "он депутаттың ұсынысы"}):
        refused(await matter.open("submission", RECEIVED, **moved, **sent), "A57-4.02", "V")
    occurred = await matter.opened("submission", RECEIVED, **moved, **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    refused(await matter.do("forwarding", RECEIVED), "A57-4.02", "V")
    vote = await house.vote(RECEIVED)
    refused(await matter.do("open_vote", RECEIVED, **vote), "A57-4.02", "V")
    shown = await matter.shown()
    assert [one["kind"] for one in shown["next"]] == ["measure_taken"]


@pytest.mark.parametrize("sent", [DESPITE, SOURCE | DESPITE, SOURCE])
async def test_w28_a_deputy_who_was_refused_leaves_the_vote_disputed(
    house: House, sent: Json
) -> None:
    day = "2026-03-11"
    matter = await house.prepared()
    vote = await house.vote(day)
    shut_out = {"sitting": vote["sitting"], "wished": True, "admitted": False}

    refused(await matter.do("attendance", day, **shut_out), "A57-4.27", "D", "disputed")
    entered = await matter.done("attendance", day, **shut_out, **sent)
    assert verdict(entered) == ("disputed", "despite" in sent)
    if "despite" not in sent:
        return  # What has occurred against a rule opens nothing, and marks nothing after it.
    opened = await matter.done("open_vote", day, **vote)
    closed = await matter.counted(day, 80, 5)
    for entry in (opened, closed):
        assert verdict(entry) == ("disputed", True)
        assert found(entry["ruling"], "A57-4.27")["breach"] == "I"
    assert closed["ruling"]["adopted"] is True
    assert verdict(await matter.done("resolution", day, **resolution("consent")))[1]


@pytest.mark.parametrize("admitted", [True, False])
async def test_w28_whoever_did_not_wish_to_come_was_refused_nothing(
    house: House, admitted: bool
) -> None:
    day = "2026-03-11"
    matter = await house.prepared()
    vote = await house.vote(day)
    stayed = {"sitting": vote["sitting"], "wished": False, "admitted": admitted}

    assert verdict(await matter.done("attendance", day, **stayed)) == ("valid", True)
    await matter.done("open_vote", day, **vote)
    assert verdict(await matter.counted(day, 80, 5)) == ("valid", True)


@pytest.mark.parametrize(("in_favour", "decision"), [(25, "refuse"), (26, "consent")])
async def test_w29_half_of_the_senate_is_no_consent(
    engine: AsyncEngine, visitors: Clients, in_favour: int, decision: str
) -> None:
    senate = House(engine, await visitors(Role.SECRETARIAT, "senate"), "senate")
    await senate.seated(50)
    matter, day = await senate.prepared(), "2026-03-11"
    adopted, other = decision == "consent", {"consent": "refuse", "refuse": "consent"}[decision]
    await matter.done("open_vote", day, **await senate.vote(day))

    closed = await matter.counted(day, in_favour, 10, 50 - 10 - in_favour)

    ruling = closed["ruling"]
    assert (ruling["total"], ruling["needed"], ruling["adopted"]) == (50, 26, adopted)
    assert verdict(closed) == ("valid", True)
    for sent in ({}, {"despite": "a reason"}):
        answer = await matter.do("resolution", day, **resolution(other), **sent)
        refused(answer, "A57-4.02", "V")
    occurred = await matter.done("resolution", day, **resolution(other), **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    assert verdict(await matter.done("resolution", day, **resolution(decision))) == ("valid", True)


@pytest.mark.parametrize(
    ("on", "seats", "needed"), [("2016-12-01", 107, 54), ("2024-05-15", 98, 50)]
)
async def test_the_same_vote_is_judged_by_its_own_day_s_seats(
    engine: AsyncEngine, visitors: Clients, on: str, seats: int, needed: int
) -> None:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    house = await House(engine, client, "mazhilis").seated(seats, on)
    matter = await house.prepared(on, on)
    await matter.done("open_vote", on, **await house.vote(on), **SOURCE)

    closed = await matter.counted(on, 53, 20)

    assert closed["ruling"]["needed"] == needed
    assert closed["ruling"]["adopted"] is (needed <= 53)
    asked = {"rule": "A57-4.28", "chamber": "mazhilis", "on": on, "for": "53", "against": "20"}
    answer = (await client.get("/api/v1/law/decide", params=asked)).json()
    assert (answer["needed"], answer["adopted"]) == (needed, needed <= 53)


async def test_the_same_vote_is_judged_by_no_law_once_the_edition_has_ended(
    house: House, public: Client
) -> None:
    on = date(2026, 7, 2).isoformat()
    asked = {"rule": "A57-4.28", "chamber": "mazhilis", "on": on, "for": "53", "against": "20"}

    answer = (await public.get("/api/v1/law/decide", params=asked)).json()
    assert (answer["adopted"], answer["verdict"]) == (False, "invalid")
    assert answer["reason"] == "no edition in force"
    refusal = refused(await house.matter.open("submission", on, **house.submission()),
                      "A57-4.02", "V")  # fmt: skip
    assert refusal["sentence"]["ru"] == (
        "На 2 июля 2026 года для этой Палаты нет действующей нормы."
    )
