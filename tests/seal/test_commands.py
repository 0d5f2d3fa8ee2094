"""`chamber verify` as a person, or a script, asks it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chamber.__main__ import main
from tests.seal.building import KEY, Key, Record
from tests.seal.second import faults, good

OK = "OK: 7 leaves of record.chamber.example, 5 of them open, under 3 checkpoints signed by the key"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def lines(told: Result) -> list[str]:
    return told.stdout.splitlines()


def test_a_good_bundle_is_told_in_one_line(tmp_path: Path) -> None:
    good(tmp_path / "b")
    told = run("verify", tmp_path / "b")
    ask = "the key is the bundle's own: compare it with one that you had from elsewhere (--vkey)."
    assert told.exit_code == 0
    assert lines(told) == [f"{OK} {KEY.number.hex()}; {ask}"]

    kept = [tmp_path / "b/checkpoints" / f"{size:012}" for size in (0, 3, 7)]
    kept_options = [word for one in kept for word in ("--checkpoint", one)]
    told = run("verify", tmp_path / "b", "--vkey", tmp_path / "b/vkey", *kept_options)
    assert told.exit_code == 0
    assert lines(told) == [f"{OK} {KEY.number.hex()}."]


def test_each_fault_is_a_line_that_names_the_leaf(tmp_path: Path) -> None:
    good(tmp_path / "b")
    path = tmp_path / "b/openings.jsonl"
    path.write_text(path.read_text().replace("Әбенов", "Басқа"))

    told = run("verify", tmp_path / "b")
    assert told.exit_code == 1
    assert lines(told)[0] == "leaf 0: its opening is not what was committed to"
    assert lines(told)[-1] == f"NOT VERIFIED: {len(lines(told)) - 1} faults."


def absent(folder: Path) -> Path:
    return folder / "absent"


def a_file(folder: Path) -> Path:
    (folder / "file").write_bytes(b"")
    return folder / "file"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def an_empty_folder(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def a_link_to_nothing(folder: Path) -> Path:
    (folder / "link").symlink_to(folder / "nothing")
    return folder / "link"


ODD = [absent, a_file, a_pipe, an_empty_folder, a_link_to_nothing]


@pytest.mark.parametrize("odd", ODD)
def test_what_cannot_be_read_is_a_fault(odd: Callable[[Path], Path], tmp_path: Path) -> None:
    """As the bundle, as the key and as a checkpoint, and to both verifiers."""
    good(tmp_path / "b")
    there = odd(tmp_path)
    for words in (
        [there],
        [tmp_path / "b", "--vkey", there],
        [tmp_path / "b", "--checkpoint", there],
    ):
        told = run("verify", *words)
        assert told.exit_code == 1
        assert lines(told)[-1] == "NOT VERIFIED: 1 faults."
        assert faults(*words)


def test_a_link_to_a_bundle_is_the_bundle(tmp_path: Path) -> None:
    good(tmp_path / "b")
    for name in ("b", "b/vkey", "b/checkpoints/000000000003"):
        (tmp_path / Path(name).name.replace("b", "link")).symlink_to(tmp_path / name)
    words = (
        tmp_path / "link",
        "--vkey",
        tmp_path / "vkey",
        "--checkpoint",
        tmp_path / "000000000003",
    )

    assert run("verify", *words).exit_code == 0
    assert faults(*words) == []


def test_another_key_or_checkpoint_from_elsewhere_is_a_fault(tmp_path: Path) -> None:
    good(tmp_path / "b")
    other = Key(seed=bytes(32))
    Record().write(tmp_path / "other", key=other)
    (tmp_path / "forked").write_bytes(KEY.note(3, bytes(32)))
    for option, name in (
        ("--vkey", "other/vkey"),
        ("--checkpoint", "other/checkpoints/000000000000"),
        ("--checkpoint", "forked"),
    ):
        assert run("verify", tmp_path / "b", option, tmp_path / name).exit_code == 1
        assert faults(tmp_path / "b", option, tmp_path / name)


@pytest.mark.parametrize(
    "words", [[], ["b", "c"], ["b", "--vkey"], ["b", "--no"], ["b", "--vkey", "a", "--vkey", "a"]]
)
def test_a_wrong_command_line_is_told_apart_from_a_fault(words: list[str]) -> None:
    told = run("verify", *words)
    assert (told.exit_code, told.stdout) == (2, "")


def test_no_name_in_a_bundle_can_write_a_line_of_its_own(tmp_path: Path) -> None:
    record = Record()
    record.add("a\nOK: all is well\n\x1b[2J\u202e", "k", {}, seq=2)
    record.register()
    first = run("verify", record.write(tmp_path / "b"))
    (tmp_path / "b/checkpoints/more\nOK: all is well").write_bytes(b"")
    (tmp_path / "b/checkpoints" / os.fsdecode(b"\xff")).write_bytes(b"")
    for told in (first, run("verify", tmp_path / "b")):
        assert told.exit_code == 1
        assert lines(told)[-1] == f"NOT VERIFIED: {len(lines(told)) - 1} faults."
        assert all(line.isprintable() and not line.startswith("OK") for line in lines(told))
