"""What is told of a proceeding and its entries: the same words in every room."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from chamber.law.act import Act, Value
from chamber.law.roles import Role
from chamber.law.ruling import Ruling, by_name
from chamber.record.deadlines.telling import told_in_case
from chamber.record.desk import Clerk
from chamber.record.instants import in_astana
from chamber.record.journal import Entry, sent_in
from chamber.record.procedure import Done
from chamber.record.procedure.changes import Change, Changed, Elsewhere, changes
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import NO_ACTS, Told, standing
from chamber.record.proceedings import Proceeding
from chamber.record.remarks import JUDGED_AGAIN, remarks

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)
Json = dict[str, Any]
# The entries of a case, and what some of them have brought about in others.
Story = tuple[Sequence[Entry], Mapping[int, Sequence[Elsewhere]]]


def as_bytes(told: Json) -> bytes:
    return json.dumps(in_astana(told), ensure_ascii=False, separators=(",", ":")).encode()


def told_act(done: Done, clerk: Clerk) -> Json:
    """What came of an act that was entered."""
    case, entry = done.proceeding, done.entry
    assert case is not None
    assert entry is not None
    told = {"id": str(case.uid), "number": case.number, "version": case.version}
    return {**told, "entry": told_entry(entry, clerk) | told_changed(done.changed)}


def told_changed(changed: Changed | None) -> Json:
    """What a correction has changed, here and in other cases."""
    if changed is None:
        return {}
    return {"changed": told_changes(changed.acts), "elsewhere": told_elsewhere(changed.elsewhere)}


def told_changes(changes: Iterable[Change]) -> list[Json]:
    return [one.model_dump(mode="json") for one in changes]


def told_elsewhere(cases: Iterable[Elsewhere]) -> list[Json]:
    return [
        one.model_dump(mode="json") | {"address": f"/api/v1/{one.noun}/{one.id}"} for one in cases
    ]


def told_case(
    room: Room[F, A, G],
    case: Proceeding,
    facts: F,
    story: Story,
    asking: tuple[Clerk, date],
) -> Json:
    """`asking`: who asks, and on which day."""
    clerk, today = asking
    return {
        **by_name(facts.model_dump(mode="json")),
        "id": str(case.uid),
        "number": case.number,
        "noun": case.noun,
        "chamber": case.chamber,
        "version": case.version,
        "entries": told_story(room, story, clerk),
        "deadlines": told_in_case(room.due(facts), case.chamber, today),
        "next": [
            {"kind": kind, "by": who_may(room, facts, kind)} for kind in room.next_acts(facts)
        ],
    }


def told_story(room: Room[F, A, G], story: Story, clerk: Clerk) -> list[Json]:
    entries, elsewhere = story
    now = {one.seq: one for one in standing(room, entries)}
    changed = changes(room, entries)
    told = []
    for one in entries:
        entry = told_entry(one, clerk) | come_to(one, now)
        if one.seq in changed:
            entry["changed"] = told_changes(changed[one.seq])
        if one.seq in elsewhere:
            entry["elsewhere"] = told_elsewhere(elsewhere[one.seq])
        told.append(entry)
    return told


def told_entry(entry: Entry, clerk: Clerk) -> Json:
    body = entry.read()
    data = body["data"]
    sent = sent_in(data)
    stands = Ruling.model_validate(data["ruling"]).stands(sent.despite)
    opens = stands or entry.seq == 1  # There is no matter without the act that opens it.
    return {
        "seq": entry.seq,
        "kind": entry.kind,
        "on": body["at"],
        "entered_at": entry.entered_at.isoformat(),
        "receipt": bytes(entry.commitment).hex(),
        "by": signed(data["by"], clerk),
        **{name: data[name] for name in ("act", "occurred", "despite", "files")},
        "ruling": told_ruling(data["ruling"]),
        "stands": stands,
        "remarks": [one.model_dump() for one in remarks(sent, opens=opens)],
        **opened_vote(data["given"]),
    }


def opened_vote(given: Json) -> Json:
    """The id of a vote is told with the act that opened it, which may not stand."""
    opening = given.get("opening")
    return {"vote": opening["vote"]} if opening else {}


def told_ruling(ruling: Json) -> Json:
    told: Json = by_name(ruling)
    return told


def signed(by: Json, clerk: Clerk) -> Json:
    """The public is told which office entered an act; the house also knows who did."""
    return {name: by[name] for name in (["role", "name"] if clerk.account else ["role"])}


def come_to(entry: Entry, now: dict[int, Told[A, G]]) -> Json:
    """What an act comes to since another entry corrected it or had it judged again."""
    data = entry.read()["data"]
    if entry.kind in NO_ACTS:
        return {}
    one = now.get(entry.seq)
    if one is None:
        return {"now": None, "stands": False}
    act, ruling = one.act.model_dump(mode="json"), one.ruling.model_dump(mode="json")
    if (act, ruling) == (data["act"], data["ruling"]):
        return {}
    why = JUDGED_AGAIN.model_dump()
    told = {"act": act, "ruling": told_ruling(ruling), "stands": one.counts, "because": why}
    return {"now": told}


def who_may(room: Room[F, A, G], facts: F, kind: str) -> list[str]:
    """The roles that may do a kind of act, in the order of the list of roles."""
    may = next(one.by for one in act_classes(room.acts.core_schema) if kind_of(one) == kind)
    if not room.committees(facts, None):  # It is no committee's matter.
        may -= {Role.COMMITTEE}
    return [role.value for role in Role if role in may]


def kind_of(act: type[Act]) -> str:
    return str(act.model_fields["kind"].default)


def act_classes(schema: object) -> Iterator[type[Act]]:
    """The classes of acts that a room knows; pydantic's schema names them."""
    if isinstance(schema, dict):
        found = schema.get("cls")
        if isinstance(found, type) and issubclass(found, Act):
            yield found
            return
        schema = list(schema.values())
    if isinstance(schema, list | tuple):
        for inner in schema:
            yield from act_classes(inner)
