"""Reminding somebody, in any case, of what is due: it is entered and shown, and changes nothing."""

from typing import ClassVar, Literal, TypeVar
from uuid import UUID

from chamber.law.act import Act, Value
from chamber.law.judging import recorded
from chamber.law.roles import COMMITTEE, Role
from chamber.law.ruling import Impossible
from chamber.law.sent import Sent
from chamber.law.text import Line, Text
from chamber.record.deadlines.facts import What
from chamber.record.deadlines.sentences import reminded
from chamber.record.desk import Desk, check_clerk, check_committee, check_day, check_seen
from chamber.record.files import attach
from chamber.record.journal import enter
from chamber.record.procedure import Done, check_known
from chamber.record.procedure.correcting import Correction
from chamber.record.procedure.due import keep_due
from chamber.record.procedure.known import check_files
from chamber.record.procedure.rejudging import Nothing
from chamber.record.procedure.room import Room
from chamber.record.proceedings import lock

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


class Reminder(Act):
    """Somebody was reminded."""

    by: ClassVar[frozenset[Role]] = COMMITTEE

    kind: Literal["reminder"] = "reminder"
    to: Line
    what: What | None = None  # Of what is due here. None: of something that has no time in law.
    text: Text


OnAnyCase = Correction | Reminder  # What may be done on a case of whatever room.


async def remind(
    room: Room[F, A, G], desk: Desk, uid: UUID, reminder: Reminder, sent: Sent
) -> Done:
    """Enter a reminder. Raises as do_act does, and Impossible where no such thing is due."""
    case = await lock(desk.session, room.noun, uid)
    facts = await room.load(desk.session, case.id)
    await check_known(room, desk, case, facts)
    check_clerk(desk.clerk, reminder, sent, case.chamber)
    check_seen(desk, case.version)
    check_committee(desk.clerk, reminder, room.committees(facts, None))
    check_day(desk, reminder)
    if reminder.what is not None and all(one.what != reminder.what for one in room.due(facts)):
        raise Impossible("what", "nothing of this kind is due in this matter")
    await check_files(room, desk, case, reminder, sent.files)
    ruling = recorded(reminded(reminder.to))
    if desk.dry_run:
        return Done(case, None, ruling)
    entry = await enter(
        desk.session, case, reminder, sent, given=Nothing(), ruling=ruling, clerk=desk.clerk
    )
    await attach(desk.session, entry, sent.files)
    await keep_due(room, desk, case, facts)
    return Done(case, entry, ruling)
