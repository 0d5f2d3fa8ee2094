"""The list of what is due comes to say of a case what its facts say, in the same transaction."""

from datetime import date
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Value
from chamber.record.deadlines.keeping import Whose, is_kept, keep
from chamber.record.deadlines.naming import tell_name
from chamber.record.desk import ANYBODY, Desk
from chamber.record.procedure.room import Room, nothing_due
from chamber.record.proceedings import Proceeding

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


async def keep_due(room: Room[F, A, G], desk: Desk, case: Proceeding, facts: F) -> None:
    if case.noun == "people":
        await tell_name(desk.session, case.uid)
    await tell_due(room, desk.session, case, facts)


async def tell_due(room: Room[F, A, G], session: AsyncSession, case: Proceeding, facts: F) -> None:
    if room.due is not nothing_due:
        await keep(session, case, room.due(facts), await whose(room, session, case, facts))


async def is_due_told(
    room: Room[F, A, G], session: AsyncSession, case: Proceeding, facts: F
) -> bool:
    dues = room.due(facts)
    return await is_kept(session, case, dues, await whose(room, session, case, facts))


async def whose(room: Room[F, A, G], session: AsyncSession, case: Proceeding, facts: F) -> Whose:
    # What anybody may know of hangs on no day: only a deputy's mandate does.
    hidden = room.known_to is not None and not await room.known_to(
        session, case, facts, ANYBODY, date.max
    )
    about = None if hidden else room.about(facts)
    return Whose(list(room.committees(facts, None)), hidden, about)
