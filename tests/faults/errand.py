"""One run of faults: on whose ground, from which seed, and until how many are done."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.ground import Ground
from tests.faults.town import Town


@dataclass(frozen=True)
class Errand:
    ground: Ground
    home: Path  # Where it may make its own cluster; nothing is there yet.
    seed: str
    enough: Callable[[int], bool]
    told: Callable[[int], None] = lambda number: None  # Of each fault, for the progress bar.

    @property
    def town(self) -> Town:
        return self.ground.town

    def dice(self, of: str) -> random.Random:
        """The same for each run of one seed."""
        return random.Random(f"{self.seed}/{of}")  # noqa: S311 -- to be thrown again.
