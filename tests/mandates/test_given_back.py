"""What a correction gives back has a seat; and each matter knows its own doing from another's."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible, Verdict
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.journal import entries
from chamber.record.people.procedure import PEOPLE
from chamber.record.people.roll import in_office
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import standing
from tests.appointments.seated import convoke, desk, opened
from tests.mandates.seated import (
    DAY,
    NEXT,
    SOURCE,
    act,
    begun,
    do,
    ended,
    facts,
    key_of,
    mandate,
    matter,
    plenary,
    put_right,
    resolution,
    seated,
)

FULL = "all 98 seats of the mazhilis are taken on 2026-03-2[67] by other deputies"


async def enter(session: AsyncSession, on: date) -> UUID:
    called = {"kk": "Сәуле Әлиева", "ru": "Сауле Алиева", "latin": "Saule Aliyeva"}
    person = {"kind": "person", "on": on, "name": called}
    who = await opened(session, PEOPLE, PEOPLE.acts.validate_python(person))
    told = {"kind": "mandate", "on": on, "convocation": 8, "basis": "list", "chamber": "mazhilis"}
    await do_act(PEOPLE, desk(session), who, PEOPLE.acts.validate_python(told), Sent())
    return who


async def last_entry(session: AsyncSession, case: UUID) -> int:
    return (await entries(session, await key_of(session, case)))[-1].seq


@pytest.mark.parametrize("began", [NEXT, NEXT + timedelta(days=1)])
async def test_nobody_is_given_back_a_seat_that_another_has_taken(
    session: AsyncSession, began: date
) -> None:
    here = await seated(session)
    case = await ended(session, here)
    successor = await enter(session, began)
    resolved = await last_entry(session, case)

    for later in (None, resolution(ends_on=began + timedelta(days=1))):
        async with session.begin_nested() as trial:
            with pytest.raises(Impossible, match=FULL):
                await put_right(session, case, resolved, later)
            await trial.rollback()
    session.expire_all()

    slip = Correction(on=DAY, entry=2, act=None, reason="қате")
    await correct(PEOPLE, desk(session), successor, slip, Sent())
    await put_right(session, case, resolved, None)
    assert (await mandate(session, here.deputy)).ends_on is None
    assert len(await in_office(session, "mazhilis", began)) == 98


async def test_nor_by_a_correction_in_the_deputys_own_record(session: AsyncSession) -> None:
    here = await seated(session)
    told = {"kind": "mandate_end", "on": NEXT, "chamber": "mazhilis", "ground": "died"}
    await do_act(PEOPLE, desk(session), here.deputy, PEOPLE.acts.validate_python(told), Sent())
    await enter(session, NEXT)
    slip = Correction(on=DAY, entry=3, act=None, reason="қате")

    with pytest.raises(Impossible, match=FULL):
        await correct(PEOPLE, desk(session), here.deputy, slip, Sent())


async def test_who_takes_the_others_place_in_one_correction_leaves_no_seat_too_many(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await begun(session, here.deputies[-3], "died", happened_on=DAY)
    await enter(session, DAY)

    await put_right(session, case, 1, matter(here.deputies[-2], "died", happened_on=DAY))

    assert (await mandate(session, here.deputies[-3])).ends_on is None
    assert (await mandate(session, here.deputies[-2])).ends_on == DAY
    assert len(await in_office(session, "mazhilis", DAY)) == 98


async def test_a_matter_is_judged_beside_another_that_ended_the_powers_on_the_same_ground(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    other = await begun(session, here.deputy)
    await do(session, other, act("conclusion", favours=True, text="а"))
    case = await ended(session, here)
    here.plenary = await plenary(session, here.deputies[:-2], NEXT)
    opening = act("open_vote", NEXT, sitting=here.plenary, method="totals")
    await do(session, other, opening, SOURCE)

    await put_right(session, other, 2, act("conclusion", favours=True, text="б"))

    kept = await entries(session, await key_of(session, other))
    voted = next(one for one in standing(MANDATES, kept) if one.act.kind == "open_vote")
    assert voted.ruling.verdict is Verdict.INVALID
    assert (await facts(session, other)).rounds == ()
    assert (await mandate(session, here.deputy)).because == case


async def test_what_came_of_a_matter_itself_is_not_held_against_it(session: AsyncSession) -> None:
    here = await seated(session)
    case = await ended(session, here)

    await put_right(session, case, 2, act("conclusion", favours=False, document="№ 2"))

    assert (await mandate(session, here.deputy)).ends_on == NEXT
    await put_right(session, case, await resolved_in(session, case), resolution(ends_on=LATER))
    assert (await mandate(session, here.deputy)).ends_on == LATER


LATER = DAY + timedelta(days=6)


async def resolved_in(session: AsyncSession, case: UUID) -> int:
    kept = await entries(session, await key_of(session, case))
    return next(one.seq for one in kept if one.kind == "resolution")


def dissolution(on: date) -> Any:
    return act("dissolution", on, chamber="mazhilis", of="mazhilis", document="Жарлық")


async def test_a_dissolution_that_came_earlier_ends_what_had_begun_by_then(
    session: AsyncSession,
) -> None:
    await convoke(session)
    deputy = await enter(session, date(2023, 3, 29))
    newcomer = await enter(session, DAY + timedelta(days=1))
    case = await opened(session, MANDATES, dissolution(LATER))
    assert (await mandate(session, newcomer)).ends_on == LATER

    await put_right(session, case, 1, dissolution(NEXT))

    assert (await facts(session, case)).deputies == (deputy,)
    assert (await mandate(session, newcomer)).ends_on is None
    assert (await mandate(session, deputy)).ends_on == NEXT

    await put_right(session, case, 1, dissolution(LATER))

    assert {*(await facts(session, case)).deputies} == {deputy, newcomer}
    assert (await mandate(session, newcomer)).ends_on == LATER
    assert (await mandate(session, deputy)).ends_on == LATER
