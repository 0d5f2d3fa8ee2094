"""A hearing on the record: its rows tell what its acts told, and its number is of its own series."""

from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.hearings.words import Form
from chamber.law.ruling import Verdict
from chamber.law.sent import Occurred, Sent
from chamber.rooms import ROOMS
from tests.hearings.housed import (
    HELD,
    LATER,
    TOPIC,
    act,
    at,
    decision,
    do,
    facts,
    house,
    opened,
    proposal,
    whole_story,
)

MINUTES = Sent(occurred=Occurred(source="2026 жылғы хаттама"))


async def test_the_rows_tell_every_act_as_the_journal_does(session: AsyncSession) -> None:
    here = await house(session)
    case = await opened(session, proposal(here))

    for one in whole_story(here):
        done = await do(session, case, one)
        assert done.ruling.stands(None), done.ruling.findings
        await facts(session, case)

    told = await facts(session, case)
    assert (told.begun_on, told.ended_on, told.completed_on) == (LATER, LATER, LATER)
    assert [move.starts_at for move in told.moves] == [at(HELD)]
    assert [one.adopted for one in told.recommended] == [True, False]
    assert told.attendance is not None
    assert len(told.attendance.came) == 9
    assert len(told.attendance.here) == 8
    assert told.defects == ()
    await session.commit()
