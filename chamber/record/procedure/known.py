"""What a clerk may know of: cases, as their rooms say, and files, by the cases that they lie in.

Whoever has sent a file's bytes may name it, and learns from that of no case but his own.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from chamber.law.act import Act
from chamber.law.ruling import Impossible
from chamber.record.desk import ANYBODY, Clerk, Desk
from chamber.record.files import Attachment, has_sent
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding


async def may_know(desk: Desk, case: Proceeding, clerk: Clerk | None = None) -> bool:
    """Of whoever stands at the desk, or of another."""
    room = desk.rooms.get(case.noun)
    if room is None or room.known_to is None:
        return True
    facts = await room.load(desk.session, case.id)
    known: bool = await room.known_to(desk.session, case, facts, clerk or desk.clerk, desk.today)
    return known


async def attached_to(desk: Desk, sha256: bytes) -> Sequence[Proceeding]:
    """The cases with an act that names the file."""
    query = select(Proceeding).join(Entry, Entry.proceeding_id == Proceeding.id)
    query = query.join(Attachment, Attachment.entry_id == Entry.id).distinct()
    query = query.where(Attachment.sha256 == sha256).order_by(Proceeding.id)
    return (await desk.session.scalars(query)).all()


async def check_files(
    room: Any, desk: Desk, case: Proceeding | None, act: Act, names: Sequence[str]
) -> None:
    """Raises Impossible where an act names a file twice, or one that it may not name. `case`: whose
    act it is; None where it opens one."""
    for place, name in enumerate(names):
        sha256 = bytes.fromhex(name)
        known = [one for one in await attached_to(desk, sha256) if await may_know(desk, one)]
        if not known and not await has_sent(desk.session, sha256, desk.clerk.account):
            raise Impossible(f"files.{place}", f"no file with the SHA-256 {name} has been sent")
        if name in names[:place]:
            raise Impossible(f"files.{place}", "the same file is named twice")
        if await gives_away(room, desk, case, act, known):
            raise Impossible(f"files.{place}", f"the file {name} lies in a matter that is hidden")


async def gives_away(
    room: Any, desk: Desk, case: Proceeding | None, act: Act, known: Sequence[Proceeding]
) -> bool:
    """Whether some who may not read the file in any of these cases could read it in this one: then
    it is told by a slip. What a closed case has never comes to lie in one that may be opened."""
    if any([await may_know(desk, one, ANYBODY) for one in known]):
        return False  # Everybody reads it already.
    if room.known_to is None or (case is not None and await may_know(desk, case, ANYBODY)):
        return bool(known)
    if await is_closed(room, desk, case, act):
        return False
    return any([await is_closed(desk.rooms[one.noun], desk, one) for one in known])


async def is_closed(room: Any, desk: Desk, case: Proceeding | None, act: Act | None = None) -> bool:
    """Whether a case is never public, or the act makes it so."""
    if room.closed is None:
        return False
    closed: bool = await room.closed(desk.session, case, act)
    return closed
