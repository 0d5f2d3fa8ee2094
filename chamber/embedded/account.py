"""Which user of the machine runs the server: PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from chamber.embedded.trouble import Trouble

NAME = "chamber"
SBIN = "/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin"


@dataclass(frozen=True)
class Account:
    """A user of the machine other than the one we run as."""

    name: str
    uid: int
    gid: int

    def reaches(self, path: Path) -> bool:
        """Whether this user may enter each directory above, and enter or run the last."""
        try:
            return subprocess.run(  # noqa: S603
                ["/usr/bin/test", "-x", str(path)],
                user=self.uid, group=self.gid, extra_groups=[], cwd="/", check=False,
            ).returncode == 0  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            raise Trouble(f"root may not become the user {self.name} here: {error}") from error


def account_for(data: Path) -> Account | None:
    """None when we run the server ourselves. Data that exist stay with whom they belong to."""
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return named(pwd.getpwuid(data.stat().st_uid))
    return own() or made() or named(pwd.getpwnam("nobody"))


def own() -> Account | None:
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        return None
    # A person of that name shall not own the record: numbers from 1000 up are people's.
    return named(entry) if 0 < entry.pw_uid < 1000 else None


def made() -> Account | None:
    useradd = shutil.which("useradd", path=SBIN)
    if useradd:
        options = ("--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent")
        subprocess.run(  # noqa: S603
            [useradd, *options, "--shell", "/usr/sbin/nologin", NAME],
            capture_output=True, check=False,
        )  # fmt: skip
    return own()


def named(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
