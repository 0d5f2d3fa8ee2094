"""Builds a sealed record in a folder from docs/record.md alone, good or bad as a test needs it."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

DAY = "2026-11-22"
PREFIX = b"chamber-record/v1\n"

Data = Mapping[str, Any]
Act = tuple[str, str, Data, bool]  # Stream, kind, data, and whether it is public.


@dataclass(frozen=True)
class Key:
    """A signer; the seed is the private key itself, so that a test can be run again."""

    origin: str = "record.chamber.example"
    seed: bytes = bytes(range(32))

    @property
    def public(self) -> bytes:
        return self._private.public_key().public_bytes_raw()

    @property
    def number(self) -> bytes:
        """The key id: four bytes."""
        return hashlib.sha256(self.origin.encode() + b"\n\x01" + self.public).digest()[:4]

    @property
    def vkey(self) -> bytes:
        typed = based(b"\x01" + self.public)
        return f"{self.origin}+{self.number.hex()}+{typed}\n".encode()

    def note(self, size: int, root: bytes, registers: int = 0) -> bytes:
        told = f"{self.origin}\n{size}\n{based(root)}\nregisters {registers}\n"
        return self.signed(told.encode())

    def signed(self, text: bytes) -> bytes:
        signature = self._private.sign(text)
        return text + f"\n\u2014 {self.origin} {based(self.number + signature)}\n".encode()

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


KEY = Key()


@dataclass
class Leaf:
    stream: str
    salt: bytes
    body: bytes
    opened: bool = True  # Whether `write` puts its opening into the folder.

    @property
    def commitment(self) -> bytes:
        return hashlib.sha256(PREFIX + self.salt + self.body).digest()

    def opening(self, number: int) -> bytes:
        body = self.body.decode(errors="surrogatepass")
        return canonical({"body": body, "i": number, "salt": self.salt.hex()}) + b"\n"


@dataclass
class Record:
    """The leaves in their order; a test may change anything in it before it is written."""

    leaves: list[Leaf] = field(default_factory=list)
    ends: dict[str, tuple[int, str]] = field(default_factory=dict)  # The last of each stream.
    open: set[str] = field(default_factory=set)  # What the registers have opened and not closed.

    def add(
        self, stream: str, kind: str, data: Data, /, public: bool = True, **changed: Any
    ) -> Leaf:  # fmt: skip
        """One act more; `changed` are keys of its body that a bad record has otherwise."""
        seq, prev = self.ends.get(stream, (0, None))
        body = {"v": 1, "stream": stream, "seq": seq + 1, "prev": prev, "kind": kind}
        return self.put(stream, canonical({**body, "at": DAY, "data": data, **changed}), public)

    def put(self, stream: str, body: bytes, public: bool = True) -> Leaf:
        """Any bytes as the next leaf, which becomes the last entry of the stream."""
        number = len(self.leaves)
        leaf = Leaf(stream, hashlib.sha256(b"salt %d" % number).digest(), body, public)
        seq, _ = self.ends.get(stream, (0, None))
        self.ends[stream] = seq + 1, leaf.commitment.hex()
        self.leaves.append(leaf)
        return leaf

    def register(self, closing: Iterable[Leaf] = (), **changed: Any) -> Leaf:
        """Opens all that is public and not open; what it closes is no longer opened.

        `changed` are keys of its data that a bad register has otherwise.
        """
        shut = {leaf.commitment.hex() for leaf in closing}
        for leaf in self.leaves:
            leaf.opened &= leaf.commitment.hex() not in shut
        new = self.unregistered()
        self.open = (self.open | new) - shut
        data = {"closed": sorted(shut), "opened": sorted(new), **changed}
        return self.add("register", "register", data)

    def unregistered(self) -> set[str]:
        """What is public, and no register has opened yet."""
        acts = (leaf for leaf in self.leaves if leaf.opened and leaf.stream != "register")
        return {leaf.commitment.hex() for leaf in acts} - self.open

    def root(self, size: int | None = None) -> bytes:
        return root([leaf.commitment for leaf in self.leaves[:size]])

    def registers(self, size: int | None = None) -> int:
        """How many there are, also of those that `write` withholds."""
        return sum(leaf.stream == "register" for leaf in self.leaves[:size])

    def write(self, folder: Path, sizes: Iterable[int] = (), key: Key = KEY) -> Path:
        """The bundle, with a checkpoint at each of the sizes and at the end of the record."""
        (folder / "checkpoints").mkdir(parents=True)
        (folder / "vkey").write_bytes(key.vkey)
        (folder / "leaves.bin").write_bytes(b"".join(leaf.commitment for leaf in self.leaves))
        for size in {*sizes, len(self.leaves)}:
            note = key.note(size, self.root(size), self.registers(size))
            (folder / "checkpoints" / f"{size:012}").write_bytes(note)
        lines = (leaf.opening(i) for i, leaf in enumerate(self.leaves) if leaf.opened)
        (folder / "openings.jsonl").write_bytes(b"".join(lines))
        return folder


def build(
    folder: Path,
    acts: Iterable[Act],
    registers: Iterable[int] = (),
    sizes: Iterable[int] = (),
    key: Key = KEY,
) -> Record:
    """A good bundle in the folder: a register after so many acts each time, and one at the end.

    The sizes are numbers of leaves, and the registers are leaves too.
    """
    record = Record()
    after = set(registers)
    for number, (stream, kind, data, public) in enumerate(acts, start=1):
        record.add(stream, kind, data, public)
        if number in after:
            record.register()
    if record.unregistered():
        record.register()
    record.write(folder, sizes, key)
    return record


def root(leaves: list[bytes]) -> bytes:
    """The Merkle tree of RFC 6962, by its definition."""
    if len(leaves) < 2:
        return hashlib.sha256(b"\x00" + leaves[0] if leaves else b"").digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root(leaves[:half]) + root(leaves[half:])).digest()


def canonical(value: object) -> bytes:
    """RFC 8785, for what stands in a record: keys in ASCII, no floats."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode(errors="surrogatepass")


def based(value: bytes) -> str:
    return base64.b64encode(value).decode()
