"""What the journal bears out, and what it does not, when the guard of the calendar asks."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.sent import Occurred, Sent
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from tests.hearings.housed import (
    DAY,
    HELD,
    LATER,
    at,
    decided,
    decision,
    desk,
    do,
    house,
    notice,
    opened,
    plan,
    planned,
    proposal,
)
from tests.hearings.raw import refused, run

REASON = Sent(despite="шұғыл мәселе")
UNANNOUNCED = "begun without a timely notice"
BEGIN = """UPDATE hearing SET begun_on = held_on, defects = defects || ARRAY['A57-5.11'],
               chair_id = (SELECT min(id) FROM person)"""


async def on_a_plenary_day(session: AsyncSession) -> UUID:
    """A hearing on a day of a plenary sitting, with a reason."""
    here = await house(session)
    await planned(session, HELD)
    await planned(session, LATER)
    case = await opened(session, proposal(here))
    await do(session, case, decision(here), sent=REASON)
    await session.commit()
    return case


async def test_a_reason_speaks_for_its_own_day_alone(session: AsyncSession) -> None:
    await on_a_plenary_day(session)
    hour = "UPDATE hearing SET starts_at = :at"

    await run(session, hour, at=at(HELD, 7))
    await session.commit()
    await run(session, hour, at=at(LATER))
    await refused(session, "the day 2026-03-27 is not free")


async def test_a_defect_is_not_struck_out(session: AsyncSession) -> None:
    await on_a_plenary_day(session)
    await run(session, "UPDATE hearing SET defects = '{}'")

    await refused(session, "the day 2026-03-25 is not free")


async def test_a_reason_for_one_thing_is_none_for_another(session: AsyncSession) -> None:
    await on_a_plenary_day(session)
    await run(session, BEGIN)

    await refused(session, UNANNOUNCED)


async def test_what_was_found_without_a_reason_is_none(session: AsyncSession) -> None:
    """A late notice is entered, and what speaks against it is told; nobody has accepted it."""
    here = await house(session)
    case = await decided(session, here)
    late = await do(session, case, notice(HELD.replace(day=20)))
    assert [one.rule for one in late.ruling.findings] == ["A57-5.11"]
    await session.commit()
    await run(session, BEGIN)

    await refused(session, UNANNOUNCED)


@pytest.mark.parametrize("sent", [REASON, Sent(occurred=Occurred(source="хаттама"))])
async def test_a_sitting_that_was_called_all_the_same_is_not_moved_to_another_such_day(
    session: AsyncSession, sent: Sent
) -> None:
    here = await house(session)
    for day in (HELD, LATER):
        await do(session, await decided(session, here, day), notice(day=day))
    await planned(session, HELD, chamber="senate", sent=sent)
    await session.commit()
    move = text("UPDATE sitting SET starts_at = :at WHERE kind = 'plenary'")
    await session.execute(move, {"at": at(LATER)})

    await refused(session, "the day 2026-03-27 is not free")


async def test_a_correction_speaks_for_its_own_day_alone(session: AsyncSession) -> None:
    here = await house(session)
    for day in (HELD, LATER):
        await decided(session, here, day)
    plenary = await planned(session, date(2026, 3, 30))
    right = plan(HELD).model_dump(mode="json")
    slip = Correction(on=DAY, entry=1, act=right, reason="теру қатесі")
    await correct(SITTINGS, desk(session), plenary, slip, Sent())
    await session.commit()
    move = text("UPDATE sitting SET starts_at = :at WHERE kind = 'plenary'")
    await session.execute(move, {"at": at(LATER)})

    await refused(session, "the day 2026-03-27 is not free")
