"""One vote is open at a sitting at a time: corrections keep to it too."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Impossible
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from chamber.web.reasons import in_three_languages
from tests.mandates.seated import (
    NEXT,
    act,
    do,
    facts,
    put_right,
    seated,
)
from tests.record.reopening import (
    ELSEWHERE,
    STILL_OPEN,
    closing,
    held,
    matter,
    never_was,
    number,
    of_sitting,
    open_there,
    opens,
)


async def test_a_vote_is_not_opened_again_beside_one_that_was_opened_after_it(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    first, closed = await held(session, here, -1)
    await opens(session, here, await matter(session, here, -2))

    with pytest.raises(Impossible, match=ELSEWHERE.format(3)) as wrong:
        await never_was(session, first, closed)

    assert wrong.value.field == "act.act"
    told = in_three_languages(wrong.value.message)
    assert told is not None
    assert "№ 3" in told.kk
    assert "№ 3" in told.ru


async def test_nor_is_it_when_that_one_is_closed_already(session: AsyncSession) -> None:
    here = await seated(session)
    first, closed = await held(session, here, -1)
    await held(session, here, -2)

    with pytest.raises(Impossible, match=ELSEWHERE.format(3)):
        await never_was(session, first, closed)


async def test_nor_is_it_at_a_sitting_that_was_closed(session: AsyncSession) -> None:
    here = await seated(session)
    case, closed = await held(session, here, -1)
    end = number(await of_sitting(session, here, "close"))

    with pytest.raises(Impossible, match=ELSEWHERE.format(end)):
        await never_was(session, case, closed)


async def test_how_it_was_closed_is_put_right_at_any_time(session: AsyncSession) -> None:
    here = await seated(session)
    opened = await opens(session, here, case := await matter(session, here, -1))
    closed = number(await do(session, case, closing(opened)))
    await held(session, here, -2)
    await of_sitting(session, here, "close")

    for told in ({"totals": {"for": 50, "against": 2}}, {"annulled": True}):
        await put_right(session, case, closed, closing(opened, **told))

    assert (await facts(session, case)).rounds[-1].outcome == "annulled"


async def test_the_last_vote_at_a_sitting_is_opened_again_and_closed_again(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    await held(session, here, -2)
    opened = await opens(session, here, case := await matter(session, here, -1))
    closed = number(await do(session, case, closing(opened)))

    await never_was(session, case, closed)

    assert await open_there(session) == 1
    await do(session, case, closing(opened))
    assert await open_there(session) == 0
    await session.commit()
    of_cases = ("mandates", "sittings")
    assert [one for one in await audit(session, ROOMS) if one.proceeding.startswith(of_cases)] == []


async def test_what_was_entered_after_it_is_put_right_first(session: AsyncSession) -> None:
    here = await seated(session)
    first, closed = await held(session, here, -1)
    other = await matter(session, here, -2)
    opened = number(await opens(session, here, other))

    await never_was(session, other, opened)
    end = number(await of_sitting(session, here, "close"))
    with pytest.raises(Impossible, match=STILL_OPEN):
        async with session.begin_nested():
            await never_was(session, first, closed)
    await never_was(session, here.plenary, end, SITTINGS)
    await never_was(session, first, closed)

    assert await open_there(session) == 1


async def test_a_vote_that_was_opened_after_all_is_not_put_back_beside_a_later_one(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    first = await matter(session, here, -1)
    opening = number(await opens(session, here, first))
    await never_was(session, first, opening)
    await opens(session, here, await matter(session, here, -2))

    again = act("open_vote", sitting=here.plenary, method="totals")

    with pytest.raises(Impossible, match=ELSEWHERE.format(3)):
        await put_right(session, first, opening, again)


async def test_a_vote_does_not_turn_out_to_last_longer_than_the_next_one_allows(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    opened = await opens(session, here, case := await matter(session, here, -1))
    closed = number(await do(session, case, closing(opened)))
    await opens(session, here, await matter(session, here, -2))

    with pytest.raises(Impossible, match=ELSEWHERE.format(3)):
        await put_right(session, case, closed, closing(opened, on=NEXT))
