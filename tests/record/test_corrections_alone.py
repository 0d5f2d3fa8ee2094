"""An act and a correction of what it rests on never pass each other unseen."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.audit import audit
from chamber.law.ruling import Unlawful
from chamber.law.sent import Sent
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.appointments.seated import (
    DAY,
    Seated,
    act,
    desk,
    do,
    facts,
    opened,
    seated,
    submission,
    until_vote,
)
from tests.hearings.test_corrected_elsewhere import MANDATE, PERSON, told_people

Doing = Callable[[AsyncSession], Awaitable[Any]]


@pytest_asyncio.fixture
async def here(engine: AsyncEngine) -> Seated:
    """Just the quorum, and everybody is entered as a clerk would enter him."""
    async with AsyncSession(engine) as session, session.begin():
        return await seated(session, registered=66)


async def announced(engine: AsyncEngine, here: Seated) -> UUID:
    async with AsyncSession(engine) as session, session.begin():
        case = await opened(session, APPOINTMENTS, submission(here))
        for one in until_vote(here):
            await do(session, case, one)
        return case


def opening(here: Seated, case: UUID) -> Doing:
    told = act("open_vote", candidates=[1], sitting=here.plenary, method="totals")
    return lambda session: do(session, case, told)


def registration(here: Seated, present: int) -> Doing:
    told = {
        "kind": "register",
        "on": str(DAY),
        "present": [str(d) for d in here.deputies[:present]],
    }
    slip = Correction(on=DAY, entry=2, act=told, reason="тіркеу парағы бойынша")
    return lambda session: correct(SITTINGS, desk(session), here.plenary, slip, Sent())


@asynccontextmanager
async def held(engine: AsyncEngine, doing: Doing) -> AsyncIterator[None]:
    """Done and not committed until the end of the block."""
    async with AsyncSession(engine) as session, session.begin():
        await doing(session)
        yield


async def committed(engine: AsyncEngine, doing: Doing) -> Any:
    async with AsyncSession(engine) as session, session.begin():
        return await doing(session)


async def waits(engine: AsyncEngine, first: Doing, second: Doing) -> BaseException | None:
    """The second waits for the first. What comes of it then."""
    async with held(engine, first):
        waiting = asyncio.create_task(committed(engine, second))
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        assert not done, "the second did not wait for the first"
    await asyncio.wait([waiting])
    return waiting.exception()


async def story(engine: AsyncEngine, case: UUID) -> list[str]:
    async with AsyncSession(engine) as session:
        assert await audit(session, ROOMS) == []
        query = """SELECT kind FROM journal AS j JOIN proceeding AS p ON p.id = j.proceeding_id
                   WHERE p.uid = :case ORDER BY seq"""
        return list((await session.scalars(text(query), {"case": case})).all())


async def test_a_correction_judges_again_the_act_that_it_has_waited_for(
    engine: AsyncEngine, here: Seated
) -> None:
    case = await announced(engine, here)

    assert await waits(engine, opening(here, case), registration(here, 65)) is None

    assert (await story(engine, case))[-2:] == ["open_vote", "rejudged"]
    async with AsyncSession(engine) as session:
        assert (await facts(session, case)).rounds == ()


async def test_an_act_that_waited_for_a_correction_rests_on_what_was_put_right(
    engine: AsyncEngine, here: Seated
) -> None:
    case = await announced(engine, here)

    refused = await waits(engine, registration(here, 65), opening(here, case))

    assert isinstance(refused, Unlawful)
    assert {one.rule for one in refused.ruling.findings} == {"A57-8.09"}


async def test_a_vote_that_opens_beside_the_correction_of_a_mandate_has_the_right_base(
    engine: AsyncEngine, here: Seated
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        seat = """DELETE FROM mandate AS m USING proceeding AS p
                  WHERE p.id = m.person_id AND p.uid = :who"""
        await session.execute(text(seat), {"who": here.deputies[97]})
        who = await told_people(session, [PERSON, MANDATE])
    case = await announced(engine, here)
    gone = {"on": "2023-03-29", **MANDATE, "until": "2026-03-01", "ground": "died"}
    slip = Correction(on=DAY, entry=2, act=gone, reason="қайтыс болғаны туралы куәлік")

    def put_right(session: AsyncSession) -> Awaitable[Any]:
        return correct(PEOPLE, desk(session), who, slip, Sent())

    assert await waits(engine, opening(here, case), put_right) is None

    async with AsyncSession(engine) as session:
        assert [one.in_office for one in (await facts(session, case)).rounds] == [97]


async def test_acts_do_not_wait_for_each_other(engine: AsyncEngine, here: Seated) -> None:
    one, other = await announced(engine, here), await announced(engine, here)
    asked = act("opinion", candidate=1, sitting=here.plenary, deputy=here.deputies[3], stance="for")

    async with held(engine, lambda session: do(session, one, asked)):
        await asyncio.wait_for(committed(engine, lambda session: do(session, other, asked)), 5)


@pytest.mark.parametrize("crowd", [8])
async def test_nobody_waits_for_ever(engine: AsyncEngine, here: Seated, crowd: int) -> None:
    """Acts on matters and on the sitting, and corrections of the sitting, all at once."""
    cases = [await announced(engine, here) for _ in range(crowd)]
    asked = act("opinion", candidate=1, sitting=here.plenary, deputy=here.deputies[3], stance="for")
    gone = SITTINGS.acts.validate_python(
        {"kind": "leave", "on": DAY, "people": here.deputies[65:66]}
    )

    def leaving(session: AsyncSession) -> Awaitable[Any]:
        return do_act(SITTINGS, desk(session), here.plenary, gone, Sent())

    def speaking(case: UUID) -> Doing:
        return lambda session: do(session, case, asked)

    doings = [opening(here, cases[0]), leaving]
    for number, case in enumerate(cases):
        doings += [speaking(case), registration(here, 67 + number)]
    every = asyncio.gather(*(committed(engine, one) for one in doings), return_exceptions=True)
    outcomes = await asyncio.wait_for(every, 60)

    surprises = [one for one in outcomes if isinstance(one, BaseException)]
    assert [one for one in surprises if not isinstance(one, Unlawful)] == []
    for case in cases:
        assert await story(engine, case)
