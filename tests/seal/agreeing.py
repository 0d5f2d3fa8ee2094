"""Good bundles and broken ones at random, for both verifiers to judge."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.seal.breaking import SIGNED
from tests.seal.breaking_folders import FOLDERS
from tests.seal.building import Record
from tests.seal.growing import grown
from tests.seal.verdicts import Outcome, verdicts

Told = Callable[[str], None]


def judge_good(folder: Path, seed: str, number: int, told: Told = print) -> Outcome:
    return judge(folder, seed, number, a_good_one, told)


def judge_broken(folder: Path, seed: str, number: int, told: Told = print) -> Outcome:
    return judge(folder, seed, number, a_broken_one, told)


def judge(
    folder: Path, seed: str, number: int, made: Callable[[Random, Path], str], told: Told
) -> Outcome:
    """So many bundles, each with a seed of its own. What is not judged as it must be is told."""
    outcome = Outcome()
    folder.mkdir(parents=True, exist_ok=True)
    for nth in range(number):
        how = made(Random(f"{seed}/{nth}"), folder / "bundle")  # noqa: S311
        found = verdicts(folder / "bundle")
        outcome.add(found)
        if not found.agreed or found.good != (how == "good"):
            told(f"SEED={seed}/{nth}, {how}: {found}")
        clear(folder)
    return outcome


def a_good_one(random: Random, folder: Path) -> str:
    record, sizes = grown(random)
    record.write(folder, sizes)
    return "good"


def a_broken_one(random: Random, folder: Path) -> str:
    """How it was broken: by who holds the key, or on the way."""
    record, sizes = grown(random, most=12)
    record.add("base", "proposed", {"text": "Әбенов"})
    record.register()
    if random.random() < 0.5:
        return signed(random, folder, record, sizes)
    how = random.choice(FOLDERS)
    how(random, record.write(folder, sizes), record)
    return how.__name__


def signed(random: Random, folder: Path, record: Record, sizes: list[int]) -> str:
    how = random.choice(SIGNED)
    how(random, record)
    record.write(folder, sizes)
    return how.__name__


def clear(folder: Path) -> None:
    for left in folder.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()
