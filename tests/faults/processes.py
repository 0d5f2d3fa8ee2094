"""Processes, found in /proc and killed by their numbers: only what descends from our own."""

import os
import signal
from contextlib import suppress
from pathlib import Path


def children(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # It has just ended.
            state, up, *_ = path.read_text().rpartition(") ")[2].split()
            if int(up) == parent and state != "Z":
                found.append(int(path.parent.name))
    return sorted(found)


def kill(pid: int) -> bool:
    """SIGKILL. Whether it was still there."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False


def kill_tree(pid: int) -> None:
    """A process and its children. It is held still first: no new ones come in between."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGSTOP)
        for child in children(pid):
            kill(child)
        os.kill(pid, signal.SIGKILL)
