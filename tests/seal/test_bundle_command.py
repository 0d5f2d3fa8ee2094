"""`chamber bundle`: a whole bundle in an empty folder, or nothing."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.commands import bundle as bundling
from chamber.settings import settings
from tests.record.roster import person
from tests.record.unguarded import UNGUARDED
from tests.seal.sealed import seal_all
from tests.seal.second import faults
from tests.seal.tampering import as_owner
from tests.seal.test_commands import lines, run


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """`chamber bundle`, where that is the database."""

    def bundle(database: str, folder: Path) -> Result:
        monkeypatch.setenv("DATABASE_URL", database)
        monkeypatch.setenv("CHAMBER_DATA", str(tmp_path / "data"))
        settings.cache_clear()
        try:
            return run("bundle", folder)
        finally:
            settings.cache_clear()

    monkeypatch.setattr(bundling, "WAITS_SECONDS", 0)
    return bundle


async def test_a_bundle_is_written_into_an_empty_folder_and_nowhere_else(
    session: AsyncSession, database: str, asked: Callable[..., Result], tmp_path: Path
) -> None:
    await person(session)
    await session.commit()
    await seal_all(database, tmp_path / "seal")
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "new/deep", tmp_path / "empty"):
        told = await asyncio.to_thread(asked, database, folder)
        assert (told.exit_code, lines(told)) == (0, [f"2 leaves are in {folder}."])
        assert run("verify", folder).exit_code == 0
        assert faults(folder) == []

    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
    told = await asyncio.to_thread(asked, database, folder)
    assert (told.exit_code, told.stdout) == (1, "")
    assert f"{folder} is not empty." in told.stderr
    assert before == sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))


@pytest.mark.parametrize("there", [True, False])
async def test_what_is_not_covered_leaves_nothing_behind(
    session: AsyncSession, database: str, there: bool, asked: Callable[..., Result], tmp_path: Path
) -> None:
    await person(session)
    await session.commit()
    if there:
        (tmp_path / "b").mkdir()

    told = await asyncio.to_thread(asked, database, tmp_path / "b")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "No checkpoint covers the whole record" in told.stderr
    assert (tmp_path / "b").exists() is there
    assert not there or not list((tmp_path / "b").iterdir())


async def test_a_bundle_that_was_begun_leaves_nothing_behind(
    session: AsyncSession, database: str, asked: Callable[..., Result], tmp_path: Path
) -> None:
    """The last register is no text any more, and that is found when the first acts are written."""
    await person(session)
    await session.commit()
    await seal_all(database, tmp_path / "seal")
    (tmp_path / "file").write_bytes(b"")
    told = await asyncio.to_thread(asked, database, tmp_path / "file/b")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "file/b cannot be written (NotADirectoryError)" in told.stderr

    loose = "ALTER TABLE register ALTER COLUMN commitment DROP EXPRESSION"
    await as_owner(database, *UNGUARDED, loose, r"UPDATE register SET body = '\xff'")
    told = await asyncio.to_thread(asked, database, tmp_path / "b")
    assert (told.exit_code, told.stdout) == (1, "")
    assert isinstance(told.exception, UnicodeDecodeError)
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    ("database", "said"),
    [("", "No database is running in "), ("postgres://x@127.0.0.1:1/x", "The database is away")],
)
def test_without_a_database_nothing_is_written_or_started(
    database: str, said: str, asked: Callable[..., Result], tmp_path: Path
) -> None:
    told = asked(database, tmp_path / "b")
    assert (told.exit_code, told.stdout) == (1, "")
    assert said in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
