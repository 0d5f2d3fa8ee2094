"""The end of a mandate by HTTP: the worked cases of the catalogue, and what follows of it."""

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
    TERMS,
    TEXTS,
    Json,
    Matter,
    convene,
    enter_deputy,
    found,
    refused,
    seat,
    verdict,
)

DAY, NEXT = "2026-03-11", "2026-03-12"
DESPITE = {"despite": "комитеттің хаты бойынша"}
SEATS = {"mazhilis": 98, "senate": 50}
Clients = Callable[..., Awaitable[Client]]


@pytest.fixture
def today() -> date:
    return LATEST


class House:
    """A Chamber, one of whose deputies was entered by his acts."""

    def __init__(self, engine: AsyncEngine, client: Client, chamber: str) -> None:
        self.engine, self.chamber = engine, chamber
        self.matter = Matter(client, "mandates")
        self.deputy = self.hall = ""
        self.others: list[UUID] = []

    async def seated(self, basis: str, seats: int = 0, on: str = DAY) -> "House":
        others = (seats or SEATS[self.chamber]) - 1
        self.others = await seat(self.engine, self.chamber, others, on)
        since = max(one for one in TERMS[self.chamber] if one <= on)
        who = await enter_deputy(self.engine, self.chamber, basis, since)
        self.deputy = str(who)
        self.hall = await convene(self.engine, self.chamber, on, [*self.others, who])
        return self

    def told(self, ground: str, by: str, **more: Any) -> Json:
        told = {
            "chamber": self.chamber, "deputy": self.deputy, "ground": ground, "set_off_by": by,
            "happened_on": "2026-03-05", "document": "№ 3",
        }  # fmt: skip
        return told | more

    def vote(self) -> Json:
        return {"sitting": self.hall, "method": "totals"}

    async def in_office(self, on: str) -> int:
        """How many deputies the Chamber has on a day, as everybody is told."""
        answer = await self.matter.client.get(f"/api/v1/chambers/{self.chamber}?on={on}")
        number: int = answer.json()["in_office"]
        return number

    async def mandate(self) -> Json:
        told: Json = (await self.matter.client.get(f"/api/v1/people/{self.deputy}")).json()
        mandate: Json = told["mandates"][0]
        return mandate


@pytest_asyncio.fixture
async def mazhilis(engine: AsyncEngine, visitors: Clients) -> House:
    return House(engine, await visitors(Role.SECRETARIAT, "mazhilis"), "mazhilis")


@pytest_asyncio.fixture
async def senate(engine: AsyncEngine, visitors: Clients) -> House:
    return House(engine, await visitors(Role.SECRETARIAT, "senate"), "senate")


def resolution(decision: str = "end_powers", **more: Any) -> Json:
    return {"decision": decision, "text": TEXTS} | more


async def test_w51_a_senator_who_leaves_a_party_loses_no_mandate(senate: House) -> None:
    await senate.seated("elected")
    matter, left = senate.matter, senate.told("left_party", "party")

    told = refused(await matter.open("matter", DAY, **left), "A57-4.18", "D")
    assert "52(5)" in found(told, "A57-4.18")["cite"]
    occurred = await matter.opened("matter", DAY, **left, **SOURCE)
    assert verdict(occurred) == ("invalid", False)
    overridden = await matter.opened("matter", DAY, **left, **DESPITE)
    assert verdict(overridden) == ("invalid", True)
    await matter.done("conclusion", DAY, favours=True)
    opened = await matter.done("open_vote", DAY, **senate.vote())
    assert found(opened["ruling"], "A57-4.18")["breach"] == "I"  # It is borne by what rests on it.
    assert await senate.in_office(NEXT) == 50


@pytest.mark.parametrize(("in_favour", "ends"), [(50, True), (49, False)])
async def test_w51_a_deputy_of_the_list_who_leaves_the_party_loses_the_mandate(
    mazhilis: House, in_favour: int, ends: bool
) -> None:
    await mazhilis.seated("list")
    matter = mazhilis.matter

    opened = await matter.opened("matter", DAY, **mazhilis.told("left_party", "party"))
    assert verdict(opened) == ("valid", True)
    refused(await matter.do("open_vote", DAY, **mazhilis.vote()), "A57-4.21", "D")
    await matter.done("conclusion", DAY, favours=True)
    await matter.done("open_vote", DAY, **mazhilis.vote())
    closed = await matter.counted(DAY, in_favour, 98 - in_favour)

    ruling = closed["ruling"]
    assert (ruling["rule"], ruling["needed"], ruling["adopted"]) == ("A57-4.28", 50, ends)
    if ends:
        assert verdict(await matter.done("resolution", DAY, **resolution())) == ("valid", True)
        mandate = await mazhilis.mandate()
        assert (mandate["ends_on"], mandate["ground"]) == (NEXT, "left_party")
    else:
        for sent in ({}, DESPITE):
            refused(await matter.do("resolution", DAY, **resolution(), **sent), "A57-4.01", "V")
        occurred = await matter.done("resolution", DAY, **resolution(), **SOURCE)
        assert verdict(occurred) == ("invalid", False)
    assert await mazhilis.in_office(DAY) == 98
    assert await mazhilis.in_office(NEXT) == 98 - ends


async def test_w52_paid_lectures_are_allowed(mazhilis: House) -> None:
    await mazhilis.seated("list")
    matter, lectures = mazhilis.matter, mazhilis.told("incompatible", "cec", activity="teaching")

    refused(await matter.open("matter", DAY, **lectures), "A57-4.10", "D")
    assert verdict(await matter.opened("matter", DAY, **lectures, **SOURCE)) == ("invalid", False)
    assert verdict(await matter.opened("matter", DAY, **lectures, **DESPITE)) == ("invalid", True)


async def test_w52_a_seat_on_a_supervisory_board_ends_powers_on_the_commission_s_submission(
    mazhilis: House,
) -> None:
    await mazhilis.seated("list")
    matter = mazhilis.matter
    board = mazhilis.told("incompatible", "cec", activity="managing_organ")

    by_a_deputy = board | {"set_off_by": "deputy"}
    refused(await matter.open("matter", DAY, **by_a_deputy), "A57-4.11", "D")
    opened = await matter.opened("matter", DAY, **board)
    assert verdict(opened) == ("valid", True)
    assert found(opened["ruling"], "A57-4.09")["breach"] == "I"
    await matter.done("open_vote", DAY, **mazhilis.vote())
    assert verdict(await matter.counted(DAY, 60, 30)) == ("valid", True)
    await matter.done("resolution", DAY, **resolution())
    assert (await mazhilis.mandate())["ground"] == "incompatible"
    assert await mazhilis.in_office(NEXT) == 97


@pytest.mark.parametrize("sent", [{}, SOURCE])
async def test_w54_the_president_s_decision_ends_a_senator_s_powers_and_is_noted(
    senate: House, sent: Json
) -> None:
    await senate.seated("appointed")
    matter, recalled = senate.matter, senate.told("recalled_by_president", "president")

    refused(await matter.open("matter", DAY, **recalled | {"set_off_by": "deputy"}), "A57-4.13",
            "D")  # fmt: skip
    opened = await matter.opened("matter", DAY, **recalled, **sent)
    assert verdict(opened) == ("valid", True)
    assert found(opened["ruling"], "A57-4.13")["verdict"] == "valid"  # A noting resolution.
    assert (await senate.mandate())["ends_on"] == "2026-03-05"
    assert [await senate.in_office(on) for on in ("2026-03-04", "2026-03-05")] == [50, 49]
    (due,) = (await matter.shown())["deadlines"]
    assert (due["what"], due["done_on"], due["due_on"]) == ("noting", None, None)

    senate.hall = await convene(senate.engine, "senate", NEXT, senate.others)
    refused(await matter.do("open_vote", NEXT, **senate.vote()), "A57-4.13", "D")
    noted = await matter.done("resolution", DAY, **resolution("note_end"))
    assert verdict(noted) == ("valid", True)
    (due,) = (await matter.shown())["deadlines"]
    assert (due["state"], due["done_on"]) == ("done", DAY)


async def test_only_the_president_s_own_senators_are_recalled_by_him(senate: House) -> None:
    await senate.seated("elected")

    recalled = senate.told("recalled_by_president", "president")
    for sent in ({}, DESPITE):
        refused(await senate.matter.open("matter", DAY, **recalled, **sent), "A57-4.13", "V")


@pytest.mark.parametrize(
    ("on", "seats", "needed"), [("2016-12-01", 107, 54), ("2024-05-15", 98, 50)]
)
async def test_the_same_vote_is_judged_by_its_own_day_s_seats(
    mazhilis: House, on: str, seats: int, needed: int
) -> None:
    await mazhilis.seated("list", seats, on)
    matter = mazhilis.matter
    await matter.opened("matter", on, **mazhilis.told("left_party", "party", happened_on=on))
    await matter.done("conclusion", on, favours=True)
    await matter.done("open_vote", on, **mazhilis.vote(), **SOURCE)

    closed = await matter.counted(on, 53, 20)

    assert (closed["ruling"]["needed"], closed["ruling"]["adopted"]) == (needed, needed <= 53)
    answer = await matter.do("resolution", on, **resolution())
    assert answer.status_code == (201 if needed <= 53 else 409)


async def test_once_the_edition_has_ended_no_mandate_is_ended_by_a_vote(mazhilis: House) -> None:
    await mazhilis.seated("list")
    late = "2026-07-02"
    matter = mazhilis.matter
    await matter.opened("matter", DAY, **mazhilis.told("left_party", "party"))
    await matter.done("conclusion", DAY, favours=True)

    for sent in ({}, DESPITE):
        told = refused(
            await matter.do("open_vote", late, **mazhilis.vote(), **sent), "A57-4.01", "V"
        )
        assert told["reason"] == "no edition in force"
    occurred = await matter.done("open_vote", late, **mazhilis.vote(), **SOURCE)
    assert verdict(occurred) == ("invalid", False)
