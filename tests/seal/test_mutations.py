"""No bundle of which any byte was changed is taken for the record; `make tamper` tries 100,000."""

import os
import secrets
from pathlib import Path

import pytest

from tests.seal.mutating import files, is_less, mutate, rich
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
    lines = good["openings.jsonl"].splitlines(keepends=True)
    notes = sorted(name for name in good if name.startswith("checkpoints"))

    assert is_less(good, {name: one for name, one in good.items() if name != notes[0]})
    assert not is_less(good, {name: one for name, one in good.items() if name != notes[-1]})
    assert not is_less(good, {name: one for name, one in good.items() if name != "leaves.bin"})
    assert not is_less(good, good | {"more": b""})
    assert is_less(good, good | {"openings.jsonl": b""})
    for number in range(1, len(lines)):
        is_register = b'\\"stream\\":\\"register\\"' in lines[number - 1]
        assert is_less(good, good | {"openings.jsonl": b"".join(lines[:number])}) is is_register
        cut = b"".join(lines[:number])[:-1]
        assert not is_less(good, good | {"openings.jsonl": cut})
