"""A report on the record: its rows tell what its acts told, whatever was done and put right."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.proceedings import UnknownReference
from chamber.reports.procedure import REPORTS
from chamber.reports.rows.listing import Wanted, find_reports
from tests.appointments.seated import DAY, TODAY, desk, opened
from tests.reports.seated import (
    DESPITE,
    HANDS,
    LIMITS,
    act,
    appealed,
    decisions,
    do,
    facts,
    heard,
    initiative,
    prepared,
    resolution,
    seated,
    steps,
    vote,
)


async def settled(session: AsyncSession) -> None:
    """What is checked at the end of a transaction is checked now."""
    from_now = "SET CONSTRAINTS ALL IMMEDIATE"
    await (await session.connection()).exec_driver_sql(from_now)
    await (await session.connection()).exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


async def test_the_rows_tell_the_whole_story(session: AsyncSession) -> None:
    here = await seated(session)
    case = await appealed(session, here)
    await do(session, case, act("resolution_days", TODAY, about="appeal", signed_on=DAY))
    await do(session, case, act("released", TODAY, document="№ 1 Жарлық"))
    told = await facts(session, case)
    await settled(session)
    assert [one.decision for one in told.resolutions] == ["hear", "take_note", "appeal"]
    assert told.appeals[0].released_on == TODAY
    assert [one.kind for one in told.steps] == [one.kind for one in steps(here)]
    assert told.limits is not None
    assert told.limits.model_dump() == LIMITS


async def test_an_adjourned_report_is_kept_by_its_days(session: AsyncSession) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    there: dict[str, Any] = {"sitting": here.plenary}
    for one in (
        act("opening_word", **there),
        act("attendance", came=False, reason="Сапарда", **there),
        act("adjourned", reason="Министр келмеді", **there),
        act("set_date", heard_on=TODAY, tally=HANDS, **there),
    ):
        await do(session, case, one)
    told = await facts(session, case)
    await settled(session)
    assert [(one.heard_on, len(one.steps)) for one in told.days] == [(DAY, 2), (TODAY, 0)]
    assert told.steps == []


async def test_of_w56_what_was_accepted_is_kept_with_the_matter(session: AsyncSession) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    for one in steps(here):
        if one.kind in ("report", "question", "opinion"):
            continue
        absent = one.model_copy(update={"came": False}) if one.kind == "attendance" else one
        await do(session, case, absent)
    await vote(session, here, case, "take_note", 55, sent=DESPITE)
    done = await vote(session, here, case, "appeal", 70, sent=DESPITE)
    assert (done.ruling.adopted, done.ruling.verdict) == (True, Verdict.DISPUTED)
    told = await facts(session, case)
    await settled(session)
    assert (told.defects, told.note_defects, told.appeal_defects) == ((), *[("A57-6.08",)] * 2)


async def test_a_vote_that_was_not_opened_lawfully_is_counted_and_decides_nothing(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, REPORTS, initiative(here))
    asked = act("open_vote", about="take_note", sitting=here.plenary, method="totals")
    occurred = Sent(occurred=Occurred(source="Хаттама"))
    done = await do(session, case, asked, occurred)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    closing = act("close_vote", vote=which, totals={"for": 70, "against": 2})
    ruling = (await do(session, case, closing, occurred)).ruling
    assert (ruling.rule, ruling.adopted, ruling.verdict) == ("A57-6.16", True, Verdict.INVALID)
    assert (await facts(session, case)).rounds == ()


async def test_a_signature_put_right_changes_what_the_vote_came_to(session: AsyncSession) -> None:
    here = await seated(session)
    case = await opened(session, REPORTS, initiative(here, 34))
    await do(session, case, act("withdrawal", deputy=here.deputies[0]))
    await vote(session, here, case, "hear", 60)
    told = Correction(
        on=TODAY, reason="Екінші депутат та қайтарды", entry=2,
        act=act("withdrawal", deputy=here.deputies[1]).model_dump(mode="json"),
    )  # fmt: skip
    await correct(REPORTS, desk(session), case, told, Sent())
    withdrawn = [one.deputy for one in (await facts(session, case)).signatures if one.withdrawn_on]
    assert withdrawn == [here.deputies[1]]


async def test_a_step_that_is_taken_away_takes_what_rests_on_it_along(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await appealed(session, here)
    before = await facts(session, case)
    entry = 3  # The close of the vote to hear.
    told = Correction(on=TODAY, reason="Дауыс берілмеген", entry=entry, act=None)
    await correct(REPORTS, desk(session), case, told, Sent())
    after = await facts(session, case)
    await settled(session)
    assert len(before.resolutions) == 3
    assert (after.resolutions, after.days, after.appeals) == ((), (), ())


async def test_somebody_who_is_not_on_the_record_is_not_named(session: AsyncSession) -> None:
    here = await seated(session)
    with pytest.raises(UnknownReference):
        await opened(session, REPORTS, initiative(here, member=UUID(int=1)))
    case = await opened(session, REPORTS, initiative(here))
    for wrong in (
        act("rapporteur", deputy=UUID(int=1), sitting=here.plenary, tally=HANDS),
        act("commission", body=UUID(int=1), sitting=here.plenary, tally=HANDS),
        act("opening_word", sitting=UUID(int=1)),
    ):
        with pytest.raises(UnknownReference):
            await do(session, case, wrong)


async def test_a_commission_with_strangers_is_refused_and_kept_with_a_reason(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, REPORTS, initiative(here))
    wider = initiative(here, signatures=here.deputies[10:43])
    other = await opened(session, REPORTS, wider)
    formed = decisions(here)[1]
    for one in (case, other):
        await vote(session, here, one, "hear", 60)
        await do(session, one, resolution("hear"))
    await do(session, case, formed)
    with pytest.raises(Unlawful):
        await do(session, other, formed)
    await do(session, other, formed, DESPITE)
    assert (await facts(session, other)).defects == ("A57-6.09",)
    await settled(session)


async def test_the_list_is_the_latest_first_and_is_turned_by_the_page(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    days = [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 3)]
    cases = [await opened(session, REPORTS, initiative(here, on=day)) for day in days]
    first = await find_reports(session, Wanted(limit=2))
    assert [one["id"] for one in first] == [str(one) for one in reversed(cases)]
    rest = await find_reports(session, Wanted(limit=2, after=cases[1]))
    assert [one["id"] for one in rest] == [str(cases[0])]
    assert await find_reports(session, Wanted(member=here.deputies[0])) == []
    assert len(await find_reports(session, Wanted(member=here.minister, until=days[0]))) == 1
    assert len(await find_reports(session, Wanted(since=days[1]))) == 2


async def test_what_is_due_is_kept_with_the_matter(session: AsyncSession) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    assert [one.what for one in REPORTS.due(await facts(session, case))] == ["report"]
    await heard(session, here)
    assert (await facts(session, case)).resolution_on(1) is not None
    assert resolution("hear").kind == "resolution"
