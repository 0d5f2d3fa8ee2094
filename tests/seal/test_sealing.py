"""What is entered is sealed, whole and in order; and nobody can seal a second history."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.people.acts import Renamed
from chamber.record.people.procedure import PEOPLE
from chamber.seal.bundling import NotCovered
from chamber.seal.sealing import resume
from chamber.seal.signer import Refused
from chamber.seal.verifying import verify
from tests.hearings.housed import house, opened, proposal
from tests.record.roster import DAY, deputy, done, named
from tests.record.unguarded import UNGUARDED
from tests.seal.sealed import bundle, seal_all, sealer, sealing
from tests.seal.second import faults


async def enter_some(session: AsyncSession) -> None:
    who = await deputy(session)
    await done(session, PEOPLE, who, Renamed(on=DAY, name=named("Әбенова Асқар")))
    await session.commit()


def openings(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "openings.jsonl").read_text().splitlines()
    return [json.loads(json.loads(line)["body"]) for line in lines]


def is_good(folder: Path) -> bool:
    return verify(folder).faults == faults(folder) == []


async def test_every_public_act_is_a_leaf_and_is_opened(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await enter_some(session)
    await seal_all(database, tmp_path / "seal")

    folder = await bundle(database, tmp_path / "bundle")
    assert is_good(folder)
    kinds = [body["kind"] for body in openings(folder)]
    assert kinds == ["person", "mandate", "renamed", "register"]


async def test_a_closed_act_is_a_leaf_like_any_other_and_is_not_opened(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    here = await house(session)
    draft = await opened(session, proposal(here))
    await session.commit()
    await seal_all(database, tmp_path / "seal")

    folder = await bundle(database, tmp_path / "bundle")
    assert is_good(folder)
    entries = await session.scalar(text("SELECT count(*) FROM journal")) or 0
    leaves = (folder / "leaves.bin").stat().st_size // 32
    registers = sum(body["stream"] == "register" for body in openings(folder))
    assert leaves == entries + registers
    assert len(openings(folder)) == leaves - 1
    assert str(draft).encode() not in b"".join(
        path.read_bytes() for path in folder.rglob("*") if path.is_file()
    )


async def test_there_is_no_bundle_before_a_checkpoint_covers_the_record(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    with pytest.raises(NotCovered):
        await bundle(database, tmp_path / "none")
    await seal_all(database, tmp_path / "seal")
    assert is_good(await bundle(database, tmp_path / "empty"))

    await enter_some(session)
    with pytest.raises(NotCovered):
        await bundle(database, tmp_path / "uncovered")


async def test_sealing_goes_on_where_it_was_broken_off_after_any_step(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await seal_all(database, tmp_path / "seal")
    await enter_some(session)
    for lost in ("checkpoint", "register"):
        # The signer has signed, or the sequencer numbered, and then the machine stopped.
        await seal_all(database, tmp_path / "seal")
        if lost == "checkpoint":
            for statement in (*UNGUARDED, "DELETE FROM checkpoint WHERE size > 0"):
                await session.execute(text(statement))
            await session.commit()

    assert is_good(await bundle(database, tmp_path / "bundle"))


async def test_the_signer_signs_no_second_history(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await enter_some(session)
    await seal_all(database, tmp_path / "seal")

    for statement in (*UNGUARDED, "DELETE FROM leaf WHERE place = 3"):
        await session.execute(text(statement))
    await session.commit()
    with pytest.raises(Refused, match="it holds 3 leaves, and 4 are signed"):
        await seal_all(database, tmp_path / "seal")

    await session.execute(text("INSERT INTO leaf VALUES (3, sha256('other'))"))
    await session.commit()
    with pytest.raises(Refused, match="not those that were signed"):
        await seal_all(database, tmp_path / "seal")


async def test_a_signer_without_its_newest_memory_signs_only_when_a_person_says_so(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await seal_all(database, tmp_path / "seal")
    [memory] = (tmp_path / "seal").glob("*/signed.json")
    old = memory.read_bytes()
    await enter_some(session)
    await seal_all(database, tmp_path / "seal")

    memory.write_bytes(old)
    with pytest.raises(Refused, match="4 leaves are signed, and the signer remembers 0 only"):
        await seal_all(database, tmp_path / "seal")
    memory.unlink()
    with pytest.raises(Refused, match=r"memory in .* cannot be read"):
        await seal_all(database, tmp_path / "seal")

    assert await resume(sealing(database, tmp_path / "seal")) == 4
    with pytest.raises(Refused, match="remembers all"):
        await resume(sealing(database, tmp_path / "seal"))
    await enter_some(session)
    await seal_all(database, tmp_path / "seal")
    assert is_good(await bundle(database, tmp_path / "bundle"))


async def test_what_was_not_signed_is_not_remembered_either(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await enter_some(session)
    await seal_all(database, tmp_path / "seal")

    for statement in (*UNGUARDED, "UPDATE leaf SET commitment = sha256('x') WHERE place = 1"):
        await session.execute(text(statement))
    await session.commit()
    with pytest.raises(Refused, match="not those that were signed"):
        await resume(sealing(database, tmp_path / "seal"))


async def test_a_record_is_sealed_by_one_key_for_ever(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await seal_all(database, tmp_path / "seal")

    with pytest.raises(Refused, match="cannot be read"):
        await seal_all(database, tmp_path / "elsewhere")


@pytest.mark.parametrize("role", ["chamber_app", "chamber_sealer", "chamber_public", None])
@pytest.mark.parametrize("table", ["journal", "register", "leaf", "checkpoint", "record_key"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
async def test_nobody_changes_what_is_sealed(
    session: AsyncSession, role: str | None, table: str, change: str
) -> None:
    if role:
        await session.execute(text(f"SET ROLE {role}"))
    else:  # The owner, who may say that no trigger is to fire.
        await session.execute(text("SET session_replication_role = replica"))
    column = {"journal": "kind", "register": "salt", "leaf": "commitment", "checkpoint": "note",
              "record_key": "vkey"}[table]  # fmt: skip

    with pytest.raises(DBAPIError, match=r"permission denied|append-only"):
        await session.execute(text(change.format(table, column, column)))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT body FROM journal",
        "SELECT body FROM gallery.journal",
        "SELECT salt FROM gallery.journal",
        "SELECT body FROM register",
        "INSERT INTO journal (kind) VALUES ('act')",
        "INSERT INTO unsealed (commitment) VALUES ('')",
        "SELECT * FROM hearing",
        "SELECT * FROM account",
    ],
)
async def test_the_sealer_sees_hashes_and_nothing_else(database: str, query: str) -> None:
    async with sealer(database) as connection:
        with pytest.raises(DBAPIError, match="permission denied"):
            await connection.execute(text(query))
