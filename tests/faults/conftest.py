"""One town for all faults of a test run, and a seed that is told when something fails."""

import os
import secrets
from collections.abc import Callable, Iterator

import pytest

from tests.faults.errand import Errand
from tests.faults.ground import Ground, ground


@pytest.fixture(scope="session")
def town_on_disk() -> Iterator[Ground]:
    with ground() as here:
        yield here


@pytest.fixture
def errand(town_on_disk: Ground) -> Callable[[int], Errand]:
    """An errand of so many faults. SEED in the environment throws the same dice again."""
    seed = os.environ.get("SEED") or secrets.token_hex(4)
    print(f"SEED={seed}")

    def of(number: int) -> Errand:
        home = town_on_disk.home.parent / secrets.token_hex(4)
        return Errand(town_on_disk, home, seed, lambda done: done >= number)

    return of
