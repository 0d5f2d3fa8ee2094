"""A vote that did not count may come to count by a correction, but not beside another one."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Impossible
from chamber.rooms import ROOMS
from tests.mandates.seated import SOURCE, Seated, act, do, facts, put_right, seated
from tests.record.reopening import (
    ELSEWHERE,
    closing,
    held,
    matter,
    never_was,
    number,
    open_there,
    opens,
)

REASON = "қайта санау"


async def voted_on_twice(session: AsyncSession, here: Seated, nth: int) -> tuple[UUID, int]:
    """The second time unasked, which does not count; and the entry of the first count."""
    case, closed = await held(session, here, nth)
    told = act("open_vote", sitting=here.plenary, method="totals", reason=REASON)
    await do(session, case, told, SOURCE)
    return case, closed


async def annulled(session: AsyncSession, case: UUID, closed: int) -> None:
    """The first one decided nothing, so no decision to vote again was needed."""
    vote, totals = (await facts(session, case)).rounds[0].vote, {"for": 60, "against": 2}
    told = act("close_vote", vote=str(vote), totals=totals, annulled=True)
    await put_right(session, case, closed, told)


async def test_it_is_open_then(session: AsyncSession) -> None:
    here = await seated(session)
    case, closed = await voted_on_twice(session, here, -1)
    assert await open_there(session) == 0

    await annulled(session, case, closed)

    assert await open_there(session) == 1


async def test_it_takes_its_place_before_the_rounds_that_came_after_it(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case, closed = await held(session, here, -1)
    again: dict[str, Any] = {"sitting": here.plenary, "method": "totals", "reason": REASON}
    second = await do(session, case, act("open_vote", **again), SOURCE)
    await do(session, case, closing(second, totals={"for": 30, "against": 60}), SOURCE)
    third = await do(session, case, act("open_vote", **again, repeat={"for": 90, "against": 0}))
    await do(session, case, closing(third))
    assert [one.number for one in (await facts(session, case)).rounds] == [1, 2]

    await annulled(session, case, closed)

    rounds = (await facts(session, case)).rounds
    assert [one.number for one in rounds] == [1, 2, 3]
    assert [one.outcome for one in rounds] == ["annulled", "not_adopted", "adopted"]
    await session.commit()
    assert [one for one in await audit(session, ROOMS) if one.proceeding.startswith("man")] == []

    await never_was(session, case, number(second))
    assert [one.number for one in (await facts(session, case)).rounds] == [1, 2]


async def test_it_is_not_beside_one_that_was_opened_since(session: AsyncSession) -> None:
    here = await seated(session)
    case, closed = await voted_on_twice(session, here, -1)
    await opens(session, here, await matter(session, here, -2))

    with pytest.raises(Impossible, match=ELSEWHERE.format(3)):
        await annulled(session, case, closed)


async def test_nor_when_that_one_was_closed_on_the_same_day(session: AsyncSession) -> None:
    here = await seated(session)
    case, closed = await voted_on_twice(session, here, -1)
    await held(session, here, -2)

    with pytest.raises(Impossible, match=ELSEWHERE.format(3)):
        await annulled(session, case, closed)


async def test_but_after_one_that_was_closed_before_it(session: AsyncSession) -> None:
    here = await seated(session)
    opened = await opens(session, here, other := await matter(session, here, -2))
    await do(session, other, closing(opened))
    case, closed = await voted_on_twice(session, here, -1)

    await annulled(session, case, closed)

    assert number(opened) == 3
    assert await open_there(session) == 1


async def test_what_was_opened_since_may_be_put_right_first(session: AsyncSession) -> None:
    here = await seated(session)
    case, closed = await voted_on_twice(session, here, -1)
    other = await matter(session, here, -2)
    later = number(await opens(session, here, other))

    await put_right(session, other, later, None)
    await annulled(session, case, closed)

    assert await open_there(session) == 1
