"""An appointment on the record: its rows tell what its acts told, and what they may name."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.appointments.rows.offices import Wanted, find_offices
from chamber.law.ruling import Impossible, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import open_case
from chamber.record.proceedings import UnknownReference
from chamber.record.resolutions.lookup import Wanted as WantedResolutions
from chamber.record.resolutions.lookup import find_resolutions
from tests.appointments.seated import (
    DAY,
    TODAY,
    Seated,
    act,
    desk,
    do,
    facts,
    opened,
    resolution,
    seated,
    submission,
    until_vote,
    vote,
    voted,
)


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


async def test_a_vote_tells_of_which_convocation_it_was(session: AsyncSession) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case)

    assert await session.scalar(text("SELECT convocation FROM vote")) == 8
