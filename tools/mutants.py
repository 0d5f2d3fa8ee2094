"""Breaks the law's code, one small break at a time in a copy, and lists what no test noticed.

make mutants                      # a spread of sixty breaks over chamber/law
python3 tools/bootstrap.py mutants --most 500 chamber/law/counting.py
"""

import argparse
import ast
import copy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 120  # A break may make a loop endless; that counts as noticed.

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
}  # fmt: skip


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, default=60)
    asked.add_argument("--tests", nargs="+", default=["tests/law"])
    asked.add_argument("files", nargs="*", type=Path, default=sorted(ROOT.glob("chamber/law/*.py")))
    options = asked.parse_args()
    files = [file.resolve().relative_to(ROOT) for file in options.files]
    breaks = [(file, where) for file in files for where in places(file)]
    chosen = breaks[:: max(1, -(-len(breaks) // options.most))]
    unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as home:
        house = copied(Path(home))
        if not notices_nothing(house, options.tests):
            raise SystemExit("The tests fail without any break.")
        for number, (file, where) in enumerate(chosen, 1):
            said = broken(house, file, where)
            if notices_nothing(house, options.tests):
                unnoticed += 1
                print(f"not noticed: {said}", flush=True)
            shutil.copy(ROOT / file, house / file)
            print(f"{number}/{len(chosen)}", end="\r", file=sys.stderr, flush=True)
    print(f"{len(chosen)} of {len(breaks)} breaks tried, {unnoticed} not noticed")
    return 1 if unnoticed else 0


def copied(home: Path) -> Path:
    for name in ("chamber", "tests"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", home)
    return home


def places(file: Path) -> Iterator[int]:
    """The numbers, in the order of a walk, of the nodes that can be broken."""
    for number, node in enumerate(ast.walk(ast.parse((ROOT / file).read_text()))):
        if another(node) is not None:
            yield number


def another(node: ast.AST) -> ast.AST | None:
    """The same node, a little wrong; None for what is not worth breaking."""
    wrong = copy.copy(node)
    match wrong:
        case ast.Compare(ops=[only]) if type(only) in COMPARED:
            wrong.ops = [COMPARED[type(only)]()]
        case ast.BinOp(op=op) if type(op) in COUNTED:
            wrong.op = COUNTED[type(op)]()
        case ast.BoolOp(op=op):
            wrong.op = ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.Constant(value=bool(value)):
            wrong.value = not value
        case ast.Constant(value=int(value)):
            wrong.value = value + 1
        case _:
            return None
    return wrong


def broken(house: Path, file: Path, where: int) -> str:
    """Break the copy at one place, and say how."""
    tree = ast.parse((ROOT / file).read_text())
    node = list(ast.walk(tree))[where]
    before, line = ast.unparse(node), getattr(node, "lineno", 0)
    wrong = another(node)
    assert wrong
    node.__dict__.update(wrong.__dict__)
    (house / file).write_text(ast.unparse(tree))
    return f"{file}:{line}: {before}  ->  {ast.unparse(node)}"


def notices_nothing(house: Path, tests: list[str]) -> bool:
    command = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests)
    try:
        done = subprocess.run(  # noqa: S603
            command, cwd=house, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
