"""The floors of the house: a file imports from its own floor or below, never from above."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("chamber/**/*.py"))

# A room is the folder of one procedure; it has acts or facts. In a room a file stands where its own
# name says, and else on the ground, among the law: a new kind of file is named here first. (In a
# room of the record such a file may touch tables, and stands beside them: no rule leans on it.)
# Outside the rooms a file stands on the highest floor that a part of its path has.
FLOORS = {
    "acts": 0, "facts": 0, "rules": 0,
    "record": 1, "seal": 1, "tables": 1, "rows": 1, "embedded": 1, "settings": 1, "database": 1,
    "backup": 1,
    "procedure": 2,
    "api": 3, "web": 3, "feeds": 3,
    "pages": 4, "exchange": 4,
    "commands": 5, "demo": 5, "audit": 5, "__main__": 5,
}  # fmt: skip
# The files that know every feature.
EXACTLY = {"chamber.rooms": 2, "chamber.web.app": 5}
NOT_FOR_THE_LAW = {
    "sqlalchemy", "asyncpg", "litestar", "granian", "alembic", "pydantic_settings", "asyncio",
}  # fmt: skip


@cache
def floor(module: str) -> int:
    """chamber.reports.api is on floor 3, and chamber.record.votes.acts on the ground."""
    *folders, last = module.split(".")
    if module in EXACTLY:
        return EXACTLY[module]
    if (room := ".".join(folders)) in ROOMS:
        beside_tables = room.startswith("chamber.record.") and touches_tables(module)
        return FLOORS.get(last, 1 if beside_tables else 0)
    return max(FLOORS.get(part, 0) for part in (*folders, last))


def touches_tables(module: str) -> bool:
    return any(
        there.split(".")[0] in NOT_FOR_THE_LAW or (there in TREES and floor(there) > 0)
        for there in imports(TREES[module])
    )


def name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


ROOMS = {name(path.parent) for path in FILES if path.name in {"acts.py", "facts.py"}}
TREES = {name(path): ast.parse(path.read_text()) for path in FILES}


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules that are imported, by their full names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                part = f"{node.module}.{alias.name}"
                yield part if part in TREES else node.module


LAW = [module for module in TREES if floor(module) == 0]
FEATURES = {room for room in ROOMS if not room.startswith("chamber.record.")}


@pytest.mark.parametrize("here", TREES)
def test_a_file_never_imports_from_a_floor_above(here: str) -> None:
    ours = [there for there in imports(TREES[here]) if there.split(".")[0] == "chamber"]

    above = [there for there in ours if floor(there) > floor(here)]
    assert not above, f"{here} is on floor {floor(here)} and imports {above}"


@pytest.mark.parametrize("here", TREES)
def test_imports_stand_at_the_head_of_a_file_and_name_the_whole_path(here: str) -> None:
    for node in ast.walk(TREES[here]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            within = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            assert not within, f"{here}.{node.name} imports inside the function"
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{here}, line {node.lineno}: a relative import"
        if isinstance(node, ast.Name | ast.Attribute | ast.alias):
            said = getattr(node, "id", getattr(node, "attr", getattr(node, "name", "")))
            assert said != "TYPE_CHECKING", f"{here} hides an import behind TYPE_CHECKING"


@pytest.mark.parametrize("here", TREES)
def test_features_meet_in_the_record_and_never_import_each_other(here: str) -> None:
    mine = ".".join(here.split(".")[:2])
    if mine in FEATURES:
        others = {".".join(there.split(".")[:2]) for there in imports(TREES[here])}
        assert not others & (FEATURES - {mine}), f"{here} imports a feature beside its own"


@pytest.mark.parametrize("here", LAW)
def test_the_law_knows_no_database_no_web_and_nothing_that_waits(here: str) -> None:
    known = {there.split(".")[0] for there in imports(TREES[here])}

    assert not known & NOT_FOR_THE_LAW
    waiting = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    assert not any(isinstance(node, waiting) for node in ast.walk(TREES[here]))


@pytest.mark.parametrize("here", LAW)
def test_the_law_knows_no_clock_and_no_float(here: str) -> None:
    for node in ast.walk(TREES[here]):
        where = f"{here}, line {getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"now", "today", "utcnow", "time_ns"}, f"{where}: a clock"
        if isinstance(node, ast.Name):
            assert node.id != "float", f"{where}: a float"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{where}: a float"
        if isinstance(node, ast.BinOp):
            assert not isinstance(node.op, ast.Div), f"{where}: multiply across; do not divide"
