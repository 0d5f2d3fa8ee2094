"""Both verifiers take a good bundle for good, and each names what was done to another."""

from pathlib import Path

from chamber.seal.verifying import verify
from tests.seal.second import faults, good


def test_a_good_bundle_is_good_to_both(tmp_path: Path) -> None:
    good(tmp_path / "bundle")

    assert verify(tmp_path / "bundle").faults == faults(tmp_path / "bundle") == []
