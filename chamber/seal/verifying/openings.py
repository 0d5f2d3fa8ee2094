"""The leaves, and the openings of those that are public: each checked by itself."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chamber.record.canonical import canonical, commitment
from chamber.seal.notes import Wrong

LONGEST_LINE = 2**26
DEEPEST = 100
KEYS = {"v", "stream", "seq", "prev", "kind", "at", "data"}
HASH = re.compile(r"[0-9a-f]{64}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Leaves:
    """All commitments, in their places, one after the other."""

    raw: bytes

    @classmethod
    def read(cls, path: Path, faults: list[str]) -> "Leaves":
        leaves = cls(path.read_bytes())
        if left := len(leaves.raw) % 32:
            faults.append(f"leaf {len(leaves)}: only {left} bytes of it are there")
        seen: dict[bytes, int] = {}
        for place, leaf in enumerate(leaves.between(0, len(leaves))):
            if leaf in seen:
                faults.append(f"leaf {place}: is the same as leaf {seen[leaf]}")
            seen[leaf] = place
        return leaves

    def __len__(self) -> int:
        return len(self.raw) // 32

    def __getitem__(self, place: int) -> bytes:
        return self.raw[place * 32 : place * 32 + 32]

    def between(self, first: int, end: int) -> Iterator[bytes]:
        return (self[place] for place in range(first, end))


@dataclass(frozen=True)
class Opening:
    """A leaf of which the text is told: it is the text that was committed to."""

    leaf: int
    body: dict[str, Any]


def read_openings(path: Path, leaves: Leaves, faults: list[str]) -> Iterator[Opening]:
    """Those that are right; what is wrong with the others joins the faults."""
    last = -1
    with path.open("rb") as file:
        while line := file.readline(LONGEST_LINE + 1):
            try:
                opening = read(line, leaves)
                if opening.leaf <= last:
                    raise Wrong(f"leaf {opening.leaf}: is opened again, or out of order")
                last = opening.leaf
                yield opening
            except Wrong as wrong:
                faults.append(str(wrong))
            except (ValueError, RecursionError) as unread:
                where = f"leaf {last + 1} or later: its opening"
                faults.append(f"{where} cannot be read ({type(unread).__name__})")


def read(line: bytes, leaves: Leaves) -> Opening:
    """Raises Wrong, and ValueError for what is no JSON at all."""
    if len(line) > LONGEST_LINE:
        raise ValueError("too long")
    told = strict(line)
    place = told.get("i")
    if type(place) is not int or not 0 <= place < len(leaves):
        raise Wrong(f"there is no leaf {place!r:.40} to be opened")
    at = f"leaf {place}: its opening"
    body, salt = told.get("body"), told.get("salt")
    if not (isinstance(body, str) and isinstance(salt, str) and HASH.fullmatch(salt)):
        raise Wrong(f"{at} is not in its form")
    # The body is text within text: it is composed or not by itself, and is looked at below.
    again = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if set(told) != {"body", "i", "salt"} or again.encode() + b"\n" != line:
        raise Wrong(f"{at} is not in its one form")
    if commitment(bytes.fromhex(salt), body.encode()) != leaves[place]:
        raise Wrong(f"{at} is not what was committed to")
    return Opening(place, read_body(body.encode(), at))


def read_body(raw: bytes, at: str) -> dict[str, Any]:
    """The entry, once it is seen to be in the one form that an entry has. Raises Wrong."""
    try:
        body = strict(raw)
        if canonical(body) != raw or depth(body) > DEEPEST:
            raise Wrong(f"{at} is not canonical")
    except (ValueError, RecursionError) as unread:
        raise Wrong(f"{at} is not canonical: {unread}") from None
    if not well_formed(body):
        raise Wrong(f"{at} is no entry of a record")
    return body


def strict(raw: bytes) -> dict[str, Any]:
    """A JSON object. Raises ValueError."""
    told = json.loads(raw.decode())
    if not isinstance(told, dict):
        raise ValueError("not an object")
    return told


def depth(value: object) -> int:
    """How many levels of objects and lists; counted without going down them one by one."""
    level, deep = [value], 0
    while inside := [one for one in level if isinstance(one, dict | list)]:
        deep += 1
        level = [x for one in inside for x in (one.values() if isinstance(one, dict) else one)]
    return deep


def well_formed(body: dict[str, Any]) -> bool:
    if set(body) != KEYS or type(body["v"]) is not int or body["v"] != 1:
        return False
    texts = (body[name] for name in ("stream", "kind", "at"))
    if not all(isinstance(text, str) and text for text in texts):
        return False
    seq, prev = body["seq"], body["prev"]
    if type(seq) is not int or seq < 1 or not isinstance(body["data"], dict):
        return False
    follows = isinstance(prev, str) and HASH.fullmatch(prev) is not None
    return (prev is None) == (seq == 1) and (prev is None or follows) and is_day(body["at"])


def is_day(text: str) -> bool:
    try:
        return DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def are_hashes(told: object) -> bool:
    """A list of commitments in hexadecimal, sorted, without repetition."""
    if not isinstance(told, Sequence) or isinstance(told, str):
        return False
    right = all(isinstance(one, str) and HASH.fullmatch(one) for one in told)
    return right and list(told) == sorted(set(told))
