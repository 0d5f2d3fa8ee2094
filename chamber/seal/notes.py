"""Checkpoints as signed notes (C2SP), and the key that they are verified with."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
DASH = "\N{EM DASH} "
ORIGIN = re.compile(r"[!-*,-~]{1,100}")  # Printable, without a plus.
NUMBER = re.compile(r"0|[1-9][0-9]{0,11}")
REGISTERS = "registers "
MODULUS, SIGN = 2**255 - 19, 2**255
# The y of the points that anybody can sign with, whatever their sign: OpenSSL takes them.
ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
SMALL_ORDER = {0, 1, MODULUS - 1, ORDER_8, MODULUS - ORDER_8}


class Wrong(ValueError):
    """It is not in the one form that it can have, or not signed by the key."""


@dataclass(frozen=True)
class Key:
    """The public key of one record, under the name of that record."""

    origin: str
    public: bytes  # 32

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.origin.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.origin}+{self.id.hex()}+{in_base64(ED25519 + self.public)}"

    @classmethod
    def read(cls, text: str) -> "Key":
        """What `str` gave. Raises Wrong."""
        origin, _, rest = text.partition("+")
        _, _, encoded = rest.partition("+")
        kind, public = (raw := from_base64(encoded))[:1], raw[1:]
        if not ORIGIN.fullmatch(origin) or kind != ED25519 or len(public) != 32:
            raise Wrong("not a key of a record")
        if (y := int.from_bytes(public, "little") % SIGN) >= MODULUS or y in SMALL_ORDER:
            raise Wrong("a key that anybody can sign with, or not in its one form")
        if str(key := cls(origin, public)) != text:
            raise Wrong("the key does not have the id that it names")
        return key


@dataclass(frozen=True)
class Checkpoint:
    """That the tree of `size` leaves has this root, and that so many of them are registers."""

    size: int
    root: bytes  # 32
    registers: int

    def text(self, origin: str) -> str:
        return f"{origin}\n{self.size}\n{in_base64(self.root)}\n{REGISTERS}{self.registers}\n"


def sign(checkpoint: Checkpoint, key: Key, private: Ed25519PrivateKey) -> str:
    text = checkpoint.text(key.origin)
    return text + signature_lines(key, private.sign(text.encode()))


def signature_lines(key: Key, signature: bytes) -> str:
    return f"\n{DASH}{key.origin} {in_base64(key.id + signature)}\n"


def read_note(note: str, key: Key) -> Checkpoint:
    """The checkpoint that a note tells, once it is seen to be signed by the key. Raises Wrong."""
    lines = note.split("\n")
    if len(lines) != 7 or not all(NUMBER.fullmatch(one) for one in numbers(note)):
        raise Wrong("not a checkpoint")
    size, registers = map(int, numbers(note))
    if registers > size:
        raise Wrong(f"not a checkpoint: of {size} leaves {registers} cannot be registers")
    checkpoint = Checkpoint(size, from_base64(lines[2]), registers)
    signed = from_base64(lines[5].rpartition(" ")[2])
    again = checkpoint.text(key.origin) + signature_lines(key, signed[4:])
    if again != note or len(checkpoint.root) != 32 or signed[:4] != key.id:
        raise Wrong(f"not a checkpoint of {key.origin}, signed by its key")
    try:
        public = Ed25519PublicKey.from_public_bytes(key.public)
        public.verify(signed[4:], checkpoint.text(key.origin).encode())
    except InvalidSignature:
        raise Wrong("the signature does not verify") from None
    return checkpoint


def numbers(note: str) -> list[str]:
    """How many leaves a checkpoint is of, and how many registers, as it tells them."""
    return [line.removeprefix(REGISTERS) for line in note.split("\n")[1:4:2]]


def in_base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise Wrong("not base64") from None
