"""The board: a poster for each change that the public is told of, and none for anything else."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.procedure import HEARINGS
from chamber.hearings.tables.board import CHANNEL
from chamber.law.sent import Sent
from chamber.record.desk import ANYBODY
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.known import may_know
from chamber.record.proceedings import find
from tests.hearings.housed import (
    DAY,
    HELD,
    LATER,
    NOTICE_DAY,
    PLACE,
    act,
    at,
    begin,
    both,
    decided,
    decision,
    desk,
    do,
    facts,
    house,
    notice,
    opened,
    prepared,
    proposal,
    whole_story,
)

GROUND = {"secret": "state_secret", "law": "Мемлекеттік құпиялар туралы заң"}
TABLES = ("announced", "announced_organiser", "announcement")


async def posters(session: AsyncSession) -> list[Any]:
    query = "SELECT serial, sequence, poster FROM announcement ORDER BY serial"
    return [tuple(row) for row in await session.execute(text(query))]


async def whole_board(session: AsyncSession) -> list[Any]:
    told = [f"SELECT to_jsonb(t)::text FROM {table} AS t ORDER BY 1" for table in TABLES]
    return [list(await session.scalars(text(query))) for query in told]


async def states(session: AsyncSession) -> list[tuple[int, int, str | None]]:
    return [
        (serial, nth, None if told is None else told["state"])
        for serial, nth, told in await posters(session)
    ]


async def test_nothing_is_told_of_a_draft(session: AsyncSession) -> None:
    here = await house(session)
    case = await opened(session, proposal(here))

    await do(session, case, *prepared(here)[:3])

    assert await whole_board(session) == [[], [], []]


async def test_each_change_puts_up_the_next_poster(session: AsyncSession) -> None:
    here = await house(session)
    case = await decided(session, here)
    moved = act("reschedule", NOTICE_DAY, starts_at=at(LATER), place=both(PLACE), reason=both("x"))

    await do(session, case, notice(), moved, act("cancel", NOTICE_DAY, reason=both("өтпейді")))

    assert await states(session) == [(1, 0, "planned"), (2, 1, "moved"), (3, 2, "cancelled")]
    query = "SELECT state, sequence, listed_at, first_at < updated_at, poster FROM announced"
    row = (await session.execute(text(query))).one()
    assert tuple(row)[:4] == ("cancelled", 2, at(LATER), True)
    assert row.poster == (await posters(session))[-1][2]
    assert row.poster["organisers"][0]["kk"] == "Комитет"
    bodies = await session.scalars(text("SELECT body FROM announced_organiser"))
    assert list(bodies) == [here.committee]


async def test_what_changes_nothing_in_the_poster_puts_up_none(session: AsyncSession) -> None:
    here = await house(session)
    case = await decided(session, here)
    await do(session, case, notice())
    before = await whole_board(session)

    guests = [{"name": "Ерлан Сейітов"}]
    await do(
        session, case,
        act("invitation", decided_by=here.committee, guests=guests),
        act("material", NOTICE_DAY, title="Анықтама"),
    )  # fmt: skip

    assert await whole_board(session) == before


async def test_a_hearing_that_is_held_unannounced_is_told_of_then(session: AsyncSession) -> None:
    here = await house(session)
    case = await decided(session, here)

    await do(session, case, begin(here), sent=Sent(despite="шұғыл"))

    assert await states(session) == [(1, 0, "begun")]


async def test_a_whole_closed_hearing_leaves_the_board_as_it_was(session: AsyncSession) -> None:
    here = await house(session)
    await do(session, await decided(session, here), notice())
    before = await whole_board(session)
    case = await opened(session, proposal(here, form="closed"))
    alone = act("begin", LATER, chair=here.chair)
    acts = [alone if one.kind == "begin" else one for one in whole_story(here)[1:]]

    await do(session, case, decision(here, form="closed", ground=GROUND))
    await do(session, case, *(one for one in acts if one.kind != "publication"))

    assert await whole_board(session) == before


async def closed_after_all(session: AsyncSession, case: UUID, right: Any) -> None:
    told = right.model_dump(mode="json")
    slip = Correction(on=NOTICE_DAY, entry=2, act=told, reason="жабық болатын")
    await correct(HEARINGS, desk(session), case, slip, Sent())


async def test_a_hearing_that_a_correction_finds_closed_leaves_empty_places(
    session: AsyncSession,
) -> None:
    here = await house(session)
    other = await decided(session, here)
    await do(session, other, notice())
    case = await decided(session, here)
    await do(session, case, notice(), act("cancel", NOTICE_DAY, reason=both("өтпейді")))

    await closed_after_all(session, case, decision(here, form="closed", ground=GROUND))

    assert await states(session) == [(1, 0, "planned"), (2, 0, None), (3, 1, None)]
    left = await session.scalars(text("SELECT uid FROM announced"))
    assert list(left) == [other]
    assert str(case) not in str(await whole_board(session))
    empty = "SELECT organisers FROM announcement WHERE poster IS NULL"
    assert list(await session.scalars(text(empty))) == [[], []]
    assert not (await facts(session, case)).goes_out


async def test_one_that_was_open_after_all_does_not_come_back(session: AsyncSession) -> None:
    here = await house(session)
    case = await decided(session, here)
    await do(session, case, notice())
    await closed_after_all(session, case, decision(here, form="closed", ground=GROUND))

    await closed_after_all(session, case, decision(here))

    assert (await facts(session, case)).goes_out
    assert await states(session) == [(1, 0, None)]


async def test_posters_are_numbered_in_the_order_in_which_they_are_seen(
    engine: AsyncEngine,
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here = await house(session)
        cases = [await decided(session, here) for _ in range(2)]
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:
        await do(one, cases[0], notice())
        waiting = asyncio.create_task(do(other, cases[1], notice()))
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        assert not done, "the second did not wait for the first"
        await one.commit()
        await waiting
        await other.commit()
        rows = await one.execute(text("SELECT hearing_id, at FROM announcement ORDER BY serial"))
        (first, earlier), (second, later) = rows

    assert first < second
    assert earlier < later


async def calls(engine: AsyncEngine, session: AsyncSession, case: UUID, asked: Any) -> int:
    """How many times whoever listens to the board is called by one act."""
    heard: list[Any] = []

    def hear(*told: Any) -> None:
        heard.append(told)

    async with engine.connect() as listening:
        raw = (await listening.get_raw_connection()).driver_connection
        assert raw is not None
        await raw.add_listener(CHANNEL, hear)
        await do(session, case, asked)
        await session.commit()
        await asyncio.sleep(0.2)
        await raw.remove_listener(CHANNEL, hear)
    return len(heard)


@pytest.mark.parametrize("form", ["open", "closed"])
async def test_closed_business_calls_nobody(
    engine: AsyncEngine, session: AsyncSession, form: str
) -> None:
    here = await house(session)
    case = await opened(session, proposal(here, form=form))
    await session.commit()
    ground = GROUND if form == "closed" else None
    deciding = decision(here, HELD, form=form, ground=ground)

    assert await calls(engine, session, case, deciding) == 0
    assert await calls(engine, session, case, notice()) == (form == "open")


async def test_a_hearing_whose_only_notice_was_never_sent_does_not_vanish(
    session: AsyncSession,
) -> None:
    here = await house(session)
    case = await decided(session, here)
    await do(session, case, notice())
    never = Correction(on=DAY, entry=3, act=None, reason="хабарланбаған")

    await correct(HEARINGS, desk(session), case, never, Sent())
    await do(session, case, act("cancel", NOTICE_DAY, reason=both("өтпейді")))

    assert not (await facts(session, case)).goes_out
    assert await states(session) == [(1, 0, "planned"), (2, 1, "planned"), (3, 2, "cancelled")]
    told = [poster["notice"] is not None for _, _, poster in await posters(session)]
    assert told == [True, False, False]
    assert list(await session.scalars(text("SELECT uid FROM announced"))) == [case]
    everybody = replace(desk(session), clerk=ANYBODY)
    assert await may_know(everybody, await find(session, "hearings", case))
