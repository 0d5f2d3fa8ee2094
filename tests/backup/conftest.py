"""A house with a clerk in it, made once and copied for each test that destroys it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.backup.house import House

MEMORY = Path("/dev/shm")  # noqa: S108 -- nothing in it is kept
BASE = MEMORY if MEMORY.is_dir() else Path("/var/tmp")  # noqa: S108


@pytest.fixture(scope="session")
def founded() -> Iterator[House]:
    """Migrated, with one clerk, and not running."""
    house = House(BASE / f"chamber-founded-{uuid4().hex[:8]}", "")
    made = house.do("migrate")
    assert made.returncode == 0, made.stderr
    house.do("user", "add", "clerk", "--role", "secretariat", "--chamber", "mazhilis")
    issued = house.do("user", "token", "clerk", "--label", "tests")
    house.token = issued.stdout.split(": ")[1].strip()
    yield house
    house.destroy()


@pytest.fixture
def place() -> Iterator[Path]:
    """For what is restored, and for the backups themselves."""
    place = BASE / f"chamber-test-{uuid4().hex[:8]}"
    place.mkdir(mode=0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture
def house(founded: House) -> Iterator[House]:
    home = founded.home.with_name(f"chamber-house-{uuid4().hex[:8]}")
    subprocess.run(["/bin/cp", "-a", founded.home, home], check=True)  # noqa: S603
    house = House(home, founded.token)
    yield house
    if home.exists():
        house.destroy()
