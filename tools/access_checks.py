"""Takes away each check of who may see and do what, one at a time in a copy: a test must turn red.

    python3 -m tools.access_checks              # everything in tools/access_checks.toml
    python3 -m tools.access_checks policy       # those whose name has this word in it

An entry says what is taken away, and which tests are asked. One that no test notices fails the run,
and so does one whose words are no longer there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tools" / "access_checks.toml"
COPIED = ("chamber", "tests", "tools", "migrations")
OPTIONS = ("-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-o", "timeout=300")
FAILED = 1  # What pytest says when a test has failed; anything else is no answer.


class Check(TypedDict):
    name: str
    file: str
    was: str
    now: str
    tests: list[str]


def main() -> int:
    checks = [one for one in listed() if all(word in one["name"] for word in sys.argv[1:])]
    begun, quiet = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="access-") as home:
        copied(Path(home))
        for number, one in enumerate(checks, 1):
            red = first_red(Path(home), one)
            quiet += not red
            said = red or "NOT NOTICED"
            print(f"{number} of {len(checks)}: {one['name']}: {said}", flush=True)
    minutes = (time.monotonic() - begun) / 60
    print(f"{len(checks)} checks taken away, {quiet} not noticed, {minutes:.1f} minutes")
    return 1 if quiet else 0


def listed() -> list[Check]:
    checks: list[Check] = tomllib.loads(LIST.read_text(encoding="utf-8"))["check"]
    for one in checks:
        found = (ROOT / one["file"]).read_text(encoding="utf-8").count(one["was"])
        if found != 1:
            raise SystemExit(f"{one['name']}: {one['file']} has its words {found} times, not once")
    return checks


def copied(home: Path) -> None:
    for name in COPIED:
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", home)


def first_red(home: Path, one: Check) -> str:
    """The first of its tests that fails without the check; "" if none does."""
    path = home / one["file"]
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(one["was"], one["now"]), encoding="utf-8")
    try:
        return next((test for test in one["tests"] if run(home, test) == FAILED), "")
    finally:
        path.write_text(whole, encoding="utf-8")


def run(home: Path, test: str) -> int:
    asked = [sys.executable, "-B", "-m", "pytest", *OPTIONS, test]
    settings = {**os.environ, "PYTHONPATH": str(home)}
    done = subprocess.run(asked, cwd=home, env=settings, capture_output=True, check=False)  # noqa: S603
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
