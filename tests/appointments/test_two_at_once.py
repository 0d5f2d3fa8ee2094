"""Two officers at once take turns, and the database itself counts the seats and the stages."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.law.ruling import Unlawful
from tests.appointments.seated import (
    DAY,
    act,
    do,
    opened,
    resolution,
    seated,
    submission,
    until_vote,
    voted,
)


async def two_at_once(
    engine: AsyncEngine, first: tuple[UUID, Any], second: tuple[UUID, Any]
) -> BaseException | None:
    """The first act is done but not committed; the second must wait. What comes of the second."""
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:
        await do(one, *first)
        waiting = asyncio.create_task(do(other, *second))
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        assert not done, "the second did not wait for the first"
        await one.commit()
        (outcome,) = await asyncio.gather(waiting, return_exceptions=True)
        return outcome if isinstance(outcome, BaseException) else None


async def test_of_two_officers_who_open_one_vote_the_second_waits_and_is_refused(
    engine: AsyncEngine,
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here = await seated(session)
        case = await opened(session, APPOINTMENTS, submission(here))
        for one in until_vote(here):
            await do(session, case, one)
    opening = act("open_vote", candidates=[1], sitting=here.plenary, method="totals")

    refused = await two_at_once(engine, (case, opening), (case, opening))

    assert isinstance(refused, Unlawful)
    assert {one.rule for one in refused.ruling.findings} >= {"A57-1.14", "A57-8.09"}


async def last_seat(session: AsyncSession) -> tuple[UUID, UUID]:
    """Two seats are taken; two cases, each with a candidate who won the vote for the third."""
    here = await seated(session)
    first = await opened(session, APPOINTMENTS, submission(here, *here.candidates[:2]))
    for number in (1, 2):
        await voted(session, here, first, number)
        await do(session, first, resolution(number))
    cases = []
    for person in here.candidates[2:]:
        cases.append(await opened(session, APPOINTMENTS, submission(here, person)))
        await voted(session, here, cases[-1])
    return cases[0], cases[1]


async def test_two_cases_do_not_both_take_the_last_seat(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session, session.begin():
        one, other = await last_seat(session)

    refused = await two_at_once(engine, (one, resolution()), (other, resolution()))

    assert isinstance(refused, Unlawful)
    assert refused.ruling.findings[0].rule == "A57-1.01"
    assert ("in office", 3) in refused.ruling.findings[0].numbers


async def test_the_database_itself_counts_the_seats(session: AsyncSession) -> None:
    one, other = await last_seat(session)
    await do(session, one, resolution())
    await session.commit()
    copied = """
        INSERT INTO office_term (appointment_id, subject, person_id, chamber, body, appointed_on,
                                 starts_on, ends_on, above_quota, quota)
        SELECT c.appointment_id, 1, c.person_id, 'mazhilis', 'constitutional_court', :day, :day,
               '2034-03-25', false, 3
        FROM candidate AS c JOIN proceeding AS p ON p.id = c.appointment_id WHERE p.uid = :case"""
    await session.execute(text(copied), {"day": DAY, "case": other})

    with pytest.raises(DBAPIError, match="no seat is free: 4 of 3"):
        await session.commit()


async def test_the_database_itself_wants_the_conclusion_before_the_announcement(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    await opened(session, APPOINTMENTS, submission(here))
    announced = """UPDATE candidate SET announced_on = '2026-03-25',
                   announced_at_id = appointment_id WHERE number = 1"""

    with pytest.raises(DBAPIError, match="announced_on_follows_conclusion_on"):
        await session.execute(text(announced))
