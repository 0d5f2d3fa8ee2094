"""A hearing on the record: its rows tell what its acts told, and it is numbered by its form."""

import asyncio
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.audit import audit
from chamber.hearings.procedure import HEARINGS
from chamber.law.sent import Occurred, Sent
from chamber.record.desk import SomebodyWasFaster
from chamber.record.procedure import do_act
from chamber.record.proceedings import UnknownReference, lock
from chamber.rooms import ROOMS
from tests.hearings.housed import (
    DAY,
    HELD,
    LATER,
    TOPIC,
    act,
    at,
    begin,
    decided,
    decision,
    desk,
    do,
    facts,
    house,
    notice,
    opened,
    prepared,
    proposal,
    whole_story,
)
from tests.record.unguarded import UNGUARDED

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


async def test_what_has_occurred_is_kept_like_what_is_done_here(session: AsyncSession) -> None:
    here = await house(session)
    case = await opened(session, proposal(here), MINUTES)

    for one in whole_story(here):
        await do(session, case, one, sent=MINUTES)
        await facts(session, case)

    assert (await facts(session, case)).completed_on == LATER
    await session.commit()


async def test_a_closed_hearing_is_kept_whole(session: AsyncSession) -> None:
    here = await house(session)
    case = await opened(session, proposal(here, form="closed"))
    ground = {"secret": "state_secret", "law": "Мемлекеттік құпиялар туралы заң"}
    alone = act("begin", LATER, chair=here.chair)  # Neither the media nor the public are let in.
    acts = [alone if one.kind == "begin" else one for one in whole_story(here)]
    acts = [one for one in acts if one.kind != "publication"]
    closed = decision(here, form="closed", ground=ground)

    await do(session, case, closed, *acts[1:])

    told = await facts(session, case)
    assert told.form is not None
    assert told.form.ground is not None
    assert (told.closed, told.goes_out, told.form.ground.law) == (True, False, ground["law"])
    await session.commit()


async def test_a_form_decided_by_itself_and_numbers_without_names_are_kept(
    session: AsyncSession,
) -> None:
    here = await house(session)
    case = await opened(session, proposal(here))
    tally = {"for": 9, "against": 0}
    form = act(
        "form", form="open", decided_by="bureau", sitting=here.bureau_sitting, tally=tally
    )  # fmt: skip
    before = [decision(here, form=None), form, *prepared(here)[1:]]

    await do(session, case, *before, begin(here))
    await do(session, case, act("register", HELD, count=7, guest_count=40))

    told = await facts(session, case)
    assert told.attendance is not None
    assert (told.attendance.taking_part, told.attendance.guest_count) == (7, 40)
    assert told.form is not None
    assert (told.form.decided_by, told.form.sitting) == ("bureau", here.bureau_sitting)


async def test_a_hearing_of_the_past_is_told_by_its_sources(session: AsyncSession) -> None:
    await house(session)
    told = act(
        "recorded", date(2017, 6, 30), chamber="mazhilis", topic=TOPIC,
        first_day=date(2016, 9, 1), organised_by=["Комитет"], sources=["Комментарий, 2018"],
    )  # fmt: skip

    case = await opened(session, told, MINUTES)
    await do(session, case, act("minutes", DAY, source="x"), sent=MINUTES)

    kept = await facts(session, case)
    assert kept.told is not None
    assert (kept.told.first_day, kept.told.last_day) == (date(2016, 9, 1), date(2017, 6, 30))
    assert (kept.goes_out, kept.minutes) == (True, None)


async def number(session: AsyncSession, uid: UUID) -> str:
    query = text("SELECT number FROM proceeding WHERE uid = :uid")
    return str(await session.scalar(query, {"uid": uid}))


async def test_what_is_closed_or_a_draft_leaves_no_gap_in_the_numbers_that_everybody_reads(
    session: AsyncSession,
) -> None:
    here = await house(session)
    cases = [await opened(session, proposal(here, form=f)) for f in ("open", "closed", "open")]
    first, closed, last = cases
    assert [await number(session, one) for one in cases] == [
        "mazhilis/2026/draft/1", "mazhilis/2026/closed/1", "mazhilis/2026/draft/2",
    ]  # fmt: skip

    for case in (last, closed, first):
        await do(session, case, notice())

    assert [await number(session, one) for one in cases] == [
        "mazhilis/2026/2", "mazhilis/2026/closed/1", "mazhilis/2026/1",
    ]  # fmt: skip
    await do(session, last, notice(channel="Қазақстан"))
    assert await number(session, last) == "mazhilis/2026/1"  # And it keeps it.


async def test_a_hearing_is_linked_to_one_that_all_may_know_of(session: AsyncSession) -> None:
    here = await house(session)
    other = await decided(session, here)

    for unknown in (other, uuid4()):
        with pytest.raises(UnknownReference, match=f"no hearings has the id {unknown}"):
            await opened(session, proposal(here, linked=unknown))
    await do(session, other, notice())
    case = await opened(session, proposal(here, linked=other))

    assert (await facts(session, case)).linked == other


async def test_who_is_not_on_the_record_is_no_matter_of_law(session: AsyncSession) -> None:
    here = await house(session)
    nobody = uuid4()
    case = await decided(session, here)

    for told in (
        act("commission", commission=nobody, resolution="№ 5"),
        act("invitation", decided_by=nobody, guests=[{"name": "x"}]),
        act("form", form="open", decided_by="bureau", sitting=nobody),
        act("begin", HELD, chair=nobody),
        act("register", HELD, deputies=[nobody]),
    ):
        with pytest.raises(UnknownReference):
            await do(session, case, told)
    with pytest.raises(UnknownReference):
        await opened(session, proposal(here, organisers=[nobody]))


async def test_of_two_clerks_at_one_hearing_the_second_waits_and_sees_what_was_done(
    engine: AsyncEngine,
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here = await house(session)
        case = await opened(session, proposal(here))
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:
        await do(one, case, decision(here))
        seen = replace(desk(other), seen=1)
        waiting = asyncio.create_task(do_act(HEARINGS, seen, case, decision(here), Sent()))
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        assert not done, "the second did not wait for the first"
        await one.commit()

        with pytest.raises(SomebodyWasFaster):
            await waiting


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE hearing SET topic_kk = 'Басқа'",
        "UPDATE hearing SET defects = '{A57-5.11}'",
        "UPDATE hearing_notice SET sent_at = sent_at - interval '1 day'",
        "UPDATE hearing_deputy SET here = NOT here WHERE own",
        "DELETE FROM hearing_guest",
        "DELETE FROM hearing_dispatch WHERE nth = 3",
    ],
)
async def test_the_audit_finds_what_is_changed_behind_our_back(
    session: AsyncSession, change: str
) -> None:
    here = await house(session)
    case = await opened(session, proposal(here))
    await do(session, case, *whole_story(here))
    await session.commit()
    assert await audit(session, ROOMS) == []

    for statement in UNGUARDED:
        await session.execute(text(statement))
    await session.execute(text(change))

    told = f"hearings/{case}"
    assert [(one.proceeding, one.what) for one in await audit(session, ROOMS)] == [
        (told, "the rows do not say what the acts say")
    ]


async def test_a_sitting_at_work_may_be_named_by_a_hearing_meanwhile(engine: AsyncEngine) -> None:
    """Or a correction of the sitting and an act of the hearing would wait for each other."""
    async with AsyncSession(engine) as session, session.begin():
        here = await house(session)
        case = await opened(session, proposal(here))
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:
        await lock(one, "sittings", here.bureau_sitting)

        await asyncio.wait_for(do(other, case, decision(here)), timeout=5)
        await other.commit()
