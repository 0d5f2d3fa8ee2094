"""What is not whole is refused: a damaged backup, a place that is taken, a backup half written."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from chamber.backup import taking
from chamber.backup.archive import check_names
from chamber.backup.folder import Folder
from chamber.backup.restoring import restored
from chamber.backup.source import Source, source
from chamber.database import database
from chamber.embedded.trouble import Trouble
from chamber.settings import Settings
from tests.backup.conftest import BASE
from tests.backup.house import House

pytestmark = pytest.mark.timeout(300)


def nobody(what: str, done: int, of: int) -> None:
    """Nobody looks at the bar."""


@pytest.fixture(scope="module")
def backup(founded: House) -> Iterator[Path]:
    """One that was followed over some pieces of the log."""
    folder = BASE / f"chamber-backup-{uuid4().hex[:8]}"
    follower = founded.follow(folder, "--synchronous")
    asyncio.run(write(founded.dsn()))
    follower.terminate()
    assert follower.wait(timeout=20) == 143
    assert follower.stdout
    follower.stdout.close()
    founded.running.remove(follower)
    yield folder
    shutil.rmtree(folder)


async def write(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    await connection.execute("CREATE TABLE filler AS SELECT 0 AS number")
    for number in range(4):
        await connection.execute("INSERT INTO filler VALUES ($1)", number)
        await connection.execute("SELECT pg_switch_wal()")
    await connection.execute("INSERT INTO filler SELECT generate_series(1, 2000)")
    await connection.close()


@pytest.fixture
def copy(backup: Path, place: Path) -> Folder:
    subprocess.run(["/bin/cp", "-a", backup, place / "copy"], check=True)  # noqa: S603
    return Folder(place / "copy")


def restore(folder: Folder, into: Path) -> None:
    with restored(folder, into, bin_dir=None, until=None, told=nobody):
        pass


def flip(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        [byte] = file.read(1)
        file.seek(offset)
        file.write(bytes([byte ^ 0x10]))


def largest(folder: Folder) -> Path:
    return max((folder.base / "base").rglob("*"), key=lambda path: path.stat().st_size)


def of_base(folder: Folder) -> Path:
    """The piece of the log from which recovery begins."""
    return min((folder.base / "pg_wal").glob("0*"))


def received(folder: Folder) -> list[Path]:
    return sorted(folder.wal.iterdir())


def last_written(path: Path) -> int:
    return len(path.read_bytes().rstrip(b"\0")) - 1


DAMAGES: dict[str, Callable[[Folder], None]] = {
    "a byte of a table": lambda it: flip(largest(it), largest(it).stat().st_size // 2),
    "a byte of a setting": lambda it: flip(it.base / "postgresql.conf", 10),
    "a byte of the manifest": lambda it: flip(it.manifest, it.manifest.stat().st_size // 2),
    "a file of the base": lambda it: largest(it).unlink(),
    "a log of the base": lambda it: of_base(it).unlink(),
    "the first piece": lambda it: (it.wal / of_base(it).name).unlink(),
    "a piece between": lambda it: received(it)[2].unlink(),
    "the last piece": lambda it: received(it)[-1].unlink(),
    "a byte of a piece between": lambda it: flip(received(it)[2], 200),
    "a byte of the last piece": lambda it: flip(received(it)[-1], 8192 * 3 + 100),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused(copy: Folder, place: Path, damage: str) -> None:
    DAMAGES[damage](copy)

    with pytest.raises(Trouble, match="The backup is damaged"):
        restore(copy, place / "again")
    assert not list((place / "again").glob("pg*"))


def test_the_same_backup_without_the_damage_is_restored(copy: Folder, place: Path) -> None:
    restore(copy, place / "again")
    assert (place / "again" / "pg18" / "PG_VERSION").exists()

    before = sorted((place / "again" / "pg18").rglob("*"))
    with pytest.raises(Trouble, match=r"There is a database in .* already"):
        restore(copy, place / "again")
    assert sorted((place / "again" / "pg18").rglob("*")) == before


def test_half_a_record_at_the_end_was_never_acknowledged_and_is_no_damage(
    copy: Folder, place: Path
) -> None:
    [*_, last] = received(copy)
    size, written = last.stat().st_size, last_written(last)
    os.truncate(last, written - 20)
    os.truncate(last, size)

    check_names(copy)
    restore(copy, place / "again")


def test_a_folder_that_is_not_empty_is_left_as_it_is(founded: House, place: Path) -> None:
    (place / "mine").write_text("a letter")
    refused = founded.do("backup", str(place))
    assert refused.returncode == 1
    assert refused.stderr == f"chamber: {place} is not empty; name a new folder for the backup.\n"
    assert (place / "mine").read_text() == "a letter"

    nowhere = House(place / "nowhere", "")
    refused = nowhere.do("backup", str(place / "new"))
    assert refused.returncode == 1
    assert "There is no database in" in refused.stderr
    assert not (place / "nowhere").exists()


def test_what_is_damaged_while_it_is_written_never_gets_its_name(
    founded: House, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive = taking.receive

    def and_damage(of: Source, part: Folder, told: taking.Told) -> None:
        receive(of, part, told)
        assert part.path.stat().st_mode & 0o777 == 0o700
        flip(largest(part), 5000)

    monkeypatch.setattr(taking, "receive", and_damage)
    with database(Settings(chamber_data=founded.home)) as at:
        of = source(at.owner, None)
        with pytest.raises(Trouble, match="The backup is damaged"):
            taking.take(of, place / "new", to_be_followed=True, told=nobody)
        kept = of.ask("SELECT slot_name FROM pg_replication_slots WHERE NOT active")
    assert not list(place.iterdir())
    assert len(kept) <= 1  # That of the other backup in this file, at the most.


def test_a_moment_without_its_zone_is_asked_for_again(founded: House, place: Path) -> None:
    into = ("--into", str(place / "again"), "--until")
    for moment, told in (("2026-04-01T12:00:00", "its zone"), ("yesterday", "is no moment")):
        refused = founded.do("restore", str(place), *into, moment)
        assert refused.returncode == 2
        assert told in refused.stderr
        assert refused.stderr.count("\n") == 1
