"""The catalogue's cases of an appointment, by HTTP: what is refused by which rule."""

from collections.abc import Awaitable, Callable

import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from tests.appointments.seated import Seated, elect, sitting
from tests.web.appointing import AT, DAY, SOURCE, Matter, here, matter, refusal
from tests.web.conftest import Client, send

__all__ = ["here", "matter"]  # Fixtures.


@pytest_asyncio.fixture
async def half_empty(engine: AsyncEngine, here: Seated) -> str:
    """A plenary sitting at which 65 of 98 are registered."""
    async with AsyncSession(engine) as session, session.begin():
        return str(await sitting(session, "plenary", None, here.deputies[:65]))


async def test_w03_forty_nine_of_ninety_eight_appoint_nobody(matter: Matter) -> None:
    await matter.announced(1)

    closing = await matter.voted(1, 49, 2, 15)

    assert (closing["ruling"]["adopted"], closing["ruling"]["needed"]) == (False, 50)
    answer = await matter.do("resolution", **matter.resolution(1))
    refusal(answer, "A57-1.18", "V")


async def test_w04_fifty_of_ninety_eight_appoint_by_a_resolution_of_their_own(
    matter: Matter,
) -> None:
    await matter.announced(1)

    closing = await matter.voted(1, 50, 48)

    assert closing["ruling"]["adopted"] is True
    assert (await matter.do("resolution", **matter.resolution(1))).status_code == 201


async def test_w06_one_vote_on_three_judges_is_no_act_in_law(matter: Matter) -> None:
    await matter.announced(1, 2, 3)
    together = matter.vote(1, 2, 3)

    told = refusal(await matter.do("open_vote", **together), "A57-1.14", "V")
    assert told["numbers"] == {"candidates": 3}
    refusal(await matter.do("open_vote", **together, despite="90 for"), "A57-1.14", "V")

    entered = await matter.done("open_vote", **together, **SOURCE)
    assert (entered["ruling"]["verdict"], entered["stands"]) == ("invalid", False)
    assert (await matter.client.get(matter.address)).json()["rounds"] == []
    totals = {"for": 90, "against": 0}
    counted = await matter.done("close_vote", vote=entered["vote"], totals=totals, **SOURCE)
    assert (counted["ruling"]["count"], counted["ruling"]["total"]) == (90, 98)
    assert (counted["ruling"]["verdict"], counted["stands"]) == ("invalid", False)
    for number in (1, 2, 3):
        await matter.voted(number, 90, 0)
    refusal(await matter.do("resolution", **matter.resolution(1, 2, 3)), "A57-1.18", "V")


async def test_w07_a_secret_vote_needs_a_prior_decision_of_the_chamber(
    matter: Matter, engine: AsyncEngine
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        await elect(session, matter.here.plenary, matter.here.deputies[:3])
    await matter.announced(1)
    secret = matter.vote(1, form="secret", method="protocol")
    order = {"sitting": str(matter.here.plenary), "form": "secret"}

    refusal(await matter.do("open_vote", **secret), "A57-1.16", "D")
    await matter.done("ballot_order", **order, tally={"for": 50, "against": 10})
    opened = await matter.done("open_vote", **secret)

    assert opened["ruling"]["verdict"] == "valid"


async def test_w07_a_decision_by_a_majority_of_those_present_only_is_disputed(
    visitors: Callable[..., Awaitable[Client]], engine: AsyncEngine, here: Seated
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here.plenary = await sitting(session, "plenary", None, here.deputies[:80])
        await elect(session, here.plenary, here.deputies[:3])
    matter = Matter(await visitors(Role.SECRETARIAT, "mazhilis"), here)
    await matter.open()
    await matter.announced(1)
    secret = matter.vote(1, form="secret", method="protocol")
    order = {"sitting": str(here.plenary), "form": "secret", "tally": {"for": 45, "against": 10}}

    decided = await matter.done("ballot_order", **order)

    assert (decided["ruling"]["adopted"], decided["ruling"]["verdict"]) == (False, "disputed")
    refusal(await matter.do("open_vote", **secret), "A57-1.16", "D", "disputed")
    overridden = await matter.done("open_vote", **secret, despite="the Chamber's custom")
    assert overridden["despite"] == "the Chamber's custom"


async def test_w08_a_candidate_without_a_conclusion_waits_for_it_alone(matter: Matter) -> None:
    await matter.announced(1)

    await matter.voted(1, 60, 2)
    told = refusal(await matter.do("open_vote", **matter.vote(2)), "A57-1.09", "D")
    assert told["sentence"]["kk"] == (
        "Бұл кезеңге көшуге әлі болмайды: алдымен комитет қорытынды беруге тиіс."
    )
    await matter.announced(2)
    assert (await matter.do("open_vote", **matter.vote(2))).status_code == 201


async def test_w09_a_debate_that_one_deputy_demands_comes_before_the_vote(
    matter: Matter,
) -> None:
    await matter.announced(1)
    there = {"candidate": 1, "sitting": str(matter.here.plenary)}
    await matter.done("debate_demand", **there, deputy=str(matter.here.deputies[5]))

    refusal(await matter.do("open_vote", **matter.vote(1)), "A57-1.13", "D")
    await matter.done("debate", **there)
    assert (await matter.do("open_vote", **matter.vote(1))).status_code == 201


async def test_w11_a_judge_serves_eight_years_and_a_commissioner_five(
    visitors: Callable[..., Awaitable[Client]], here: Seated
) -> None:
    clerk = await visitors(Role.SECRETARIAT, "senate")
    for body, person in zip(("constitutional_court", "cec"), here.candidates, strict=False):
        told = {
            "kind": "recorded", "on": "2022-12-29", "chamber": "senate", "body": body,
            "person": str(person), "starts_on": "2023-01-01", "sources": ["a gazette"],
        }  # fmt: skip
        answer = await send(clerk, AT, {"act": told, **SOURCE})
        assert answer.status_code == 201, answer.text
        assert answer.json()["entry"]["ruling"]["verdict"] is None

    offices = (await clerk.get("/api/v1/offices?chamber=senate")).json()["items"]

    assert {one["body"]: one["last_day"] for one in offices} == {
        "constitutional_court": "2030-12-31",
        "cec": "2027-12-31",
    }
    assert all("2026" in one["note"]["en"] for one in offices)
    again = Matter(await visitors(Role.SECRETARIAT, "mazhilis"), here)
    await again.open(candidates=[{"person": str(here.candidates[0])}])
    await again.announced(1)
    refusal(await again.do("open_vote", **again.vote(1)), "F-2.09", "D")


async def test_w12_a_rejection_gives_its_reasons_and_the_chair_submits_anew(
    matter: Matter,
) -> None:
    await matter.announced(1)
    await matter.voted(1, 40, 30)
    rejection = matter.resolution(1, decision="reject")

    refusal(await matter.do("resolution", **rejection), "F-2.10", "D")
    await matter.done("resolution", **rejection, reasons="Тәжірибесі жеткіліксіз")

    shown = (await matter.client.get(matter.address)).json()
    assert "new_submission" in [one["kind"] for one in shown["next"]]
    same = {"person": str(matter.here.candidates[0]), "instead_of": 1}
    other = {"person": str(matter.here.candidates[3]), "instead_of": 1}
    chair = {"submitted_by": str(matter.here.chair), "document": "№ 2"}
    for one in (same, other):
        trial = await matter.client.post(
            f"{matter.address}/acts?dry_run=true",
            json={"act": {"kind": "new_submission", "on": DAY, "candidates": [one], **chair}},
        )
        assert trial.json()["stands"] is True, trial.text
    await matter.done("new_submission", candidates=[other], **chair)


async def test_w13_sixty_five_of_ninety_eight_are_no_lawful_sitting(
    matter: Matter, half_empty: str
) -> None:
    await matter.announced(1)
    vote = matter.vote(1, sitting=half_empty)

    told = refusal(await matter.do("open_vote", **vote), "A57-8.09", "V")
    assert told["sentence"]["ru"] == (
        "Кворума нет: присутствует 65 депутатов, требуется не менее 66 (две трети от 98)."
    )
    entered = await matter.done("open_vote", **vote, **SOURCE)
    assert (entered["ruling"]["verdict"], entered["stands"]) == ("invalid", False)


async def test_w57_after_the_last_day_of_the_edition_no_act_is_lawful(
    visitors: Callable[..., Awaitable[Client]], here: Seated
) -> None:
    matter = Matter(await visitors(Role.SECRETARIAT, "senate"), here)

    answer = await matter.open(chamber="senate", on="2026-07-02")

    assert answer.status_code == 409
    assert answer.json()["sentence"]["en"] == (
        "On 2 July 2026 no rule is in force for this Chamber."
    )
