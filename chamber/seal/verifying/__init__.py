"""The verifier: whether a bundle is the record that was signed, whole and in order.

It needs no database and no network. What it checks, and what nobody can see from a bundle alone, is
written in docs/record.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chamber.seal.notes import Checkpoint, Key, Wrong, read_note
from chamber.seal.tree import Tree
from chamber.seal.verifying.files import check_names, read_key, read_notes, small_text
from chamber.seal.verifying.openings import Leaves, read_openings
from chamber.seal.verifying.streams import Streams

Told = Callable[[int, int], None]


@dataclass
class Report:
    """What was found. Without faults it is the record that the holder of the key signed."""

    key: Key | None = None
    pinned: bool = False
    checkpoints: int = 0
    leaves: int = 0
    opened: int = 0
    faults: list[str] = field(default_factory=list)


def verify(
    folder: Path,
    vkey: Path | None = None,
    kept: Sequence[Path] = (),
    told: Told = lambda done, of: None,
) -> Report:
    """Check the bundle in `folder`. Whatever cannot be read is a fault: nothing is raised.

    `vkey` is the file of a key that was had from elsewhere, `kept` are checkpoints that somebody
    kept. `told` hears of how many leaves are checked, of how many.
    """
    report = Report(pinned=vkey is not None)
    try:
        check(report, folder, vkey, kept, told)
    except Wrong as wrong:
        report.faults.append(str(wrong))
    except (OSError, ValueError, RecursionError, MemoryError) as unread:
        report.faults.append(f"the bundle cannot be read: {type(unread).__name__}: {unread}")
    report.faults = [in_one_line(fault) for fault in report.faults]
    return report


def in_one_line(fault: str) -> str:
    """What a bundle names its streams and files must not be able to write a verdict of its own."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in fault)


def check(
    report: Report, folder: Path, vkey: Path | None, kept: Sequence[Path], told: Told
) -> None:
    report.faults += check_names(folder)
    if report.faults:  # What is no regular file may never end.
        return
    report.key = key = read_key(folder / "vkey")
    if vkey is not None and (pinned := read_key(vkey)) != key:
        report.faults.append("vkey: is not the key that it is checked with")
        key = pinned
    checkpoints = read_notes(folder / "checkpoints", key, report.faults)
    report.checkpoints = len(checkpoints)
    covered = max((one.size for _, one in checkpoints), default=None)
    for path in kept:
        try:
            checkpoints.append((str(path), read_note(small_text(path), key)))
        except Wrong as wrong:
            report.faults.append(f"{path}: {wrong}")
    leaves = Leaves.read(folder / "leaves.bin", report.faults)
    report.leaves = len(leaves)
    report.faults += check_size(len(leaves), covered)
    check_tree(leaves, checkpoints, report)
    streams = Streams(leaves)
    for opening in read_openings(folder / "openings.jsonl", leaves, report.faults):
        report.faults += streams.follow(opening)
        report.opened += 1
        if not report.opened % 1000:
            told(opening.leaf, len(leaves))
    report.faults += streams.end(checkpoints)


def check_size(leaves: int, covered: int | None) -> list[str]:
    """Whether there are as many leaves as the largest checkpoint of the bundle covers."""
    if covered is None:
        return ["checkpoints: there is none"]
    if leaves > covered:
        return [f"leaf {covered}: no checkpoint covers it, nor what comes after it"]
    return []  # Whether it covers too many, the tree shows.


def check_tree(leaves: Leaves, checkpoints: list[tuple[str, Checkpoint]], report: Report) -> None:
    """Whether the tree had each root that was signed when it had that many leaves."""
    tree = Tree()
    for name, one in sorted(checkpoints, key=lambda told: told[1].size):
        if one.size > len(leaves):
            report.faults.append(f"leaf {len(leaves)}: is missing; {name} has signed {one.size}")
            break
        tree.grow(leaves.between(tree.size, one.size))
        if tree.root() != one.root:
            last = max(one.size - 1, 0)
            report.faults.append(f"leaf {last}: up to it, this is not what {name} has signed")
