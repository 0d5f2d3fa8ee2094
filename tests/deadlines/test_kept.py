"""The list says what the cases say: after each act, each correction, and each judging again."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.facts import Facts, Term
from chamber.appointments.procedure import APPOINTMENTS
from chamber.appointments.rules.due import due
from chamber.law.sent import Sent
from chamber.record.deadlines.facts import What
from chamber.record.deadlines.keeping import named
from chamber.record.deadlines.listing import Wanted, find_deadlines
from chamber.record.deadlines.states import State, standing
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.proceedings import Proceeding, find
from chamber.rooms import ROOMS
from tests.appointments.seated import (
    DAY,
    TODAY,
    Seated,
    act,
    desk,
    do,
    opened,
    resolution,
    seated,
    submission,
    voted,
)

NEXT = timedelta(days=1)


async def rows(session: AsyncSession) -> list[Any]:
    found = await session.execute(text("SELECT * FROM deadline ORDER BY proceeding_id, nth"))
    return list(found.mappings())


async def appointed(session: AsyncSession, here: Seated) -> UUID:
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case, 1)
    await do(session, case, resolution(1))
    return case


async def check_same(session: AsyncSession, case: UUID) -> Facts:
    """The rows are those that the facts of the case come to."""
    there: Proceeding = await find(session, "appointments", case)
    facts = await APPOINTMENTS.load(session, there.id)
    told = [row for row in await rows(session) if row["proceeding_id"] == there.id]
    expected = named(there, due(facts))
    assert [row["uid"] for row in told] == [uid for uid, _ in expected]
    assert [row["told"]["due"] for row in told] == [
        one.model_dump(mode="json") for _, one in expected
    ]
    return facts


async def test_a_term_of_office_is_told_until_it_is_over(session: AsyncSession) -> None:
    here = await seated(session)
    case = await appointed(session, here)

    facts = await check_same(session, case)
    (term,), (row,) = facts.terms, await rows(session)
    last = term.last_day
    assert (row["what"], row["due_on"], row["safe_until"]) == ("office", last, last)
    assert (row["done_on"], row["committees"], row["hidden"]) == (
        term.ends_on,
        [here.committee],
        False,
    )
    for today, open_ in ((TODAY, True), (last, True), (last + NEXT, False)):
        wanted = [Wanted(today, open=True), Wanted(today, open=True, what=What.OFFICE)]
        of_committee = Wanted(today, open=True, committee=here.committee)
        for one in (*wanted, of_committee):
            assert len(await find_deadlines(session, one, desk(session).clerk, ROOMS)) == open_
        done = Wanted(today, open=False)
        assert len(await find_deadlines(session, done, desk(session).clerk, ROOMS)) == (not open_)


async def test_whoever_leaves_an_office_ends_it_that_day(session: AsyncSession) -> None:
    here = await seated(session)
    case = await appointed(session, here)
    (before,) = await rows(session)

    await do(session, case, act("left_office", on=TODAY, candidate=1, ground="өз еркімен"))

    (row,) = await rows(session)
    assert (row["done_on"], row["uid"]) == (TODAY, before["uid"])
    assert row["sequence"] > before["sequence"]
    assert await find_deadlines(session, Wanted(TODAY), desk(session).clerk, ROOMS) == []


async def test_a_correction_takes_away_what_is_not_due_any_more(session: AsyncSession) -> None:
    here = await seated(session)
    case = await appointed(session, here)
    there = await find(session, "appointments", case)
    slip = Correction(on=DAY, entry=there.version, act=None, reason="Қаулы қабылданған жоқ.")

    await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    assert await rows(session) == []
    assert (await check_same(session, case)).terms == ()


async def test_what_is_judged_again_elsewhere_changes_the_list_too(session: AsyncSession) -> None:
    """The sitting was corrected: too few were there, so nobody was appointed."""
    here = await seated(session)
    case = await appointed(session, here)
    sitting = ROOMS["sittings"]
    register = next(
        seq for seq, kind in await session.execute(
            text("""SELECT seq, kind FROM journal JOIN proceeding AS p ON p.id = proceeding_id
                    WHERE p.uid = :uid ORDER BY seq"""), {"uid": here.plenary},
        ) if kind == "register"
    )  # fmt: skip
    few = {"kind": "register", "on": DAY.isoformat(), "present": [str(here.deputies[0])]}
    slip = Correction(on=DAY, entry=register, act=few, reason="теру қатесі")

    await correct(sitting, desk(session), here.plenary, slip, Sent())

    assert (await check_same(session, case)).terms == ()
    assert await rows(session) == []


def term(starts_on: date, ends_on: date) -> Facts:
    told = Term(
        subject=1, person=UUID(int=1), appointed_on=starts_on, starts_on=starts_on,
        ends_on=ends_on, quota=2,
    )  # fmt: skip
    return Facts(
        chamber="senate", body="constitutional_court", opened_on=starts_on, candidates=(),
        terms=(told,),
    )  # fmt: skip


@pytest.mark.parametrize("starts_on", [date(1994, 5, 1), date(2024, 5, 1), date(2026, 8, 1)])
def test_a_term_is_due_on_its_own_last_day_under_whatever_edition(starts_on: date) -> None:
    ends_on = starts_on.replace(year=starts_on.year + 6)
    (one,) = due(term(starts_on, ends_on))

    assert one.timing is not None
    assert (one.timing.last_day, one.done_on) == (ends_on - NEXT, ends_on)
    assert standing(one, "senate", ends_on - NEXT).state is State.SAFE
    assert standing(one, "senate", ends_on).state is State.DONE
    assert one.cite.startswith("Constitution")


@pytest.mark.parametrize("wrong", ["what = 'lunch'", "chamber = 'house'", "proceeding_id = 0"])
async def test_the_database_takes_no_row_of_nothing(session: AsyncSession, wrong: str) -> None:
    here = await seated(session)
    await appointed(session, here)

    with pytest.raises(IntegrityError):
        await session.execute(text(f"UPDATE deadline SET {wrong}"))
