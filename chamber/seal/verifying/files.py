"""The files of a bundle: these and no others, each in the one form that it can have."""

import stat
from pathlib import Path

from chamber.seal.notes import Checkpoint, Key, Wrong, read_note

FILES = {"vkey", "leaves.bin", "openings.jsonl"}
FOLDER = "checkpoints"
SMALL = 2_000  # Bytes: a key and a note are shorter.


def check_names(folder: Path) -> list[str]:
    """What lies in the folder and does not belong there."""
    faults = []
    for found in sorted(folder.iterdir()):
        mode = found.lstat().st_mode
        if found.name == FOLDER and stat.S_ISDIR(mode):
            continue
        if found.name not in FILES or not stat.S_ISREG(mode):
            faults.append(f"{found.name}: does not belong in a bundle")
    return faults


def read_key(path: Path) -> Key:
    """Raises Wrong."""
    text = small_text(path)
    try:
        if text.endswith("\n"):
            return Key.read(text[:-1])
    except Wrong as wrong:
        raise Wrong(f"{path.name}: {wrong}") from None
    raise Wrong(f"{path.name}: does not end with a line feed")


def read_notes(folder: Path, key: Key, faults: list[str]) -> list[tuple[str, Checkpoint]]:
    """The checkpoints signed by the key; what is wrong with the others joins the faults."""
    found = []
    for path in sorted(folder.iterdir()):
        name = f"{FOLDER}/{path.name}"
        try:
            if path.is_symlink():
                raise Wrong("is no file")
            checkpoint = read_note(small_text(path), key)
            if path.name != f"{checkpoint.size:012}":
                raise Wrong("is not named by the number of its leaves")
            found.append((name, checkpoint))
        except Wrong as wrong:
            faults.append(f"{name}: {wrong}")
    return found


def small_text(path: Path) -> str:
    """Raises Wrong for what is no regular file, too long, or not UTF-8."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise Wrong(f"{path.name}: is no file")
    with path.open("rb") as file:
        content = file.read(SMALL + 1)
    try:
        if len(content) <= SMALL:
            return content.decode()
    except UnicodeDecodeError:
        pass
    raise Wrong(f"{path.name}: is not in its form")
