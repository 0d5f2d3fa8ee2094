"""Mounts the forgetful file system: killing this process is pulling the plug.

python -m tests.faults.powerfs STORE MOUNTED_AT
"""

import os
import sys

import mfusepy

from tests.faults.forgetful import Forgetful


class Mounted(Forgetful, mfusepy.Operations):  # type: ignore[misc]
    """With all else that a file system is asked for."""


def asking() -> tuple[int, int]:
    uid, gid, _ = mfusepy.fuse_get_context()
    return uid, gid


def main(store: str, at: str) -> None:
    """What root makes here belongs to whoever asked for it, and everybody may come in."""
    root = os.geteuid() == 0
    everybody = {"allow_other": True} if root else {}
    files = Mounted(store, asking if root else None)
    mfusepy.FUSE(files, at, foreground=True, nothreads=True, **everybody)


if __name__ == "__main__":
    main(*sys.argv[1:])
