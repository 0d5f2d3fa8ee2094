"""Reading a case: who may not know of it is told there is none, and of some a reading is kept."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import select

from chamber.law.act import Act, Value
from chamber.record.desk import Desk
from chamber.record.files import Attachment
from chamber.record.journal import Entry
from chamber.record.procedure import Room, check_known
from chamber.record.proceedings import Proceeding, Unknown

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)

CASE = "case"  # What was read: the case, or a file by its name.


async def read(room: Room[F, A, G], desk: Desk, case: Proceeding, what: str = CASE) -> F:
    """The facts of a case, for one who may know of it. Raises Unknown for anybody else."""
    facts = await room.load(desk.session, case.id)
    await check_known(room, desk, case, facts)
    if room.keep_reading is not None:
        await room.keep_reading(desk.session, case, facts, desk.clerk, what)
    return facts


async def may_know(desk: Desk, case: Proceeding) -> bool:
    room: Room[Any, Any, Any] | None = desk.rooms.get(case.noun)
    if room is None or room.known_to is None:
        return True
    facts = await room.load(desk.session, case.id)
    return await room.known_to(desk.session, case, facts, desk.clerk, desk.today)


async def attached_to(desk: Desk, sha256: bytes) -> Sequence[Proceeding]:
    """The cases with an act that names the file."""
    query = select(Proceeding).join(Entry, Entry.proceeding_id == Proceeding.id)
    query = query.join(Attachment, Attachment.entry_id == Entry.id).distinct()
    query = query.where(Attachment.sha256 == sha256).order_by(Proceeding.id)
    return (await desk.session.scalars(query)).all()


async def read_file(desk: Desk, sha256: bytes) -> None:
    """Raises Unknown where the file lies only in cases that the clerk may not know of."""
    hidden = []
    for case in await attached_to(desk, sha256):
        room = desk.rooms.get(case.noun)
        if room is None or room.known_to is None:
            return
        hidden.append((room, case))
    known = [one for one in hidden if await may_know(desk, one[1])]
    if hidden and not known:
        raise Unknown
    for room, case in known:
        await read(room, desk, case, sha256.hex())
