"""`make mutants` breaks every operator and every number, and nothing else."""

import pytest

from tools.breaks import of_python, of_rules


def of_line(line: str) -> list[tuple[str, str]]:
    return [(one.was, one.now) for one in of_python("law.py", line)]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("a < b", ["a <= b"]),
        ("a <= b < c", ["a < b < c", "a <= b <= c"]),
        ("a not in b", ["a in b"]),
        ("a and b", ["a or b"]),
        ("a and b and c", ["(a or b) and c", "a and (b or c)"]),
        ("not a", ["not not a"]),
        ("a * 2 + 1", ["a * 2 - 1", "a + 2"]),
        ("a | {b}", ["a & {b}"]),
        ("a += 1", ["a -= 1"]),
        ("-a", ["+a"]),
    ],
)
def test_every_operator_becomes_another(line: str, changed: list[str]) -> None:
    assert [now for _, now in of_line(line)] == changed


@pytest.mark.parametrize(
    "line",
    [
        "a: date | None = None",
        "def f(a: int | str) -> Rule | None: ...",
        "Moment = date | datetime",
        "isinstance(a, date | Rule)",
        "'a' + b",
        "f'{a}' + b + c",
        "a(1, True)",
    ],
)
def test_types_and_sentences_hold_no_operator(line: str) -> None:
    assert not of_line(line)


def test_a_break_says_where_it_is_and_leaves_the_rest_alone() -> None:
    text = "class Share:\n    def met(self):\n        return a > b\n\nx = 1 < 2\n"

    first, second = of_python("law.py", text)
    assert (first.line, first.within) == (3, "Share.met")
    assert (second.line, second.within) == (5, "")
    assert [text in first.text for text in ("a >= b", "1 < 2")] == [True, True]
    assert [text in second.text for text in ("a > b", "1 <= 2")] == [True, True]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        (
            'since.1995-09-05 = { share = "at least 2/3", cite = "art. 62(5)" }',
            ["more than 2/3", "at least 3/3", "at least 2/4", "1995-09-04", "1995-09-06"],
        ),
        ('since.2023-01-01 = { quota = 3 }', ["quota = 4", "2022-12-31", "2023-01-02"]),
        ('  = { quota = "1/2" }', ['"2/2"', '"1/3"']),
        ('  = { term = "7 days", cite = "par. 5: 7 days" }', ['term = "8 days"']),
        ('seats.2008-01-01 = { seats = 47 }', ["seats = 48", "2007-12-31", "2008-01-02"]),
        ("last_day = 2026-06-30", ["2026-06-29", "2026-07-01"]),
        ('[rules."A57-6.17"]', []),
        ('name.en = "Half, 1/2, of 7 members"', []),
    ],
)  # fmt: skip
def test_every_number_of_the_rules_becomes_another(line: str, changed: list[str]) -> None:
    broken = [one.text for one in of_rules("rules.toml", line)]
    assert len(broken) == len(changed)
    assert all(new in text for new, text in zip(changed, broken, strict=True))
