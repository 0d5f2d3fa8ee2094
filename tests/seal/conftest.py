"""A record that was sealed three times, for the tests that tamper with it."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.seal.tampering import Scene, drop, set_scene


@pytest.fixture(scope="session")
def scene(server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    made = asyncio.run(set_scene(server, template, tmp_path_factory.mktemp("scene")))
    yield made
    asyncio.run(drop(server, made.older, made.database))


@pytest.fixture
def folder(scene: Scene, tmp_path: Path) -> Path:
    """A copy of the bundle."""
    return Path(shutil.copytree(scene.folder, tmp_path / "bundle"))
