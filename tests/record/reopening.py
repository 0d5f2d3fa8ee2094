"""Matters with votes that are opened, closed, and found not to have been closed."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.procedure import Done, do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.room import Room
from chamber.record.sittings.procedure import SITTINGS
from tests.appointments.seated import desk
from tests.mandates.seated import DAY, Seated, act, begun, do, vote

STILL_OPEN = "a vote at the same sitting would still be open"
LEFT_OPEN = "a vote at this sitting was open then"
ELSEWHERE = r"in the case mazhilis/2026/\d+, entry {} could not be then: " + STILL_OPEN


async def matter(session: AsyncSession, here: Seated, nth: int) -> UUID:
    case = await begun(session, here.deputies[nth])
    await do(session, case, act("conclusion", favours=True))
    return case


async def opens(session: AsyncSession, here: Seated, case: UUID) -> Done:
    return await do(session, case, act("open_vote", sitting=here.plenary, method="totals"))


def closing(opened: Done, **told: Any) -> Any:
    assert opened.entry is not None
    which = opened.entry.read()["data"]["given"]["opening"]["vote"]
    return act("close_vote", vote=which, **{"totals": {"for": 60, "against": 2}} | told)


async def held(session: AsyncSession, here: Seated, nth: int) -> tuple[UUID, int]:
    """A matter that was voted on, and the entry by which its vote was closed."""
    case = await matter(session, here, nth)
    return case, number(await vote(session, here, case))


def number(done: Done) -> int:
    assert done.entry is not None
    return done.entry.seq


async def of_sitting(
    session: AsyncSession, here: Seated, kind: str, entry: int | None = None, on: date = DAY
) -> Done:
    """Done at the sitting; or what an entry of it should read."""
    told = {"kind": kind, "on": str(on)}
    if entry is None:
        one = SITTINGS.acts.validate_python(told)
        return await do_act(SITTINGS, desk(session), here.plenary, one, Sent())
    slip = Correction(on=DAY, entry=entry, act=told, reason="хаттама бойынша")
    return await correct(SITTINGS, desk(session), here.plenary, slip, Sent())


async def never_was(
    session: AsyncSession, case: UUID, entry: int, room: Room[Any, Any, Any] = MANDATES
) -> Done:
    slip = Correction(on=DAY, entry=entry, act=None, reason="қате жазба")
    return await correct(room, desk(session), case, slip, Sent())


async def open_there(session: AsyncSession) -> int:
    query = "SELECT count(*) FROM vote WHERE closed_on IS NULL AND NOT undone"
    return int(await session.scalar(text(query)) or 0)
