"""Both verifiers come to the same: on good bundles, and on broken ones that know the format."""

import os
import secrets
from pathlib import Path

import pytest

from chamber.seal.notes import SMALL_ORDER, Key, Wrong
from chamber.seal.verifying import verify
from tests.seal.agreeing import judge_broken, judge_good
from tests.seal.breaking import SIGNED
from tests.seal.breaking_files import WEAK, key_id
from tests.seal.breaking_folders import FOLDERS
from tests.seal.building import KEY, Record, based
from tests.seal.second import faults, good
from tests.seal.test_second_verifier_keys import SMALL
from tests.seal.verdicts import verdicts
from tools.verify_bundle import encoded

SEED = os.environ.get("SEED") or str(secrets.randbelow(10**6))


def test_a_good_bundle_is_good_to_both(tmp_path: Path) -> None:
    good(tmp_path / "bundle")

    assert verify(tmp_path / "bundle").faults == faults(tmp_path / "bundle") == []


def test_any_good_bundle_is_good_to_both(tmp_path: Path) -> None:
    complaints: list[str] = []
    found = judge_good(tmp_path, SEED, 60, complaints.append)

    assert complaints == [], f"SEED={SEED}"
    assert (found.tried, found.good) == (60, 60)


def test_no_broken_bundle_is_good_to_either(tmp_path: Path) -> None:
    complaints: list[str] = []
    found = judge_broken(tmp_path, SEED, 150, complaints.append)

    assert complaints == [], f"SEED={SEED}"
    assert (found.tried, found.good, found.differing) == (150, 0, 0)
    assert len({*SIGNED, *FOLDERS}) == 14


def test_neither_takes_a_key_that_anybody_can_sign_with() -> None:
    assert {int.from_bytes(encoded(one), "little") % 2**255 for one in SMALL} == SMALL_ORDER
    for public in {*WEAK} - {(2).to_bytes(32, "little")}:  # Which is no point: it verifies nothing.
        with pytest.raises(Wrong, match="anybody"):
            Key.read(f"{KEY.origin}+{key_id(public).hex()}+{based(bytes([1]) + public)}")


MOST = 10**12 - 1


@pytest.mark.parametrize(
    ("number", "registers", "fits"),
    [
        (MOST, 0, True), (MOST, MOST, True), (MOST, MOST + 1, False), (MOST + 1, 0, False),
        (7, 7, True), (7, 8, False),
    ],
)  # fmt: skip
def test_a_checkpoint_has_at_most_twelve_digits_and_no_more_registers_than_leaves(
    number: int, registers: int, fits: bool, tmp_path: Path
) -> None:
    """Both tell that leaves are missing, where they can read it at all."""
    folder = Record().write(tmp_path / "b")
    (kept := tmp_path / "kept").write_bytes(KEY.note(number, bytes(32), registers))
    found = verdicts(folder, kept=[kept])

    assert (f"has signed {number}" in found.ours[0]) is fits
    assert ("there are 0" in found.second[0]) is fits
    assert found.agreed
    assert not found.good


def test_the_bundle_s_own_checkpoint_must_cover_it_whatever_was_kept(tmp_path: Path) -> None:
    record = good(tmp_path / "b")
    last = tmp_path / f"b/checkpoints/{len(record.leaves):012}"
    kept = last.rename(tmp_path / "kept")
    found = verdicts(tmp_path / "b", kept=[kept])

    assert found.ours == ["leaf 3: no checkpoint covers it, nor what comes after it"]
    assert found.second == ["leaves.bin: has 7 leaves, the largest checkpoint 3"]


def test_a_register_opens_what_is_not_open_and_says_something(tmp_path: Path) -> None:
    """Hardly anything else is wrong with these."""
    act, register = "the act", "the register"
    for name, wrong, told in (
        ("again", [act], "opens again what is open"),
        ("register", [register], "opens a register"),
        ("nothing", [], "is not in its form"),
    ):
        record = Record()
        known = {act: record.add("a", "k", {}), register: record.register()}
        record.register(opened=[known[one].commitment.hex() for one in wrong])
        found = verdicts(record.write(tmp_path / name))
        assert found.name(f"leaf 2: the register {told}", "leaf 2: "), name


@pytest.mark.parametrize(("longer", "fits"), [(0, True), (1, False)])
def test_a_line_has_at_most_64_mebibytes(longer: int, fits: bool, tmp_path: Path) -> None:
    record = Record()
    empty = record.add("a", "k", {"text": ""})
    length = (1 << 26) - len(empty.opening(0)) + longer
    record = Record()
    record.add("a", "k", {"text": "x" * length})
    record.register()

    found = verdicts(record.write(tmp_path / "b"))
    assert found.agreed
    assert found.good is fits
