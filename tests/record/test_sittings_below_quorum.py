"""Sixty-five of ninety-eight: what is decided on the record below the quorum never counts."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from tests.record.seated import seat
from tests.record.sitting_kept import QUESTION, act, begin, do, facts

MINUTES = Occurred(source="2026 жылғы 4 наурыздағы отырыстың хаттамасы")


async def test_below_the_quorum_a_decision_is_refused_and_nothing_is_written(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people[:65]), act("open"))
    decision = act("decide", question=QUESTION, tally={"for": 65, "against": 0})

    with pytest.raises(Unlawful) as refusal:
        await do(session, uid, decision)
    assert refusal.value.ruling.findings[0].rule == "A57-8.09"
    assert (await facts(session, uid)).decisions == ()


async def test_a_decision_that_has_occurred_below_the_quorum_is_kept_but_never_counts(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people[:65]), act("open"))
    decision = act("decide", question=QUESTION, tally={"for": 65, "against": 0})

    done = await do(session, uid, decision, Sent(occurred=MINUTES))
    assert (done.ruling.verdict, done.ruling.adopted) == (Verdict.INVALID, True)
    assert (await facts(session, uid)).decisions == ()


async def test_a_seat_that_is_vacant_makes_the_quorum_disputed(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 97)
    uid = await begin(session, act("register", present=people[:65]), act("open"))
    decision = act("decide", question=QUESTION, tally={"for": 65, "against": 0})

    with pytest.raises(Unlawful):
        await do(session, uid, decision)
    done = await do(session, uid, decision, Sent(despite="бір орын бос"))
    assert done.ruling.verdict is Verdict.DISPUTED
    assert len((await facts(session, uid)).decisions) == 1


async def test_whose_mandate_ended_during_a_sitting_is_no_longer_counted(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people[:66]), act("open"))
    statement = """UPDATE mandate SET ends_on = '2026-03-04', ground = 'died'
                   FROM proceeding AS p WHERE p.id = person_id AND p.uid = :gone"""
    await session.execute(text(statement), {"gone": people[0]})

    with pytest.raises(Unlawful):
        await do(session, uid, act("decide", question=QUESTION, tally={"for": 60, "against": 0}))
