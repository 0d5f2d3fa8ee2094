"""What no verifier can see by itself stays known: asserted here, and told by `make tamper`."""

from pathlib import Path

import pytest

from tests.seal.limits import LIMITS, Limit, record, seen
from tests.seal.verdicts import verdicts


def test_the_true_record_is_good(tmp_path: Path) -> None:
    record(tmp_path / "b")
    kept = list((tmp_path / "b/checkpoints").iterdir())

    assert verdicts(tmp_path / "b", tmp_path / "b/vkey", kept).good


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.sentence)
def test_what_is_not_seen_without_help_from_outside(limit: Limit, tmp_path: Path) -> None:
    alone, helped = seen(limit, tmp_path)

    assert not alone
    assert helped is limit.seen_from_outside
