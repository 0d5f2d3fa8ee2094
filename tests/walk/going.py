"""A walk from its first act to its last, in one era: which act comes next is the dice's to say."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from tests.walk.checkpoint import check, entered, judge_again, take_over
from tests.walk.correcting import put_right, tell_anew
from tests.walk.days import at_sitting, in_the_ledger, new_day
from tests.walk.doing import Desk
from tests.walk.town import CHAMBERS, Town
from tests.walk.walking import Walk

BETWEEN_CHECKS = 500
AT_THE_END = 40  # Acts; a Chamber that is dissolved does little more.
NEAR = timedelta(12)  # An end is told of within a few days.


async def go(
    engine: AsyncEngine, town: Town, seed: str, acts: int, told: Callable[[int], None]
) -> Walk:
    """So many acts; the same town, seed and number are the same walk. `told` of each step's."""
    async with AsyncSession(engine, expire_on_commit=False) as session:
        walk = Walk(town, Desk(session), Random(seed))  # noqa: S311 -- dice, no secret
        await new_day(walk)
        known = await entered(session)
        checked = before = 0
        while walk.acts < acts:
            walk.may_dissolve = walk.acts > acts - AT_THE_END
            ended, left = those_ended(town), how_many_left(walk)
            await step(walk, session)
            if ended != those_ended(town):
                await leave_dependents(walk, session)
            elif left != how_many_left(walk):
                await take_over(session, walk.cases)
            told(walk.acts - before)
            before = walk.acts
            if walk.acts - checked >= BETWEEN_CHECKS:
                checked = walk.acts
                await check(walk, session)
        await check(walk, session)
        await judge_again(walk, session, known)
    return walk


def those_ended(town: Town) -> list[dict[UUID, date]]:
    return [house.ended() for house in town.houses.values()]


def how_many_left(walk: Walk) -> int:
    return sum(case.left for case in walk.cases)


async def leave_dependents(walk: Walk, session: AsyncSession) -> None:
    """An end that is told later is told to the votes of its day: the record has judged them."""
    for case in walk.cases:
        since = walk.here[case.chamber].today - NEAR
        if case.has_voted(since):
            case.left = True
        elif not case.left and case.rests_on_deputies(since):
            tell_anew(case)
    await take_over(session, walk.cases)


async def step(walk: Walk, session: AsyncSession) -> None:
    here = walk.here[walk.r.choice(CHAMBERS)]
    chance = walk.r.random()
    if chance < 0.025:
        await new_day(walk)
    elif chance < 0.04:
        await at_sitting(walk, here)
    elif chance < 0.05:
        await in_the_ledger(walk, here)
    elif chance < 0.08:
        await put_right(walk, session, here)
    elif chance < 0.16:
        await walk.begin(here)
    else:
        await walk.go_on(here)
