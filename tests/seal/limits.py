"""What no verifier can see by itself, as docs/record.md says, and what it is seen with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.seal.building import KEY, Key, Record
from tests.seal.verdicts import verdicts


def record(folder: Path, votes: int = 50, acts: int = 6, key: Key = KEY) -> Record:
    """A case with a closed one beside it; a register after every other act, and checkpoints."""
    made = Record()
    for number in range(acts):
        made.add("appointments/1", "voted", {"for": votes + number, "text": "Қаулы"})
        made.add("hearings/2", "voted", {"text": "жабық"}, public=False)
        if number % 2:
            made.register()
    made.write(folder, sizes=range(5, len(made.leaves), 5), key=key)
    return made


def older(folder: Path) -> None:
    record(folder, acts=4)


def second_history(folder: Path) -> None:
    record(folder, votes=49)


def another_key(folder: Path) -> None:
    record(folder, votes=49, key=Key(seed=bytes(range(1, 33))))


def register_withheld(folder: Path) -> None:
    record(folder)
    openings = folder / "openings.jsonl"
    openings.write_bytes(b"".join(openings.read_bytes().splitlines(keepends=True)[:6]))


def all_withheld(folder: Path) -> None:
    record(folder)
    (folder / "openings.jsonl").write_bytes(b"")


def checkpoint_left_out(folder: Path) -> None:
    record(folder)
    (folder / "checkpoints/000000000005").unlink()


@dataclass(frozen=True)
class Limit:
    sentence: str
    made: Callable[[Path], None]
    # Whether a checkpoint of the true record and its key, both had from elsewhere, show it.
    seen_from_outside: bool


LIMITS = [
    Limit("A record put back to an older state together with its checkpoints", older, True),
    Limit("A second history signed by the holder of the key", second_history, True),
    Limit("Another record by another key under the same name", another_key, True),
    Limit("The newest register withheld with all that it opens", register_withheld, False),
    Limit("Every register withheld with all that they open", all_withheld, False),
    Limit("An older checkpoint left out", checkpoint_left_out, False),
]


def seen(limit: Limit, folder: Path) -> tuple[bool, bool]:
    """Whether either verifier sees it, by itself and with what was kept outside."""
    limit.made(folder / "bundle")
    true = record(folder / "true")
    kept = folder / "true/checkpoints" / f"{len(true.leaves):012}"
    alone = verdicts(folder / "bundle")
    helped = verdicts(folder / "bundle", folder / "true/vkey", [kept])
    assert alone.agreed
    assert helped.agreed
    return not alone.good, not helped.good
