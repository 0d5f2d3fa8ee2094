"""No bundle of which any byte was changed is taken for the record; `make tamper` tries 100,000."""

import os
import secrets
from pathlib import Path

import pytest

from tests.seal.mutating import files, is_less, mutate, put, rich
from tests.seal.verdicts import verdicts

SEED = os.environ.get("SEED") or str(secrets.randbelow(10**6))


@pytest.mark.parametrize("part", range(5))
def test_no_changed_bundle_is_accepted_by_either_verifier(part: int, tmp_path: Path) -> None:
    complaints: list[str] = []
    found = mutate(tmp_path / "bundle", f"{SEED}/{part}", 100, complaints.append)

    assert complaints == [], f"SEED={SEED}"
    assert (found.tried, found.good, found.differing) == (100, 0, 0)
    assert found.unchanged + found.less < 50


def test_each_byte_of_a_bundle_counts(tmp_path: Path) -> None:
    """The first and the last of every file, and one in the middle; each in its lowest bit."""
    good = rich(tmp_path / "b")
    for name, content in good.items():
        for at in (0, len(content) // 2, len(content) - 1):
            changed = bytearray(content)
            changed[at] ^= 1
            (tmp_path / "b" / name).write_bytes(changed)
            found = verdicts(tmp_path / "b")
            assert found.ours, f"{name} {at}"
            assert found.second, f"{name} {at}"
        (tmp_path / "b" / name).write_bytes(content)


def test_only_what_nobody_can_see_passes_for_less(tmp_path: Path) -> None:
    good = rich(tmp_path / "b")
    assert files(tmp_path / "b") == good
    notes = sorted(name for name in good if name.startswith("checkpoints"))

    assert is_less(good, {name: one for name, one in good.items() if name != notes[0]})
    assert not is_less(good, {name: one for name, one in good.items() if name != notes[-1]})
    assert not is_less(good, {name: one for name, one in good.items() if name != "leaves.bin"})
    assert not is_less(good, good | {"more": b""})
    assert not is_less(good, good | {notes[0]: good[notes[1]]})


def test_openings_that_end_too_early_are_seen(tmp_path: Path) -> None:
    """After whichever line, also where a register is the last that is left."""
    good = rich(tmp_path / "b")
    lines = good["openings.jsonl"].splitlines(keepends=True)
    for number in range(len(lines)):
        changed = good | {"openings.jsonl": b"".join(lines[:number])}
        put(tmp_path / "b", good, changed)
        found = verdicts(tmp_path / "b")
        assert found.ours, number
        assert found.second, number
        assert not is_less(good, changed)
