"""The demonstration is what it says: true sizes, invented people, and what sources tell."""

import gzip
import json
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from itertools import count
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.appointments.bodies import Body
from chamber.appointments.rows.offices import Wanted, find_offices
from chamber.audit import audit
from chamber.demo.accounts import logins
from chamber.demo.filling import ACTS, NotEmpty, fill
from chamber.demo.names import invented
from chamber.demo.plan import TODAY
from chamber.demo.sources import TOLD
from chamber.law.seats import Chamber
from chamber.record.accounts import Account
from chamber.record.chambers.overview import overview
from chamber.record.engine import connect_engine
from chamber.record.journal import Entry
from chamber.record.people.tables import MandateRow, NameRow
from chamber.record.proceedings import Proceeding
from chamber.record.resting import NAMES_A_SITTING, SITTINGS_TOLD
from chamber.record.votes.editions import VoteDocument
from chamber.record.votes.tables import Vote
from chamber.rooms import ROOMS
from tests.conftest import beside

pytestmark = pytest.mark.timeout(300)  # All of it is told once, and judged once again.

FACTIONS = {
    "AMANAT": 62, "Auyl": 8, "Respublica": 6, "Ak Zhol": 6, "People's Party of Kazakhstan": 5,
    "OSDP": 4,
}  # fmt: skip


@pytest_asyncio.fixture(scope="module")
async def told(server: str, template: str) -> AsyncIterator[str]:
    """A database with the demonstration in it, for all tests that only read."""
    name = f"demo_{uuid4().hex}"
    admin = await asyncpg.connect(server)
    await admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    assert await fill(beside(server, name))
    yield beside(server, name)
    await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await admin.close()


@pytest_asyncio.fixture
async def reading(told: str) -> AsyncIterator[AsyncSession]:
    engine = connect_engine(told)
    async with AsyncSession(engine) as session:
        yield session
    await engine.dispose()


async def test_the_chambers_have_their_true_sizes(reading: AsyncSession) -> None:
    senate = await overview(reading, Chamber.SENATE, TODAY)
    mazhilis = await overview(reading, Chamber.MAZHILIS, TODAY)

    assert (senate["in_office"], senate["vacancies"]) == (49, 1)  # One senator has resigned.
    assert (mazhilis["in_office"], mazhilis["vacancies"]) == (98, 0)
    assert {one["name"]["latin"]: one["size"] for one in mazhilis["factions"]} == FACTIONS
    assert mazhilis["in_office"] - sum(FACTIONS.values()) == 7
    assert not senate["factions"]


async def test_deputies_came_in_the_ways_they_did(reading: AsyncSession) -> None:
    query = select(MandateRow.chamber, MandateRow.basis, func.count(MandateRow.person_id))
    rows = await reading.execute(query.group_by(MandateRow.chamber, MandateRow.basis))

    assert {(chamber, basis): number for chamber, basis, number in rows} == {
        ("senate", "elected"): 40, ("senate", "appointed"): 10,
        ("mazhilis", "list"): 69, ("mazhilis", "single_mandate"): 29,
    }  # fmt: skip


@pytest.mark.parametrize("chamber", Chamber)
async def test_every_body_has_its_chair_and_there_are_at_most_seven_committees(
    reading: AsyncSession, chamber: Chamber
) -> None:
    there = await overview(reading, chamber, TODAY)

    assert there["chair"]
    assert len(there["deputy_chairs"]) == 2
    assert len(there["committees"]) <= 7
    assert all(body["chair"] for body in (*there["factions"], *there["committees"]))


async def test_no_deputy_bears_the_name_of_anybody_whom_the_sources_name(
    reading: AsyncSession,
) -> None:
    real = TOLD.model_dump_json().lower()
    deputy = MandateRow.person_id == NameRow.person_id
    names = await reading.execute(
        select(NameRow.kk, NameRow.ru, NameRow.latin).join(MandateRow, deputy)
    )

    surnames = [name.split()[0].lower() for row in names for name in row]
    assert len(surnames) == 3 * 148
    assert not [surname for surname in surnames if surname[:-3] in real]


async def test_real_people_did_nothing_here_but_be_appointed(reading: AsyncSession) -> None:
    for name in TOLD.appointment.people:
        row = (await reading.scalars(select(NameRow).where(NameRow.latin == name.latin))).one()
        kinds = await reading.scalars(
            select(Entry.kind).where(Entry.proceeding_id == row.person_id)
        )
        assert list(kinds) == ["person"]

    held = await find_offices(reading, Wanted(on=TODAY, body=Body.CONSTITUTIONAL_COURT))
    assert {one["chamber"] for one in held} == {"senate"}
    assert {one["person"]["latin"] for one in held} == {p.latin for p in TOLD.appointment.people}
    assert all(one["sources"] for one in held)


async def test_the_audit_finds_no_fault(reading: AsyncSession) -> None:
    assert await audit(reading, ROOMS) == []


async def test_everything_that_may_happen_to_an_act_has_happened(reading: AsyncSession) -> None:
    entries = (await reading.scalars(select(Entry))).all()
    said = [entry.read()["data"] for entry in entries]

    assert len(entries) == ACTS
    assert sum(one["despite"] is not None for one in said) == 2
    assert sum(one["act"]["kind"] == "opinion" and one["occurred"] is not None for one in said) == 1
    kinds = Counter(entry.kind for entry in entries)
    assert (kinds["correction"], kinds["ballot_order"], kinds["new_submission"]) == (1, 1, 1)
    assert kinds["resolution"] == 3 + 3 + 1  # Of appointments, of the report, of a mandate.
    assert all(one["by"]["account"] for one in said)


async def test_the_votes_of_the_past_come_out_as_they_did(reading: AsyncSession) -> None:
    query = select(Vote).where(Vote.sources.is_not(None)).order_by(Vote.opened_on, Vote.chamber)
    votes = (await reading.scalars(query)).all()

    assert [(vote.in_favour, vote.present) for vote in votes] == [
        (103, 103), (78, 99), (93, 93), (44, 44), (50, 50), (82, 97),
    ]  # fmt: skip
    assert all(vote.rule == "F-2.11" for vote in votes)
    assert all(vote.official_outcome == "adopted" for vote in votes)
    # How many seats the Senate had that day is not known.
    assert [vote.outcome for vote in votes].count("not_judged") == 1


async def test_sources_that_differ_are_shown_as_a_conflict(reading: AsyncSession) -> None:
    query = select(Vote, VoteDocument.packed).join(VoteDocument, VoteDocument.uid == Vote.uid)
    rows = await reading.execute(query.where(Vote.sources.is_not(None)))
    told = {(vote.opened_on, vote.chamber): json.loads(gzip.decompress(p)) for vote, p in rows}

    assert len(told) == 6
    for (day, chamber), document in told.items():
        said = [sentence["en"] for sentence in document["official"]["conflicts"]]
        assert bool(said) == (day == date(2023, 1, 13)), chamber
    senate = told[date(2023, 1, 13), "senate"]["official"]["conflicts"]
    assert senate[0]["en"] == (
        "The sources differ. For: “UrduPoint” — 44, “The Astana Times” — 43."
    )


async def test_nothing_is_told_twice(told: str, reading: AsyncSession) -> None:
    assert not await fill(told)
    assert await reading.scalar(select(func.count()).select_from(Entry)) == ACTS
    assert set(await reading.scalars(select(Account.login))) == set(logins())


async def test_a_database_that_holds_anything_else_is_left_alone(
    database: str, engine: AsyncEngine
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        case = Proceeding(uid=uuid4(), noun="people", number="all/2026/1", version=0)
        session.add(case)

    with pytest.raises(NotEmpty):
        await fill(database)


async def test_what_is_interrupted_leaves_nothing_behind(
    database: str, engine: AsyncEngine
) -> None:
    acts = count()

    with pytest.raises(RuntimeError, match="the power is gone"):
        await fill(database, lambda: stop() if next(acts) == 20 else None)

    async with AsyncSession(engine) as session:
        for kept in (Account, Proceeding, Entry):
            assert await session.scalar(select(func.count()).select_from(kept)) == 0


def stop() -> None:
    raise RuntimeError("the power is gone")


def test_invented_names_are_never_the_same() -> None:
    names = list(invented())

    for written in ("kk", "ru", "latin"):
        surnames = [getattr(name, written).split()[0] for name in names]
        assert len(set(surnames)) == len(names)


async def test_an_entry_that_names_a_sitting_is_one_in_which_sittings_are_looked_for(
    reading: AsyncSession,
) -> None:
    """The index leaves out what cannot name one, without reading it: it must leave out no more."""
    missed = select(func.count()).select_from(Entry)
    missed = missed.where(SITTINGS_TOLD.is_not(None), ~NAMES_A_SITTING)
    named = select(func.count()).select_from(Entry).where(NAMES_A_SITTING)

    assert await reading.scalar(missed) == 0
    assert (await reading.scalar(named) or 0) > 10
