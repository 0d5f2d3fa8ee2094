"""Files of a good bundle, of which one is not in the one form that it can have."""

import hashlib
from base64 import b64decode
from collections.abc import Callable

from tests.seal.building import KEY, Key, based

Change = Callable[[bytes], bytes]
L = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19
BOM = b"\xef\xbb\xbf"
OTHER = Key(seed=bytes(range(1, 33)))
ORDER_8 = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
# Points that anybody can sign with, other forms of points, and what is no point at all.
WEAK = (
    *(number.to_bytes(32, "little") for number in (0, 1, 2, P - 1, P, P + 1, P + 3, 2**256 - 1)),
    (1 | 1 << 255).to_bytes(32, "little"), bytes.fromhex(ORDER_8),
)  # fmt: skip

ANY: tuple[Change, ...] = (
    lambda one: one + b"\0", lambda one: b"\0" + one, lambda one: one + one + b"\n",
    lambda one: one + b"\n", lambda one: b"\n" + one, lambda one: one + b"0",
)  # fmt: skip
TEXT: tuple[Change, ...] = (
    lambda one: one.replace(b"\n", b"\r\n"), lambda one: BOM + one, lambda one: one[:-1],
    lambda one: one.replace(b"\n", b"\r"), lambda one: one + b" ", lambda _: b"", lambda _: b"\xff",
    lambda one: one.decode().encode("utf-16"), lambda one: one.replace(b"\n", b" \n", 1),
)  # fmt: skip


def key_id(public: bytes) -> bytes:
    return hashlib.sha256(KEY.origin.encode() + b"\n\x01" + public).digest()[:4]


VKEY: tuple[Change, ...] = (
    lambda one: one.replace(KEY.number.hex().encode(), KEY.number.hex().upper().encode()),
    lambda one: one.replace(KEY.number.hex().encode(), b"00000000"), lambda one: b"+" + one,
    lambda one: one.replace(b"+AQ", b"+AA"), lambda one: one.replace(b"+", b" "),
    lambda one: one.replace(b"\n", b"=\n"), lambda _: OTHER.vkey, lambda one: b"x" + one,
    lambda one: one.replace(b"record", "Ә".encode()), lambda one: one.replace(b"+", b"++", 1),
)  # fmt: skip


def resigned(change: Callable[[bytes, bytes], bytes]) -> Change:
    """The note with its text and its signature made into another signature line, or more."""

    def changed(note: bytes) -> bytes:
        text, _, line = note.partition(b"\n\n")
        return text + b"\n\n" + change(text + b"\n", line)

    return changed


def signature(line: bytes) -> bytes:
    return b64decode(line.split(b" ")[2])


def line_of(raw: bytes, origin: str = KEY.origin) -> bytes:
    return f"\u2014 {origin} {based(raw)}\n".encode()


def by_another(text: bytes) -> bytes:
    return OTHER.signed(text).partition(b"\n\n")[2]


def greater_s(_: bytes, line: bytes) -> bytes:
    raw = signature(line)
    s = int.from_bytes(raw[36:], "little") + L
    return line_of(raw[:36] + s.to_bytes(32, "little"))


def next_in_base64(one: bytes) -> bytes:
    """Another text for the same bytes: the last digit can tell more than is left to be told."""
    digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    at = len(one.rstrip(b"=\n")) - 1
    return one[:at] + digits[digits.index(one[at]) + 1 :][:1] + one[at + 1 :]


def signed_text(change: Change) -> Change:
    """Text that is no checkpoint, signed by the key all the same."""
    return lambda note: KEY.signed(change(note.partition(b"\n\n")[0] + b"\n"))


def fields(old: bytes, *new: bytes) -> tuple[Change, ...]:
    return tuple(lambda one, more=more: one.replace(old, more, 1) for more in new)


def root_of(text: bytes) -> bytes:
    return text.split(b"\n")[2]


NOTE: tuple[Change, ...] = (
    resigned(greater_s), resigned(lambda _, line: next_in_base64(line)),
    resigned(lambda _, line: line + line),
    resigned(lambda _, line: line.replace("\u2014".encode(), b"-")),
    resigned(lambda text, line: line + by_another(text)),
    resigned(lambda text, _: by_another(text)),
    resigned(lambda _, line: line_of(KEY.number + bytes(64))), resigned(lambda _, line: b""),
    resigned(lambda _, line: line_of(signature(line) + b"\0")),
    resigned(lambda _, line: line_of(bytes(4) + signature(line)[4:])),
    resigned(lambda _, line: line_of(signature(line), "other.example")),
    resigned(lambda text, _: line_of(KEY.number + signature(by_another(text))[4:])),
    signed_text(lambda text: text + b"extension\n"), signed_text(lambda text: b"x" + text),
    signed_text(lambda text: text.replace(root_of(text), next_in_base64(root_of(text)))),
    signed_text(lambda text: text.replace(root_of(text), based(bytes(32)).encode())),
    signed_text(lambda text: text.replace(root_of(text), based(bytes(33)).encode())),
    signed_text(lambda text: text.replace(b"\n", b"\n0", 1)), signed_text(lambda _: b""),
    signed_text(lambda text: text.replace(b"\n", b"\n+", 1)), signed_text(lambda text: text[:-1]),
    signed_text(lambda text: text.replace(b"\n", b"\n1000000000000", 1)),
    *(signed_text(one) for one in fields(
        b"registers ", b"registers 0", b"registers +", b"registers -", b"registers  ", b"register ",
        b"Registers ", b"registers\t", b"registers", b"", b" registers ",
        b"registers 1000000000000",
    )),
    signed_text(lambda text: text.rpartition(b"registers")[0]),
    signed_text(lambda text: text.rpartition(b" ")[0] + b" \n"),
    signed_text(lambda text: text.replace(b"registers", b"registers 0\nregisters")),
    lambda note: note.replace(b"registers ", b"registers 1"),
    lambda note: note.replace(b"\n\n", b"\n"), lambda note: note.replace(b"=", b""),
)  # fmt: skip
LEAVES: tuple[Change, ...] = (
    lambda one: one[:-1], lambda one: one[:-32], lambda one: one + bytes(32), lambda one: b"",
    lambda one: one + one[:32], lambda one: one[32:] + one[:32], lambda one: one.hex().encode(),
    lambda one: one[:-32] + bytes(32),
)  # fmt: skip


def lines(change: Callable[[list[bytes]], list[bytes]]) -> Change:
    return lambda one: b"".join(change(one.splitlines(keepends=True)))


OPENINGS: tuple[Change, ...] = (
    lines(lambda all_: all_[1:]), lines(lambda all_: all_[:-1]),
    lines(lambda all_: [*all_, all_[0]]), lines(lambda all_: [all_[0], *all_]),
    lines(lambda all_: all_[::-1]), lambda one: b"[]\n" + one,
    lines(lambda all_: [b"null\n", *all_]), lines(lambda all_: [b"[" * 100_000 + b"\n", *all_]),
    *fields(b'"i":', b'"i":-', b'"i": ', b'"i":0', b'"i":1', b'"I":', b'"i":null,"i":', b'"i":1e',
            b'"i":' + b"9" * 5_000, b'"i":true,"j":', b'"a":0,"i":', b'"i":"', b'"i":[',
            b'"i":-0,"j":'),
    *fields(b'"salt":"', b'"salt":"0', b'"salt":"\\u0030', b'"salt":null,"s":"', b'"salt": "',
            b'"salt":"A'),
    *fields(b'{"body":"', b'{"body":" ', b'{ "body":"', b'{"body":"\\u007b', b'{"body":null,"b":"'),
    lambda one: one.replace(b"}\n", b"}", 1), lambda one: one.replace(b"}\n", b"},\n", 1),
)  # fmt: skip
