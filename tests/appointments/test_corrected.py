"""An appointment is corrected: what rested on the wrong act falls, and the rest stands."""

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.law.sent import Sent
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.votes.facts import Outcome
from tests.appointments.seated import (
    DAY,
    TODAY,
    desk,
    do,
    facts,
    opened,
    resolution,
    seated,
    submission,
    voted,
)


async def test_a_conclusion_that_never_was_takes_the_appointment_with_it(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case, 1)
    await do(session, case, resolution(1))
    never = Correction(on=DAY, entry=2, act=None, reason="басқа іс бойынша")

    await correct(APPOINTMENTS, desk(session), case, never, Sent())

    told = await facts(session, case)
    assert told.candidates[0].conclusion is None
    assert (told.rounds, told.resolutions, told.terms) == ((), (), ())


async def test_a_wrong_day_is_corrected_and_the_rest_stands(session: AsyncSession) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case, 1)
    await do(session, case, resolution(1, starts_on=DAY))
    right = resolution(1, starts_on=TODAY).model_dump(mode="json")
    slip = Correction(on=DAY, entry=6, act=right, reason="теру қатесі")

    await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    told = await facts(session, case)
    assert [one.starts_on for one in told.terms] == [TODAY]
    assert [one.number for one in told.resolutions] == [1]


async def test_a_sitting_that_is_corrected_below_its_quorum_takes_the_vote_with_it(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case)
    few = {"kind": "register", "on": DAY.isoformat(), "count": 65}
    slip = Correction(on=DAY, entry=2, act=few, reason="теру қатесі")

    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())

    told = await facts(session, case)
    assert told.rounds == ()
    assert told.candidates[0].announced_on == DAY


async def test_a_correction_of_a_vote_is_judged_by_who_was_there_then(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    closing = await voted(session, here, case)
    assert closing.entry is not None
    left = {"kind": "leave", "on": DAY, "people": here.deputies[:60]}
    await do_act(SITTINGS, desk(session), here.plenary, SITTINGS.acts.validate_python(left), Sent())
    right = closing.entry.read()["data"]["act"] | {
        "totals": {"for": 70, "against": 2, "abstained": 0}
    }
    slip = Correction(on=DAY, entry=closing.entry.seq, act=right, reason="теру қатесі")

    await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    vote = (await facts(session, case)).rounds[0]
    assert vote.totals is not None
    assert (vote.totals.in_favour, vote.present, vote.outcome) == (70, 98, Outcome.ADOPTED)
