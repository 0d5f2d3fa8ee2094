"""What is corrected elsewhere judges every act again that rested on it, whether it stood or not."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.audit import audit
from chamber.law.sent import Occurred, Sent
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure.correcting import correct
from chamber.record.procedure.correction import Correction
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.votes.facts import Outcome
from chamber.rooms import ROOMS
from tests.appointments.seated import (
    DAY,
    Seated,
    act,
    desk,
    do,
    facts,
    opened,
    seated,
    sitting,
    submission,
    until_vote,
    vote,
    voted,
)
from tests.hearings.test_corrected_elsewhere import MANDATE, PERSON, told_people

MINUTES = Sent(occurred=Occurred(source="хаттама"))


async def put_right(session: AsyncSession, where: UUID, entry: int, right: Any) -> None:
    slip = Correction(on=DAY, entry=entry, act=right, reason="тіркеу парағы бойынша")
    await correct(SITTINGS, desk(session), where, slip, Sent())


def registered(here: Seated, number: int, first: int = 0) -> dict[str, Any]:
    present = [str(one) for one in here.deputies[first : first + number]]
    return {"kind": "register", "on": str(DAY), "present": present}


async def appointments_audited(session: AsyncSession) -> None:
    await session.commit()
    session.expire_all()
    faults = await audit(session, ROOMS)
    assert [one for one in faults if one.proceeding.startswith("appointments")] == []


@pytest.mark.parametrize(("present", "outcomes"), [(66, [Outcome.ADOPTED]), (64, [])])
async def test_a_vote_that_was_held_unlawfully_may_turn_out_to_have_been_lawful(
    session: AsyncSession, present: int, outcomes: list[Outcome]
) -> None:
    here = await seated(session, registered=65)
    case = await opened(session, APPOINTMENTS, submission(here))
    for one in until_vote(here):
        await do(session, case, one)
    opening = act("open_vote", candidates=[1], sitting=here.plenary, method="totals")
    done = await do(session, case, opening, MINUTES)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    await do(
        session, case, act("close_vote", vote=which, totals={"for": 60, "against": 2}), MINUTES
    )

    await put_right(session, here.plenary, 2, registered(here, present))

    assert [one.outcome for one in (await facts(session, case)).rounds] == outcomes
    await appointments_audited(session)


@pytest.mark.parametrize(("members", "rounds"), [(8, 1), (7, 0)])
async def test_a_vote_falls_with_the_quorum_of_the_committee_that_concluded(
    session: AsyncSession, members: int, rounds: int
) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    tally = {"tally": {"for": 7, "against": 0}}
    for one in until_vote(here):
        told = tally if one.kind == "conclusion" else {}
        await do(session, case, one.model_validate(one.model_dump() | told))
    await vote(session, here, case)

    await put_right(session, here.committee_sitting, 2, registered(here, members, first=1))

    assert len((await facts(session, case)).rounds) == rounds
    await appointments_audited(session)


async def test_a_vote_falls_where_its_candidate_was_announced_before_the_sitting_was_opened(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    earlier = await sitting(session, "plenary", None, here.deputies)
    case = await opened(session, APPOINTMENTS, submission(here))
    concluded, announced = until_vote(here)
    await do(session, case, concluded)
    await do(session, case, announced.model_copy(update={"sitting": earlier}))
    await vote(session, here, case)

    await put_right(session, earlier, 3, None)

    told = await facts(session, case)
    assert (told.candidates[0].announced_on, told.rounds) == (None, ())
    await appointments_audited(session)


@pytest.mark.parametrize(("until", "rules"), [("2026-03-26", []), ("2026-03-25", ["A57-1.07"])])
async def test_a_submission_by_one_who_was_no_longer_the_chair_is_a_defect(
    session: AsyncSession, until: str, rules: list[str]
) -> None:
    here = await seated(session)
    gone = """DELETE FROM {} AS m USING proceeding AS p WHERE p.id = m.person_id AND p.uid = :who"""
    for table, who in (("mandate", here.deputies[97]), ("post", here.chair)):
        await session.execute(text(gone.format(table)), {"who": who})
    post = {"kind": "post", "on": "2023-04-01", "chamber": "mazhilis", "post": "chair"}
    here.chair = await told_people(session, [PERSON, MANDATE, post])
    case = await opened(session, APPOINTMENTS, submission(here))
    slip = Correction(on=DAY, entry=3, act=post | {"until": until}, reason="қаулы бойынша")

    await correct(PEOPLE, desk(session), here.chair, slip, Sent())

    assert list((await facts(session, case)).candidates[0].defects) == rules
    await appointments_audited(session)


@pytest.mark.parametrize(
    ("first", "right", "in_office"),
    [("2026-03-27", "2026-03-20", 98), ("2026-03-20", "2026-03-27", 97)],
)
async def test_a_mandate_that_began_on_another_day_changes_the_base_of_the_votes_between(
    session: AsyncSession, first: str, right: str, in_office: int
) -> None:
    here = await seated(session, registered=70)
    seat = "DELETE FROM mandate AS m USING proceeding AS p WHERE p.id = m.person_id AND p.uid = :w"
    await session.execute(text(seat), {"w": here.deputies[97]})
    who = await told_people(session, [PERSON, {**MANDATE, "on": first}])
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case)
    slip = Correction(on=DAY, entry=2, act={**MANDATE, "on": right}, reason="куәлік бойынша")

    await correct(PEOPLE, desk(session), who, slip, Sent())

    (held,) = (await facts(session, case)).rounds
    assert (held.in_office, held.outcome) == (in_office, Outcome.ADOPTED)
    await appointments_audited(session)
