"""The environment is read once, by one file; what it holds wrongly is said in one plain line."""

import ast
from datetime import date
from pathlib import Path

import pytest

from chamber.settings import Settings, settings

CHAMBER = Path(__file__).parents[2] / "chamber"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    settings.cache_clear()


def test_nothing_needs_to_be_set() -> None:
    found = settings()

    assert (found.host, found.port, found.chamber_data) == ("127.0.0.1", 8000, Path("var"))
    assert found.database_url is None
    assert found.chamber_as_of is None


def test_what_is_set_is_typed_and_what_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8001")
    monkeypatch.setenv("CHAMBER_AS_OF", "2026-04-01")
    monkeypatch.setenv("WORKERS", "")

    assert (settings().port, settings().workers) == (8001, 1)
    assert settings().chamber_as_of == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "0", "PORT: input should be greater than or equal to 1"),
        ("PORT", "65536", "PORT: input should be less than or equal to 65535"),
        ("CHAMBER_AS_OF", "2026-02-30", "CHAMBER_AS_OF: "),
        ("DATABASE_URL", "mysql://u:secret@h/d", "DATABASE_URL: must begin with postgresql://"),
        ("PG_BIN_DIR", "/nowhere", "PG_BIN_DIR: path does not point to a directory"),
    ],
)
def test_a_bad_value_is_one_plain_line_that_does_not_repeat_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SystemExit) as end:
        settings()
    line = str(end.value)
    assert line.startswith(f"chamber: {said}")
    assert "\n" not in line
    assert "secret" not in line


def test_all_bad_values_are_said_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "many")
    monkeypatch.setenv("WORKERS", "-1")

    with pytest.raises(SystemExit, match=r"PORT: .*; WORKERS: "):
        settings()


def test_nothing_else_reads_the_environment() -> None:
    for path in CHAMBER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            said = getattr(node, "attr", getattr(node, "id", ""))
            assert said not in {"environ", "getenv"}, f"{path} reads the environment"
