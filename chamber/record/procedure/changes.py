"""What a correction changes: which acts come to something else, and in which other cases."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from chamber.law.act import Act, Value
from chamber.law.ruling import Verdict
from chamber.record.desk import Desk
from chamber.record.journal import Entry
from chamber.record.procedure.known import may_know
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import (
    CORRECTION,
    REJUDGED,
    Told,
    not_taken_away,
    tell,
)
from chamber.record.proceedings import Proceeding

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)

MOST = 100  # Of other cases: the list is short.


class Change(Value):
    """What an act has come to. No verdict: it was taken away."""

    entry: int
    kind: str
    stands: bool
    verdict: Verdict | None


class Elsewhere(Value):
    """Another case that was judged again, or put right, with this one."""

    id: UUID
    noun: str
    number: str


class Changed(Value):
    acts: tuple[Change, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


def compared(before: Iterable[Told[Any, Any]], after: Iterable[Told[Any, Any]]) -> list[Change]:
    """The acts whose ruling or standing is another now, in their order."""
    were, are = ({one.seq: one for one in story} for story in (before, after))
    found = []
    for seq in sorted(were.keys() | are.keys()):
        old, new = were.get(seq), are.get(seq)
        if old is not None and new is not None and old.ruling == new.ruling:
            continue
        if new is not None:
            told = {"stands": new.counts, "verdict": new.ruling.verdict}
        else:
            told = {"stands": False, "verdict": None}
        found.append(Change(entry=seq, kind=(new or were[seq]).act.kind, **told))
    return found


def changes(room: Room[F, A, G], entries: Iterable[Entry]) -> dict[int, list[Change]]:
    """By the numbers of the entries that put others right, or had them judged again."""
    acts: dict[int, Told[A, G]] = {}
    found = {}
    for entry in entries:
        before = not_taken_away(acts) if entry.kind in (CORRECTION, REJUDGED) else None
        tell(room, acts, entry)
        if before is not None:
            found[entry.seq] = compared(before, not_taken_away(acts))
    return found


async def known_of(desk: Desk, cases: Iterable[Proceeding]) -> list[Elsewhere]:
    """Those that the clerk may know of, each once."""
    once = {case.id: case for case in cases}
    return [
        Elsewhere(id=case.uid, noun=case.noun, number=case.number)
        for _, case in sorted(once.items())[:MOST]
        if await may_know(desk, case)
    ]


async def elsewhere(desk: Desk, entries: Sequence[Entry]) -> Mapping[int, list[Elsewhere]]:
    """What each correction that a clerk made has brought about in other cases."""
    return {
        one.seq: await known_of(desk, await brought_about(desk, one))
        for one in entries
        if one.kind == CORRECTION and not is_brought_about(one)
    }


async def brought_about(desk: Desk, correction: Entry) -> list[Proceeding]:
    """A correction is made alone, so what it brings about is entered right after it."""
    query = select(Entry, Proceeding).join(Proceeding, Proceeding.id == Entry.proceeding_id)
    query = query.where(Entry.id > correction.id).order_by(Entry.id).limit(MOST)
    found = []
    for entry, case in await desk.session.execute(query):
        if not is_brought_about(entry):
            break
        if case.id != correction.proceeding_id:
            found.append(case)
    return found


def is_brought_about(entry: Entry) -> bool:
    """Nobody sends what follows from another matter: it names the matter."""
    data = entry.read()["data"]
    return entry.kind == REJUDGED or "cause" in data or bool(data["act"].get("because"))
