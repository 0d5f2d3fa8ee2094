"""From a bare Python to a running Chamber: makes `.venv` from the lock, then does what was asked.

    python3 tools/bootstrap.py TARGET [more]

The targets are those of the Makefile: install, run, test, check, bench and so on.

Knows the standard library alone, for nothing else is there yet.
"""

# So that a Python that is too old can still read this file, and say that it is too old.
from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.txt"
LOCKS = {"runtime": ROOT / "requirements.lock", "test": ROOT / "requirements-test.lock"}
CHECKED = [name for name in ("chamber", "tests", "tools", "benchmarks") if (ROOT / name).is_dir()]

# For each target: what must be installed, and the commands, of which the last gets the arguments.
TARGETS = {
    "install": ("test", []),
    "run": ("runtime", [["-m", "chamber", "demo"]]),
    "migrate": ("runtime", [["-m", "chamber", "migrate"]]),
    "audit": ("runtime", [["-m", "chamber", "audit"]]),
    "test": ("test", [["-m", "pytest"]]),
    "bench": ("test", [["-m", "benchmarks"]]),
    "mutants": ("test", [["-m", "tools.mutants"]]),
    "walk": ("test", [["-m", "tools.walk"]]),
    "faults": ("test", [["-m", "tools.faults"]]),
    "once": ("test", [["-m", "tools.once"]]),
    "fuzz": ("test", [["-m", "tools.fuzz"]]),
    "tamper": ("test", [["-m", "tools.tamper"]]),
    "check": (
        "test",
        [
            ["-m", "ruff", "check"],
            ["-m", "ruff", "format", "--check"],
            ["-m", "mypy", *CHECKED],
            ["-m", "pytest", "-q", "tests/house"],
        ],
    ),
}


def main(target: str = "install", *more: str) -> None:
    if target not in TARGETS:
        raise SystemExit(f"There is no target {target}. There are: {', '.join(TARGETS)}.")
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what finds out)
        raise SystemExit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    group, commands = TARGETS[target]
    os.chdir(ROOT)
    install(group)
    for command in commands[:-1]:
        if subprocess.call([PYTHON, *command]):  # noqa: S603
            raise SystemExit(1)
    if commands:  # The last one takes our place: a signal reaches it, and nobody stands between.
        os.execv(PYTHON, [str(PYTHON), *commands[-1], *more])  # noqa: S606


def install(group: str) -> None:
    """Bring `.venv` up to the lock, unless it is there already. The test lock holds the runtime."""
    turn = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(turn, fcntl.LOCK_EX)  # Two targets may start at once.
    known = STAMP.read_text().split() if STAMP.exists() and PYTHON.exists() else []
    if known[1:] != [fingerprint()] or known[0] not in (group, "test"):
        if known and known[0] == "test":
            group = "test"  # What was there for the tests is not taken away again.
        STAMP.unlink(missing_ok=True)
        print(f"Installing the {group} packages into .venv (once)", file=sys.stderr, flush=True)
        if not install_with_uv(LOCKS[group]):
            install_with_pip(LOCKS[group])
        STAMP.write_text(f"{group} {fingerprint()}\n")
    os.close(turn)


def fingerprint() -> str:
    """Of all that decides what is in `.venv`, and of where that stands: scripts name the place."""
    inputs = [*LOCKS.values(), ROOT / "pyproject.toml"]
    kept = b"\0".join(path.read_bytes() for path in inputs)
    python = f"{sys.version}\0{sys.base_prefix}\0{ROOT}"
    return hashlib.sha256(kept + python.encode()).hexdigest()


def install_with_uv(lock: Path) -> bool:
    uv = shutil.which("uv")
    if not uv:
        return False
    try:
        # Only what is missing is added: a server may be running from here at this moment.
        keep = "--allow-existing" if made_by_this_python() else "--clear"
        run(uv, "venv", "--quiet", keep, "--python", sys.executable, VENV)
        run(uv, "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", lock)
        ours = ("--no-deps", "--no-build-isolation", "--editable", ROOT)
        run(uv, "pip", "install", "--quiet", "--python", PYTHON, *ours)
    except (OSError, subprocess.CalledProcessError):
        print("uv could not do it; taking pip", file=sys.stderr, flush=True)
        return False
    return True


def install_with_pip(lock: Path) -> None:
    need_venv()
    fresh = [] if made_by_this_python() else ["--clear"]
    try:
        run(sys.executable, "-m", "venv", *fresh, VENV)
        pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, "--require-hashes", "--requirement", lock)
        run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    except subprocess.CalledProcessError as failed:
        raise SystemExit(f"The packages could not be installed: see above ({failed})") from None


def made_by_this_python() -> bool:
    config = VENV / "pyvenv.cfg"  # venv writes "version = 3.11.2", uv "version_info = 3.11.2".
    return config.exists() and f" = {sys.version.split()[0]}\n" in config.read_text()


def need_venv() -> None:
    """Debian keeps the rest of venv in a package of its own. We fetch it where we may."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    apt = shutil.which("apt-get")
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not apt or os.geteuid() != 0 or not sys.executable.startswith("/usr/bin/"):
        raise SystemExit(
            f"This Python ({sys.executable}) lacks the modules venv and ensurepip. On Debian and "
            f"Ubuntu: apt-get install python3-venv (or {package}), as root. Or install uv."
        )
    print(f"Installing {package} with apt-get", file=sys.stderr, flush=True)
    # A bare environment names no sbin, and dpkg wants the programs there.
    path = f"{os.environ.get('PATH', '')}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin"
    debian = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PATH": path}
    try:
        run(apt, "update", "-qq", env=debian)
        run(apt, "install", "-qq", "--yes", "--no-install-recommends", package, env=debian)
    except subprocess.CalledProcessError as failed:
        raise SystemExit(f"{package} could not be installed: see above ({failed})") from None


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    subprocess.run([str(part) for part in command], check=True, env=env)  # noqa: S603


if __name__ == "__main__":
    main(*sys.argv[1:])
