"""Records that are signed as they should be, and in which one thing is not as it must be."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.seal.building import DAY, Leaf, Record, canonical

Body = dict[str, Any]
BODY: Body = {"v": 1, "stream": "last", "seq": 1, "prev": None, "kind": "k", "at": DAY, "data": {}}
UNKNOWN = "0" * 64


def nested(levels: int) -> str:
    """An act that makes its body so deep."""
    return '{"a":' * (levels - 1) + "0" + "}" * (levels - 1)


# What cannot stand where the act of a body stands.
ACTS = (
    '{"a":1.0}', '{"a":1e3}', '{"a":-0}', '{"a":-0.0}', f'{{"a":{2**53}}}', f'{{"a":-{2**53}}}',
    '{"a":' + "9" * 5000 + "}", '{"a":1,"a":1}', '{"b":1,"a":1}', '{"a":NaN}', '{"a":Infinity}',
    '{"a":"e\u0301"}', '{"a":["\u212b"]}', '{"é":1}', r'{"a":"\/"}', r'{"a":"\u00e9"}',
    r'{"a":"\u001F"}', r'{"a":"\ud800"}', r'{"a":"\ud83d\ude42"}', '{"a": 1}', "{ }", "{}\n",
    "\ufeff{}", '{"a":1,}', "[]", "null", '"a"', "{}}", "", "{}\r", '{"a":"\t"}', '{"a":01}',
    nested(101), nested(102), nested(5_000), '{"a":' + "[" * 99 + "]" * 99 + "}",
    '{"a":' + "[" * 100_000 + "]" * 100_000 + "}",
)  # fmt: skip
# Keys of a body that are not what they must be; `...` is a key that is not there.
VALUES: tuple[Body, ...] = (
    {"v": 2}, {"v": True}, {"v": "1"}, {"v": ...}, {"stream": ""}, {"stream": None}, {"kind": ""},
    {"kind": 1}, {"kind": ...}, {"at": "2026-02-29"}, {"at": "20261122"}, {"at": "0000-01-01"},
    {"at": "2026-11-22\n"}, {"at": None}, {"at": "٢٠٢٦-11-22"}, {"seq": 0}, {"seq": 2},
    {"seq": True}, {"seq": "1"}, {"seq": -1}, {"seq": 2, "prev": UNKNOWN}, {"prev": UNKNOWN},
    {"prev": ""}, {"seq": 2, "prev": "A" * 64}, {"prev": False}, {"data": []}, {"data": None},
    {"more": 1}, {"V": 1}, {"prev": ...}, {"data": ...},
)  # fmt: skip


def text_of_an_act(random: Random, record: Record) -> None:
    body = canonical(BODY).replace(b'"data":{}', b'"data":' + random.choice(ACTS).encode())
    record.put("last", body)
    record.register()


def key_of_a_body(random: Random, record: Record) -> None:
    told = BODY | random.choice(VALUES)
    record.put("last", canonical({key: one for key, one in told.items() if one is not ...}))
    record.register()


def form_of_a_body(random: Random, record: Record) -> None:
    told = dict(reversed(BODY.items()))
    forms: tuple[str, ...] = (
        json.dumps(told), json.dumps(told, separators=(",", ":")), f"[{json.dumps(BODY)}]", "", "0",
        "null", canonical(BODY).decode() + " ", "\ufeff" + canonical(BODY).decode(), "{", "\0",
    )  # fmt: skip
    record.put("last", random.choice(forms).encode())
    record.register()


def place_in_a_stream(random: Random, record: Record) -> None:
    first, second = (record.add("last", "k", {"n": n}) for n in range(2))
    wrong: tuple[Body, ...] = (
        {"seq": 4}, {"seq": 2}, {"seq": 1, "prev": None}, {"prev": first.commitment.hex()},
        {"prev": second.commitment.hex().upper()}, {"prev": UNKNOWN}, {"prev": None},
        {"stream": "other"},
    )  # fmt: skip
    record.add("last", "k", {}, **random.choice(wrong))
    record.register()


def lists_of_a_register(random: Random, record: Record) -> None:
    open_now, ours = sorted(record.open), sorted(leaf.commitment.hex() for leaf in three(record))
    late = record.leaves[-1].commitment.hex()
    known = next(leaf.commitment.hex() for leaf in record.leaves if leaf.stream == "register")
    wrong: tuple[Body, ...] = (
        *({"opened": sorted([*ours, more])} for more in (UNKNOWN, known, ours[0], *open_now[:1])),
        *({"opened": [f"{one}{more}" for one in ours]} for more in ("\n", "0", " ")),
        {"opened": ours[::-1]}, {"opened": [one.upper() for one in ours]}, {"opened": ours[:-1]},
        {"opened": []}, {"opened": "".join(ours)}, {"opened": None}, {"opened": {}}, {"more": []},
        {"opened": [*ours, None]}, {"closed": [UNKNOWN]}, {"closed": [late]}, {"closed": None},
        {"closed": ""}, {"closed": open_now[:1]}, {"closed": open_now[:1] * 2}, {"closed": [known]},
    )  # fmt: skip
    record.register(**random.choice(wrong))


def three(record: Record) -> list[Leaf]:
    return [record.add("last", "k", {"n": n}) for n in range(3)]


def register_at_all(random: Random, record: Record) -> None:
    if random.random() < 0.2:
        record.add("register", "register", {"closed": [], "opened": []})
        return
    data = {"closed": [], "opened": [leaf.commitment.hex() for leaf in three(record)[:1]]}
    last = sorted(leaf.commitment.hex() for leaf in record.leaves[-3:])
    wrong: tuple[tuple[str, Any], ...] = (
        ("register", {"closed": [], "opened": []}), ("registers", {"closed": [], "opened": last}),
        ("register", {"opened": last}), ("register", {"closed": []}), ("register", {}),
        ("register", data),
    )  # fmt: skip
    record.add("register", *random.choice(wrong))


def leaves_themselves(random: Random, record: Record) -> None:
    first, second, third = three(record)
    record.register()
    at = len(record.leaves) - 4
    match random.randrange(7):
        case 0:
            record.leaves.append(record.leaves[random.randrange(len(record.leaves))])
        case 1:
            record.leaves[at], record.leaves[at + 1] = second, first
        case 2:
            del record.leaves[at + random.randrange(4)]
        case 3:
            random.choice((first, second, third)).opened = False
        case 4:
            record.leaves[-1].opened = False
            record.add("more", "k", {})
        case 5:
            record.add("hidden", "k", {}, public=False)
            record.register([third])
            record.leaves[-2].opened = True
        case 6:
            third.body, third.opened = third.body.replace(b"2", b"3"), True


SIGNED: tuple[Callable[[Random, Record], None], ...] = (
    text_of_an_act, key_of_a_body, form_of_a_body, place_in_a_stream, lists_of_a_register,
    register_at_all, leaves_themselves,
)  # fmt: skip
