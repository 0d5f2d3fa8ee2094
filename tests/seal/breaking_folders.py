"""Good bundles of which the folder or a file was broken."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.seal.breaking_files import ANY, LEAVES, NOTE, OPENINGS, TEXT, VKEY, WEAK, Change, key_id
from tests.seal.building import KEY, Record, based


def one_file(random: Random, folder: Path, _: Record) -> None:
    changes: dict[str, tuple[Change, ...]] = {
        "vkey": (*ANY, *TEXT, *VKEY),
        last(folder): (*ANY, *TEXT, *NOTE),
        "leaves.bin": (*ANY, *LEAVES),
        "openings.jsonl": (*ANY, *TEXT, *OPENINGS),
    }
    name = random.choice(list(changes))
    path, change = folder / name, random.choice(changes[name])
    path.write_bytes(change(path.read_bytes()))


def last(folder: Path) -> str:
    return f"checkpoints/{max(path.name for path in (folder / 'checkpoints').iterdir())}"


def names(random: Random, folder: Path, _: Record) -> None:
    notes, at = folder / "checkpoints", folder / last(folder)
    others = (
        at.name[1:], f"0{at.name}", f"{at.name}.txt", f"{int(at.name)}", f"{int(at.name) + 1:012}",
        "-0000000000" + at.name[-1], "٠" * 12, "\n", "000000000000 ",
    )  # fmt: skip
    match random.randrange(6):
        case 0:
            at.rename(notes / random.choice(others))
        case 1:
            (notes / random.choice(others)).write_bytes(at.read_bytes())
        case 2:
            strange = ("VKEY", ".hidden", "leaves.bin~", "more\nOK: 3 leaves", "checkpoints.txt")
            (folder / random.choice(strange)).write_bytes(b"")
        case 3:
            (random.choice((folder, notes)) / os.fsdecode(b"\xff\xfe")).write_bytes(b"")
        case 4:
            (random.choice((folder, notes)) / "more").mkdir()
        case 5:
            at.unlink()


def kinds_of_files(random: Random, folder: Path, _: Record) -> None:
    """A link to the very bytes, a pipe that nobody writes to, a folder, or nothing."""
    name = random.choice(("vkey", "leaves.bin", "openings.jsonl", "checkpoints", last(folder)))
    path, aside = folder / name, folder.with_name(f"{folder.name} aside")
    path.rename(aside)
    match random.randrange(5):
        case 0:
            path.symlink_to(aside)
        case 1:
            os.mkfifo(path)
        case 2:
            path.symlink_to(folder / "nowhere")
        case 3:
            (path / "more").mkdir(parents=True)
        case 4:
            if random.random() < 0.2:
                shutil.rmtree(folder)


def other_checkpoints(random: Random, folder: Path, record: Record) -> None:
    """Signed by the key: of more leaves than there are, or of others."""
    number = len(record.leaves)
    size = random.choice((number + 1, 2 * number, 10**12 - 1, number - 1, 1))
    root = bytes(32) if size <= number else record.root()
    note = KEY.note(size, root, record.registers(size))
    (folder / f"checkpoints/{size:012}").write_bytes(note)


def number_of_registers(random: Random, folder: Path, record: Record) -> None:
    """Signed by the key, and the root is right."""
    size = random.randrange(len(record.leaves) + 1)
    registers = record.registers(size) + random.choice((-1, 1, 2))
    note = KEY.note(size, record.root(size), registers)
    (folder / f"checkpoints/{size:012}").write_bytes(note)


def openings_cut(random: Random, folder: Path, _: Record) -> None:
    """True, but not all that there is."""
    path = folder / "openings.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[: random.randrange(len(lines))]))


def weak_key(random: Random, folder: Path, record: Record) -> None:
    """R the neutral point and S zero is, to who does not look, a signature of anything."""
    public = random.choice(WEAK)
    typed, number = b"\x01" + public, key_id(public)
    (folder / "vkey").write_text(f"{KEY.origin}+{number.hex()}+{based(typed)}\n")
    shutil.rmtree(folder / "checkpoints")
    (folder / "checkpoints").mkdir()
    size = len(record.leaves)
    line = f"\n\u2014 {KEY.origin} {based(number + (1).to_bytes(32, 'little') + bytes(32))}\n"
    told = f"{KEY.origin}\n{size}\n{based(record.root())}\nregisters {record.registers()}\n"
    note = f"{told}{line}"
    (folder / f"checkpoints/{size:012}").write_text(note)


FOLDERS: tuple[Callable[[Random, Path, Record], None], ...] = (
    one_file, one_file, one_file, names, kinds_of_files, other_checkpoints, weak_key,
    number_of_registers, openings_cut,
)  # fmt: skip
