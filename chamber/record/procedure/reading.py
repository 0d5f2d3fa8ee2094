"""Reading a case: who may not know of it is told there is none, and of some a reading is kept."""

from typing import TypeVar

from chamber.law.act import Act, Value
from chamber.record.desk import Desk
from chamber.record.files import has_sent
from chamber.record.procedure import check_known
from chamber.record.procedure.known import attached_to, may_know
from chamber.record.procedure.room import Room
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


async def read_file(desk: Desk, sha256: bytes) -> None:
    """Raises Unknown, unless the clerk may know of a case that the file lies in, or has sent it."""
    known = [one for one in await attached_to(desk, sha256) if await may_know(desk, one)]
    if not known and not await has_sent(desk.session, sha256, desk.clerk.account):
        raise Unknown
    for case in known:
        if (room := desk.rooms.get(case.noun)) is not None:
            await read(room, desk, case, sha256.hex())
