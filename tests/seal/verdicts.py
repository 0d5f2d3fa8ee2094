"""What both verifiers say of a bundle; they share no code, and must come to the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from chamber.seal.verifying import verify
from tests.seal.second import faults
from tools import verify_bundle

# The multiples of a key are worked out once, and not for each of a hundred thousand bundles: they
# are most of what the second verifier does.
verify_bundle.table = lru_cache(maxsize=8)(verify_bundle.table)


@dataclass(frozen=True)
class Verdicts:
    ours: list[str]  # The faults that chamber verify tells.
    second: list[str]  # And those of tools/verify_bundle.py.

    @property
    def good(self) -> bool:
        """To both; where only one takes it, there is a difference."""
        return not self.ours and not self.second

    @property
    def agreed(self) -> bool:
        return bool(self.ours) == bool(self.second)

    def name(self, ours: str, second: str) -> bool:
        """Whether a fault of each says this."""
        return any(ours in one for one in self.ours) and any(second in one for one in self.second)


def verdicts(folder: Path, vkey: Path | None = None, kept: Sequence[Path] = ()) -> Verdicts:
    options: list[str | Path] = ["--vkey", vkey] if vkey else []
    for one in kept:
        options += ["--checkpoint", one]
    return Verdicts(verify(folder, vkey, kept).faults, faults(folder, *options))


@dataclass
class Outcome:
    """Of many bundles."""

    tried: int = 0
    unchanged: int = 0  # Changes that came to the same bytes.
    less: int = 0  # Left out without a trace, as docs/record.md says.
    good: int = 0
    differing: int = 0  # One verifier takes it, the other does not.

    def add(self, found: Verdicts) -> None:
        self.tried += 1
        self.good += found.good
        self.differing += not found.agreed

    def join(self, other: "Outcome") -> None:
        for name, number in vars(other).items():
            setattr(self, name, getattr(self, name) + number)
