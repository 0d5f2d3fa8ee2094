"""The signer says how many of the leaves are registers, and never goes back behind what it said."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.seal.notes import read_note
from chamber.seal.sealing import resume
from chamber.seal.signer import Refused, Signer, load_signer, make_signer
from tests.record.roster import person
from tests.record.unguarded import UNGUARDED
from tests.seal.sealed import bundle, seal_all, sealing

GONE = "DELETE FROM register WHERE seq = 2"
FEWER = "UPDATE checkpoint SET note = replace(note, 'registers 2', 'registers 1')"


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    """It has signed three leaves, one of which is a register."""
    made = make_signer(tmp_path, "record.example/test")
    made.extend(0, leaves(3), 1)
    return made


def leaves(number: int) -> list[bytes]:
    return [bytes([nth]) * 32 for nth in range(number)]


def told(signer: Signer, note: str) -> tuple[int, int]:
    checkpoint = read_note(note, signer.key)
    return checkpoint.size, checkpoint.registers


@pytest.mark.parametrize(("more", "registers"), [(0, 0), (1, 0), (1, 1), (5, 2), (5, 5)])
def test_what_was_told_is_added_to_what_is_remembered(
    more: int, registers: int, signer: Signer
) -> None:
    _, note = signer.extend(3, leaves(more), registers)
    assert told(signer, note) == (3 + more, 1 + registers)

    # As it is after a crash, when what was signed is asked for again.
    again = load_signer(signer.home)
    assert again.extend(3 + more, [], 0)[1] == note


@pytest.mark.parametrize(("more", "registers"), [(0, -1), (5, -1), (0, 1), (1, 2), (5, 6)])
def test_neither_fewer_than_before_nor_more_than_new_leaves_are_registers(
    more: int, registers: int, signer: Signer
) -> None:
    with pytest.raises(Refused, match=f"of {more} new leaves {registers} cannot be registers"):
        signer.extend(3, leaves(more), registers)

    assert load_signer(signer.home).signed == signer.signed
    assert (signer.signed.size, signer.signed.registers) == (3, 1)


@pytest.mark.parametrize("registers", [None, -1, 4, "1", True, 1.0, ...])
def test_a_memory_that_cannot_be_is_none(registers: object, signer: Signer) -> None:
    memory = signer.home / "signed.json"
    kept = json.loads(memory.read_text())
    assert kept["registers"] == 1
    kept["registers"] = registers
    memory.write_text(json.dumps({key: one for key, one in kept.items() if one is not ...}))

    with pytest.raises(Refused, match="memory"):
        load_signer(signer.home)


async def enter_and_seal(session: AsyncSession, database: str, home: Path) -> None:
    """One act, and the register that opens it."""
    await person(session)
    await session.commit()
    await seal_all(database, home)


async def newest(session: AsyncSession) -> str:
    query = "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1"
    return str(await session.scalar(text(query)))


async def owner_does(session: AsyncSession, *statements: str) -> None:
    for statement in (*UNGUARDED, *statements):
        await session.execute(text(statement))
    await session.commit()


async def test_a_checkpoint_says_how_many_registers_there_are(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    await seal_all(database, tmp_path / "seal")
    assert "\nregisters 0\n" in await newest(session)
    for number in (1, 2):
        await enter_and_seal(session, database, tmp_path / "seal")
        assert f"\n{2 * number}\n" in (note := await newest(session))
        assert f"\nregisters {number}\n" in note


async def test_registers_that_are_gone_are_not_signed_on(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    for _ in range(2):
        await enter_and_seal(session, database, tmp_path / "seal")
    await owner_does(session, GONE)

    with pytest.raises(Refused, match="of the first 4 leaves 1 are registers, and 2 were signed"):
        await enter_and_seal(session, database, tmp_path / "seal")


async def test_a_lost_memory_takes_the_number_from_the_newest_checkpoint(
    session: AsyncSession, database: str, tmp_path: Path
) -> None:
    for _ in range(2):
        await enter_and_seal(session, database, tmp_path / "seal")
    [memory] = (tmp_path / "seal").glob("*/signed.json")
    before = memory.read_bytes()
    memory.unlink()

    assert await resume(sealing(database, tmp_path / "seal")) == 4
    assert memory.read_bytes() == before
    await enter_and_seal(session, database, tmp_path / "seal")
    assert "\nregisters 3\n" in await newest(session)
    await bundle(database, tmp_path / "bundle")


@pytest.mark.parametrize(
    ("done", "said"),
    [(GONE, "1 are registers, and 2 were signed"), (FEWER, "the signature does not verify")],
)
async def test_a_memory_is_not_taken_from_what_was_not_signed(
    done: str, said: str, session: AsyncSession, database: str, tmp_path: Path
) -> None:
    for _ in range(2):
        await enter_and_seal(session, database, tmp_path / "seal")
    for memory in (tmp_path / "seal").glob("*/signed.json"):
        memory.unlink()
    await owner_does(session, done)

    with pytest.raises(Refused, match=said):
        await resume(sealing(database, tmp_path / "seal"))
