"""Where an embedded server has its data and its socket; the data are made the first time."""

import hashlib
import os
import re
import shutil
import stat
from pathlib import Path

from chamber.embedded.account import Account, account_for
from chamber.embedded.cluster import Cluster
from chamber.embedded.options import INITDB
from chamber.embedded.programs import Programs, found_programs
from chamber.embedded.root import ELSEWHERE, data_within_reach, ours, programs_within_reach
from chamber.embedded.trouble import Trouble


def settle(home: Path, bin_dir: Path | None, *, durable: bool) -> Cluster:
    """A cluster that can be started, made if there is none yet."""
    programs, data = within_reach(home, bin_dir)
    if not data.exists():
        make_cluster(programs, data)
    return Cluster(programs, data, socket_directory(data, programs.account), durable)


def holds_a_cluster(home: Path) -> bool:
    """Here, or where it had to go for root."""
    known = home / ELSEWHERE
    place = Path(known.read_text().strip()) if known.exists() else home
    return any(re.fullmatch(r"pg\d+", entry.name) for entry in place.glob("pg*"))


def within_reach(home: Path, bin_dir: Path | None) -> tuple[Programs, Path]:
    """The programs, and the directory of the data: it need not be there yet."""
    directory = found_programs(bin_dir)
    account = account_for(home / "pg18")
    if account:
        directory = programs_within_reach(directory, account)
        home = data_within_reach(home, account)
    programs = Programs(directory, account)
    # A later major version cannot read the data of this one, and so gets its own directory.
    return programs, home / f"pg{programs.major_version()}"


def make_cluster(programs: Programs, data: Path) -> None:
    """Under another name first: what was begun and not finished must not look finished."""
    part = data.with_name(f"{data.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    if programs.account:
        os.chown(part, programs.account.uid, programs.account.gid)
    status, said = programs.run("initdb", "-D", ".", *INITDB, cwd=part)
    if status:
        raise Trouble(f"The database could not be made in {part}: {said}")
    part.rename(data)


def socket_directory(data: Path, account: Account | None) -> Path:
    """A short path, for a socket's may have 107 bytes; only the server's user may enter it.

    It is named after the directory itself and not its path: when somebody removes the data and
    makes them anew, the old server lives for a minute, and must not be taken for the new one.
    """
    found = data.stat()
    name = hashlib.sha256(f"{found.st_dev} {found.st_ino}".encode()).hexdigest()[:12]
    if account:
        return closed_directory(ours("run") / name, account.uid)
    uid = os.geteuid()
    return closed_directory(Path(f"/tmp/chamber-{uid}-{name}"), uid)  # noqa: S108 (it is checked)


def closed_directory(path: Path, owner: int) -> Path:
    if not os.path.lexists(path):
        path.mkdir(mode=0o700)
        os.chown(path, owner, -1)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise Trouble(f"{path} is not a directory that only the server's user may enter.")
    return path
