"""The list of what is due comes to say of a case what its facts say, in the same transaction."""

from typing import TypeVar

from chamber.law.act import Act, Value
from chamber.record.deadlines.keeping import keep
from chamber.record.desk import ANYBODY, Desk
from chamber.record.procedure.room import Room, nothing_due
from chamber.record.proceedings import Proceeding

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


async def keep_due(room: Room[F, A, G], desk: Desk, case: Proceeding, facts: F) -> None:
    if room.due is nothing_due:
        return
    hidden = room.known_to is not None and not await room.known_to(
        desk.session, case, facts, ANYBODY, desk.today
    )
    whose = list(room.committees(facts, None))
    await keep(desk.session, case, room.due(facts), committees=whose, hidden=hidden)
