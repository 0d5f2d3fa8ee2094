"""A register that is withheld is missed by the number that was signed, the newest too."""

from pathlib import Path

import pytest

from tests.seal.building import KEY, Record
from tests.seal.limits import record, signed_anew
from tests.seal.second import good
from tests.seal.verdicts import Verdicts, verdicts

SIZES = (3, 4, 6, 7)  # The registers are leaves 3 and 6.


def note(true: Record, size: int, more: int = 0) -> bytes:
    """Signed as it should be, but for the number of the registers."""
    return KEY.note(size, true.root(size), true.registers(size) + more)


def checkpoint(folder: Path, size: int) -> Path:
    return folder / "checkpoints" / f"{size:012}"


def missing(found: Verdicts, *told: tuple[int, int, int]) -> None:
    """Each tells just this: of which checkpoints, how many were signed, how many are opened."""
    says = [(f"{size:012}", f"has {signed} registers, {are} are opened")
            for size, signed, are in told]  # fmt: skip
    assert found.ours == [f"checkpoints/{name}: {text}" for name, text in says]
    assert found.second == [f"checkpoint '{name}': {text}" for name, text in says]


def test_emptied_openings_over_a_full_tree_are_missed(tmp_path: Path) -> None:
    true = record(tmp_path)
    (tmp_path / "openings.jsonl").write_bytes(b"")

    assert len(true.leaves) == 15
    missing(verdicts(tmp_path), (5, 1, 0), (10, 2, 0), (15, 3, 0))


@pytest.mark.parametrize("first", [3, 6])
def test_the_newest_registers_are_missed_though_all_they_open_is_withheld_too(
    first: int, tmp_path: Path
) -> None:
    """Of fifteen leaves each fifth is a register, and of the four before it two are open."""
    record(tmp_path)
    openings = tmp_path / "openings.jsonl"
    openings.write_bytes(b"".join(openings.read_bytes().splitlines(keepends=True)[:first]))

    all_ = [(10, 2, first // 3), (15, 3, first // 3)]
    missing(verdicts(tmp_path), *[told for told in all_ if told[1] > told[2]])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("more", [1, -1])
def test_a_number_that_is_not_that_of_the_registers_is_a_fault(
    more: int, size: int, tmp_path: Path
) -> None:
    true = good(tmp_path / "b")
    true.write(tmp_path / "all", sizes=SIZES)
    assert verdicts(tmp_path / "all").good

    registers = (0, 1, 1, 2)[SIZES.index(size)]
    assert true.registers(size) == registers
    checkpoint(tmp_path / "all", size).write_bytes(note(true, size, more))
    found = verdicts(tmp_path / "all")
    if registers + more < 0:  # That is no number.
        assert not found.good
        assert found.agreed
    else:
        missing(found, (size, registers + more, registers))


def test_a_number_that_was_signed_otherwise_before_is_seen_by_who_kept_the_checkpoint(
    tmp_path: Path,
) -> None:
    record(tmp_path / "true")
    kept = checkpoint(tmp_path / "true", 15)
    signed_anew(tmp_path / "b")

    assert verdicts(tmp_path / "b").good  # As docs/record.md says.
    found = verdicts(tmp_path / "b", kept=[kept])
    told = "has 3 registers, 0 are opened"
    assert found.ours == [f"{kept}: {told}"]
    assert found.second == [f"--checkpoint '{kept}': {told}"]


def test_registers_are_not_counted_among_leaves_that_are_missing(tmp_path: Path) -> None:
    """That those are missing is said, and is enough."""
    true = record(tmp_path / "true")
    Record(true.leaves[:10]).write(tmp_path / "b")
    kept = checkpoint(tmp_path / "true", 15)

    found = verdicts(tmp_path / "b", kept=[kept])
    assert found.ours == [f"leaf 10: is missing; {kept} has signed 15"]
    assert found.second == [f"--checkpoint '{kept}': is of 15 leaves, and there are 10"]
