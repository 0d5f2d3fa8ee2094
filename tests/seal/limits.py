"""What no verifier can see by itself, as docs/record.md says, and what it is seen with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.seal.building import KEY, Key, Record
from tests.seal.verdicts import verdicts


def record(
    folder: Path, votes: int = 50, acts: int = 6, registered: int = 6, key: Key = KEY
) -> Record:
    """A case with a closed one beside it; a register after every other act, and checkpoints."""
    made = Record()
    for number in range(acts):
        told = {"for": votes + number, "text": "Қаулы"}
        made.add("appointments/1", "voted", told, public=number < registered)
        made.add("hearings/2", "voted", {"text": "жабық"}, public=False)
        if number % 2 and number < registered:
            made.register()
    made.write(folder, sizes=range(5, len(made.leaves), 5), key=key)
    return made


def older(folder: Path) -> None:
    record(folder, acts=4)


def second_history(folder: Path) -> None:
    record(folder, votes=49)


def signed_anew(folder: Path) -> None:
    """The same leaves, none of which is a register or opened, by the holder of the key."""
    true = record(folder)
    for note in (folder / "checkpoints").iterdir():
        note.write_bytes(KEY.note(int(note.name), true.root(int(note.name))))
    (folder / "openings.jsonl").write_bytes(b"")


def another_key(folder: Path) -> None:
    record(folder, votes=49, key=Key(seed=bytes(range(1, 33))))


def never_registered(folder: Path) -> None:
    """The last two votes are public too, and no register was made that says so."""
    record(folder, registered=4)


def checkpoint_left_out(folder: Path) -> None:
    record(folder)
    (folder / "checkpoints/000000000005").unlink()


@dataclass(frozen=True)
class Limit:
    sentence: str
    made: Callable[[Path], None]
    # Whether a checkpoint of what was signed first and its key, both had from elsewhere, show it.
    seen_from_outside: bool
    first: Callable[[Path], object] = record


LIMITS = [
    Limit("A record put back to an older state together with its checkpoints", older, True),
    Limit("A second history signed by the holder of the key", second_history, True),
    Limit("The same leaves signed anew, with no register among them", signed_anew, True),
    Limit("Another record by another key under the same name", another_key, True),
    Limit("A register that was never made", never_registered, False, first=never_registered),
    Limit("An older checkpoint left out", checkpoint_left_out, False),
]


def seen(limit: Limit, folder: Path) -> tuple[bool, bool]:
    """Whether either verifier sees it, by itself and with what was kept outside."""
    limit.made(folder / "bundle")
    limit.first(folder / "first")
    kept = max((folder / "first/checkpoints").iterdir())
    alone = verdicts(folder / "bundle")
    helped = verdicts(folder / "bundle", folder / "first/vkey", [kept])
    assert alone.agreed
    assert helped.agreed
    return not alone.good, not helped.good
