"""Where the data of an embedded server lie, for one test."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from tests.embedded.visitor import kill_server

MEMORY = Path("/dev/shm")  # noqa: S108 -- nothing in it is kept


@pytest.fixture
def home() -> Iterator[Path]:
    base = MEMORY if MEMORY.is_dir() else Path("/var/tmp")  # noqa: S108
    home = base / f"chamber-test-{uuid4().hex[:8]}"
    yield home
    for lock in home.glob("**/postmaster.pid"):
        with suppress(ProcessLookupError, ValueError):
            kill_server(lock.parent)
    shutil.rmtree(home, ignore_errors=True)
