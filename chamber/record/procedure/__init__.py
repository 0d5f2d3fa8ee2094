"""Doing an act: lock the proceeding, ask the rules, write the facts, enter the journal.

Once for all rooms. The caller opens the transaction, so that an act, its facts and its entry are
kept or lost together. READ COMMITTED is enough: the lock on the proceeding's row comes first.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Value
from chamber.law.ruling import Impossible, Ruling, Unlawful
from chamber.law.sent import Sent
from chamber.record.desk import (
    ANYBODY,
    Desk,
    check_chamber,
    check_clerk,
    check_committee,
    check_day,
    check_seen,
)
from chamber.record.files import attach
from chamber.record.journal import Entry, enter, entries
from chamber.record.procedure.changes import Changed
from chamber.record.procedure.due import keep_due
from chamber.record.procedure.following import Cause, check_sent
from chamber.record.procedure.known import check_files
from chamber.record.procedure.rejudging import spread
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import standing
from chamber.record.proceedings import Proceeding, Unknown, UnknownReference, lock
from chamber.record.series import next_number
from chamber.record.turns import correct_alone, pass_corrections

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


@dataclass(frozen=True)
class Done:
    """What came of an act. No entry: it was a rehearsal, or an opening that was not let through."""

    proceeding: Proceeding | None
    entry: Entry | None
    ruling: Ruling
    changed: Changed | None = None  # By a correction.


async def open_case(room: Room[F, A, G], desk: Desk, act: A, sent: Sent) -> Done:
    """Open a proceeding with its first act. Raises as `do_act` does."""
    chamber = room.chamber(act)
    await take_place(room, desk)
    check_sent(act)
    check_clerk(desk.clerk, act, sent, chamber)
    check_committee(desk.clerk, act, room.committees(None, act))
    given = await room.gather(desk.session, None, act, None)
    ruling = room.judge(None, act, given)
    await admit(room, desk, None, (act, sent, given, ruling))
    await check_files(room, desk, None, act, sent.files)
    if desk.dry_run:
        return Done(None, None, ruling)
    case = await begin(room.noun, desk.session, chamber, act.on, room.series(act))
    return await write(room, desk, case, None, (act, sent, given, ruling))


async def do_act(room: Room[F, A, G], desk: Desk, uid: UUID, act: A, sent: Sent) -> Done:
    """Do an act on a proceeding.

    Raises Unknown, NotAllowed, SomebodyWasFaster, NotYet, UnknownReference, and Unlawful where the
    law's table (design 3.4) does not let the act through.
    """
    await take_place(room, desk)
    check_sent(act)
    case = await lock(desk.session, room.noun, uid)
    facts = await room.load(desk.session, case.id)
    await check_known(room, desk, case, facts)
    check_clerk(desk.clerk, act, sent, case.chamber or room.chamber(act))
    check_seen(desk, case.version)
    check_committee(desk.clerk, act, room.committees(facts, act))
    given = await room.gather(desk.session, facts, act, None)
    await check_named(room, desk, act)
    if room.recall is not None:
        given = await room.recall(desk.session, case, facts, act, given)
    check_chamber(desk.clerk, act, room.whose(given))
    ruling = room.judge(facts, act, given)
    await admit(room, desk, facts, (act, sent, given, ruling))
    await check_files(room, desk, case, act, sent.files)
    if desk.dry_run:
        return Done(case, None, ruling)
    return await write(room, desk, case, facts, (act, sent, given, ruling))


async def take_place(room: Room[F, A, G], desk: Desk) -> None:
    """Before any row is locked. What brings something about elsewhere is done alone."""
    take = pass_corrections if room.follows is None else correct_alone
    await take(desk.session)


async def check_known(room: Room[F, A, G], desk: Desk, case: Proceeding, facts: F) -> None:
    """Raises Unknown, unless the clerk may know of the case on this day."""
    if room.known_to is None:
        return
    if not await room.known_to(desk.session, case, facts, desk.clerk, desk.today):
        raise Unknown


async def check_named(room: Room[F, A, G], desk: Desk, *acts: A) -> None:
    """Raises UnknownReference for a case that is hidden from the clerk, or from some who will read
    the act: where everybody may read it, it names nothing that is hidden from anybody."""
    if not (named := {uid for act in acts for uid in room.names(act)}):
        return
    query = select(Proceeding).where(Proceeding.uid.in_(named)).order_by(Proceeding.uid)
    for case in await desk.session.scalars(query):
        other: Room[Any, Any, Any] | None = desk.rooms.get(case.noun)
        if other is None or other.known_to is None:
            continue
        reader = ANYBODY if room.known_to is None else desk.clerk
        facts = await other.load(desk.session, case.id)
        if not await other.known_to(desk.session, case, facts, reader, desk.today):
            raise UnknownReference(case.noun if other is room else "proceedings", case.uid)


async def admit(
    room: Room[F, A, G], desk: Desk, facts: F | None, judged: tuple[A, Sent, G, Ruling]
) -> None:
    """Refuse what is asked for unlawfully. What has occurred is never refused for law."""
    act, sent, _, ruling = judged
    if sent.occurred is None:
        bars = await room.bars(desk.session, facts, act) if room.bars is not None else ()
        if not (asked := ruling.against(*bars)).stands(sent.despite):
            raise Unlawful(asked)
    check_day(desk, act)


async def begin(
    noun: str, session: AsyncSession, chamber: str | None, on: date, series: str = ""
) -> Proceeding:
    scope = "/".join([chamber or "all", str(on.year), *([series] if series else [])])
    number = await next_number(session, noun, scope)
    case = Proceeding(
        uid=uuid4(), noun=noun, chamber=chamber, version=0, number=f"{scope}/{number}"
    )
    session.add(case)
    await session.flush()
    return case


async def write(
    room: Room[F, A, G],
    desk: Desk,
    case: Proceeding,
    facts: F | None,
    judged: tuple[A, Sent, G, Ruling],
) -> Done:
    act, sent, given, ruling = judged
    before_it, facts = facts, room.moved(facts, act, given, ruling, sent.despite)
    if facts is not before_it:
        await room.save(desk.session, case, facts)
    entry = await enter(desk.session, case, act, sent, given=given, ruling=ruling, clerk=desk.clerk)
    await attach(desk.session, entry, sent.files)
    await keep_due(room, desk, case, facts)
    if room.follows is not None:
        after = standing(room, await entries(desk.session, case.id))
        before = [one for one in after if one.seq != entry.seq]
        try:
            await spread(room, desk, Cause(case, entry.seq), before, after)
        except Impossible as wrong:  # What it brings about elsewhere cannot be on that day.
            raise Impossible("on", wrong.message) from wrong
    return Done(case, entry, ruling)
