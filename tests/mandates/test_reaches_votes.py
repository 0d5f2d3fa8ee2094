"""Whoever was found to be no deputy has cast nothing, and nobody waits for ever for a matter."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.mandates.rows.listing import Wanted, find_matters
from chamber.record.journal import entries
from chamber.record.people.acts import Ground
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.proceedings import Proceeding
from chamber.record.votes.casting import cast
from chamber.record.votes.facts import Choice, Outcome
from tests.appointments.seated import desk, opened
from tests.mandates.seated import (
    DAY,
    DESPITE,
    Seated,
    act,
    begun,
    do,
    facts,
    kinds,
    mandate,
    matter,
    put_right,
    resolution,
    seated,
    vote,
)

Doing = Callable[[AsyncSession], Awaitable[Any]]


async def balloted(session: AsyncSession, here: Seated, case: UUID, *voters: UUID) -> None:
    done = await do(session, case, act("open_vote", sitting=here.plenary))
    assert done.entry is not None
    which = UUID(done.entry.read()["data"]["given"]["opening"]["vote"])
    for one in voters:
        await cast(session, which, one, Choice.FOR)
    await do(session, case, act("close_vote", vote=which))


async def why(session: AsyncSession, case: UUID) -> str:
    """Why it was judged again, as its journal says last."""
    key = await session.scalar(select(Proceeding.id).where(Proceeding.uid == case))
    assert key is not None
    last = next(one for one in reversed(await entries(session, key)) if one.kind == "rejudged")
    told: str = last.read()["data"]["ruling"]["sentence"]["en"]
    return told


async def test_a_ballot_of_one_who_was_no_deputy_any_more_does_not_count(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await begun(session, here.deputies[-1])
    await do(session, case, act("conclusion", favours=True))
    await balloted(session, here, case, here.deputy, *here.deputies[:49])
    await do(session, case, resolution())
    assert (await facts(session, case)).rounds[0].outcome is Outcome.ADOPTED

    died = await begun(session, here.deputy, "died", happened_on=DAY)

    told = await facts(session, case)
    assert told.rounds[0].outcome is Outcome.NOT_ADOPTED
    assert here.deputy not in told.rounds[0].roll
    assert told.resolutions == ()
    assert await why(session, case) == "Judged again because an act was entered in another case."
    assert (await mandate(session, here.deputies[-1])).ends_on is None

    later = DAY + timedelta(days=1)
    await put_right(session, died, 1, matter(here.deputy, "died", later, happened_on=later))

    told = await facts(session, case)
    assert told.rounds[0].outcome is Outcome.ADOPTED
    assert await why(session, case) == "Judged again because another entry was corrected."
    assert (await mandate(session, here.deputies[-1])).ends_on == later


@pytest.mark.parametrize(("for_", "verdict"), [(51, "valid"), (50, "disputed")])
async def test_a_count_among_which_one_was_no_deputy_is_judged_by_those_who_were(
    session: AsyncSession, for_: int, verdict: str
) -> None:
    here = await seated(session)
    case = await begun(session, here.deputies[-1])
    await do(session, case, act("conclusion", favours=True))
    await vote(session, here, case, for_=for_, against=98 - for_)

    await begun(session, here.deputy, "died", happened_on=DAY)

    (told,) = (await facts(session, case)).rounds
    assert told.totals is not None
    assert told.ruling is not None
    assert (told.totals.in_favour, told.totals.cast(), told.present) == (for_ - 1, 97, 97)
    assert told.outcome is (Outcome.ADOPTED if for_ == 51 else Outcome.NOT_ADOPTED)
    assert told.ruling.verdict == verdict
    assert [one.rule for one in told.ruling.findings] == ["F-2.07"]


async def test_the_deputys_own_record_reaches_the_matter(session: AsyncSession) -> None:
    here = await seated(session)
    asked = matter(here.deputies[-1], "left_party", set_off_by="party")
    case = await opened(session, MANDATES, asked, DESPITE)
    told = {"on": "2023-03-29", "kind": "mandate", "convocation": 8, "chamber": "mazhilis"}
    slip = Correction(on=DAY, entry=2, act=told | {"basis": "list"}, reason="хаттама бойынша")
    before = (await facts(session, case)).defects

    await correct(PEOPLE, desk(session), here.deputies[-1], slip, Sent())

    assert before == ("A57-4.18",)
    assert (await facts(session, case)).defects == ()
    assert (await kinds(session, case))[-1] == "rejudged"


async def test_the_list_is_asked_by_chamber_deputy_ground_and_days(session: AsyncSession) -> None:
    here = await seated(session)
    first = await begun(session, here.deputies[-1])
    second = await begun(session, here.deputy, "died")

    async def found(**asked: Any) -> list[UUID]:
        return [UUID(one["id"]) for one in await find_matters(session, Wanted(**asked))]

    assert await found() == [second, first]
    assert await found(limit=1, after=second) == [first]
    assert await found(ground=Ground.DIED) == [second]
    assert await found(deputy=here.deputies[-1]) == [first]
    assert await found(since=DAY, until=DAY) == [second, first]
    assert await found(since=DAY + timedelta(days=1)) == await found(chamber="senate") == []


@pytest.mark.parametrize("turns", [4])
async def test_nobody_waits_for_ever(engine: AsyncEngine, turns: int) -> None:
    """A matter that ends, a death found out late, a correction of a person: all at once."""
    async with AsyncSession(engine) as session, session.begin():
        here = await seated(session)
        cases = [await begun(session, here.deputies[-1])]
        for case in cases:
            await do(session, case, act("conclusion", favours=True))
            await vote(session, here, case)

    async def committed(doing: Doing) -> Any:
        async with AsyncSession(engine) as session, session.begin():
            return await doing(session)

    name = {"kk": "Ерлан", "ru": "Ерлан", "latin": "Yerlan"}
    person = {"kind": "person", "on": "2023-03-29", "name": name}
    slip = Correction(on=DAY, entry=1, act=person, reason="төлқұжат бойынша")
    acts: list[Doing] = [
        lambda session: do(session, cases[0], resolution()),
        lambda session: begun(session, here.deputy, "died"),
        lambda session: correct(PEOPLE, desk(session), here.deputies[-1], slip, Sent()),
    ]
    acts += [partial(begun, deputy=one, ground="died") for one in here.deputies[:turns]]

    async with asyncio.timeout(60):
        await asyncio.gather(*(committed(one) for one in acts))

    async with AsyncSession(engine) as session:
        assert (await mandate(session, here.deputies[-1])).because == cases[0]
        assert (await facts(session, cases[0])).rounds[0].in_office == 98 - 1 - turns
