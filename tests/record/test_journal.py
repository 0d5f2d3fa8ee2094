"""The journal is added to, never changed: by the program, by the grants, and by the triggers."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.act import Act
from chamber.law.judging import recorded
from chamber.law.roles import Role
from chamber.law.sent import Occurred, Sent
from chamber.record.canonical import commitment
from chamber.record.desk import Clerk
from chamber.record.journal import Entry, enter, entries, intact
from chamber.record.procedure.rejudging import Nothing
from chamber.record.proceedings import Proceeding

CLERK = Clerk(account=uuid4(), name="clerk", role=Role.SECRETARIAT, chamber="senate")
SENT = Sent(occurred=Occurred(source="хаттама № 4"))


async def open_proceeding(session: AsyncSession) -> Proceeding:
    case = Proceeding(uid=uuid4(), noun="people", number="all/2026/1", chamber=None, version=0)
    session.add(case)
    await session.flush()
    return case


async def enter_one(session: AsyncSession, case: Proceeding) -> Entry:
    act = Act(kind="renamed", on=date(2026, 3, 2))
    entry = await enter(session, case, act, SENT, given=Nothing(), ruling=recorded(), clerk=CLERK)
    await session.refresh(entry)
    return entry


async def test_an_entry_keeps_the_act_whole_and_names_the_one_before(session: AsyncSession) -> None:
    case = await open_proceeding(session)
    first, second = await enter_one(session, case), await enter_one(session, case)

    told = second.read()
    assert (first.seq, second.seq, case.version) == (1, 2, 2)
    assert told["prev"] == first.commitment.hex()
    assert told["data"]["act"] == {"kind": "renamed", "on": "2026-03-02"}
    assert told["data"]["occurred"] == {"source": "хаттама № 4"}
    assert told["data"]["by"] == CLERK.signature()
    assert [entry.seq for entry in await entries(session, case.id)] == [1, 2]


async def test_the_database_computes_the_commitment_that_we_compute(session: AsyncSession) -> None:
    entry = await enter_one(session, await open_proceeding(session))

    assert bytes(entry.commitment) == commitment(entry.salt, entry.body)
    assert intact(entry)


async def test_two_entries_alike_have_different_salts_and_commitments(
    session: AsyncSession,
) -> None:
    first = await enter_one(session, await open_proceeding(session))
    case = Proceeding(uid=uuid4(), noun="people", number="all/2026/2", chamber=None, version=0)
    session.add(case)
    await session.flush()
    second = await enter_one(session, case)

    assert first.salt != second.salt
    assert first.commitment != second.commitment


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET kind = 'other'",
        "DELETE FROM journal",
        "TRUNCATE journal CASCADE",
        "UPDATE ballot SET choice = 'for'",
        "DELETE FROM ballot",
    ],
)
@pytest.mark.parametrize("role", ["postgres", "chamber_app"])
async def test_the_database_refuses_to_rewrite_the_journal_and_the_ballots(
    engine: AsyncEngine, change: str, role: str
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        await enter_one(session, await open_proceeding(session))

    async with engine.connect() as connection:
        await connection.execute(text(f"SET ROLE {role}"))
        with pytest.raises(DBAPIError, match=r"append-only|permission denied"):
            await connection.execute(text(change))


@pytest.mark.parametrize("table", ["journal", "ballot", "proceeding", "vote", "account"])
async def test_the_public_role_reads_no_table_of_ours(engine: AsyncEngine, table: str) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SET ROLE chamber_public"))
        with pytest.raises(DBAPIError, match="permission denied"):
            await connection.execute(text(f"SELECT * FROM {table}"))
