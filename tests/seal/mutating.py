"""Changes of the files of a bundle that know nothing of what is in them."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.seal.building import Record
from tests.seal.verdicts import Outcome, verdicts

Files = dict[str, bytes]  # By their path within the bundle.


def rich(folder: Path) -> Files:
    """A small bundle in which each check is reached; its files are told too."""
    record = Record()
    for number in range(3):
        record.add("appointments/1", "voted", {"for": 50 + number, "text": "Қаулы"})
        record.add("hearings/2", "proposed", {"text": "closed"}, public=False)
        record.add(f"mandates/{number}", "entered", {"name": 'Әбенов "Асқар"\n', "n": [None, -1]})
        if number < 2:
            record.register()
    shut = [leaf for leaf in record.leaves if leaf.stream == "mandates/0"]
    record.register(shut)
    record.add("appointments/1", "decided", {"deep": [[{"a": {"b": [True, False]}}]]})
    record.register()
    record.write(folder, sizes=[0, 1, 4, 8])
    return files(folder)


def files(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def somewhere(random: Random, content: bytes) -> tuple[int, int]:
    """A range that is not empty where the content is not."""
    start = random.randrange(max(len(content), 1))
    return start, min(start + random.choice((1, 1, 2, 32, random.randrange(1, 300))), len(content))


def flipped(random: Random, content: bytes) -> bytes:
    changed = bytearray(content or b"\0")
    changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def replaced(random: Random, content: bytes) -> bytes:
    start, end = somewhere(random, content)
    return content[:start] + random.randbytes(end - start) + content[end:]


def deleted(random: Random, content: bytes) -> bytes:
    start, end = somewhere(random, content)
    return content[:start] + content[end:]


def inserted(random: Random, content: bytes) -> bytes:
    start = random.randrange(len(content) + 1)
    more = random.choice(
        (random.randbytes(1), random.randbytes(32), b"\n", b" ", b"\0", b"0", b"=")
    )
    return content[:start] + more + content[start:]


def doubled(random: Random, content: bytes) -> bytes:
    start, end = somewhere(random, content)
    return content[:end] + content[start:end] + content[end:]


def swapped(random: Random, content: bytes) -> bytes:
    """Two lines; what has no lines is cut in leaves."""
    lines = content.splitlines(keepends=True)
    if len(content) % 32 == 0:
        lines = [content[at : at + 32] for at in range(0, len(content), 32)]
    one, other = (random.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def truncated(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)]


KINDS: tuple[Callable[[Random, bytes], bytes], ...] = (
    flipped, replaced, deleted, inserted, doubled, swapped, truncated,
)  # fmt: skip
STRANGE = ("VKEY", "checkpoints/5", "checkpoints/000000000005", "leaves.bin.part")


def mutated(random: Random, good: Files) -> Files:
    """The files with one change, or with two; or a file with another name, or without one."""
    changed, chance = dict(good), random.random()
    name = random.choice([*good, "leaves.bin", "openings.jsonl"])
    if chance < 0.02:
        changed[random.choice((*good, f"{name}~", *STRANGE))] = changed.pop(name)
    elif chance < 0.04:
        del changed[name]
    else:
        for one in (name, random.choice(list(good)))[: random.choice((1, 1, 2))]:
            changed[one] = random.choice(KINDS)(random, changed[one] or b"\n")
    return changed


def is_less(good: Files, changed: Files) -> bool:
    """Whether it is what the page says that nobody can see: true, but not all that there was."""
    missing = good.keys() - changed.keys() - {max(name for name in good if name[0] == "c")}
    older = all(name.startswith("checkpoints") for name in missing)
    return older and changed == {name: good[name] for name in good if name not in missing}


def mutate(folder: Path, seed: str, number: int, told: Callable[[str], None] = print) -> Outcome:
    """So many mutations of a bundle that is made in the folder; what is accepted is told."""
    outcome, good = Outcome(), rich(folder)
    assert verdicts(folder).good
    for nth in range(number):
        changed = mutated(Random(f"{seed}/{nth}"), good)  # noqa: S311
        outcome.tried += 1
        if changed == good:
            outcome.unchanged += 1
            continue
        put(folder, good, changed)
        found = verdicts(folder)
        put(folder, changed, good)
        if found.good and is_less(good, changed):
            outcome.less += 1
            continue
        outcome.good += found.good
        outcome.differing += not found.agreed
        if found.good or not found.agreed:
            told(f"SEED={seed}/{nth}: {found}")
    assert verdicts(folder).good
    return outcome


def put(folder: Path, before: Files, after: Files) -> None:
    for name in before.keys() - after.keys():
        (folder / name).unlink()
    for name in after:
        if after[name] != before.get(name):
            (folder / name).write_bytes(after[name])
