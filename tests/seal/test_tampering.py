"""What an insider does to the database is named by both verifiers, by the leaf if there is one."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.seal.tampering import Scene, leaves_of, tampered
from tests.seal.verdicts import verdicts

ACT = "commitment = (SELECT commitment FROM leaf WHERE place = {act})"
LAST = "commitment = (SELECT commitment FROM leaf WHERE place = {last})"
NEWEST = "commitment = (SELECT commitment FROM leaf WHERE place = {cut})"
LOOSE = "ALTER TABLE journal ALTER COLUMN commitment DROP EXPRESSION"
EDITED = "body = convert_to(replace(convert_from(body, 'UTF8'), 'Әбенова', 'Басқа'), 'UTF8')"
STREAM = 'substring(convert_from(body, \'UTF8\') FROM \'"stream":"[^"]*"\')'
MOVED = (
    f"body = convert_to(replace(convert_from(body, 'UTF8'), {STREAM},"
    f" (SELECT {STREAM} FROM journal WHERE {LAST})), 'UTF8')"
)
GONE = "DELETE FROM leaf WHERE place = {act}"
WITH_LEAF = (
    "WITH told AS (UPDATE journal SET {change} WHERE {act} RETURNING commitment)"
    " UPDATE leaf SET commitment = (SELECT commitment FROM told) WHERE place = {{act}}"
)


class Tampering(NamedTuple):
    name: str
    statements: list[str]
    ours: str
    second: str = ""  # "": the same.
    kept: bool = False  # It is seen by who kept a checkpoint.


def shifted(by: int) -> list[str]:
    """Leaves from the act on; in two steps, for no two may have one place."""
    far = 1_000_000
    return [
        f"UPDATE leaf SET place = place + {far} WHERE place >= {{act}}",
        f"UPDATE leaf SET place = place - {far - by} WHERE place >= {far}",
    ]


TAMPERINGS = [
    Tampering("edit text", [LOOSE, f"UPDATE journal SET {EDITED} WHERE {ACT}"], "leaf {act}: "),
    Tampering(
        "edit text, commitment and leaf", [WITH_LEAF.format(change=EDITED, act=ACT)], "leaf {act}: "
    ),
    Tampering(
        "edit a closed leaf",
        ["UPDATE leaf SET commitment = sha256('other') WHERE place = {closed}"],
        "leaf {register}: up to it, this is not what checkpoints/{cut:012} has signed",
        "checkpoint '{cut:012}': what was signed is not the root of the first {cut} leaves",
    ),
    Tampering("delete, with a gap", [GONE], "leaf {following}: "),
    Tampering(
        "delete and renumber", [GONE, *shifted(-1)], "leaf {act}: "
    ),
    Tampering(
        "swap",
        ["UPDATE leaf SET place = -1 WHERE place = {act}",
         "UPDATE leaf SET place = {act} WHERE place = {following}",
         "UPDATE leaf SET place = {following} WHERE place = -1"],
        "leaf {act}: ",
    ),
    Tampering(
        "backdate",
        [*shifted(1),
         "WITH told AS (INSERT INTO journal (proceeding_id, seq, kind, act_on, salt, body) SELECT"
         " proceeding_id, 1000, kind, act_on, sha256('salt'), body FROM journal WHERE "
         + ACT.replace("{act}", "{following}")
         + " RETURNING commitment) INSERT INTO leaf SELECT {act}, commitment FROM told"],
        "leaf {act}: is opened",
    ),
    Tampering(
        "cut the tail",
        ["DELETE FROM leaf WHERE place >= {cut}"],
        "leaf {cut}: is missing; checkpoints/{size:012} has signed {size}",
        "leaves.bin: has {cut} leaves, the largest checkpoint {size}",
    ),
    Tampering(
        "cut the tail and the late checkpoints",
        ["DELETE FROM leaf WHERE place >= {cut}", "DELETE FROM checkpoint WHERE size > {cut}"],
        "leaf {cut}: is missing; ",
        "is of {size} leaves, and there are {cut}",
        kept=True,
    ),
    Tampering(
        "append unsigned",
        ["INSERT INTO leaf VALUES ({size}, sha256('more'))"],
        "leaf {size}: no checkpoint covers it",
        "leaves.bin: has {more} leaves, the largest checkpoint {size}",
    ),
    Tampering("withhold an opening", [f"DELETE FROM journal WHERE {ACT}"], "leaf {act}: is "),
    Tampering(
        "withhold the last opening of a case",
        [f"DELETE FROM journal WHERE {LAST}"],
        "leaf {last}: is public, and its opening is withheld",
        "leaf {last}: is open by the registers, but its opening is not here",
    ),
    Tampering(
        "withhold the newest register and what it opens",
        ["DELETE FROM register WHERE seq = 3", f"DELETE FROM journal WHERE {NEWEST}"],
        "checkpoints/{size:012}: has 3 registers, 2 are opened",
        "checkpoint '{size:012}': has 3 registers, 2 are opened",
    ),
    Tampering(
        "withhold all",
        ["DELETE FROM register", "DELETE FROM journal"],
        "checkpoints/{size:012}: has 3 registers, 0 are opened",
        "checkpoint '{size:012}': has 3 registers, 0 are opened",
    ),
    Tampering(
        "move to another case",
        [WITH_LEAF.format(change=MOVED, act=ACT)],
        "leaf {act}: ",
    ),
]  # fmt: skip


def test_the_record_is_good_before_anybody_tampers_with_it(scene: Scene) -> None:
    assert verdicts(scene.folder, scene.folder / "vkey", [scene.kept]).good
    assert len(leaves_of(scene.folder)) == scene.places["size"]


@pytest.mark.parametrize("one", TAMPERINGS, ids=lambda one: one.name)
async def test_what_an_insider_does_to_the_database_is_named(
    scene: Scene, one: Tampering, tmp_path: Path
) -> None:
    there = await tampered(scene, one.statements, tmp_path / "tampered")

    assert verdicts(there).good is one.kept
    found = verdicts(there, kept=[scene.kept])
    ours, second = (text.format(**scene.places) for text in (one.ours, one.second or one.ours))
    assert found.name(ours, second), found
