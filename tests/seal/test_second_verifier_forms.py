"""The second verifier takes JSON in its one canonical form, in openings and in bodies."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.seal.building import DAY, Record, canonical
from tests.seal.second import faults, good

MOST = 2**53 - 1
BODY: dict[str, Any] = {
    "v": 1,
    "stream": "a",
    "seq": 1,
    "prev": None,
    "kind": "k",
    "at": DAY,
    "data": {},
}


def of_body(folder: Path, body: bytes) -> list[str]:
    """The faults of a record whose first leaf commits to these bytes."""
    record = Record()
    record.put("a", body)
    record.register()
    return faults(record.write(folder))


def of_data(folder: Path, data: str) -> list[str]:
    return of_body(folder, canonical(BODY).replace(b"{}", data.encode(errors="surrogatepass")))


@pytest.mark.parametrize("data", [
    "{}", '{"":[]}', '{"a":null,"b":true,"c":false}', f'{{"a":[{MOST},-{MOST},0,-1]}}',
    r'{"a":"\"\\\b\t\n\f\r\u0000\u000b\u001f/"}', '{"a":"\x7f\u2028\u2029\ufeff\ufffe"}',
    '{"a":"Әбенов 🙂"}', '{"\\u0000":1,"\\"":2,"A":3,"a":4}', '{"a":"é"}',
    # Without its escape this text is in NFC: the accent stands after a line feed, and not an n.
    '{"a":"\\n\u0301"}',
])  # fmt: skip
def test_what_is_canonical_is_taken(data: str, tmp_path: Path) -> None:
    assert of_data(tmp_path / "b", data) == []


@pytest.mark.parametrize("data", [
    '{ }', '{"a": 1}', '{"a":1,"a":1}', '{"a":1,"a":2}', '{"b":1,"a":1}', '{"a":01}', '{"a":+1}',
    '{"a":-0}', '{"a":1.0}', '{"a":0.5}', '{"a":1e3}', '{"a":1E3}', '{"a":1e400}', '{"a":NaN}',
    '{"a":Infinity}', '{"a":-Infinity}', f'{{"a":{MOST + 1}}}', f'{{"a":-{MOST + 1}}}',
    '{"a":' + "9" * 5000 + "}", r'{"a":"\/"}', r'{"a":"\u00e9"}', r'{"a":"\u001F"}',
    r'{"a":"\u0008"}', r'{"a":"\u0009"}', r'{"a":"\u000a"}', r'{"a":"\u0022"}', r'{"a":"\u2028"}',
    r'{"a":"\x41"}', r'{"a":"\ud83d\ude42"}', r'{"a":"\ud800"}', '{"a":"\ud800"}', '{"a":"\t"}',
    '{"a":"\0"}', "{'a':1}", '{"a":1,}', '{"a":[1,]}', '{"a":1}/**/', '{"é":1}', '{"a":[{"é":1}]}',
    '{"a":"e\u0301"}', '{"a":["\u212b"]}', '{"a":"\u0301\u0316"}', "[]", "null", '"a"', "1", "",
    '{"a":tru}', '{"a":1', "{}}", '{"a":undefined}', '{1:2}', "{}\n", "\ufeff{}",
])  # fmt: skip
def test_what_is_not_canonical_is_a_fault_though_the_leaf_commits_to_it(
    data: str, tmp_path: Path
) -> None:
    assert of_data(tmp_path / "b", data)


@pytest.mark.parametrize("opening", ["[", '{"a":'])
@pytest.mark.parametrize(("levels", "fits"), [(98, True), (99, True), (100, False), (10**5, False)])
def test_a_body_has_at_most_100_levels(
    opening: str, levels: int, fits: bool, tmp_path: Path
) -> None:
    """The body is the first level, and the act the second, which is made of so many here."""
    closing = {"[": "]", '{"a":': "}"}[opening]
    inner = opening * (levels - 1) + "0" + closing * (levels - 1)
    told = of_data(tmp_path / "b", f'{{"a":{inner}}}')

    assert (told == []) is fits
    if levels == 100:
        assert told[0] == "leaf 0: has more than 100 levels"


UNFIT: list[tuple[str, list[Any]]] = [
    ("v", [0, 2, True, "1", None]),
    ("stream", ["", None, 1, []]),
    ("seq", [0, -1, True, "1", None]),
    ("prev", ["", "0" * 64, 0, False]),
    ("kind", ["", None, 1, {}]),
    ("data", [[], None, "", 1]),
]


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in BODY.items() if name != key}


@pytest.mark.parametrize("body", [
    *(without(key) for key in BODY), {**BODY, "more": 1}, {**BODY, "V": 1},
    *({**BODY, key: value} for key, values in UNFIT for value in values),
    *({**BODY, "seq": 2, "prev": value} for value in ["0" * 63, "A" * 64, "0" * 64 + "\n", 0]),
    [], "a", None, 1, [BODY],
])  # fmt: skip
def test_a_body_has_its_keys_and_what_they_may_be(body: Any, tmp_path: Path) -> None:
    assert of_body(tmp_path / "b", canonical(body))[0].startswith("leaf 0: ")


@pytest.mark.parametrize(("day", "fits"), [
    ("0001-01-01", True), ("9999-12-31", True), ("2024-02-29", True), ("2023-02-29", False),
    ("0000-01-01", False), ("2026-13-01", False), ("2026-00-10", False), ("2026-11-31", False),
    ("20261122", False), ("2026-W47-7", False), ("2026-11-22T00:00:00", False), ("", False),
    ("2026-1-22", False), ("٢٠٢٦-11-22", False), (" 2026-11-22", False), (None, False),
    (20261122, False), ("10000-01-01", False), ("2026-11-22\n", False),
])  # fmt: skip
def test_the_day_of_an_act_is_one_that_the_calendar_has(
    day: object, fits: bool, tmp_path: Path
) -> None:
    assert (of_body(tmp_path / "b", canonical({**BODY, "at": day})) == []) is fits


def written(**values: Any) -> Callable[[dict[str, Any]], bytes]:
    return lambda opening: canonical({**opening, **values})


@pytest.mark.parametrize("change", [
    lambda o: json.dumps(o, ensure_ascii=False, sort_keys=True).encode(),  # With spaces.
    lambda o: canonical(o).replace(b'"i":0', b'"i":0,"i":0'),
    lambda o: b'{"i":0,"body":%b,"salt":%b}' % (canonical(o["body"]), canonical(o["salt"])),
    lambda o: b"\xef\xbb\xbf" + canonical(o), lambda o: canonical(o) + b"\r",
    lambda o: canonical(o) + b"\n", lambda o: canonical(o).replace("Ә".encode(), b"\\u04d8"),
    lambda o: canonical(o).replace("Ә".encode(), b"\xff"), lambda _: b"null", lambda _: b"[]",
    lambda o: canonical(o).replace("Ә".encode(), b"\xed\xa0\x80"), lambda _: b"[" * 10**6,
    lambda o: canonical(o).replace("Ә".encode(), b"\\ud800"), lambda o: canonical(list(o)),
    lambda o: canonical(o) + b"\0", lambda _: b"", lambda _: b"[" * 10**6 + b"]" * 10**6,
    *(lambda o, i=i: canonical(o).replace(b'"i":0', b'"i":' + i)
      for i in (b"-0", b"0.0", b"0e0", b"00", b'"0"', b"false", b"null", b"-1", b"9" * 5000,
                b"NaN", b"[0]", b"9" * 30, b"5")),
    lambda o: canonical({**o, "salt": o["salt"].upper()}), written(salt="0" * 62), written(salt=""),
    written(salt=None), written(salt=0), written(body=None), written(body={}), written(more=1),
    written(body=""), lambda o: canonical({"i": 0, "salt": o["salt"]}),
])  # fmt: skip
def test_an_opening_is_a_line_in_its_one_form(
    change: Callable[[dict[str, Any]], bytes], tmp_path: Path
) -> None:
    good(tmp_path)
    path = tmp_path / "openings.jsonl"
    first, rest = path.read_bytes().split(b"\n", 1)
    assert canonical(json.loads(first)) == first

    path.write_bytes(change(json.loads(first)) + b"\n" + rest)
    assert faults(tmp_path)


@pytest.mark.parametrize(("longer", "told"), [
    (0, "openings.jsonl line 1: cannot be read (JSONDecodeError)"),
    (1, "openings.jsonl: line 1 is too long"),
])  # fmt: skip
def test_a_line_that_is_too_long_is_not_read(longer: int, told: str, tmp_path: Path) -> None:
    good(tmp_path)
    line = b" " * ((1 << 26) - 1 + longer) + b"\n"
    (tmp_path / "openings.jsonl").write_bytes(line)

    assert faults(tmp_path)[0] == told
