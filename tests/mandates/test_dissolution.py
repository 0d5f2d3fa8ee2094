"""A dissolution ends the mandates of a whole Chamber in one request, and in little time."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.mandates.procedure import MANDATES
from chamber.record.people.roll import in_office
from tests.appointments.seated import opened
from tests.mandates.seated import DAY, NEXT, act, begun, do, facts, mandate, seated, vote

DISSOLVED = act("dissolution", NEXT, chamber="mazhilis", of="mazhilis", document="Жарлық")
SECONDS = 30  # It takes about one; on a busy machine some more.
LEANING = ("FROM immunity ", "FROM report ", "FROM hearing ", "FROM mandate_matter_deputy ")


@contextmanager
def asked_of(engine: AsyncEngine) -> Iterator[Counter[str]]:
    """How often each statement is put to the database."""
    counted: Counter[str] = Counter()

    def count(_: Any, __: Any, statement: str, *___: Any) -> None:
        counted[" ".join(statement.split())] += 1

    event.listen(engine.sync_engine, "before_cursor_execute", count)
    yield counted
    event.remove(engine.sync_engine, "before_cursor_execute", count)


async def test_it_ends_every_mandate_by_one_act(session: AsyncSession) -> None:
    here = await seated(session)
    other = await begun(session, here.deputies[-1])
    await do(session, other, act("conclusion", favours=True, document="№ 2"))
    await vote(session, here, other)

    case = await opened(session, MANDATES, DISSOLVED)

    assert await in_office(session, "mazhilis", NEXT) == ()
    assert set((await facts(session, case)).deputies) == set(here.deputies)
    assert len(await in_office(session, "mazhilis", DAY)) == 98
    assert (await mandate(session, here.deputy)).because == case
    assert (await facts(session, other)).rounds[0].in_office == 98


async def test_the_cases_that_rest_on_its_deputies_are_asked_for_once(
    session: AsyncSession, engine: AsyncEngine
) -> None:
    await seated(session)

    with asked_of(engine) as counted:
        await opened(session, MANDATES, DISSOLVED)

    asked = {said: times for said, times in counted.items() if any(one in said for one in LEANING)}
    assert asked
    assert max(asked.values()) <= 2
    assert counted.total() < 25 * 98


async def test_it_takes_no_longer_than_a_clerk_waits(session: AsyncSession) -> None:
    await seated(session)
    began = time.monotonic()

    await opened(session, MANDATES, DISSOLVED)
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))

    assert time.monotonic() - began < SECONDS
