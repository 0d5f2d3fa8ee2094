"""A matter on the record: its rows tell what its acts told, and the mandates end by it."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Impossible, Unlawful, Verdict
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.people.procedure import PEOPLE
from chamber.record.people.roll import in_office
from chamber.record.procedure import do_act, open_case
from chamber.rooms import ROOMS
from tests.appointments.seated import desk, opened
from tests.mandates.seated import (
    DAY,
    DESPITE,
    NEXT,
    SOURCE,
    act,
    begun,
    do,
    ended,
    facts,
    kinds,
    mandate,
    matter,
    resolution,
    seated,
    vote,
)

YESTERDAY = DAY - timedelta(days=1)


async def test_a_resolution_ends_the_mandate_on_the_day_after_it(session: AsyncSession) -> None:
    here = await seated(session)

    case = await ended(session, here)

    held = await mandate(session, here.deputy)
    assert (held.ends_on, held.ground, held.because) == (NEXT, "resigned", case)
    assert held.document == (await facts(session, case)).resolutions[0].written_number
    assert [len(await in_office(session, "mazhilis", day)) for day in (DAY, NEXT)] == [98, 97]


async def test_the_rows_tell_what_every_act_told(session: AsyncSession) -> None:
    here = await seated(session)
    case = await begun(session, here.deputy, "incompatible", set_off_by="cec", activity="business")
    await do(session, case, act("conclusion", favours=False, document="№ 2", text="Негіз жоқ."))
    await vote(session, here, case, for_=49)
    opening = act(
        "open_vote", sitting=here.plenary, method="totals",
        reason="есептеу қатесі", repeat={"for": 80, "against": 1},
    )  # fmt: skip
    done = await do(session, case, opening)
    assert done.entry is not None
    second = done.entry.read()["data"]["given"]["opening"]["vote"]
    await do(session, case, act("close_vote", vote=second, totals={"for": 90, "against": 2}))
    await do(session, case, resolution(ends_on=NEXT + timedelta(days=3)))
    await do(session, case, act("resolution_days", signed_on=DAY))

    told = await facts(session, case)

    assert [one.outcome for one in told.rounds] == ["not_adopted", "adopted"]
    assert (await mandate(session, here.deputy)).ends_on == told.ends_on


async def test_a_death_ends_the_mandate_at_once(session: AsyncSession) -> None:
    here = await seated(session)

    case = await begun(session, here.deputy, "died", happened_on=YESTERDAY)

    held = await mandate(session, here.deputy)
    assert (held.ends_on, held.ground, held.because) == (YESTERDAY, "died", case)
    await do(session, case, resolution("note_end"))
    assert (await facts(session, case)).resolutions[0].decision == "note_end"
    assert (await mandate(session, here.deputy)).ends_on == YESTERDAY


async def test_what_has_occurred_unlawfully_is_kept_and_ends_nothing(session: AsyncSession) -> None:
    here = await seated(session)
    asked = matter(here.deputy, "other")
    with pytest.raises(Unlawful):
        await opened(session, MANDATES, asked)

    case = await opened(session, MANDATES, asked, SOURCE)
    with pytest.raises(Unlawful):
        await do(session, case, resolution())
    done = await do(session, case, resolution(), SOURCE)

    assert done.ruling.verdict is Verdict.INVALID
    assert (await facts(session, case)).resolutions == ()
    assert (await mandate(session, here.deputy)).ends_on is None


async def test_what_was_accepted_is_told_in_the_deputys_own_record(session: AsyncSession) -> None:
    here = await seated(session)
    case = await opened(session, MANDATES, matter(here.deputy, "other"), DESPITE)
    await do(session, case, act("conclusion", favours=True))
    closed = await vote(session, here, case)
    assert closed.ruling.verdict is Verdict.DISPUTED

    await do(session, case, resolution())

    assert (await kinds(session, here.deputy)) == ["person", "mandate", "mandate_end"]
    verdict = "SELECT verdict FROM journal WHERE kind = 'mandate_end'"
    assert await session.scalar(text(verdict)) == "disputed"


async def test_the_ledger_is_no_way_round_the_matter(session: AsyncSession) -> None:
    here = await seated(session)
    end = {"kind": "mandate_end", "on": DAY, "chamber": "mazhilis"}
    by_hand = PEOPLE.acts.validate_python(end | {"ground": "resigned"})

    with pytest.raises(Unlawful) as refused:
        await do_act(PEOPLE, desk(session), here.deputy, by_hand, Sent())
    assert [one.rule for one in refused.value.ruling.findings] == ["A57-4.01"]
    await do_act(PEOPLE, desk(session), here.deputy, by_hand, SOURCE)
    assert (await mandate(session, here.deputy)).ends_on is None

    await do_act(PEOPLE, desk(session), here.deputy, by_hand, DESPITE)
    assert (await mandate(session, here.deputy)).ends_on == DAY


@pytest.mark.parametrize("ground", ["died", "term_ended"])
async def test_what_needs_no_vote_is_entered_in_the_ledger(
    session: AsyncSession, ground: str
) -> None:
    here = await seated(session)
    end = {"kind": "mandate_end", "on": DAY, "chamber": "mazhilis", "ground": ground}

    await do_act(PEOPLE, desk(session), here.deputy, PEOPLE.acts.validate_python(end), Sent())

    assert (await mandate(session, here.deputy)).ground == ground


async def test_nobody_sends_from_which_matter_an_end_follows(session: AsyncSession) -> None:
    here = await seated(session)
    end = {
        "kind": "mandate_end", "on": DAY, "chamber": "mazhilis", "ground": "resigned",
        "because": {"matter": str(here.deputy), "entry": 1},
    }  # fmt: skip

    told = PEOPLE.acts.validate_python(end)

    with pytest.raises(Impossible, match="never sent"):
        await do_act(PEOPLE, desk(session), here.deputy, told, DESPITE)


async def test_a_deputy_who_is_none_has_no_matter(session: AsyncSession) -> None:
    here = await seated(session)
    await ended(session, here)

    with pytest.raises(Unlawful):
        await open_case(MANDATES, desk(session), matter(here.deputy, on=NEXT), Sent())
    await open_case(MANDATES, desk(session), matter(here.deputy, on=DAY), Sent())


async def test_the_audit_finds_nothing(session: AsyncSession) -> None:
    here = await seated(session)
    await ended(session, here)
    await begun(session, here.deputies[-1], "died")
    session.expire_all()

    faults = await audit(session, ROOMS)

    there = ("mandates", "people/" + str(here.deputy), "people/" + str(here.deputies[-1]))
    assert [one for one in faults if one.proceeding.startswith(there)] == []


async def test_what_ended_by_itself_is_due_to_be_noted_until_it_is(session: AsyncSession) -> None:
    here = await seated(session)
    case = await begun(session, here.deputy, "died", happened_on=YESTERDAY)
    asked = "SELECT what, due_on, done_on FROM deadline JOIN proceeding p ON p.id = proceeding_id"

    async def due() -> list[tuple[object, ...]]:
        rows = await session.execute(text(f"{asked} WHERE p.uid = :case"), {"case": case})
        return [tuple(row) for row in rows]

    assert await due() == [("noting", None, None)]
    await do(session, case, resolution("note_end"))
    assert await due() == [("noting", None, DAY)]


async def test_a_vote_that_was_opened_unlawfully_is_counted_and_decides_nothing(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await begun(session, here.deputy)
    opening = act("open_vote", sitting=here.plenary, method="totals")
    done = await do(session, case, opening, SOURCE)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]

    closing = act("close_vote", vote=which, totals={"for": 90, "against": 1})
    done = await do(session, case, closing, SOURCE)

    assert (done.ruling.count, done.ruling.verdict) == (90, Verdict.INVALID)
    assert (await facts(session, case)).rounds == ()
