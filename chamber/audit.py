"""The audit: judge each entry again by its day, tell the facts again, compare all the rows."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Value
from chamber.law.ruling import Ruling
from chamber.record.deadlines.facts import REMINDER
from chamber.record.journal import NONE, Entry, Last, entries, intact, stream
from chamber.record.procedure.due import is_due_told
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import (
    CORRECTION,
    REJUDGED,
    Told,
    fold,
    not_taken_away,
    put_right_by,
    told,
)
from chamber.record.proceedings import Proceeding

Rooms = Mapping[str, Room[Any, Any, Any]]
PAGE = 500


@dataclass(frozen=True)
class Fault:
    """Something that is not as it should be: where, and what."""

    proceeding: str
    entry: int | None
    what: str


async def audit(
    session: AsyncSession, rooms: Rooms, seen: Callable[[int], None] = lambda entries: None
) -> list[Fault]:
    """All that is wrong with the record. `seen` is told of how many entries each step read."""
    faults: list[Fault] = []
    async for case in every(session):
        kept = await entries(session, case.id)
        # Entries that are not what was entered tell no story.
        faults += check_chain(case, kept) or await check_story(session, rooms, case, kept)
        session.expunge_all()
        seen(len(kept))
    return faults


async def every(session: AsyncSession) -> AsyncIterator[Proceeding]:
    """All proceedings, in pages, by their key."""
    last = 0
    query = select(Proceeding).order_by(Proceeding.id).limit(PAGE)
    while page := (await session.scalars(query.where(Proceeding.id > last))).all():
        last = page[-1].id
        for case in page:
            yield case


async def how_many(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Entry)) or 0


def name(case: Proceeding) -> str:
    return f"{case.noun}/{case.uid}"


def check_chain(case: Proceeding, kept: Sequence[Entry]) -> list[Fault]:
    """Whether the entries are those that were entered, all of them, in their order."""
    faults = []
    last: dict[str, Last] = {}
    for seq, entry in enumerate(kept, start=1):
        body, of = entry.read(), stream(case.noun, case.uid, entry.kind)
        before = last.get(of, NONE)
        expected = {
            "v": 1, "stream": of, "seq": before.seq + 1,
            "prev": before.commitment and before.commitment.hex(), "kind": entry.kind,
            "at": entry.act_on.isoformat(), "data": body.get("data"),
        }  # fmt: skip
        if entry.seq != seq or not intact(entry) or body != expected:
            faults.append(Fault(name(case), entry.seq, "is not what was entered there"))
        elif body["data"]["ruling"]["verdict"] != entry.verdict:
            faults.append(Fault(name(case), entry.seq, "its verdict was changed"))
        last[of] = Last(before.seq + 1, bytes(entry.commitment))
    if case.version != len(kept):
        faults.append(Fault(name(case), None, f"version {case.version}, {len(kept)} entries"))
    return faults


async def check_story(
    session: AsyncSession, rooms: Rooms, case: Proceeding, kept: Sequence[Entry]
) -> list[Fault]:
    """Whether each act was judged as the law says, and the rows say what the acts say."""
    room, faults = rooms[case.noun], []
    acts: dict[int, Told[Any, Any]] = {}
    for entry in kept:
        data = entry.read()["data"]
        if entry.kind in (CORRECTION, REJUDGED):
            put_right_by(room, acts, entry.kind, data)
            again = {one["entry"] for one in data["rejudged"]}
            faults += [
                Fault(name(case), entry.seq, f"of entry {seq}: {what}")
                for seq, what in differing(room, not_taken_away(acts))
                if seq in again or entry.kind == CORRECTION
            ]
        elif entry.kind != REMINDER:
            one = told(room, entry.seq, data)
            faults += judge_once(room, case, not_taken_away(acts), one)
            acts[entry.seq] = one
    return faults + await check_rows(session, room, case, not_taken_away(acts))


async def check_rows(
    session: AsyncSession,
    room: Room[Any, Any, Any],
    case: Proceeding,
    story: Sequence[Told[Any, Any]],
) -> list[Fault]:
    """Whether they say what the acts come to; and in the list of deadlines, what is due."""
    if not story:
        return []
    faults, facts = [], fold(room, story)
    if facts != await room.load(session, case.id):
        faults.append(Fault(name(case), None, "the rows do not say what the acts say"))
    if not await is_due_told(room, session, case, facts):
        faults.append(Fault(name(case), None, "the list of deadlines says something else"))
    return faults


def judge_once(
    room: Room[Any, Any, Any], case: Proceeding, before: list[Told[Any, Any]], one: Told[Any, Any]
) -> list[Fault]:
    facts = fold(room, before) if before else None
    ruling = room.judge(facts, one.act, one.given)
    return [] if ruling == one.ruling else [Fault(name(case), one.seq, why(one.ruling, ruling))]


def differing(room: Room[Any, Any, Any], story: list[Told[Any, Any]]) -> list[tuple[int, str]]:
    """The acts whose rulings are not what judging them again gives."""
    found = []
    facts: Value | None = None
    for one in story:
        ruling = room.judge(facts, one.act, one.given)
        if ruling != one.ruling:
            found.append((one.seq, why(one.ruling, ruling)))
        facts = room.moved(facts, one.act, one.given, one.ruling, one.sent.despite)
    return found


def why(kept: Ruling, again: Ruling) -> str:
    fields = [f for f in Ruling.model_fields if getattr(kept, f) != getattr(again, f)]
    return f"judged again, it differs in {', '.join(fields)}"
