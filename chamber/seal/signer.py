"""The signer: it has its own key and its own memory, and only ever extends what it has signed.

It sees hashes and nothing else. A database that was put back, or changed, gets no signature from it
for a second history: its memory does not lie in the database.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from chamber.seal.notes import Checkpoint, Key, sign
from chamber.seal.tree import Tree

KEY, PUBLIC, MEMORY = "key.pem", "vkey", "signed.json"


class Refused(Exception):
    """The signer is asked for what it will not do: its reason is told to the person in charge."""


@dataclass
class Signer:
    home: Path
    key: Key
    private: Ed25519PrivateKey
    tree: Tree  # What it has signed,
    registers: int  # and how many of those leaves are registers, as it was told.

    @property
    def signed(self) -> Checkpoint:
        return Checkpoint(self.tree.size, self.tree.root(), self.registers)

    def extend(self, start: int, leaves: list[bytes], registers: int) -> tuple[Checkpoint, str]:
        """Sign the tree with these leaves added from `start` on, so many of which are registers.

        Raises Refused for a fork, and for a number that cannot be: it never becomes less.
        """
        if start != self.tree.size:
            raise Refused(f"{self.tree.size} leaves are signed, and cannot be told from {start} on")
        if not 0 <= registers <= len(leaves):
            raise Refused(f"of {len(leaves)} new leaves {registers} cannot be registers")
        tree, registers = self.tree.copy(), self.registers + registers
        tree.grow(leaves)
        # It remembers before it lets the signature out: else it could sign another after a crash.
        remember(self.home, tree, registers)
        self.tree, self.registers = tree, registers
        checkpoint = self.signed
        return checkpoint, sign(checkpoint, self.key, self.private)


def make_signer(place: Path, origin: str) -> Signer:
    """A new key and an empty memory, in a folder of `place` that is named by the key's id."""
    private = Ed25519PrivateKey.generate()
    key = Key(origin, public_of(private))
    home = place / key.id.hex()
    home.mkdir(parents=True, mode=0o700)
    write(home / PUBLIC, f"{key}\n".encode(), 0o644)
    remember(home, Tree(), 0)
    # The key comes last: where it lies, all the rest lies too.
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write(home / KEY, pem, 0o400)
    return Signer(home, key, private, Tree(), 0)


def load_signer(home: Path) -> Signer:
    """The signer whose key and memory lie in `home`. Raises Refused where they are damaged."""
    key, private = load_keys(home)
    try:
        told = json.loads((home / MEMORY).read_text())
        tree = Tree(told["size"], [bytes.fromhex(node) for node in told["edge"]])
        registers = told["registers"]
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise Refused(f"the signer's memory in {home} cannot be read: {wrong}") from wrong
    fits = type(registers) is int and 0 <= registers <= tree.size
    if len(tree.edge) != tree.size.bit_count() or not fits:
        raise Refused(f"the signer's memory in {home} is damaged")
    return Signer(home, key, private, tree, registers)


def load_keys(home: Path) -> tuple[Key, Ed25519PrivateKey]:
    """Raises Refused."""
    try:
        private = load_pem_private_key((home / KEY).read_bytes(), None)
        key = Key.read((home / PUBLIC).read_text().removesuffix("\n"))
    except (OSError, ValueError) as wrong:
        raise Refused(f"the signer's keys in {home} cannot be read: {wrong}") from wrong
    if not isinstance(private, Ed25519PrivateKey) or key.public != public_of(private):
        raise Refused(f"the two keys in {home} do not belong together")
    return key, private


def remembered(home: Path) -> int:
    """How many leaves it has signed as far as it remembers; -1 without a memory."""
    try:
        return load_signer(home).tree.size
    except Refused:
        return -1


def public_of(private: Ed25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()


def remember(home: Path, tree: Tree, registers: int) -> None:
    edge = [node.hex() for node in tree.edge]
    told = {"size": tree.size, "edge": edge, "registers": registers}
    write(home / MEMORY, json.dumps(told).encode(), 0o600)


def write(path: Path, content: bytes, mode: int) -> None:
    """All of it, and on the disk, or nothing of it."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
