#!/usr/bin/env python3
"""Checks a sealed record of Chamber without Chamber and without a network, by docs/record.md alone.

    python3 verify_bundle.py DIR [--vkey FILE] [--checkpoint FILE]

It needs Python 3.11 or later, nothing else, and shares no code with what writes the record. Numbers
in comments are those of "What is checked" on that page. Exit status 0 says that all is well, 1 that
there are faults, each told in a line, 2 that the command line is wrong.
"""

import argparse
import base64
import datetime
import hashlib
import json
import os
import re
import stat
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

FILES = {"vkey", "leaves.bin", "checkpoints", "openings.jsonl"}
LONGEST_NOTE = 1000  # Bytes; no key or checkpoint in its one form comes near.
LONGEST_LINE = 1 << 26
DEEPEST = 100
GREATEST = 2**53 - 1

ORIGIN = rb"([!-*,-~]{1,100})"  # Printable ASCII, without space and plus.
COUNT = rb"(0|[1-9][0-9]{0,11})"
VKEY = re.compile(ORIGIN + rb"\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n")
NOTE = re.compile(
    rb"(" + ORIGIN + rb"\n" + COUNT + rb"\n([A-Za-z0-9+/]{43}=)\nregisters " + COUNT + rb"\n)"
    rb"\n\xe2\x80\x94 \2 ([A-Za-z0-9+/]{91}=)\n"
)
HEX = re.compile(r"[0-9a-f]{64}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Checks a sealed record.", allow_abbrev=False)
    parser.add_argument("folder", metavar="DIR", help="the bundle")
    parser.add_argument("--vkey", metavar="FILE", action="append", default=[], help="its key")
    parser.add_argument(
        "--checkpoint", metavar="FILE", action="append", default=[], help="one that was kept"
    )
    given = parser.parse_args(arguments)
    if len(given.vkey) > 1:
        parser.error("there is one key, so --vkey stands once")

    faults, summary = Faults(), ""
    with faults.at("bundle"):
        summary = verify(given.folder, given.vkey, given.checkpoint, faults)
    well = summary and not faults.count
    print(f"OK: {summary}" if well else f"FAULTS: {faults.count}")
    return 0 if well else 1


class Wrong(Exception):
    """A fault; the text says which."""


class Faults:
    """Tells each fault as it is found. Whatever is raised while something is read is a fault."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        try:
            yield
        except Wrong as wrong:
            self.tell(place, str(wrong))
        except Exception as error:
            self.tell(place, f"cannot be read ({type(error).__name__})")

    def tell(self, place: str, what: str) -> None:
        self.count += 1
        print(f"{place}: {what}")


def verify(folder: str, vkey: list[str], kept: list[str], faults: Faults) -> str:
    """What has been checked; nothing where that could not be done to the end."""
    for name in sorted(set(os.listdir(folder)) - FILES):  # 1
        faults.tell("bundle", f"{name!a} does not belong here")
    key = leaves = None
    with faults.at("vkey"):
        key = Key(read_small(os.path.join(folder, "vkey")))
    for path in vkey:
        with faults.at("--vkey"):
            if key is None or read_small(os.path.realpath(path)) != key.text:  # 2
                raise Wrong("the bundle has another key")
    with faults.at("leaves.bin"):
        leaves = read_leaves(os.path.join(folder, "leaves.bin"), faults)
    if key is None or leaves is None:
        return ""

    notes = read_checkpoints(os.path.join(folder, "checkpoints"), key, leaves, faults)
    own = len(notes)
    for path in kept:
        with faults.at(place := f"--checkpoint {path!a}"):
            notes.append((place, *key.checkpoint(read_small(os.path.realpath(path)))))
    check_roots(notes, leaves, faults)
    record = Record(leaves)
    with faults.at("openings.jsonl"):
        check_openings(os.path.join(folder, "openings.jsonl"), record, faults)
    check_registers(notes, record, faults)
    whose = "as given" if vkey else "the bundle's own: compare it with one from elsewhere"
    return (
        f"{len(leaves)} leaves, {len(record.acts)} acts and {len(record.registers)} registers open,"
        f" {own} checkpoints of {key.origin.decode()}, key {key.number.hex()} ({whose})"
    )


# Files


def read_leaves(path: str, faults: Faults) -> list[bytes]:
    with open_plain(path) as file:
        content = file.read()
    if len(content) % 32:
        faults.tell("leaves.bin", "the last leaf is cut off")
    leaves = [content[start : start + 32] for start in range(0, len(content) - 31, 32)]
    first: dict[bytes, int] = {}
    for number, leaf in enumerate(leaves):
        if first.setdefault(leaf, number) != number:  # 3
            faults.tell(f"leaf {number}", f"is the same as leaf {first[leaf]}")
    return leaves


def read_small(path: str) -> bytes:
    with open_plain(path) as file:
        content = file.read(LONGEST_NOTE + 1)
    if len(content) > LONGEST_NOTE:
        raise Wrong("is too long")
    return content


def open_plain(path: str) -> BinaryIO:
    # A link could lead out of the folder, and to open a pipe would be to wait for ever.
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise Wrong("is no plain file")
    return open(path, "rb")


# Checkpoints and the tree


Note = tuple[str, int, bytes, int]  # Where it lies; and its size, its root, its registers.


def read_checkpoints(folder: str, key: "Key", leaves: list[bytes], faults: Faults) -> list[Note]:
    notes: list[Note] = []
    with faults.at("checkpoints"):
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise Wrong("is no folder")
        for name in sorted(os.listdir(folder)):
            with faults.at(place := f"checkpoint {name!a}"):
                size, root, registers = key.checkpoint(read_small(os.path.join(folder, name)))
                notes.append((place, size, root, registers))
                if name != f"{size:012}":  # 1
                    raise Wrong(f"is of {size} leaves")
    largest = max((size for _, size, *_ in notes), default="none")
    if largest != len(leaves):  # 3
        faults.tell("leaves.bin", f"has {len(leaves)} leaves, the largest checkpoint {largest}")
    return notes


def check_roots(notes: list[Note], leaves: list[bytes], faults: Faults) -> None:
    roots = roots_at({size for _, size, *_ in notes}, leaves)
    for place, size, root, _ in notes:  # 4
        if size not in roots:
            faults.tell(place, f"is of {size} leaves, and there are {len(leaves)}")
        elif roots[size] != root:
            faults.tell(place, f"what was signed is not the root of the first {size} leaves")


def roots_at(sizes: set[int], leaves: list[bytes]) -> dict[int, bytes]:
    """The root of the tree (RFC 6962) at each of these sizes that there is, in one pass."""
    roots = {0: hashlib.sha256().digest()}
    # The full trees that the leaves so far make up, greatest first: one for each binary 1 of their
    # number. A new leaf is joined with those at the end, as a 1 is added and carried.
    trees: list[bytes] = []
    for number, leaf in enumerate(leaves):
        tree, carry = hashlib.sha256(b"\x00" + leaf).digest(), number
        while carry & 1:
            tree, carry = joined(trees.pop(), tree), carry >> 1
        trees.append(tree)
        if number + 1 in sizes:
            for left in reversed(trees[:-1]):
                tree = joined(left, tree)
            roots[number + 1] = tree
    return roots


def joined(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


# Openings, streams and the register


def check_openings(path: str, record: "Record", faults: Faults) -> None:
    with open_plain(path) as file:
        lines = iter(lambda: file.readline(LONGEST_LINE + 1), b"")
        for count, line in enumerate(lines, start=1):
            if len(line) > LONGEST_LINE:
                raise Wrong(f"line {count} is too long")
            number = None
            with faults.at(f"openings.jsonl line {count}"):
                number, salt, body = read_opening(line)
            if number is not None:
                with faults.at(f"leaf {number}"):
                    record.add(number, salt, body)
    for number in sorted(record.open ^ record.acts):  # 7
        withheld = "is open by the registers, but its opening is not here"
        added = "is opened, but not open by the registers"
        faults.tell(f"leaf {number}", withheld if number in record.open else added)


def check_registers(notes: list[Note], record: "Record", faults: Faults) -> None:
    registers = sorted(record.registers)
    for place, size, _, signed in notes:  # 8
        opened = bisect_left(registers, size)  # So many are of leaves below the size.
        if size <= len(record.leaves) and opened != signed:
            faults.tell(place, f"has {signed} registers, {opened} are opened")


def read_opening(line: bytes) -> tuple[int, bytes, str]:
    if not line.endswith(b"\n"):
        raise Wrong("does not end with a line feed")
    value = read_canonical(line[:-1].decode())
    if type(value) is not dict or value.keys() != {"body", "i", "salt"}:
        raise Wrong("has not the keys of an opening")
    number, salt, body = value["i"], value["salt"], value["body"]
    if type(number) is not int or not 0 <= number <= GREATEST:
        raise Wrong("i is not the number of a leaf")
    if not is_hex(salt) or type(body) is not str:
        raise Wrong("the salt or the body is not in its form")
    return number, bytes.fromhex(salt), body


class Record:
    """What the openings have told so far, in the order of the leaves."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves = leaves
        self.numbers = {leaf.hex(): number for number, leaf in enumerate(leaves)}
        self.last = -1  # The leaf that was opened last.
        self.ends: dict[str, tuple[int, str | None]] = {}  # Each stream's last seq and commitment.
        self.acts: set[int] = set()
        self.registers: set[int] = set()
        self.open: set[int] = set()  # By the registers.

    def add(self, number: int, salt: bytes, body: str) -> None:
        if number >= len(self.leaves):
            raise Wrong("there is no such leaf")
        if number <= self.last:  # 5, and in 6 that the leaves ascend
            raise Wrong("is opened twice, or not in the order of the leaves")
        self.last = number
        commitment = hashlib.sha256(b"chamber-record/v1\n" + salt + body.encode()).digest()
        if commitment != self.leaves[number]:  # 5
            raise Wrong("what is opened is not what the leaf commits to")

        entry = read_body(body)
        before, prev = self.ends.get(entry["stream"], (0, None))
        self.ends[entry["stream"]] = entry["seq"], commitment.hex()
        if entry["stream"] == "register":
            self.registers.add(number)
            self.add_register(number, entry)
        else:
            self.acts.add(number)
        if (entry["seq"], entry["prev"]) != (before + 1, prev):  # 6
            raise Wrong(f"does not follow entry {before} of its stream")

    def add_register(self, number: int, entry: dict[str, Any]) -> None:
        data = entry["data"]
        if entry["kind"] != "register" or data.keys() != {"closed", "opened"}:
            raise Wrong("is not in the form of a register")
        closed, opened = self.named(data["closed"]), self.named(data["opened"])
        if not closed and not opened:
            raise Wrong("is a register that says nothing")
        if opened & (self.open | self.registers) or max(opened, default=-1) >= number:
            raise Wrong("opens a leaf that is open, a register, or not before it")
        if not closed <= self.open:
            raise Wrong("closes a leaf that is not open")
        self.open = (self.open | opened) - closed

    def named(self, commitments: object) -> set[int]:
        """The leaves that a register names."""
        if type(commitments) is not list or not all(is_hex(one) for one in commitments):
            raise Wrong("is a register that does not name leaves by their commitments")
        if commitments != sorted(set(commitments)):
            raise Wrong("is a register that is not sorted, or names a leaf twice")
        if not self.numbers.keys() >= set(commitments):
            raise Wrong("is a register that names what is no leaf")
        return {self.numbers[one] for one in commitments}


def read_body(text: str) -> dict[str, Any]:
    entry = read_canonical(text)
    if type(entry) is not dict or entry.keys() != BODY.keys():
        raise Wrong("has not the keys of a body")
    check_value(entry, 1)
    for key, fits in BODY.items():
        if not fits(entry[key]):
            raise Wrong(f"{key} is not what it may be in a body")
    if (entry["seq"] == 1) != (entry["prev"] is None):
        raise Wrong("prev is null at seq 1 and nowhere else")
    return entry


def is_text(value: object) -> bool:
    return type(value) is str and value != ""


def is_hex(value: object) -> bool:
    return type(value) is str and HEX.fullmatch(value) is not None


def is_day(value: object) -> bool:
    if type(value) is not str or not DAY.fullmatch(value):
        return False
    datetime.date.fromisoformat(value)  # Raises for a day that the calendar has not.
    return True


BODY: dict[str, Callable[[Any], bool]] = {
    "v": lambda value: type(value) is int and value == 1,  # In Python, True equals 1.
    "stream": is_text,
    "seq": lambda value: type(value) is int and value >= 1,
    "prev": lambda value: value is None or is_hex(value),
    "kind": is_text,
    "at": is_day,
    "data": lambda value: type(value) is dict,
}


# Canonical JSON


def read_canonical(text: str) -> Any:
    # What is read and written again is the same only if it was canonical: spaces, keys twice or out
    # of order, -0 and needless escapes all come out otherwise. Python sorts by code point, which is
    # the order of RFC 8785 as long as keys are ASCII, and escapes just what that RFC escapes.
    value = READER.decode(text)
    if WRITER.encode(value) != text:
        raise Wrong("is not canonical JSON")
    return value


def no_float(_: str) -> None:
    raise Wrong("has a number that is not whole")


READER = json.JSONDecoder(parse_float=no_float, parse_constant=no_float)
WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def check_value(value: object, level: int) -> None:
    if isinstance(value, dict | list) and level > DEEPEST:
        raise Wrong(f"has more than {DEEPEST} levels")
    if isinstance(value, dict):
        if not all(key.isascii() for key in value):
            raise Wrong("has a key that is not ASCII")
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            check_value(inner, level + 1)
    elif isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise Wrong("has a text that is not in NFC")
    elif isinstance(value, int) and abs(value) > GREATEST:
        raise Wrong("has a number that other readers would round")


# The key and its signatures: Ed25519 (RFC 8032, section 5.1)

P = 2**255 - 19  # Coordinates are counted modulo P.
L = 2**252 + 27742317777372353535851937790883648493  # The order of the base point.
D = -121665 * pow(121666, -1, P) % P

Point = tuple[int, int, int, int]  # X, Y, Z, T: x is X/Z, y is Y/Z, and xy is T/Z.
NEUTRAL: Point = (0, 1, 1, 0)


class Key:
    def __init__(self, text: bytes) -> None:
        match = VKEY.fullmatch(text)
        if match is None:
            raise Wrong("is not in the form of a key")
        typed = base64.b64decode(match[3])
        self.text, self.origin, self.public = text, match[1], typed[1:]
        self.number = hashlib.sha256(self.origin + b"\n" + typed).digest()[:4]
        if typed[:1] != b"\x01" or self.number.hex().encode() != match[2]:
            raise Wrong("is not of Ed25519, or has another key id")
        x, y, z, t = point = decoded(self.public)
        if encoded(multiplied(8, table(point))) == encoded(NEUTRAL):
            raise Wrong("is a key that anybody can sign with: its point is of small order")
        self.minus = table((P - x, y, z, P - t))

    def checkpoint(self, note: bytes) -> tuple[int, bytes, int]:
        """Its size, its root, and how many of its leaves are registers."""
        match = NOTE.fullmatch(note)
        if match is None:
            raise Wrong("is not in the form of a checkpoint")
        text, origin, size, root_text, registers, last = match.groups()
        root, signed = base64.b64decode(root_text), base64.b64decode(last)
        if (base64.b64encode(root), base64.b64encode(signed)) != (root_text, last):
            raise Wrong("has base64 that is not canonical")
        if (origin, signed[:4]) != (self.origin, self.number):
            raise Wrong("is of another origin or another key")
        if int(registers) > int(size):
            raise Wrong("has more registers than leaves")
        if not self.has_signed(text, signed[4:]):  # 2
            raise Wrong("the signature is not by the key")
        return int(size), root, int(registers)

    def has_signed(self, message: bytes, signature: bytes) -> bool:
        r, s = signature[:32], int.from_bytes(signature[32:], "little")
        if s >= L:
            return False  # Another form of a signature that has its one form already.
        k = int.from_bytes(hashlib.sha512(r + self.public + message).digest(), "little") % L
        return encoded(added(multiplied(s, BASE), multiplied(k, self.minus))) == r


def decoded(code: bytes) -> Point:
    number = int.from_bytes(code, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    # The curve is -x^2 + y^2 = 1 + D x^2 y^2, solved for x here.
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and sign):
        raise Wrong("is no point of the curve in its one form")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def encoded(point: Point) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def added(one: Point, other: Point) -> Point:
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2)
    c, d = 2 * D * t1 * t2 % P, 2 * z1 * z2
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def table(point: Point) -> list[list[Point]]:
    """For each of 64 hexadecimal digits, the lowest first: the point as often as 0 to 15 of it."""
    rows = []
    for _ in range(64):
        row = [NEUTRAL]
        for _ in range(16):
            row.append(added(row[-1], point))
        point = row.pop()
        rows.append(row)
    return rows


def multiplied(number: int, rows: list[list[Point]]) -> Point:
    result = NEUTRAL
    for row in rows:
        result, number = added(result, row[number & 15]), number >> 4
    return result


BASE = table(decoded((4 * pow(5, -1, P) % P).to_bytes(32, "little")))

if __name__ == "__main__":
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt):  # Whoever asked does not hear the answer: it is not OK.
        os._exit(1)
    sys.exit(status)
