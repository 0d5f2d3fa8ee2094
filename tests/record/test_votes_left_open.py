"""No vote is left open by a correction: at a closed sitting, in one matter, in any room."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.immunity.procedure import IMMUNITY
from chamber.law.ruling import Impossible
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.web.reasons import in_three_languages
from tests.appointments import seated as candidates
from tests.appointments.seated import desk
from tests.immunity import seated as measures
from tests.mandates.seated import (
    DAY,
    NEXT,
    do,
    facts,
    put_right,
    seated,
)
from tests.record.reopening import (
    ELSEWHERE,
    LEFT_OPEN,
    STILL_OPEN,
    closing,
    held,
    matter,
    never_was,
    number,
    of_sitting,
    opens,
)


async def test_a_rehearsal_of_it_is_refused_too(session: AsyncSession) -> None:
    here = await seated(session)
    case, closed = await held(session, here, -1)
    await of_sitting(session, here, "close")
    slip = Correction(on=DAY, entry=closed, act=None, reason="қате жазба")

    with pytest.raises(Impossible, match=STILL_OPEN):
        await correct(MANDATES, desk(session, dry_run=True), case, slip, Sent())


async def test_a_sitting_does_not_turn_out_to_have_closed_before_its_vote(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    end = number(await of_sitting(session, here, "close", on=NEXT))
    await never_was(session, here.plenary, end, SITTINGS)
    opened = await opens(session, here, case := await matter(session, here, -1))

    with pytest.raises(Impossible, match=LEFT_OPEN) as wrong:
        async with session.begin_nested():
            await of_sitting(session, here, "close", end, on=NEXT)

    assert in_three_languages(wrong.value.message) is not None
    await do(session, case, closing(opened, on=NEXT))
    with pytest.raises(Impossible, match=LEFT_OPEN):
        async with session.begin_nested():
            await of_sitting(session, here, "close", end)
    await of_sitting(session, here, "close", end, on=NEXT)


async def test_one_vote_is_open_at_a_time_in_one_matter_too(session: AsyncSession) -> None:
    here = await measures.seated(session)
    asked = (measures.DETENTION, measures.CUSTODY)
    case = await measures.prepared(session, here, *asked)
    closed = number(await measures.vote(session, here, case))
    await measures.vote(session, here, case, 40, **measures.CUSTODY)

    with pytest.raises(Impossible, match=f": entry {closed + 1} could not be then: {STILL_OPEN}"):
        await never_was(session, case, closed, IMMUNITY)


async def test_and_in_every_room_that_votes(session: AsyncSession) -> None:
    here = await candidates.seated(session)
    case = await candidates.opened(session, APPOINTMENTS, candidates.submission(here))
    closed = number(await candidates.voted(session, here, case))
    end = SITTINGS.acts.validate_python({"kind": "close", "on": DAY})
    done = await do_act(SITTINGS, desk(session), here.plenary, end, Sent())

    with pytest.raises(Impossible, match=ELSEWHERE.format(number(done))):
        await never_was(session, case, closed, APPOINTMENTS)


async def test_who_was_there_does_not_turn_out_to_leave_a_vote_open_behind(
    session: AsyncSession,
) -> None:
    """Below its quorum nothing is counted: how such a vote ended is entered first."""
    here = await seated(session)
    left = {"kind": "leave", "on": DAY, "people": here.deputies[97:]}
    opened = await opens(session, here, case := await matter(session, here, -1))
    await do_act(SITTINGS, desk(session), here.plenary, SITTINGS.acts.validate_python(left), Sent())
    closed = number(await do(session, case, closing(opened)))
    end = number(await of_sitting(session, here, "close"))
    told = {**left, "on": str(DAY), "people": [str(who) for who in here.deputies[65:]]}
    slip = Correction(on=DAY, entry=end - 1, act=told, reason="тіркеу парағы бойынша")

    with pytest.raises(Impossible, match=f": entry {end} could not be then: {STILL_OPEN}"):
        async with session.begin_nested():
            await correct(SITTINGS, desk(session), here.plenary, slip, Sent())

    await put_right(session, case, closed, closing(opened, annulled=True))
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())
    assert (await facts(session, case)).rounds[-1].outcome == "annulled"
