"""What is told of a proceeding and its entries: the same words in every room."""

import json
from collections.abc import Iterator, Sequence
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
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import NO_ACTS, Told, standing
from chamber.record.proceedings import Proceeding
from chamber.record.remarks import JUDGED_AGAIN, remarks

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)
Json = dict[str, Any]


def as_bytes(told: Json) -> bytes:
    return json.dumps(in_astana(told), ensure_ascii=False, separators=(",", ":")).encode()


def told_act(done: Done, clerk: Clerk) -> Json:
    """What came of an act that was entered."""
    case, entry = done.proceeding, done.entry
    assert case is not None
    assert entry is not None
    told = {"id": str(case.uid), "number": case.number, "version": case.version}
    return {**told, "entry": told_entry(entry, clerk)}


def told_case(
    room: Room[F, A, G],
    case: Proceeding,
    facts: F,
    entries: Sequence[Entry],
    asking: tuple[Clerk, date],
) -> Json:
    """`asking`: who asks, and on which day."""
    clerk, today = asking
    now = {one.seq: one for one in standing(room, entries)}
    return {
        **by_name(facts.model_dump(mode="json")),
        "id": str(case.uid),
        "number": case.number,
        "noun": case.noun,
        "chamber": case.chamber,
        "version": case.version,
        "entries": [told_entry(one, clerk) | changed(one, now) for one in entries],
        "deadlines": told_in_case(room.due(facts), case.chamber, today),
        "next": [
            {"kind": kind, "by": who_may(room, facts, kind)} for kind in room.next_acts(facts)
        ],
    }


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


def changed(entry: Entry, now: dict[int, Told[A, G]]) -> Json:
    """What an act comes to since another entry corrected it or had it judged again."""
    data = entry.read()["data"]
    if entry.kind in NO_ACTS:
        return {}
    one = now.get(entry.seq)
    if one is None:
        return {"now": None}
    act, ruling = one.act.model_dump(mode="json"), one.ruling.model_dump(mode="json")
    if (act, ruling) == (data["act"], data["ruling"]):
        return {}
    stands = one.ruling.stands(one.sent.despite)
    why = JUDGED_AGAIN.model_dump()
    told = {"act": act, "ruling": told_ruling(ruling), "stands": stands, "because": why}
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
