"""In every room that votes, a corrected sitting or mandate judges each vote after it again."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.audit import audit
from chamber.law.roles import Role
from chamber.record.votes.rounds import AtVote
from chamber.rooms import ROOMS
from tests.web.conftest import Client, send
from tests.web.matters import (
    LATEST,
    Json,
    Matter,
    convene,
    enter_deputy,
    enter_person,
    entry_of,
    seat,
)

RECEIVED, DAY = "2026-03-02", "2026-03-11"
MANDATE = {"kind": "mandate", "chamber": "mazhilis", "convocation": 8, "basis": "list"}
SINCE = "2023-03-29"
Clients = Callable[..., Awaitable[Client]]


@pytest.fixture
def today() -> date:
    return LATEST


class House:
    """Of 98 deputies 66 came, which is just the quorum; two of all were entered by their acts."""

    def __init__(self, engine: AsyncEngine, client: Client) -> None:
        self.engine, self.client = engine, client
        self.sitting = self.deputy = self.other = ""
        self.people: list[str] = []

    async def seated(self) -> "House":
        others = await seat(self.engine, "mazhilis", 96, DAY)
        self.deputy = str(await enter_deputy(self.engine, "mazhilis", "list", SINCE))
        self.other = str(await enter_deputy(self.engine, "mazhilis", "list", SINCE))
        self.sitting = await convene(self.engine, "mazhilis", DAY, others[:66])
        self.people = [str(one) for one in others]
        return self

    async def correct(self, address: str, entry: int, act: Json) -> None:
        tag = (await self.client.get(address)).headers["ETag"]
        slip = {"kind": "correction", "on": DAY, "entry": entry, "act": act, "reason": "хаттама"}
        entry_of(await send(self.client, f"{address}/acts", {"act": slip}, tag))

    async def register(self, number: int) -> None:
        act = {"kind": "register", "on": DAY, "present": self.people[:number]}
        await self.correct(f"/api/v1/sittings/{self.sitting}", 2, act)


async def immunity(house: House) -> Matter:
    matter = Matter(house.client, "immunity")
    told = {"deputy": house.people[4], "measures": [{"measure": "detention"}]}
    await matter.opened("submission", RECEIVED, chamber="mazhilis", **told)
    await matter.done("forwarding", RECEIVED)
    await matter.done("conclusion", RECEIVED, favours=True, text="Қорытынды")
    await open_vote(house, matter, measure="detention")
    return matter


async def mandates(house: House) -> Matter:
    matter = Matter(house.client, "mandates")
    told = {"ground": "left_party", "set_off_by": "party", "happened_on": RECEIVED}
    await matter.opened("matter", RECEIVED, chamber="mazhilis", deputy=house.deputy, **told)
    await matter.done("conclusion", RECEIVED, favours=True)
    await open_vote(house, matter)
    return matter


async def reports(house: House) -> Matter:
    matter = Matter(house.client, "reports")
    minister = await enter_person(house.engine, "mazhilis", RECEIVED)
    told = {"member": minister, "office": "Министр", "subject": "Өрт", "chamber": "mazhilis"}
    await matter.opened("initiative", RECEIVED, signatures=house.people[:34], **told)
    await open_vote(house, matter, about="hear")
    return matter


async def open_vote(house: House, matter: Matter, **about: Any) -> None:
    await matter.done("open_vote", DAY, sitting=house.sitting, method="totals", **about)


ROOMS_WITH_VOTES = {"immunity": immunity, "mandates": mandates, "reports": reports}


@pytest.fixture
async def house(engine: AsyncEngine, visitors: Clients) -> House:
    return await House(engine, await visitors(Role.SECRETARIAT, "mazhilis")).seated()


def of_votes(told: Json) -> list[tuple[str, str]]:
    kinds = ("open_vote", "close_vote")
    return [
        (one["kind"], one["ruling"]["verdict"]) for one in told["entries"] if one["kind"] in kinds
    ]


async def audited(engine: AsyncEngine, noun: str) -> None:
    async with AsyncSession(engine) as session:
        faults = await audit(session, ROOMS)
    assert [one for one in faults if one.proceeding.startswith(noun)] == []


def test_no_room_that_votes_is_left_out() -> None:
    voting = {noun for noun, room in ROOMS.items() if issubclass(room.given, AtVote)}

    assert voting == {"appointments", *ROOMS_WITH_VOTES}


@pytest.mark.parametrize("noun", ROOMS_WITH_VOTES)
async def test_a_vote_falls_with_the_quorum_and_stands_again_with_it(
    house: House, noun: str
) -> None:
    matter = await ROOMS_WITH_VOTES[noun](house)
    await matter.counted(DAY, 60)
    assert of_votes(await matter.shown()) == [("open_vote", "valid"), ("close_vote", "valid")]

    await house.register(65)
    fallen = await matter.shown()
    await house.register(66)
    standing = await matter.shown()

    assert fallen["rounds"] == []
    assert [one["outcome"] for one in standing["rounds"]] == ["adopted"]
    assert [one["kind"] for one in standing["entries"]][-2:] == ["rejudged", "rejudged"]
    await audited(house.engine, noun)


@pytest.mark.parametrize("noun", ROOMS_WITH_VOTES)
async def test_the_base_of_a_vote_follows_a_mandate_that_had_ended_before_it(
    house: House, noun: str
) -> None:
    matter = await ROOMS_WITH_VOTES[noun](house)
    gone = {**MANDATE, "on": SINCE, "until": "2026-03-10", "ground": "resigned"}

    await house.correct(f"/api/v1/people/{house.other}", 2, gone)

    assert [one["in_office"] for one in (await matter.shown())["rounds"]] == [97]
    await audited(house.engine, noun)
