"""A proceeding told again from its journal: the acts that stand, with the rulings they have now."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from chamber.law.act import Act, Value
from chamber.law.ruling import Impossible, Ruling
from chamber.law.sent import Sent
from chamber.record.deadlines.facts import REMINDER
from chamber.record.journal import Entry, sent_in
from chamber.record.procedure.room import Room
from chamber.record.resolutions.numbers import CountingAfterAll

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)

# Entries that say something of other entries or of the case, and are no acts of their room.
CORRECTION, REJUDGED = "correction", "rejudged"
NO_ACTS = (CORRECTION, REJUDGED, REMINDER)


class Untenable(Impossible):
    """What a correction says cannot be true beside an act that stands: it would be impossible."""

    def __init__(self, seq: int, wrong: Impossible) -> None:
        super().__init__("act.act", f"entry {seq} could not be then: {wrong.message}")
        self.seq, self.wrong = seq, wrong

    def elsewhere(self, number: str) -> Impossible:
        """The same, for one who corrects another case than this one."""
        why = self.wrong.message
        return Impossible(
            self.field, f"in the case {number}, entry {self.seq} could not be then: {why}"
        )


@dataclass(frozen=True)
class Told(Generic[A, G]):
    """An act: as it was entered, or as it was corrected since."""

    seq: int
    act: A
    sent: Sent
    given: G
    ruling: Ruling
    taken_away: bool = False  # It never happened. It keeps its place, where it may be put back.

    @property
    def counts(self) -> bool:
        """Whether its table lets it open later steps. The opening always does."""
        return self.ruling.stands(self.sent.despite)


def standing(room: Room[F, A, G], entries: Iterable[Entry]) -> list[Told[A, G]]:
    """The acts that stand, in their order, once all corrections are made."""
    return not_taken_away(all_told(room, entries))


def all_told(room: Room[F, A, G], entries: Iterable[Entry]) -> dict[int, Told[A, G]]:
    """The same by their numbers, beside those that were taken away."""
    acts: dict[int, Told[A, G]] = {}
    for entry in entries:
        tell(room, acts, entry)
    return acts


def tell(room: Room[F, A, G], acts: dict[int, Told[A, G]], entry: Entry) -> None:
    data = entry.read()["data"]
    if entry.kind in (CORRECTION, REJUDGED):
        put_right_by(room, acts, entry.kind, data)
    elif entry.kind != REMINDER:
        acts[entry.seq] = told(room, entry.seq, data)


def not_taken_away(acts: dict[int, Told[A, G]]) -> list[Told[A, G]]:
    return [one for one in acts.values() if not one.taken_away]


def put_right_by(
    room: Room[F, A, G], acts: dict[int, Told[A, G]], kind: str, data: dict[str, Any]
) -> None:
    """Do to the acts what an entry says of them: one was corrected, some were judged again."""
    if kind == CORRECTION:
        put_right(room, acts, data["act"])
    for again in data["rejudged"]:
        acts[again["entry"]] = replace(
            acts[again["entry"]],
            given=room.given.model_validate(again["given"]),
            ruling=Ruling.model_validate(again["ruling"]),
        )


def put_right(room: Room[F, A, G], acts: dict[int, Told[A, G]], correction: dict[str, Any]) -> None:
    old = acts[correction["entry"]]
    if correction["act"] is None:
        acts[old.seq] = replace(old, taken_away=True)
        return
    act = room.acts.validate_python(correction["act"])
    acts[old.seq] = replace(old, act=act, taken_away=False)


def told(room: Room[F, A, G], seq: int, data: dict[str, Any]) -> Told[A, G]:
    return Told(
        seq=seq,
        act=room.acts.validate_python(data["act"]),
        sent=sent_in(data),
        given=room.given.model_validate(data["given"]),
        ruling=Ruling.model_validate(data["ruling"]),
    )


def fold(room: Room[F, A, G], story: Sequence[Told[A, G]]) -> F:
    """The facts as the acts alone tell them, by the rulings they were given."""
    facts: F | None = None
    for one in story:
        facts = room.moved(facts, one.act, one.given, one.ruling, one.sent.despite)
    assert facts is not None, "a proceeding begins with an act"
    return facts


async def judge_again(
    room: Room[F, A, G],
    story: Sequence[Told[A, G]],
    regather: Callable[[F | None, Told[A, G]], Awaitable[G]],
    counting: CountingAfterAll,
) -> list[Told[A, G]]:
    """Every act in its order, by its own day's law, on the facts as they now stand.

    Raises Untenable for the first that cannot be any more.
    """
    facts: F | None = None
    again: list[Told[A, G]] = []
    for one in story:
        try:
            given = await regather(facts, one)
            ruling = room.judge(facts, one.act, given)
        except Impossible as wrong:
            raise Untenable(one.seq, wrong) from wrong
        if ruling.stands(one.sent.despite):
            given = await counting.numbered(given)
        again.append(replace(one, given=given, ruling=ruling))
        facts = room.moved(facts, one.act, given, ruling, one.sent.despite)
    return again


def changed(before: Sequence[Told[A, G]], after: Sequence[Told[A, G]]) -> list[dict[str, Any]]:
    """What judging again has changed, as the journal keeps it; also what is put back."""
    were = {one.seq: (one.given, one.ruling) for one in before}
    return [
        {
            "entry": one.seq,
            "given": one.given.model_dump(mode="json"),
            "ruling": one.ruling.model_dump(mode="json"),
        }
        for one in after
        if (one.given, one.ruling) != were.get(one.seq)
    ]
