"""A correction of a matter reaches the deputy's record, and every vote that rests on it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Impossible
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.journal import entries
from chamber.record.people.procedure import PEOPLE
from chamber.record.people.roll import in_office
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.votes.facts import Round
from chamber.rooms import ROOMS
from tests.appointments.seated import desk
from tests.mandates.seated import (
    DAY,
    NEXT,
    Seated,
    act,
    begun,
    do,
    ended,
    facts,
    key_of,
    kinds,
    mandate,
    matter,
    plenary,
    put_right,
    resolution,
    seated,
    vote,
)

LATER = DAY + timedelta(days=5)


async def last_round(session: AsyncSession, case: UUID) -> Round:
    return (await facts(session, case)).rounds[-1]


async def test_a_death_found_out_late_is_taken_out_of_the_votes_since(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    other = await begun(session, here.deputies[-1])
    await do(session, other, act("conclusion", favours=True))
    await vote(session, here, other, for_=49)
    assert (await last_round(session, other)).in_office == 98

    await begun(session, here.deputy, "died", happened_on=DAY)

    assert (await last_round(session, other)).in_office == 97
    assert (await kinds(session, other))[-1] == "rejudged"


async def test_a_death_after_the_vote_changes_nothing_in_it(session: AsyncSession) -> None:
    here = await seated(session)
    other = await begun(session, here.deputies[-1])
    await do(session, other, act("conclusion", favours=True))
    await vote(session, here, other, for_=60)

    await begun(session, here.deputy, "died", on=NEXT, happened_on=NEXT)

    assert (await last_round(session, other)).in_office == 98
    assert "rejudged" not in await kinds(session, other)


async def test_an_end_found_to_be_earlier_reaches_the_votes_between(session: AsyncSession) -> None:
    here = await seated(session)
    other = await begun(session, here.deputies[-1])
    await do(session, other, act("conclusion", favours=True))
    await vote(session, here, other)
    case = await begun(session, here.deputy, "died", on=NEXT, happened_on=NEXT)

    await put_right(session, case, 1, matter(here.deputy, "died", on=NEXT, happened_on=DAY))

    assert (await mandate(session, here.deputy)).ends_on == DAY
    assert (await last_round(session, other)).in_office == 97
    assert (await kinds(session, here.deputy))[-1] == "correction"

    await put_right(session, case, 1, matter(here.deputy, "died", on=NEXT, happened_on=NEXT))

    assert (await mandate(session, here.deputy)).ends_on == NEXT
    assert (await last_round(session, other)).in_office == 98


async def lost(session: AsyncSession, here: Seated, case: UUID) -> None:
    """The count of the vote was wrong: one short of the majority."""
    key = await key_of(session, case)
    (closed,) = [one for one in await entries(session, key) if one.kind == "close_vote"]
    told = closed.read()["data"]["act"]["vote"]
    await put_right(
        session, case, closed.seq, act("close_vote", vote=told, totals={"for": 49, "against": 2})
    )


async def test_a_vote_that_was_lost_gives_the_mandate_back(session: AsyncSession) -> None:
    here = await seated(session)
    case = await ended(session, here)
    tomorrow = Seated(here.deputies, await plenary(session, here.deputies[:-2], NEXT))
    other = await begun(session, here.deputies[-1], on=NEXT)
    await do(session, other, act("conclusion", NEXT, favours=True))
    await vote(session, tomorrow, other, on=NEXT)
    assert (await last_round(session, other)).in_office == 97

    await lost(session, here, case)

    told = await facts(session, case)
    assert (told.ends_on, told.resolutions) == (None, ())
    assert (await mandate(session, here.deputy)).ends_on is None
    assert (await kinds(session, here.deputy))[-1] == "correction"
    assert (await last_round(session, other)).in_office == 98
    assert await clean(session, here)


async def test_what_was_given_back_ends_again_with_the_vote_put_right(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await ended(session, here)
    await lost(session, here, case)
    kept = await entries(session, await key_of(session, case))
    (closed,) = [one for one in kept if one.kind == "close_vote"]
    told = closed.read()["data"]["act"] | {"totals": {"for": 50, "against": 2}}

    await put_right(session, case, closed.seq, MANDATES.acts.validate_python(told))

    assert (await mandate(session, here.deputy)).ends_on == NEXT
    assert (await facts(session, case)).ends_on == NEXT
    assert await clean(session, here)


async def test_a_resolution_that_never_was_ends_nothing_until_it_is_put_back(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await ended(session, here)
    last = (await entries(session, await key_of(session, case)))[-1].seq

    done = await put_right(session, case, last, None)

    assert (await mandate(session, here.deputy)).ends_on is None
    assert done.changed is not None
    assert [one.id for one in done.changed.elsewhere] == [here.deputy]
    await put_right(session, case, last, resolution())  # It was there after all.
    assert (await mandate(session, here.deputy)).ends_on == NEXT
    assert await clean(session, here)


async def test_another_first_day_out_reaches_the_record(session: AsyncSession) -> None:
    here = await seated(session)
    case = await ended(session, here)
    last = (await entries(session, await key_of(session, case)))[-1].seq

    await put_right(session, case, last, resolution(ends_on=LATER))

    assert (await mandate(session, here.deputy)).ends_on == LATER
    assert len(await in_office(session, "mazhilis", NEXT)) == 98


async def test_a_sitting_put_right_below_its_quorum_takes_the_end_away(
    session: AsyncSession,
) -> None:
    here = await seated(session, registered=66)
    case = await ended(session, here)
    told = {"kind": "register", "on": str(DAY), "present": [str(d) for d in here.deputies[:65]]}
    slip = Correction(on=DAY, entry=2, act=told, reason="тіркеу парағы бойынша")
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())

    assert (await mandate(session, here.deputy)).ends_on is None
    assert (await facts(session, case)).resolutions == ()


async def test_what_follows_is_put_right_in_its_matter_only(session: AsyncSession) -> None:
    here = await seated(session)
    await ended(session, here)
    slip = Correction(on=DAY, entry=3, act=None, reason="қате")

    with pytest.raises(Impossible, match="is put right there"):
        await correct(PEOPLE, desk(session), here.deputy, slip, Sent())


async def clean(session: AsyncSession, here: Seated) -> bool:
    session.expire_all()
    there = ("mandates", f"people/{here.deputy}", f"people/{here.deputies[-1]}")
    faults = [one for one in await audit(session, ROOMS) if one.proceeding.startswith(there)]
    assert faults == []
    return True
