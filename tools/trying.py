"""Tries each break in a process of its own, forked from one that has all the packages imported."""

import ast
import compileall
import contextlib
import gc
import importlib
import json
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import cache
from inspect import iscoroutinefunction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tools.breaks import Break

SECONDS = 30  # Of the processor, for one file of tests: a break may make a loop endless.
MEMORY = 4 << 30

# The tests of the house look at the source and not at what it does; those of the web have a server.
NOT_OF_THE_LAW = {"house", "web"}
READ_BY = {
    "rules.toml": "chamber.law.rulebook",
    "chamber.toml": "chamber.law.seats",
    "bodies.toml": "chamber.appointments.bodies",
}

INI = """[pytest]
addopts = --import-mode=importlib
pythonpath = .
filterwarnings = error
markers =
    timeout
    asyncio
"""
OPTIONS = (
    "-x", "-q", "--noconftest", "--assert=plain", "--tb=no",
    "-c", "mutants.ini", "--rootdir=.",
    # These write what nobody reads, or collect garbage all the time.
    "-p", "no:cacheprovider", "-p", "no:unraisableexception", "-p", "no:threadexception",
)  # fmt: skip

house = Path()  # This worker's own copy of the code and its tests.
seconds: dict[str, float] = {}  # Each file of tests, and how long it takes.
killers: Counter[tuple[str, str]] = Counter()  # Which tests have noticed breaks of which file.


def tried_all(root: Path, chosen: list[Break], workers: int) -> Iterator[tuple[Break, str]]:
    """Each break with the file of tests that noticed it: "" for none, "limit" for an endless one.

    Every process forks before it has any thread: the pool makes its workers first.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-") as home:
        settle(root, home, {})
        told = warmed({one.file for one in chosen})
        with multiprocessing.get_context("fork").Pool(workers, settle, (root, home, told)) as pool:
            yield from pool.imap_unordered(tried, chosen)


def copied(root: Path, there: Path) -> Path:
    for name in ("chamber", "tests"):
        shutil.copytree(root / name, there / name, ignore=shutil.ignore_patterns("__pycache__"))
    (there / "mutants.ini").write_text(INI)
    compileall.compile_dir(there, quiet=1)
    return there


def settle(root: Path, home: str, told: dict[str, float]) -> None:
    global house  # noqa: PLW0603 -- a process of a pool has no other place to keep what is its own
    house = copied(root, Path(home) / str(os.getpid()))
    seconds.update(told)


def warmed(sources: set[str]) -> dict[str, float]:
    """How long each file of tests takes without a break. All that they import is now imported."""
    settings.register_profile(
        "mutants", max_examples=15, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    settings.load_profile("mutants")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    files = sorted({test for source in sources for test in tests_of(source)})
    if apart(house, lambda: whole_run(files)):
        raise SystemExit("The tests cannot be run.")
    told = json.loads((house / "whole.json").read_text())
    if failed := [file for file, (code, _) in told["files"].items() if code not in (0, 5)]:
        raise SystemExit(f"These fail without any break: {', '.join(failed)}")
    for module in told["modules"]:
        with contextlib.suppress(Exception):  # One that cannot be imported by itself is no loss.
            importlib.import_module(module)
    gc.freeze()  # What is imported by now, no process looks through again.
    return {file: took for file, (code, took) in told["files"].items() if code == 0}


def whole_run(files: list[str]) -> int:
    told: dict[str, tuple[int, float]] = {}
    for file in files:
        begun = time.monotonic()
        told[file] = run(file), time.monotonic() - begun
    modules = [name for name in sys.modules if name.split(".")[0] not in {"chamber", "tests"}]
    Path("whole.json").write_text(json.dumps({"files": told, "modules": modules}))
    return 0


def tried(one: Break) -> tuple[Break, str]:
    """Break the copy, run what may notice, nearest first, and mend the copy again."""
    files = sorted(seconds.keys() & tests_of(one.file), key=lambda file: distance(one.file, file))
    path = house / one.file
    whole, before = path.read_bytes(), path.stat()
    path.write_text(one.text, encoding="utf-8")
    noticed = apart(house, lambda: first_to_notice(files))
    path.write_bytes(whole)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    if not 0 <= noticed <= len(files):
        return one, "limit"
    if noticed:
        killers[one.file, files[noticed - 1]] += 1
    return one, files[noticed - 1] if noticed else ""


def first_to_notice(files: list[str]) -> int:
    """The number of the file of tests that failed, from 1; 0 if none did."""
    for number, file in enumerate(files, 1):
        if run(file):
            return number
    return 0


def apart(there: Path, work: Callable[[], int]) -> int:
    """What the work says, done in a process that is forked for it: below 0 if that was ended from
    outside, and 255 if it broke off."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = 255
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        os.chdir(there)
        sys.path.insert(0, str(there))
        sys.dont_write_bytecode = True
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        said = work()
    finally:
        os._exit(said)


def run(file: str) -> int:
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # Its signal ends the process.
    return int(pytest.main([*OPTIONS, file], plugins=[WithoutDatabase()]))


class WithoutDatabase:
    """Leaves out every test that waits, or wants a fixture of `conftest.py`: a database, say."""

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        items[:] = [item for item in items if not self.wants(item)]

    def wants(self, item: pytest.Function) -> bool:
        own = {"request", *item._fixtureinfo.name2fixturedefs}
        own |= item.callspec.params.keys() if hasattr(item, "callspec") else set()
        return iscoroutinefunction(item.obj) or not own.issuperset(item.fixturenames)


def distance(source: str, test: str) -> tuple[int, bool, float]:
    """Who has noticed most, then who imports it, then who is quick."""
    return -killers[source, test], module(source) not in imported()[module(test)], seconds[test]


@cache
def tests_of(source: str) -> set[str]:
    """The files of tests whose imports lead to the source."""
    files = [str(path.relative_to(house)) for path in house.glob("tests/*/test_*.py")]
    files = [file for file in files if file.split("/")[1] not in NOT_OF_THE_LAW]
    return {file for file in files if module(source) in led_to(module(file))}


@cache
def led_to(start: str) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = imported().get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


@cache
def imported() -> dict[str, set[str]]:
    """What each module of ours and of the tests imports, of these."""
    paths = [path.relative_to(house) for top in ("chamber", "tests") for path in python(top)]
    names = {module(str(path)): path for path in paths}
    return {
        name: set(imports(ast.parse((house / path).read_text()), names.keys())) & names.keys()
        for name, path in names.items()
    }


def python(top: str) -> Iterator[Path]:
    yield from sorted((house / top).glob("**/*.py"))


def imports(tree: ast.AST, ours: Collection[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and str(node.value).startswith("chamber."):
            # The head of a name whose rest is known only when it is asked for.
            yield from (name for name in ours if name.startswith(str(node.value)))
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def module(path: str) -> str:
    """The module of a path; of data, the module that reads it."""
    if (name := path.rpartition("/")[2]) in READ_BY:
        return READ_BY[name]
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
