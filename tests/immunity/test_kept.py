"""A matter of immunity on the record: its rows tell what its acts told."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.immunity.procedure import IMMUNITY
from chamber.immunity.rows.listing import Wanted, find_matters
from chamber.law.asking import BadQuestion
from chamber.law.ruling import Impossible, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.proceedings import UnknownReference
from chamber.record.votes.facts import Outcome
from chamber.rooms import ROOMS
from tests.appointments.seated import DAY, TODAY, opened
from tests.immunity.seated import (
    CONCLUDED,
    CUSTODY,
    DESPITE,
    DETENTION,
    FORWARDED,
    RECEIVED,
    Seated,
    act,
    asked_for,
    close,
    do,
    facts,
    prepared,
    resolution,
    seated,
    submission,
    vote,
)

MINUTES = Sent(occurred=Occurred(source="хаттама"))


async def whole_story(session: AsyncSession, here: Seated) -> UUID:
    """Two measures, one agreed to and one refused; every kind of act."""
    taken = CUSTODY | {"taken_on": date(2026, 3, 15), "exception": "grave_crime"}
    case = await prepared(session, here, DETENTION, taken)
    request = {"to": "Бас Прокурор", "text": "Материалдар"}
    for one in (
        act("information_request", CONCLUDED, **request),
        act("information_request", CONCLUDED, **request),
        act("information", DAY, request=1, text="Жауап", document="№ 3"),
        act("attendance", sitting=here.plenary, wished=True, text="Түсіндірме"),
    ):
        await do(session, case, one)
    await vote(session, here, case)
    await vote(session, here, case, 40, **CUSTODY)
    await do(session, case, resolution())
    await do(session, case, resolution("refuse", **CUSTODY))
    days = {"signed_on": DAY, "published_on": TODAY, "sent_on": TODAY}
    await do(session, case, act("resolution_days", TODAY, **DETENTION, **days))
    await do(session, case, act("measure_taken", TODAY, **DETENTION))
    return case


async def test_the_rows_tell_every_act_as_the_journal_does(session: AsyncSession) -> None:
    here = await seated(session)

    told = await facts(session, await whole_story(session, here))

    assert [one.written_number for one in told.resolutions] == ["№ 1-VIII", "№ 2-VIII"]
    assert [one.decision for one in told.resolutions] == ["consent", "refuse"]
    assert [one.outcome for one in told.rounds] == [Outcome.ADOPTED, Outcome.NOT_ADOPTED]
    assert told.rounds[0].question.ru == "О даче согласия на задержание депутата: Ерлан Сеитов"
    assert told.rounds[0].question.kk == "Депутатты ұстауға келісім беру туралы: Ерлан Сейітов"
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_a_vote_on_what_was_not_asked_for_is_kept_with_its_defect(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    opening = act("open_vote", **CUSTODY, sitting=here.plenary, method="totals")

    done = await do(session, case, opening, DESPITE)
    closed = await close(session, case, done)
    await do(session, case, resolution(**CUSTODY))

    told = await facts(session, case)
    assert [(one.measure, one.asked) for one in told.measures] == [
        ("detention", True), ("custody", False),
    ]  # fmt: skip
    assert closed.ruling.verdict is Verdict.DISPUTED
    await session.commit()


async def test_w_25_a_vote_before_the_conclusion_that_occurred_is_counted_and_decides_nothing(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await asked_for(session, here)
    opening = act("open_vote", **DETENTION, sitting=here.plenary, method="totals")

    done = await do(session, case, opening, MINUTES)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    closing = act("close_vote", vote=which, totals={"for": 60, "against": 2})
    closed = await do(session, case, closing, MINUTES)

    assert (closed.ruling.count, closed.ruling.verdict) == (60, Verdict.INVALID)
    assert {"A57-4.23", "A57-4.21", "A57-4.28"} <= {one.rule for one in closed.ruling.findings}
    assert (await facts(session, case)).rounds == ()
    await session.commit()


async def test_w_26_a_motion_of_deputies_that_occurred_is_kept(session: AsyncSession) -> None:
    here = await seated(session)

    case = await opened(session, IMMUNITY, submission(here, submitted_by="deputies"), MINUTES)

    assert (await facts(session, case)).defects == ("A57-4.02",)
    await session.commit()


async def test_of_a_day_without_law_a_submission_is_kept_as_it_was_told(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    taken = DETENTION | {"taken_on": date(1995, 8, 1)}
    asked = submission(here, taken, on=date(1995, 9, 1))

    case = await opened(session, IMMUNITY, asked, MINUTES)

    assert (await facts(session, case)).defects == ("A57-4.02",)
    await session.commit()


async def test_a_second_conclusion_leaves_the_vote_after_the_first_alone(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    await vote(session, here, case)

    await do(session, case, act("conclusion", TODAY, favours=False, text="Қ"), DESPITE)

    assert (await facts(session, case)).rounds[0].outcome is Outcome.ADOPTED
    await session.commit()


async def test_a_person_or_sitting_that_is_not_there_is_no_matter_of_law(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    nobody = UUID(int=0)

    with pytest.raises(UnknownReference):
        await opened(session, IMMUNITY, submission(here, deputy=nobody))
    case = await prepared(session, here)
    with pytest.raises(UnknownReference):
        await do(session, case, act("attendance", sitting=nobody, wished=True))
    with pytest.raises(UnknownReference):
        await do(session, case, act("close_vote", vote=nobody))
    with pytest.raises(Impossible):
        await do(session, case, act("information", request=1))


async def test_the_list_tells_the_latest_first_and_goes_on_where_it_ended(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    first = await asked_for(session, here)
    second = await opened(session, IMMUNITY, submission(here, CUSTODY, on=FORWARDED))
    await session.flush()

    found = await find_matters(session, Wanted(deputy=here.deputy))
    assert [one["id"] for one in found] == [str(second), str(first)]
    assert found[0]["measures"] == [{"number": 1, **CUSTODY, "decision": None}]
    assert found[0]["deputy"]["ru"] == "Ерлан Сеитов"
    after = await find_matters(session, Wanted(after=second, limit=1))
    assert [one["id"] for one in after] == [str(first)]
    since = await find_matters(session, Wanted(since=FORWARDED))
    until = await find_matters(session, Wanted(until=RECEIVED))
    assert [one["id"] for one in (*since, *until)] == [str(second), str(first)]
    with pytest.raises(BadQuestion):
        await find_matters(session, Wanted(after=here.deputy))
