"""What is done to a bundle, with the signing key or to the signer is named, or is refused."""

import hashlib
import json
import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from chamber.seal.bundling import NotCovered
from chamber.seal.signer import Refused, load_signer
from tests.conftest import beside
from tests.record.roster import person
from tests.record.unguarded import UNGUARDED
from tests.seal.building import PREFIX, Key
from tests.seal.sealed import bundle, seal_all
from tests.seal.tampering import (
    Scene,
    as_owner,
    copy,
    drop,
    entering,
    leaves_of,
    rewrite,
    sign_again,
)  # fmt: skip
from tests.seal.verdicts import verdicts


async def test_a_consistent_rollback_is_named_by_who_kept_a_checkpoint(
    scene: Scene, tmp_path: Path
) -> None:
    there = await bundle(beside(scene.server, scene.older), tmp_path / "older")
    size = scene.places["size"]

    assert verdicts(there, scene.folder / "vkey").good  # As docs/record.md says.
    found = verdicts(there, kept=[scene.kept])
    assert found.name(
        f"leaf {scene.first}: is missing; ", f"is of {size} leaves, and there are {scene.first}"
    )


def test_another_key_under_our_name_is_named_by_who_has_ours(scene: Scene, folder: Path) -> None:
    theirs = Key(scene.key.origin, bytes(32))
    sign_again(folder, leaves_of(folder), theirs)
    (folder / "vkey").write_bytes(theirs.vkey)

    assert verdicts(folder).good  # As docs/record.md says.
    found = verdicts(folder, scene.folder / "vkey")
    assert found.name("vkey: is not the key", "--vkey: the bundle has another key")


def test_another_key_under_our_name_and_id_is_named(scene: Scene, folder: Path) -> None:
    class Pretended(Key):
        number = scene.key.number

    sign_again(folder, leaves_of(folder), Pretended(scene.key.origin, bytes(32)))
    found = verdicts(folder)
    for note in (folder / "checkpoints").iterdir():
        assert found.name(
            f"checkpoints/{note.name}: the signature does not verify",
            f"checkpoint '{note.name}': the signature is not by the key",
        )


def test_a_fork_signed_by_our_own_key_is_named_by_who_kept_a_checkpoint(
    scene: Scene, folder: Path
) -> None:
    rewrite(folder, scene.key, scene.places["act"], "Әбенова", "Басқа")
    assert "Басқа" in (folder / "openings.jsonl").read_text()
    assert verdicts(folder, scene.folder / "vkey").good  # As docs/record.md says.

    found = verdicts(folder, kept=[scene.kept])
    size = scene.places["size"]
    root = "what was signed is not the root of the first {} leaves"
    assert found.name(f"leaf {size - 1}: up to it, this is not what", root.format(size))


def test_an_act_that_is_counted_twice_is_named(scene: Scene, folder: Path) -> None:
    leaves, place = leaves_of(folder), scene.places["act"]
    sign_again(folder, [*leaves, leaves[place]], scene.key)

    same = f"leaf {len(leaves)}: is the same as leaf {place}"
    assert verdicts(folder).name(same, same)


def test_a_text_that_is_not_canonical_is_named(scene: Scene, folder: Path) -> None:
    """The newest register: nothing refers to it yet. The holder of the key commits to it so."""
    leaves, path = leaves_of(folder), folder / "openings.jsonl"
    *before, last = path.read_text().splitlines()
    told = json.loads(last)
    told["body"] = json.dumps(json.loads(told["body"]))  # With spaces.
    raw = PREFIX + bytes.fromhex(told["salt"]) + told["body"].encode()
    line = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text("\n".join([*before, line, ""]))
    sign_again(folder, [*leaves[:-1], hashlib.sha256(raw).digest()], scene.key)

    at = f"leaf {len(leaves) - 1}: "
    assert verdicts(folder).name(f"{at}its opening is not canonical", f"{at}is not canonical JSON")


async def test_the_signer_signs_no_database_that_was_put_back(scene: Scene, tmp_path: Path) -> None:
    """And what is entered in it is not covered: there is no bundle of it."""
    name, home = f"test_{uuid4().hex}", tmp_path / "seal"
    shutil.copytree(scene.home, home)
    await copy(scene.server, scene.older, name)
    try:
        dsn = beside(scene.server, name)
        async with entering(dsn) as session:
            await person(session)
        with pytest.raises(Refused, match=f"the database went back: it holds {scene.first} leaves"):
            await seal_all(dsn, home)
        with pytest.raises(NotCovered):
            await bundle(dsn, tmp_path / "bundle")
    finally:
        await drop(scene.server, name)


async def test_the_signer_signs_no_second_history_that_it_is_asked_for(
    scene: Scene, tmp_path: Path
) -> None:
    name, home = f"test_{uuid4().hex}", tmp_path / "seal"
    shutil.copytree(scene.home, home)
    signer = load_signer(next(home.glob("*")))
    with pytest.raises(Refused, match="cannot be told from"):
        signer.extend(scene.first, [bytes(32)], 0)

    await copy(scene.server, scene.database, name)
    try:
        dsn = beside(scene.server, name)
        edit = "UPDATE leaf SET commitment = sha256('other') WHERE place = {closed}"
        forget = "DELETE FROM checkpoint WHERE size >= {closed}"
        told = [statement.format(**scene.places) for statement in (edit, forget)]
        await as_owner(dsn, *UNGUARDED, *told)
        with pytest.raises(Refused, match="are not those that were signed"):
            await seal_all(dsn, home)
    finally:
        await drop(scene.server, name)
