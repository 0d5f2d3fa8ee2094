"""A file system that forgets: what is written lies in this process alone until it is fsynced.

Limit: names (creating, renaming, removing) count as durable at once.
"""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

PAGE = 8192
STAT = (
    "st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime_ns", "st_mtime_ns",
    "st_ctime_ns",
)  # fmt: skip
STATVFS = (
    "f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_favail", "f_ffree", "f_files", "f_flag",
    "f_frsize", "f_namemax",
)  # fmt: skip


@dataclass
class Unsynced:
    """What a file would be like, had it been fsynced."""

    size: int
    pages: dict[int, bytearray] = field(default_factory=dict)


class Forgetful:
    use_ns = True

    def __init__(self, store: str, owner: Callable[[], tuple[int, int]] | None = None) -> None:
        self.store = store
        self.owner = owner  # To whom belongs what is made here.
        self.unsynced: dict[str, Unsynced] = {}

    def at(self, path: str) -> str:
        return self.store + path

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        found = os.lstat(self.at(path))
        told = {name.removesuffix("_ns"): getattr(found, name) for name in STAT}
        if path in self.unsynced:
            told["st_size"] = self.unsynced[path].size
        return told

    def readdir(self, path: str, fh: int) -> list[str]:
        return [".", "..", *os.listdir(self.at(path))]

    def statfs(self, path: str) -> dict[str, Any]:
        found = os.statvfs(self.store)
        return {name: getattr(found, name) for name in STATVFS}

    def chmod(self, path: str, mode: int, fh: int | None = None) -> int:
        os.chmod(self.at(path), mode)
        return 0

    def chown(self, path: str, uid: int, gid: int, fh: int | None = None) -> int:
        os.chown(self.at(path), uid, gid)
        return 0

    def utimens(self, path: str, times: Any = None, fh: int | None = None) -> int:
        os.utime(self.at(path), ns=times)
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        os.mkdir(self.at(path), mode)
        self.hand_over(path)
        return 0

    def rmdir(self, path: str) -> int:
        os.rmdir(self.at(path))
        return 0

    def create(self, path: str, mode: int, fi: Any = None) -> int:
        os.close(os.open(self.at(path), os.O_CREAT | os.O_WRONLY, mode))
        self.hand_over(path)
        return 0

    def hand_over(self, path: str) -> None:
        if self.owner is not None:
            os.chown(self.at(path), *self.owner())

    def unlink(self, path: str) -> int:
        self.unsynced.pop(path, None)
        os.unlink(self.at(path))
        return 0

    def rename(self, old: str, new: str, flags: int = 0) -> int:
        os.rename(self.at(old), self.at(new))
        self.unsynced.pop(new, None)
        for path in [one for one in self.unsynced if one == old or one.startswith(f"{old}/")]:
            self.unsynced[new + path.removeprefix(old)] = self.unsynced.pop(path)
        return 0

    def open(self, path: str, flags: int) -> int:
        if not os.path.exists(self.at(path)):
            raise OSError(errno.ENOENT, path)
        return 0

    def begun(self, path: str) -> Unsynced:
        if path not in self.unsynced:
            self.unsynced[path] = Unsynced(os.path.getsize(self.at(path)))
        return self.unsynced[path]

    def page(self, path: str, number: int) -> bytearray:
        """As it reads now, unsynced or not; past the end it is zeros."""
        held = self.unsynced.get(path)
        if held and number in held.pages:
            return held.pages[number]
        with open(self.at(path), "rb") as file:
            file.seek(number * PAGE)
            return bytearray(file.read(PAGE).ljust(PAGE, b"\0"))

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        held = self.begun(path)
        if length < held.size:
            whole, rest = divmod(length, PAGE)
            # What was cut off reads as zeros when the file grows again, also on what lies below.
            for number in range(whole, (held.size + PAGE - 1) // PAGE):
                page = self.page(path, number)
                page[rest if number == whole else 0 :] = b""
                held.pages[number] = page.ljust(PAGE, b"\0")
        held.size = length
        return 0

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        held = self.unsynced.get(path)
        if held is None:
            with open(self.at(path), "rb") as file:
                file.seek(offset)
                return file.read(size)
        end = min(offset + size, held.size)
        pages = range(offset // PAGE, (end + PAGE - 1) // PAGE)
        whole = b"".join(bytes(self.page(path, number)) for number in pages)
        begin = offset % PAGE
        return whole[begin : begin + max(0, end - offset)]

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        held, done = self.begun(path), 0
        while done < len(data):
            number, begin = divmod(offset + done, PAGE)
            taken = min(PAGE - begin, len(data) - done)
            page = held.pages.setdefault(number, self.page(path, number))
            page[begin : begin + taken] = data[done : done + taken]
            done += taken
        held.size = max(held.size, offset + len(data))
        return len(data)

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        if held := self.unsynced.pop(path, None):
            with open(self.at(path), "r+b") as file:
                file.truncate(held.size)
                for number, page in held.pages.items():
                    file.seek(number * PAGE)
                    file.write(page[: max(0, min(PAGE, held.size - number * PAGE))])
        return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        return 0
