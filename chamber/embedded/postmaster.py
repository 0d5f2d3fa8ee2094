"""Whether the server of a data directory lives. Numbers of processes are reused; we look closer."""

import os
from pathlib import Path


def lives(data: Path, socket: Path) -> bool:
    number = written(data / "postmaster.pid")
    return number is not None and is_postmaster(number, socket)


def is_postmaster(number: int, socket: Path) -> bool:
    """Its command line names the socket's directory, which belongs to one data directory alone.

    The command line of a dead process that nobody reaped is empty. (Its working directory would
    tell more, but in a container root may not read that of another user's process.)
    """
    try:
        words = Path("/proc", str(number), "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return os.path.basename(words[0]) == b"postgres" and os.fsencode(socket) in words


def helpers(data: Path, socket: Path) -> list[str]:
    """What its processes call themselves; none where the system does not tell."""
    number = written(data / "postmaster.pid")
    if number is None or not is_postmaster(number, socket):
        return []
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return []
    return [title(int(child)) for child in children]


def title(number: int) -> str:
    try:
        return Path("/proc", str(number), "cmdline").read_text(errors="replace")
    except OSError:
        return ""  # It has just ended.


def forget_strangers(data: Path, socket: Path) -> None:
    """Remove the lock files that name a process which is not this server.

    PostgreSQL sees by itself when a number belongs to nobody. When it belongs to somebody else, or
    to a dead process that nobody reaped, it would believe that it runs already.
    """
    for lock in (data / "postmaster.pid", socket / ".s.PGSQL.5432.lock"):
        number = written(lock)
        if number is not None and exists(number) and not is_postmaster(number, socket):
            lock.unlink()


def written(lock: Path) -> int | None:
    """The number in a lock file; None where there is no such file, or nothing in it yet."""
    try:
        return abs(int(lock.read_text().split()[0]))
    except (OSError, ValueError, IndexError):
        return None


def exists(number: int) -> bool:
    return Path("/proc", str(number)).exists()
