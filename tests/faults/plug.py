"""A disk whose plug can be pulled: the forgetful file system, mounted and remounted."""

import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.faults.serving import ROOT

NEEDS = "a power cut needs /dev/fuse and libfuse (Debian: apt-get install fuse3)"
SBIN = "/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin"


def possible() -> bool:
    """Whether file systems of our own can be mounted here. Root may install what is missing."""
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return False
    apt = shutil.which("apt-get")
    if not found() and apt and os.geteuid() == 0:
        print("Installing fuse3, which is not here …", file=sys.stderr)
        path = f"{os.environ.get('PATH', '')}:{SBIN}"
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PATH": path}
        for words in (("update",), ("install", "-y", "--no-install-recommends", "fuse3")):
            subprocess.run([apt, *words], check=False, capture_output=True, env=quiet)  # noqa: S603
    return found() and mounts()


def found() -> bool:
    return any(ctypes.util.find_library(name) for name in ("fuse3", "fuse"))


def mounts() -> bool:
    """Root may; so may others by way of the program fusermount. In a container perhaps nobody."""
    return os.geteuid() == 0 or shutil.which("fusermount3") is not None


@dataclass
class Disk:
    """What lies in `store` shows at `at`; what is not fsynced lies nowhere."""

    store: Path
    at: Path
    process: subprocess.Popen[bytes] | None = None

    def mount(self) -> None:
        self.at.mkdir(exist_ok=True)
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "tests.faults.powerfs", str(self.store), str(self.at)],
            cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        until = time.monotonic() + 30
        while not os.path.ismount(self.at):
            if self.process.poll() is not None or time.monotonic() > until:
                assert self.process.stderr is not None
                raise RuntimeError(f"nothing is mounted: {self.process.stderr.read()[-1000:]!r}")
            time.sleep(0.02)

    def pull(self) -> None:
        """The plug. Whoever has a file open there hears that the line is dead."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def unmount(self) -> None:
        words = ["umount", "-l"] if os.geteuid() == 0 else ["fusermount3", "-u", "-z"]
        path = f"{os.environ.get('PATH', '')}:{SBIN}"
        subprocess.run(  # noqa: S603
            [*words, str(self.at)], check=False, capture_output=True, env={"PATH": path}
        )
