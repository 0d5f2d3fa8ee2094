"""Small breaks of the law: every operator of a Python file, every number of a file of rules."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv, ast.Div: ast.Mult, ast.Pow: ast.Mult, ast.MatMult: ast.Mult,
    ast.LShift: ast.RShift, ast.RShift: ast.LShift,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.BitXor: ast.BitOr,
}  # fmt: skip
SMALL_TYPES = {"bool", "bytes", "date", "datetime", "dict", "int", "list", "object", "str", "tuple"}
WRITTEN_AS_TYPES = {"annotation", "returns", "bases"}

# In a file of rules: what a number follows, and the number. A name or a citation has none of these.
SHARE = re.compile(r'\bshare = "(?P<words>at least|more than) (?P<whole>\d+)/(?P<parts>\d+)"')
NUMBER = re.compile(
    r'(?:\bquota = |\bquota = "|(?<=quota = "1)/|\bterm = "|\bseats = )(?P<number>\d+)'
)
FIRST_DAY = re.compile(r"^(?:since|differs\.\w+|seats)\.(?P<day>\d{4}-\d\d-\d\d) = ")
BOUND = re.compile(r"^(?:first_day|last_day) = (?P<day>\d{4}-\d\d-\d\d)$")


@dataclass(frozen=True)
class Break:
    """One change in one file; `text` is the whole file with it."""

    file: str
    line: int
    within: str  # The function or the section: a line number would not last.
    was: str
    now: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return f"{place} ({self.within or 'module'}): {short(self.was)}  ->  {short(self.now)}"


def short(said: str) -> str:
    return said if len(said) <= 120 else f"{said[:117]}..."


def breaks_of(root: Path, file: str) -> Iterator[Break]:
    text = (root / file).read_text(encoding="utf-8")
    return of_python(file, text) if file.endswith(".py") else of_rules(file, text)


def of_python(file: str, text: str) -> Iterator[Break]:
    tree = ast.parse(text)
    for node, within in operators(tree, ""):
        kept, was = dict(vars(node)), ast.unparse(node)
        for changed in changes(node):
            vars(node).update(changed)
            yield Break(file, kept["lineno"], within, was, ast.unparse(node), ast.unparse(tree))
            vars(node).update(kept)


def operators(node: ast.AST, within: str) -> Iterator[tuple[ast.AST, str]]:
    """Every node below that may hold an operator. Annotations and types hold none."""
    if is_type(node) or is_wording(node):
        return
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        within = f"{within}.{node.name}".lstrip(".")
    yield node, within
    for field, value in ast.iter_fields(node):
        if field in WRITTEN_AS_TYPES:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from operators(child, within)


def is_type(node: ast.AST) -> bool:
    """`date | None`, as in an alias or in isinstance."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return all(is_type(side) or names_type(side) for side in (node.left, node.right))
    return False


def names_type(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=None):
            return True
        case ast.Subscript(value=value):
            return names_type(value)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name in SMALL_TYPES or (name[0].isupper() and not name.isupper())
    return False


def is_wording(node: ast.AST) -> bool:
    """Strings that are put together: how a sentence is said is no operator of the law."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add | ast.Mod | ast.Mult)
        and any(is_string(side) or is_wording(side) for side in (node.left, node.right))
    )


def is_string(node: ast.AST) -> bool:
    written = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return written or isinstance(node, ast.JoinedStr)


def changes(node: ast.AST) -> Iterator[dict[str, object]]:
    """For each operator of the node, the fields that make it another one."""
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                yield {"ops": [*ops[:place], COMPARED[type(op)](), *ops[place + 1 :]]}
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            if len(values) == 2:
                yield {"op": other}
                return
            for place in range(len(values) - 1):
                pair = ast.BoolOp(other, values[place : place + 2])
                yield {"values": [*values[:place], pair, *values[place + 2 :]]}
        case ast.BinOp(op=op) | ast.AugAssign(op=op):
            yield {"op": COUNTED[type(op)]()}
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield {"operand": ast.UnaryOp(ast.Not(), operand)}
        case ast.UnaryOp(op=ast.USub()):
            yield {"op": ast.UAdd()}


def of_rules(file: str, text: str) -> Iterator[Break]:
    lines, within = text.splitlines(keepends=True), ""
    for number, line in enumerate(lines, 1):
        if line.startswith("["):
            within = line.strip()
        for start, end, now in numbers(line):
            changed = line[:start] + now + line[end:]
            whole = "".join([*lines[: number - 1], changed, *lines[number:]])
            yield Break(file, number, within, around(line, start), around(changed, start), whole)


def around(line: str, start: int) -> str:
    """Enough of the line to know which number is meant."""
    words = re.split(r", (?:source|cite|name)\b", line)[0].strip()
    return words if start < len(words) + 20 else line.strip()


def numbers(line: str) -> Iterator[tuple[int, int, str]]:
    """Where each number stands in the line, and another one for it; both days beside a day."""
    for share in SHARE.finditer(line):
        words = "more than" if share["words"] == "at least" else "at least"
        yield *share.span("words"), words
        yield *share.span("whole"), str(int(share["whole"]) + 1)
        yield *share.span("parts"), str(int(share["parts"]) + 1)
    for found in NUMBER.finditer(line):
        yield *found.span("number"), str(int(found["number"]) + 1)
    for found in (*FIRST_DAY.finditer(line), *BOUND.finditer(line)):
        for days in (-1, 1):
            beside = date.fromisoformat(found["day"]) + timedelta(days=days)
            yield *found.span("day"), beside.isoformat()
