"""The house is tidy: small files, small functions, and nothing of one machine in what is kept."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("chamber/**/*.py"))
LINES_OF_A_FILE = 200
LINES_OF_A_FUNCTION = 30

# A ratchet: what is longer today may only shrink. "path" for a file, "path name" for a function.
LONGER: dict[str, int] = {}

# Put together here, so that this file does not contain what it looks for.
REGISTRIES = [".".join(host) for host in (
    ("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs", "org"),
    ("proxy", "golang", "org"), ("crates", "io"), ("rubygems", "org"),
)]  # fmt: skip
MACHINE = re.compile(r"(?<![\w.}~-])/(work|farm|root|Users|home/\w+)/")
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")


def kept() -> list[Path]:
    """What git keeps, and what it would: all that is not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this is no git work tree")
    return [ROOT / path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]


def text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file and how many lines it has, from `def` to the last."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    place = str(path.relative_to(ROOT))
    lines = len(path.read_text().splitlines())
    assert lines <= LONGER.get(place, LINES_OF_A_FILE), f"{place} has {lines} lines"

    for name, lines in functions(path):
        most = LONGER.get(f"{place} {name}", LINES_OF_A_FUNCTION)
        assert lines <= most, f"{name} in {place} has {lines} lines"


def test_what_has_become_short_leaves_the_list() -> None:
    for entry, allowed in LONGER.items():
        place, _, name = entry.partition(" ")
        lines = dict(functions(ROOT / place))[name] if name else text(ROOT / place).count("\n")
        assert lines == allowed, f"{entry} has {lines} lines; the list says {allowed}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_module_opens_with_a_sentence(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text())) or ""
    assert said.split("\n\n")[0].rstrip().endswith((".", ":", "?")), f"{path} says nothing"


def test_locks_name_no_address() -> None:
    locks = [path for path in kept() if path.suffix == ".lock" or "lock.json" in path.name]
    assert {path.name for path in locks} >= {"requirements.lock", "requirements-test.lock"}

    for path in locks:
        assert "://" not in text(path), f"{path.name} names an address"
        assert '"resolved"' not in text(path), f"{path.name} names where a package came from"


def test_the_lock_of_the_tests_holds_the_runtime() -> None:
    runtime, test = (
        {line for line in text(ROOT / name).splitlines() if not line.startswith(" ")}
        for name in ("requirements.lock", "requirements-test.lock")
    )
    assert runtime <= test


def test_nothing_kept_names_a_package_registry_or_a_path_of_one_machine() -> None:
    for path in kept():
        said = text(path)
        assert not (found := [host for host in REGISTRIES if host in said]), f"{path}: {found}"
        assert not (place := MACHINE.search(said)), f"{path}: {place and place.group()}"


def test_nothing_is_left_for_later() -> None:
    for path in kept():
        if path.suffix in {".py", ".toml", ".md", ".html", ".css", ".sh", ".sql"}:
            assert not (later := UNFINISHED.search(text(path))), f"{path}: {later and later[0]}"
