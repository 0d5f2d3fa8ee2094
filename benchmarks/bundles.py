"""Bundles of any size, as `chamber bundle` writes them, of invented acts."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from chamber.record.canonical import canonical, commitment
from chamber.seal.signer import make_signer

DAY, EACH, STREAM = "2026-03-04", 5_000, 50  # Acts of one register, and of one stream.
REGISTER = b'\\"stream\\":\\"register\\"'  # In a body, which is a text within text.
TEXT = "Палата келісім берді. " * 30


def tree(folder: Path, leaves: int) -> Path:
    """Leaves alone: nothing is opened."""
    return written(folder, [(os.urandom(32), b"") for _ in range(leaves)])


def openings(folder: Path, acts: int) -> Path:
    """All acts are opened, and the registers say so."""
    return written(folder, all_opened(acts))


def all_opened(acts: int) -> Iterator[tuple[bytes, bytes]]:
    """Each leaf with its opening, but for the number."""
    before, register, waiting = None, None, list[str]()
    for nth in range(acts):
        stream, seq = f"notes/{nth // STREAM}", nth % STREAM + 1
        data = {"text": TEXT, "number": nth}
        leaf, line = leaf_of(stream, seq, before if seq > 1 else None, "act", data)
        before = leaf.hex()
        waiting.append(before)
        yield leaf, line
        if len(waiting) == EACH or nth == acts - 1:
            told = {"opened": sorted(waiting), "closed": []}
            number = nth // EACH + 1
            leaf, line = leaf_of("register", number, register, "register", told)
            register = leaf.hex()
            waiting.clear()
            yield leaf, line


def leaf_of(
    stream: str, seq: int, before: str | None, kind: str, data: object
) -> tuple[bytes, bytes]:
    told = {"v": 1, "stream": stream, "seq": seq, "prev": before, "kind": kind, "at": DAY}
    salt, body = os.urandom(32), canonical(told | {"data": data})
    opening = {"body": body.decode(), "i": 0, "salt": salt.hex()}
    line = json.dumps(opening, ensure_ascii=False, separators=(",", ":")).encode()
    return commitment(salt, body), line


def written(folder: Path, leaves: Iterable[tuple[bytes, bytes]]) -> Path:
    (folder / "checkpoints").mkdir(parents=True)
    signer, all_ = make_signer(folder.parent / f"{folder.name}.key", "record.example"), []
    registers = 0
    with (folder / "openings.jsonl").open("wb") as opened:
        for place, (leaf, line) in enumerate(leaves):
            all_.append(leaf)
            registers += REGISTER in line
            if line:
                head, _, tail = line.rpartition(b'"i":0,')
                opened.write(head + b'"i":%d,' % place + tail + b"\n")
    (folder / "leaves.bin").write_bytes(b"".join(all_))
    checkpoint, note = signer.extend(0, all_, registers)
    (folder / "checkpoints" / f"{checkpoint.size:012}").write_bytes(note.encode())
    (folder / "vkey").write_text(f"{signer.key}\n")
    return folder
