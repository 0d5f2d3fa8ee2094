"""The second verifier reads files in the one form they can have, and never loses its head."""

import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, move, rmtree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.seal.building import KEY, Key, Record, based
from tests.seal.second import faults, good
from tests.seal.verdicts import verdicts
from tools.verify_bundle import Key as ReadKey
from tools.verify_bundle import Wrong

SCRIPT = Path(__file__).parents[2] / "tools/verify_bundle.py"
FILES = ["vkey", "leaves.bin", "openings.jsonl", "checkpoints/000000000003"]
SEEN = sorted([*FILES, "checkpoints/000000000000", "checkpoints/000000000007"])


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", SCRIPT, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603


def test_it_runs_alone_and_says_by_its_status_what_it_found(tmp_path: Path) -> None:
    good(tmp_path / "bundle")
    done = run(tmp_path / "bundle")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("OK: 7 leaves, 3 acts and 2 registers open, 3 checkpoints")

    (tmp_path / "bundle/vkey").unlink()
    done = run(tmp_path / "bundle")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "vkey: cannot be read (FileNotFoundError)\nFAULTS: 1\n"


@pytest.mark.parametrize("line", [
    [], ["a", "b"], ["a", "--vke=b"], ["a", "--vkey"], ["a", "--vkey=b", "--vkey=b"], ["a", "-x"],
    ["a", "--checkpoint", "b", "c"],
])  # fmt: skip
def test_a_wrong_command_line_gives_two(line: list[str]) -> None:
    done = run(*line)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("folder", ["", "none", "a\nOK: 7 leaves"])
def test_a_folder_that_is_none_is_a_fault(folder: str, tmp_path: Path) -> None:
    assert faults(folder) == ["bundle: cannot be read (FileNotFoundError)"]
    (tmp_path / "file").touch()
    assert faults(tmp_path / "file") == ["bundle: cannot be read (NotADirectoryError)"]


def test_an_answer_that_nobody_hears_is_not_ok(tmp_path: Path) -> None:
    good(tmp_path)
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, str(SCRIPT), str(tmp_path)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("name", [*FILES, "checkpoints"])
def test_what_is_missing_a_link_a_folder_or_a_pipe_is_a_fault(name: str, tmp_path: Path) -> None:
    good(tmp_path / "bundle")
    path = tmp_path / "bundle" / name
    move(path, tmp_path / "apart")
    if name != "checkpoints/000000000003":  # Less of the record is a record too.
        assert faults(tmp_path / "bundle")

    path.symlink_to(tmp_path / "apart")
    assert faults(tmp_path / "bundle")
    path.unlink()
    os.mkfifo(path)
    assert faults(tmp_path / "bundle")
    path.unlink()
    path.mkdir()
    assert faults(tmp_path / "bundle")
    path.rmdir()

    move(tmp_path / "apart", path)
    assert not faults(tmp_path / "bundle")


@pytest.mark.parametrize("name", [
    "readme", ".hidden", "checkpoints/7", "checkpoints/00000000000٣", "checkpoints/.tmp",
    "leaves.bin~", "checkpoints/000000000006", "a\nOK: all is well",
])  # fmt: skip
def test_nothing_else_lies_in_the_folder(name: str, tmp_path: Path) -> None:
    good(tmp_path)
    (tmp_path / name).write_bytes((tmp_path / "checkpoints/000000000007").read_bytes())
    assert len(faults(tmp_path)) == 1

    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    assert len(faults(tmp_path)) == 1


@pytest.mark.parametrize("change", [
    lambda all_bytes: all_bytes[:-1], lambda all_bytes: all_bytes + b"\n",
    lambda all_bytes: b"\xef\xbb\xbf" + all_bytes, lambda all_bytes: all_bytes + b"\0",
    lambda all_bytes: all_bytes.replace(b"\n", b"\r\n"), lambda all_bytes: all_bytes + all_bytes,
    lambda _: b"\xff" * 2000, lambda all_bytes: all_bytes[1:], lambda all_bytes: b" " + all_bytes,
])  # fmt: skip
@pytest.mark.parametrize("name", FILES)
def test_every_byte_is_in_its_one_form(
    name: str, change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    good(tmp_path)
    before = (tmp_path / name).read_bytes()
    after = change(before)
    (tmp_path / name).write_bytes(after)
    assert (after == before) or faults(tmp_path)


@pytest.mark.parametrize(("origin", "fits"), [
    ("a", True), ("!~", True), ("a" * 100, True), ("a" * 101, False), ("", False), ("a b", False),
    ("a+b", False), ("a\tb", False), ("ä", False), ("a\x7f", False), ("a\n", False),
])  # fmt: skip
def test_an_origin_has_1_to_100_printable_characters(
    origin: str, fits: bool, tmp_path: Path
) -> None:  # fmt: skip
    assert (faults(Record().write(tmp_path / "b", key=Key(origin))) == []) is fits


ROOT = based(Record().root()).encode()
SIGNED = KEY.note(0, Record().root())


@pytest.mark.parametrize("note", [
    *(KEY.signed(b"%s\n%s\n%s\nregisters 0\n" % (KEY.origin.encode(), number, ROOT))
      for number in (b"00", b"+0", b"-0", "٠".encode(), b"")),
    *(KEY.signed(b"%s\n0\n%s\nregisters 0\n" % (KEY.origin.encode(), root)) for root in (
        ROOT.rstrip(b"="), ROOT.replace(b"/", b"_"), b64encode(bytes(31)),
        ROOT[:-2] + b"V=",  # Bits that are left.
    )),
    *(KEY.signed(b"%s\n0\n%s\n%s" % (KEY.origin.encode(), ROOT, told)) for told in (
        b"", b"registers 0\nextension\n", b"extension\n", b"registers 00\n", b"registers +0\n",
        b"registers -0\n", "registers ٠\n".encode(), b"registers \n", b"registers  0\n",
        b"registers 0 \n", b"registers\t0\n", b"registers: 0\n", b"Registers 0\n", b"0\n",
        b"registers 0", b"registers 1\n", b"registers 1000000000000\n",
        b"extension\nregisters 0\n", b"registers 0\nregisters 0\n",
    )),
    KEY.signed(b"another\n0\n%s\nregisters 0\n" % ROOT),
    SIGNED + SIGNED.splitlines(keepends=True)[-1],
    SIGNED.replace("—".encode(), b"-"), SIGNED.replace("—".encode(), "–".encode()),
    SIGNED.replace("— ".encode(), "—  ".encode()), SIGNED.replace(b"\n\n", b"\n"),
    SIGNED.replace(b"=\n", b"\n"), SIGNED.replace("— ".encode(), "— x".encode()),
])  # fmt: skip
def test_a_checkpoint_in_another_form_is_none_though_it_is_signed(
    note: bytes, tmp_path: Path
) -> None:  # fmt: skip
    Record().write(tmp_path / "b")
    (tmp_path / "b/checkpoints/000000000000").write_bytes(note)
    (tmp_path / "kept").write_bytes(note)
    found = verdicts(tmp_path / "b")
    assert found.ours
    assert found.second

    rmtree(tmp_path / "b")
    Record().write(tmp_path / "b")
    found = verdicts(tmp_path / "b", kept=[tmp_path / "kept"])
    assert found.ours
    assert found.second


@pytest.mark.parametrize(("number", "fits"), [(10**12 - 1, True), (10**12, False)])
def test_a_number_of_leaves_has_twelve_digits(number: int, fits: bool, tmp_path: Path) -> None:
    Record().write(tmp_path / "b")
    (tmp_path / "kept").write_bytes(KEY.note(number, bytes(32)))
    told = faults(tmp_path / "b", "--checkpoint", tmp_path / "kept")
    assert told[0].endswith("there are 0" if fits else "is not in the form of a checkpoint")


@pytest.mark.parametrize("change", [
    lambda vkey: vkey.replace(b"+AQ", b"+AA"),  # Another type of key.
    lambda vkey: vkey.replace(KEY.number.hex().encode(), KEY.number.hex().upper().encode()),
    lambda vkey: vkey.replace(KEY.number.hex().encode(), b"00000000"),
    lambda vkey: vkey.replace(b"+AQ", b"++AQ"), lambda vkey: vkey.replace(b".", b"+", 1),
    lambda vkey: vkey.replace(b"4\n", b"==\n"), lambda vkey: vkey.replace(b"\n", b"=\n"),
    lambda vkey: b"x" + vkey, lambda _: b"", lambda vkey: vkey[:-1], lambda vkey: vkey * 2,
])  # fmt: skip
def test_a_key_is_written_in_one_form(change: Callable[[bytes], bytes]) -> None:
    assert ReadKey(KEY.vkey).public == KEY.public
    with pytest.raises(Wrong):
        ReadKey(change(KEY.vkey))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SEEN), st.floats(0, 1, exclude_max=True), st.integers(1, 255))
@example("openings.jsonl", 0.0, 32)
def test_a_byte_that_is_changed_anywhere_is_a_fault(
    tmp_path_factory: pytest.TempPathFactory, name: str, where: float, change: int
) -> None:
    folder = tmp_path_factory.getbasetemp() / "changed"
    if not folder.exists():
        good(folder / "good")
    copytree(folder / "good", folder / "bad", dirs_exist_ok=True)
    content = bytearray((folder / "good" / name).read_bytes())
    content[int(where * len(content))] ^= change
    (folder / "bad" / name).write_bytes(content)
    assert faults(folder / "bad")
