"""What is true of a person is never refused for what other cases said: the earlier end wins."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Verdict
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.journal import entries
from chamber.record.people.facts import MandateHeld
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import standing
from chamber.rooms import ROOMS
from tests.appointments.seated import desk
from tests.mandates.seated import (
    DAY,
    NEXT,
    act,
    begun,
    do,
    ended,
    facts,
    key_of,
    kinds,
    mandate,
    matter,
    put_right,
    resolution,
    seated,
    vote,
)

LATER = DAY + timedelta(days=5)
BEGAN = date(2023, 3, 29)


async def verdicts(session: AsyncSession, case: UUID) -> list[Verdict | None]:
    """Of the acts of a matter as they are judged now."""
    await facts(session, case)
    told = standing(MANDATES, await entries(session, await key_of(session, case)))
    return [one.ruling.verdict for one in told]


async def mend_mandate(session: AsyncSession, deputy: UUID, **told: Any) -> None:
    """The deputy's second entry, by which the mandate began, is put right."""
    begins = {"kind": "mandate", "on": BEGAN, "convocation": 8, "chamber": "mazhilis"}
    read = PEOPLE.acts.validate_python(begins | {"basis": "list"} | told)
    slip = Correction(on=DAY, entry=2, act=read.model_dump(mode="json"), reason="куәлік бойынша")
    await correct(PEOPLE, desk(session), deputy, slip, Sent())


async def clean(session: AsyncSession, deputy: UUID) -> None:
    session.expire_all()
    faults = await audit(session, ROOMS)
    there = ("mandates", f"people/{deputy}")
    assert [one for one in faults if one.proceeding.startswith(there)] == []


def why(held: MandateHeld) -> tuple[object, ...]:
    return held.ends_on, held.ground, held.because


async def test_who_is_to_leave_by_a_resolution_may_die_before(session: AsyncSession) -> None:
    here = await seated(session)
    left = await ended(session, here, ends_on=LATER)
    assert why(await mandate(session, here.deputy)) == (LATER, "resigned", left)

    died = await begun(session, here.deputy, "died", on=NEXT, happened_on=NEXT)

    assert why(await mandate(session, here.deputy)) == (NEXT, "died", died)
    assert (await verdicts(session, left))[-1] is Verdict.VALID
    assert (await kinds(session, left))[-1] == "rejudged"
    await clean(session, here.deputy)

    other = matter(here.deputies[-1], "died", on=NEXT, happened_on=NEXT)
    await put_right(session, died, 1, other)

    assert why(await mandate(session, here.deputy)) == (LATER, "resigned", left)
    assert why(await mandate(session, here.deputies[-1])) == (NEXT, "died", died)
    await clean(session, here.deputy)


async def test_a_resolution_told_after_the_death_moves_nothing(session: AsyncSession) -> None:
    here = await seated(session)
    left = await begun(session, here.deputy)
    await do(session, left, act("conclusion", favours=True, document="№ 2"))
    await vote(session, here, left)
    died = await begun(session, here.deputy, "died", on=NEXT, happened_on=NEXT)

    await do(session, left, resolution(ends_on=LATER))

    assert why(await mandate(session, here.deputy)) == (NEXT, "died", died)
    assert (await verdicts(session, left))[-1] is Verdict.VALID
    await clean(session, here.deputy)

    after = LATER + timedelta(days=1)
    await put_right(session, died, 1, matter(here.deputy, "died", on=after, happened_on=after))

    assert why(await mandate(session, here.deputy)) == (LATER, "resigned", left)
    await clean(session, here.deputy)


async def test_a_mandate_that_had_ended_leaves_a_pending_matter_to_be_judged_again(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await begun(session, here.deputy)
    await do(session, case, act("conclusion", favours=True, document="№ 2"))

    await mend_mandate(session, here.deputy, until=NEXT, ground="died")
    assert await verdicts(session, case) == [Verdict.VALID] * 2
    await mend_mandate(session, here.deputy, until=DAY, ground="died")

    assert (await verdicts(session, case))[0] is Verdict.INVALID
    await clean(session, here.deputy)


async def test_a_mandate_that_began_only_later_takes_away_its_end(session: AsyncSession) -> None:
    here = await seated(session)
    died = await begun(session, here.deputy, "died", happened_on=DAY)
    assert (await mandate(session, here.deputy)).ends_on == DAY

    await mend_mandate(session, here.deputy, on=DAY)

    assert why(await mandate(session, here.deputy)) == (None, None, None)
    assert await verdicts(session, died) == [Verdict.INVALID]
    await clean(session, here.deputy)


async def test_who_is_to_leave_by_a_resolution_may_be_entered_as_dead_by_hand(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    await ended(session, here, ends_on=LATER)
    told = {"kind": "mandate_end", "on": NEXT, "chamber": "mazhilis", "ground": "died"}

    await do_act(PEOPLE, desk(session), here.deputy, PEOPLE.acts.validate_python(told), Sent())

    assert why(await mandate(session, here.deputy)) == (NEXT, "died", None)
    await clean(session, here.deputy)


async def test_an_end_on_another_ground_is_not_held_against_its_own_matter(
    session: AsyncSession,
) -> None:
    """What came of the slip itself does not make its correction unlawful."""
    here = await seated(session)
    case = await begun(session, here.deputy, "died", on=NEXT, happened_on=DAY)

    await put_right(session, case, 1, matter(here.deputy, "resigned", on=NEXT, happened_on=DAY))

    assert await verdicts(session, case) == [Verdict.VALID]
    assert why(await mandate(session, here.deputy)) == (None, None, None)

    await put_right(session, case, 1, matter(here.deputy, "died", on=NEXT, happened_on=DAY))

    assert why(await mandate(session, here.deputy)) == (DAY, "died", case)
    await clean(session, here.deputy)
