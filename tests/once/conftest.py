"""One town for all races of a test run; each test has a copy of it."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.walk.eras import ERAS
from tests.walk.ground import Place, drop, settle


@pytest.fixture(scope="session")
def place(server: str, template: str) -> Iterator[Place]:
    settled = asyncio.run(settle(server, template, next(e for e in ERAS if e.name == "vacant")))
    yield settled
    asyncio.run(drop(server, settled.database))
