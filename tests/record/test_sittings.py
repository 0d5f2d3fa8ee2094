"""A sitting on the record: its rows tell what its acts told, and what was corrected."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from tests.record.seated import seat
from tests.record.sitting_kept import QUESTION, act, begin, do, facts, fix, whole_story


async def test_the_rows_of_a_sitting_tell_what_its_acts_told(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session)

    for one in whole_story(people, people[0]):
        await do(session, uid, one)
        await facts(session, uid)
    told = await facts(session, uid)
    assert told.in_force() == told.agenda[1]
    assert [decision.adopted for decision in told.decisions] == [True, False]
    assert told.decisions[0].commission == set(people[:3])
    assert len(told.rolls[1].people) == 75


async def test_a_cancelled_sitting_keeps_its_reason(session: AsyncSession) -> None:
    uid = await begin(session, act("cancel", reason="баяндамашының науқастануы"))

    assert (await facts(session, uid)).cancelled_because == "баяндамашының науқастануы"


async def test_a_correction_takes_a_registration_away_and_all_is_judged_again(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    tally = {"for": 66, "against": 0}
    uid = await begin(
        session, act("register", present=people[:66]), act("open"),
        act("decide", question=QUESTION, tally=tally),
    )  # fmt: skip
    assert len((await facts(session, uid)).decisions) == 1

    one_less = act("register", present=people[:65]).model_dump(mode="json")
    with pytest.raises(Impossible, match="66 votes, but 65 are present"):
        await fix(session, uid, 2, one_less)
    one_less = act("register", count=66).model_dump(mode="json")
    await fix(session, uid, 2, one_less)
    told = await facts(session, uid)
    assert (told.rolls[0].people, told.rolls[0].counted) == ({}, {"mazhilis": 66})
    left = await session.scalar(text("SELECT count(*) FROM presence"))
    assert left == 0


async def test_a_decision_that_is_judged_again_below_the_quorum_no_longer_stands(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(
        session, act("register", present=people[:66]), act("open"),
        act("decide", question=QUESTION, tally={"for": 65, "against": 0}),
    )  # fmt: skip

    await fix(session, uid, 2, act("register", present=people[:65]).model_dump(mode="json"))
    assert (await facts(session, uid)).decisions == ()
