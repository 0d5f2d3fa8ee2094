"""An appointment on the record: its rows tell what its acts told, and two at once take turns."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.appointments.facts import Facts
from chamber.appointments.procedure import APPOINTMENTS
from chamber.appointments.rows.offices import Wanted, find_offices
from chamber.law.ruling import Impossible, Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.journal import entries
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import UnknownReference
from chamber.record.resolutions.lookup import Wanted as WantedResolutions
from chamber.record.resolutions.lookup import find_resolutions
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.votes.facts import Outcome
from tests.appointments.seated import (
    DAY,
    TODAY,
    Seated,
    act,
    desk,
    do,
    opened,
    resolution,
    seated,
    submission,
    until_vote,
    vote,
    voted,
)  # fmt: skip


async def facts(session: AsyncSession, uid: UUID) -> Facts:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert key is not None
    told = await APPOINTMENTS.load(session, key)
    assert told == fold(APPOINTMENTS, standing(APPOINTMENTS, await entries(session, key)))
    return told


async def whole_story(session: AsyncSession, here: Seated) -> UUID:
    """Three candidates: two appointed, one rejected and submitted anew; every kind of act."""
    case = await opened(session, APPOINTMENTS, submission(here))
    there: dict[str, Any] = {"candidate": 1, "sitting": here.plenary}
    said = there | {"deputy": here.deputies[3]}
    for one in (
        *until_vote(here, 1),
        act("question", **said, text="Неге?"),
        act("opinion", **said, stance="for"),
        act("debate_demand", **said),
        act("debate", **there),
        act(
            "ballot_order", candidate=1, sitting=here.plenary, form="open",
            tally={"for": 60, "against": 1},
        ),
    ):  # fmt: skip
        await do(session, case, one)
    await vote(session, here, case, 1)
    await do(session, case, resolution(1, starts_on=TODAY))
    await voted(session, here, case, 2)
    await do(session, case, resolution(2))
    await voted(session, here, case, 3, for_=40)
    await do(session, case, resolution(3, decision="reject", reasons="Уәж"))
    days = {"signed_on": DAY, "published_on": TODAY, "sent_on": TODAY}
    await do(session, case, act("resolution_days", TODAY, candidate=1, **days))
    anew = [{"person": here.candidates[3], "instead_of": 3}]
    await do(session, case, act(
        "new_submission", candidates=anew, submitted_by=here.chair, document="№ 2"
    ))  # fmt: skip
    await do(session, case, act("left_office", TODAY, candidate=2, ground="өз еркімен"))
    return case


async def test_the_rows_tell_every_act_as_the_journal_does(session: AsyncSession) -> None:
    here = await seated(session)

    told = await facts(session, await whole_story(session, here))

    assert [one.written_number for one in told.resolutions] == [
        "№ 1-VIII", "№ 2-VIII", "№ 3-VIII",
    ]  # fmt: skip
    assert [(one.subject, one.starts_on, one.ends_on) for one in told.terms] == [
        (1, TODAY, date(2034, 4, 1)), (2, DAY, date(2034, 3, 25)),
    ]  # fmt: skip
    assert told.candidates[3].instead_of == 3
    assert told.rounds[0].question.ru == (
        "О назначении на должность судьи Конституционного Суда: Айдос Бекенов"
    )


async def test_who_holds_which_office_until_when_is_looked_up(session: AsyncSession) -> None:
    here = await seated(session)
    await whole_story(session, here)
    await session.flush()

    held = await find_offices(session, Wanted(on=DAY))
    later = await find_offices(session, Wanted(on=TODAY))

    assert [one["person"]["id"] for one in held] == [str(here.candidates[1])]
    assert [one["person"]["id"] for one in later] == [str(here.candidates[0])]
    assert later[0]["last_day"] == "2034-03-31"
    assert later[0]["note"] is not None
    register = await find_resolutions(session, WantedResolutions())
    assert [one["number"] for one in register] == ["№ 3-VIII", "№ 2-VIII", "№ 1-VIII"]


async def test_what_comes_to_nothing_leaves_no_gap_in_the_numbers(session: AsyncSession) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    minutes = Sent(occurred=Occurred(source="хаттама"))

    before_the_vote = await do(session, case, resolution(1), minutes)
    await voted(session, here, case, 1)
    await do(session, case, resolution(1))

    assert before_the_vote.ruling.verdict is Verdict.INVALID
    assert [one.number for one in (await facts(session, case)).resolutions] == [1]


async def test_a_person_or_sitting_that_is_not_there_is_no_matter_of_law(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    nobody = UUID(int=0)

    with pytest.raises(UnknownReference):
        await opened(session, APPOINTMENTS, submission(here, nobody))
    case = await opened(session, APPOINTMENTS, submission(here))
    with pytest.raises(UnknownReference):
        await do(session, case, act("announcement", candidate=1, sitting=nobody))
    with pytest.raises(UnknownReference):
        await do(session, case, act("close_vote", vote=nobody))
    with pytest.raises(Impossible, match=r"^candidate: there is no candidate 4 here"):
        await do(session, case, act("announcement", candidate=4, sitting=here.plenary))
    with pytest.raises(Impossible, match=r"^candidates\.1: there is no candidate 9 here"):
        await do(session, case, resolution(1).model_copy(update={"candidates": (1, 9)}))
    anew = [{"person": here.candidates[3], "instead_of": 7}]
    with pytest.raises(Impossible, match=r"^candidates\.0\.instead_of: "):
        await do(session, case, act("new_submission", candidates=anew, submitted_by=here.chair))


async def test_an_appointment_of_the_past_is_told_by_its_sources_and_not_judged(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    told = act(
        "recorded", date(2022, 12, 29), chamber="senate", body="constitutional_court",
        person=here.candidates[0], starts_on=date(2023, 1, 1), sources=["inform.kz"],
    )  # fmt: skip
    minutes = Sent(occurred=Occurred(source="inform.kz"))

    done = await open_case(APPOINTMENTS, desk(session, "senate"), told, minutes)

    assert done.ruling.verdict is None
    assert done.ruling.sentence.en.startswith("Not judged: the counts are unknown.")
    assert done.proceeding is not None
    term = (await facts(session, done.proceeding.uid)).terms[0]
    assert (term.appointed_on, term.starts_on, term.ends_on) == (
        date(2022, 12, 29), date(2023, 1, 1), date(2031, 1, 1),
    )  # fmt: skip
    with pytest.raises(Impossible):
        await open_case(APPOINTMENTS, desk(session, "senate"), told, minutes)


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


async def two_at_once(
    engine: AsyncEngine, first: tuple[UUID, Any], second: tuple[UUID, Any]
) -> BaseException | None:
    """The first act is done but not committed; the second must wait. What comes of the second."""
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:
        await do(one, *first)
        waiting = asyncio.create_task(do(other, *second))
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        assert not done, "the second did not wait for the first"
        await one.commit()
        (outcome,) = await asyncio.gather(waiting, return_exceptions=True)
        return outcome if isinstance(outcome, BaseException) else None


async def test_of_two_officers_who_open_one_vote_the_second_waits_and_is_refused(
    engine: AsyncEngine,
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here = await seated(session)
        case = await opened(session, APPOINTMENTS, submission(here))
        for one in until_vote(here):
            await do(session, case, one)
    opening = act("open_vote", candidates=[1], sitting=here.plenary, method="totals")

    refused = await two_at_once(engine, (case, opening), (case, opening))

    assert isinstance(refused, Unlawful)
    assert {one.rule for one in refused.ruling.findings} >= {"A57-1.14", "A57-8.09"}


async def last_seat(session: AsyncSession) -> tuple[UUID, UUID]:
    """Two seats are taken; two cases, each with a candidate who won the vote for the third."""
    here = await seated(session)
    first = await opened(session, APPOINTMENTS, submission(here, *here.candidates[:2]))
    for number in (1, 2):
        await voted(session, here, first, number)
        await do(session, first, resolution(number))
    cases = []
    for person in here.candidates[2:]:
        cases.append(await opened(session, APPOINTMENTS, submission(here, person)))
        await voted(session, here, cases[-1])
    return cases[0], cases[1]


async def test_two_cases_do_not_both_take_the_last_seat(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session, session.begin():
        one, other = await last_seat(session)

    refused = await two_at_once(engine, (one, resolution()), (other, resolution()))

    assert isinstance(refused, Unlawful)
    assert refused.ruling.findings[0].rule == "A57-1.01"
    assert ("in office", 3) in refused.ruling.findings[0].numbers


async def test_the_database_itself_counts_the_seats(session: AsyncSession) -> None:
    one, other = await last_seat(session)
    await do(session, one, resolution())
    await session.commit()
    copied = """
        INSERT INTO office_term (appointment_id, subject, person_id, chamber, body, appointed_on,
                                 starts_on, ends_on, above_quota, quota)
        SELECT c.appointment_id, 1, c.person_id, 'mazhilis', 'constitutional_court', :day, :day,
               '2034-03-25', false, 3
        FROM candidate AS c JOIN proceeding AS p ON p.id = c.appointment_id WHERE p.uid = :case"""
    await session.execute(text(copied), {"day": DAY, "case": other})

    with pytest.raises(DBAPIError, match="no seat is free: 4 of 3"):
        await session.commit()


async def test_the_database_itself_wants_the_conclusion_before_the_announcement(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    await opened(session, APPOINTMENTS, submission(here))
    announced = """UPDATE candidate SET announced_on = '2026-03-25',
                   announced_at_id = appointment_id WHERE number = 1"""

    with pytest.raises(DBAPIError, match="announced_on_follows_conclusion_on"):
        await session.execute(text(announced))


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


async def test_a_vote_tells_of_which_convocation_it_was(session: AsyncSession) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case)

    assert await session.scalar(text("SELECT convocation FROM vote")) == 8
