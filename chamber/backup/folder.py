"""The folder of a backup: written under another name first, and locked by who writes in it."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chamber.embedded.trouble import Trouble

OURS = {"base", "wal", "slot", "reached", "reached.new"}


@dataclass(frozen=True)
class Folder:
    path: Path

    @property
    def base(self) -> Path:
        return self.path / "base"

    @property
    def wal(self) -> Path:
        return self.path / "wal"

    @property
    def slot(self) -> Path:
        return self.path / "slot"

    @property
    def reached(self) -> Path:
        return self.path / "reached"

    @property
    def manifest(self) -> Path:
        return self.base / "backup_manifest"

    def start(self) -> tuple[int, int]:
        """The timeline, and the place in the write-ahead log, from which recovery begins."""
        try:
            ranges = json.loads(self.manifest.read_bytes())["WAL-Ranges"]
            return ranges[0]["Timeline"], place_in_log(ranges[0]["Start-LSN"])
        except (OSError, ValueError, LookupError) as error:
            raise Trouble(f"{self.path} is not a backup: its manifest cannot be read") from error

    def reach(self, name: str) -> None:
        """Remember the newest piece received: that it is missing later could not be seen else."""
        if self.reached.exists() and self.reached.read_text() == f"{name}\n":
            return
        part = self.path / "reached.new"
        part.write_text(f"{name}\n")
        part.replace(self.reached)


def place_in_log(written: str) -> int:
    """PostgreSQL writes a place in its log as two hexadecimal numbers: 0/2000028."""
    high, low = written.split("/")
    return (int(high, 16) << 32) + int(low, 16)


@contextmanager
def written_whole(path: Path) -> Iterator[Folder]:
    """A new folder that gets its name when all is in it. Raises Trouble where something stands."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise Trouble(f"{path} is not empty; name a new folder for the backup.")
    part = path.with_name(f"{path.name}.part")
    try:
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"{part} cannot be written: {error.strerror}") from error
    with locked(part):
        if not {entry.name for entry in part.iterdir()} <= OURS:
            raise Trouble(f"{part} holds something else than a backup that was broken off.")
        empty(part)
        part.chmod(0o700)
        try:
            yield Folder(part)
            part.rename(path)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    sync(path.parent)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One program at a time writes in a folder; the lock stays when the folder is renamed."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise Trouble(f"{path} cannot be used: {error.strerror}") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Trouble(f"Another program is writing the backup in {path}.") from None
    finally:
        os.close(handle)


def empty(path: Path) -> None:
    for entry in path.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def sync(directory: Path) -> None:
    """A new name in a directory outlives a power cut only after this."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
