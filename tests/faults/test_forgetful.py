"""The forgetful file system reads back what was written, and keeps only what was fsynced."""

import random
from pathlib import Path

import pytest

from tests.faults.forgetful import PAGE, Forgetful

SEEDS = range(20)


@pytest.fixture
def disk(tmp_path: Path) -> Forgetful:
    (tmp_path / "file").write_bytes(b"old")
    return Forgetful(str(tmp_path))


def whole(disk: Forgetful) -> bytes:
    return disk.read("/file", 1_000_000, 0, 0)


def kept(disk: Forgetful) -> bytes:
    return Path(disk.store, "file").read_bytes()


def test_what_is_written_reads_back_and_is_not_on_the_disk(disk: Forgetful) -> None:
    disk.write("/file", b"new", 1, 0)

    assert whole(disk) == b"onew"
    assert disk.getattr("/file")["st_size"] == 4
    assert kept(disk) == b"old"


def test_what_is_fsynced_is_on_the_disk(disk: Forgetful) -> None:
    disk.write("/file", b"new", 1, 0)
    disk.fsync("/file", 0, 0)

    assert kept(disk) == whole(disk) == b"onew"


def test_a_renamed_file_takes_along_what_is_not_fsynced(disk: Forgetful) -> None:
    disk.write("/file", b"new", 0, 0)
    disk.rename("/file", "/other")

    assert disk.read("/other", 10, 0, 0) == b"new"
    assert Path(disk.store, "other").read_bytes() == b"old"


@pytest.mark.parametrize("seed", SEEDS)
def test_it_reads_like_any_file_whatever_is_done_to_it(disk: Forgetful, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    model = bytearray(b"old")
    for _ in range(200):
        at = dice.randrange(4 * PAGE)
        match dice.choice(("write", "write", "truncate", "fsync")):
            case "write":
                data = dice.randbytes(dice.randrange(1, 2 * PAGE))
                disk.write("/file", data, at, 0)
                model.extend(bytes(max(0, at - len(model))))
                model[at : at + len(data)] = data
            case "truncate":
                disk.truncate("/file", at)
                model = model[:at] + bytearray(max(0, at - len(model)))
            case "fsync":
                disk.fsync("/file", 0, 0)
                assert kept(disk) == bytes(model)
        assert whole(disk) == bytes(model)
