"""Spoiling one value, one key, or some bytes of what was sent."""

import copy
from random import Random
from typing import Any

from tests.fuzz.known import Known
from tests.web.test_fuzz import NASTY

VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 2, 7, 66, 98, 2**31, 2**53 - 1, 2**53, 2**63, 10**400, 1.5, 1e308,
    "", " ", "x", "ә ғ қ", "a\u202eb", "\u2066", "\x00", "\ud800", "\u0130", "\ufeff", "\u061c",
    "e\u0301" * 40, "T" * 501, "T" * 50_001, "1", "null", "2026-03-20", "2026-03-31", "2026-04-01",
    "2026-04-02", "2026-02-30", "1989-12-31", "1990-01-01", "2100-12-31", "2101-01-01",
    "0001-01-01", "9999-12-31", "10000-01-01", "2026-03-20T10:00:00+05:00", "2026-03-20T10:00:00",
    "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2026-03-20T25:00:00Z",
    "2026-03-20T10:00:00.0000001Z", "00000000-0000-0000-0000-000000000000", "senate", "mazhilis",
    "closed", "open", "for", "against", "by_law", "unanimous", [], {}, [None], [[]], {"": {}},
    {"kk": "x", "ru": "x"}, {"kk": "", "ru": "x", "latin": 1}, ["x"] * 300,
]  # fmt: skip
Place = tuple[Any, Any]  # What it lies in, and where there.


def spoil_value(chance: Random, body: Any, known: Known) -> Any:
    """The same body with one thing in it changed, taken away, doubled, or added."""
    places = [*every_place(body)]
    if not places or chance.random() < 0.02:
        return copy.deepcopy(chance.choice(VALUES))
    holder, at = chance.choice(places)
    turn = chance.random()
    if turn < 0.55:
        holder[at] = copy.deepcopy(chance.choice(VALUES))
    elif turn < 0.75:  # Something of the record that is no nonsense, but stands elsewhere.
        holder[at] = of_the_record(chance, known)
    elif turn < 0.85:
        del holder[at]
    elif isinstance(holder, dict):
        holder[chance.choice(["x", "", "__class__", "act", "on", "kind", "ә"])] = copy.deepcopy(
            holder[at]
        )
    else:
        holder.extend(copy.deepcopy(holder[at]) for _ in range(chance.choice((1, 2, 200))))
    return body


def every_place(value: Any) -> list[Place]:
    places: list[Place] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            inside = [(one, at) for at in (one if isinstance(one, dict) else range(len(one)))]
            places += inside
            waiting += [holder[at] for holder, at in inside]
    return places


def of_the_record(chance: Random, known: Known) -> Any:
    if chance.random() < 0.4:
        return str(chance.choice(known.cases).uid)
    act = copy.deepcopy(chance.choice(known.told).body)
    holder, at = chance.choice(every_place(act))
    return holder[at]


def spoil_bytes(chance: Random, body: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        start = chance.randrange(len(body) + 1)
        end = min(len(body), start + chance.randrange(30))
        turned = bytes(one ^ (1 << chance.randrange(8)) for one in body[start:end])
        new = chance.choice([b"", body[start:end] * 2, turned, chance.choice(NASTY)])
        body = body[:start] + new + body[end:]
    return body
