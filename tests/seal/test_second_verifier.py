"""The second verifier passes a good record, and each of its eight checks has two sides."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from shutil import copytree

import pytest

from tests.seal.building import KEY, Key, Leaf, Record
from tests.seal.second import faults, good

OTHER = Key(seed=bytes(32))
LAST = "checkpoints/000000000007"


def test_a_good_record_is_good_by_its_own_key_by_a_given_one_and_by_what_was_kept(
    tmp_path: Path,
) -> None:
    bundle = tmp_path / "bundle"
    good(bundle)
    (tmp_path / "key").write_bytes(KEY.vkey)
    kept = [f"--checkpoint={bundle}/checkpoints/{size:012}" for size in (0, 3, 7)]

    assert faults(bundle) == []
    assert faults(bundle, "--vkey", tmp_path / "key", *kept) == []


def test_a_record_without_a_leaf_and_one_without_an_opening_are_good(tmp_path: Path) -> None:
    closed = Record()
    closed.add("hearings/1", "proposed", {}, public=False)

    assert faults(Record().write(tmp_path / "empty")) == []
    assert faults(closed.write(tmp_path / "closed")) == []


@pytest.mark.parametrize("size", range(20))
def test_every_size_of_the_tree_gives_the_root_of_the_definition(
    size: int, tmp_path: Path
) -> None:  # fmt: skip
    record = Record()
    for number in range(size):
        record.add(f"hearings/{number}", "proposed", {}, public=False)

    assert faults(record.write(tmp_path / "bundle", range(size))) == []


def test_the_key_that_is_given_is_the_bundles_own(tmp_path: Path) -> None:
    good(tmp_path / "bundle")
    (tmp_path / "other").write_bytes(OTHER.vkey)

    told = ["--vkey: the bundle has another key"]
    assert faults(tmp_path / "bundle", "--vkey", tmp_path / "other") == told
    assert faults(tmp_path / "bundle", "--vkey", tmp_path / "none") == [
        "--vkey: cannot be read (FileNotFoundError)"
    ]


@pytest.mark.parametrize("key", [OTHER, Key(origin="another.example")])
def test_a_checkpoint_that_the_key_has_not_signed_is_none(key: Key, tmp_path: Path) -> None:
    record = good(tmp_path)
    (tmp_path / LAST).write_bytes(key.note(7, record.root(), 2))

    assert faults(tmp_path) == [
        "checkpoint '000000000007': is of another origin or another key",
        "leaves.bin: has 7 leaves, the largest checkpoint 3",
    ]


def test_a_signature_of_something_else_is_none(tmp_path: Path) -> None:
    record = good(tmp_path)
    (tmp_path / LAST).write_bytes(
        KEY.note(7, record.root(), 2).replace(b"\n7\n", b"\n3\n")
    )  # fmt: skip

    assert faults(tmp_path)[0] == "checkpoint '000000000007': the signature is not by the key"


def test_no_leaf_occurs_twice(tmp_path: Path) -> None:
    record = Record()
    leaf = record.add("hearings/1", "proposed", {}, public=False)
    record.leaves.append(leaf)

    assert faults(record.write(tmp_path / "b")) == ["leaf 1: is the same as leaf 0"]


@pytest.mark.parametrize("size", [6, 8])
def test_the_largest_checkpoint_is_of_all_leaves(size: int, tmp_path: Path) -> None:
    record = good(tmp_path)
    (tmp_path / LAST).unlink()
    note = KEY.note(size, record.root(size), record.registers(size))
    (tmp_path / f"checkpoints/{size:012}").write_bytes(note)

    assert faults(tmp_path)[0] == f"leaves.bin: has 7 leaves, the largest checkpoint {size}"


def test_without_a_checkpoint_nothing_is_good(tmp_path: Path) -> None:
    Record().write(tmp_path / "b")
    (tmp_path / "b/checkpoints/000000000000").unlink()

    assert faults(tmp_path / "b") == ["leaves.bin: has 0 leaves, the largest checkpoint none"]


@pytest.mark.parametrize("size", [0, 3, 7])
def test_the_root_at_every_checkpoint_is_the_one_that_was_signed(size: int, tmp_path: Path) -> None:
    record = good(tmp_path)
    note = KEY.note(size, bytes(32), record.registers(size))
    (tmp_path / f"checkpoints/{size:012}").write_bytes(note)

    told = f"what was signed is not the root of the first {size} leaves"
    assert faults(tmp_path) == [f"checkpoint '{size:012}': {told}"]


def test_no_two_leaves_change_places_under_a_checkpoint_that_was_kept(tmp_path: Path) -> None:
    good(tmp_path / "good")
    kept = tmp_path / "good" / LAST
    for order in permutations(range(3)):
        record = Record()
        for number in order:
            record.add(f"hearings/{number}", "proposed", {}, public=False)
        record.write(tmp_path / str(order))
        if order == (0, 1, 2):
            kept = tmp_path / str(order) / "checkpoints/000000000003"

    fine = [order for order in permutations(range(3))
            if not faults(tmp_path / str(order), "--checkpoint", kept)]  # fmt: skip
    assert fine == [(0, 1, 2)]


def test_a_record_put_back_is_seen_by_a_checkpoint_that_was_kept_and_not_without(
    tmp_path: Path,
) -> None:
    record = good(tmp_path / "bundle")
    copytree(tmp_path / "bundle", tmp_path / "kept")
    older = Record(record.leaves[:4]).write(tmp_path / "older")

    kept = tmp_path / "kept" / LAST
    assert faults(older) == []
    assert faults(older, "--checkpoint", kept) == [
        f"--checkpoint '{kept}': is of 7 leaves, and there are 4"
    ]


def opened(record: Record, *numbers: int) -> bytes:
    return b"".join(record.leaves[number].opening(number) for number in numbers)


@pytest.mark.parametrize(("change", "told"), [
    (lambda record: opened(record, 0, 2, 2, 3, 4, 6), "leaf 2: is opened twice"),
    (lambda record: opened(record, 2, 0, 3, 4, 6), "leaf 0: is opened twice, or not in the order"),
    (lambda record: opened(record, 0, 2, 3, 4, 6) + record.leaves[6].opening(7),
     "leaf 7: there is no such leaf"),
    (lambda record: record.leaves[0].opening(0) + record.leaves[0].opening(2)
     + opened(record, 3, 4, 6), "leaf 2: what is opened is not what the leaf commits to"),
])  # fmt: skip
def test_an_opening_is_of_the_leaf_it_names_and_stands_once(
    change: Callable[[Record], bytes], told: str, tmp_path: Path
) -> None:
    record = good(tmp_path)
    (tmp_path / "openings.jsonl").write_bytes(change(record))

    assert any(fault.startswith(told) for fault in faults(tmp_path))


@pytest.mark.parametrize("salt_kept", [True, False])
def test_an_opening_with_another_salt_or_text_is_of_no_leaf(
    salt_kept: bool, tmp_path: Path
) -> None:
    record = good(tmp_path)
    leaf = record.leaves[2]
    if salt_kept:
        record.leaves[2] = Leaf(leaf.stream, leaf.salt, leaf.body.replace(b"50", b"51"))
    else:
        record.leaves[2] = Leaf(leaf.stream, bytes(32), leaf.body)
    (tmp_path / "openings.jsonl").write_bytes(opened(record, 0, 2, 3, 4, 6))

    assert faults(tmp_path)[0] == "leaf 2: what is opened is not what the leaf commits to"
