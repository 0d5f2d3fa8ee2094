"""With every check of the program gone, the database alone tells nobody of a hidden hearing."""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from litestar import Litestar
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record import passwords
from chamber.record.gallery import WITHHELD
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.record.sight import SEEN
from tests.hearings.asked import addresses
from tests.hearings.gullible import believe_everybody, show_all_rows
from tests.hearings.street import Street, street_of

STRANGERS = ("senate", "other committee", "office", "admin")
CLOSED, DRAFT = "Жабық", "Жоба"  # What stands in every act of theirs, and in every file.


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher.from_parameters(CHEAPEST))


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    async with street_of(engine, database, session) as street:
        yield street


async def places(street: Street) -> list[str]:
    """Every address that can be asked for, of the hidden cases and files too."""
    cases = [street.closed, street.draft, street.public, street.here.sitting]
    files = [await street.file_of(case) for case in cases[:3]]
    transport = street.client._transport
    assert isinstance(transport, httpx.ASGITransport)
    house: Litestar = transport.app.house  # type: ignore[attr-defined]
    asked = addresses(house, cases, files, street.here.committee)
    return [one for one in asked if "feeds" not in one]  # Those are prepared for everybody.


async def told_of_hidden(street: Street, who: str) -> list[str]:
    caught = []
    for place in await places(street):
        answer = await street.ask(who, "GET", place)
        if any(word in answer.text for word in (CLOSED, DRAFT, "\\u0416")):
            caught.append(place)
    return caught


@pytest.mark.timeout(300)
async def test_no_row_of_a_hidden_hearing_is_answered(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    believe_everybody(monkeypatch)

    caught = {who: await told_of_hidden(street, who) for who in STRANGERS}
    assert caught == {who: [] for who in STRANGERS}
    assert await street.readings(street.closed) == []


@pytest.mark.timeout(300)
async def test_without_the_policies_too_they_would_be_told(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the test before would say nothing."""
    believe_everybody(monkeypatch)
    await show_all_rows(street.session)

    caught = await told_of_hidden(street, "senate")
    for case in (street.closed, street.draft):
        assert f"/api/v1/hearings/{case}" in caught
        assert f"/api/v1/files/{await street.file_of(case)}" in caught
    assert "/api/v1/hearings" in caught
    readings = await street.ask("senate", "GET", f"/api/v1/hearings/{street.closed}/readings")
    assert len(readings.json()["items"]) > 0


async def test_no_act_reaches_a_hidden_hearing(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    believe_everybody(monkeypatch)

    for who in ("senate", "other committee"):
        for case in (street.closed, street.draft):
            place = f"/api/v1/hearings/{case}/acts?dry_run=true"
            sent = {"act": {"kind": "material", "on": "2026-03-20", "title": "Материал"}}
            assert (await street.ask(who, "POST", place, json=sent)).status_code == 404


async def test_a_connection_that_says_for_nobody_it_reads_sees_what_everybody_sees(
    street: Street,
) -> None:
    hidden = (await street.session.scalars(select(Proceeding.id).where(
        Proceeding.uid.in_([street.closed, street.draft])))).all()  # fmt: skip
    await street.session.execute(text("SET LOCAL ROLE chamber_app"))

    assert not await street.session.scalar(select(Proceeding.id).where(Proceeding.id.in_(hidden)))
    assert not await street.session.scalar(
        select(Entry.id).where(Entry.proceeding_id.in_(hidden)).limit(1)
    )
    assert await street.session.scalar(select(Proceeding.id).where(Proceeding.uid == street.public))


async def test_every_table_that_names_a_hidden_hearing_has_its_policy(street: Street) -> None:
    """A new table with a key of a hearing must be said to be seen by somebody."""
    found = await street.session.scalars(
        text("""
        SELECT DISTINCT c.conrelid::regclass::text FROM pg_constraint AS c
        WHERE c.contype = 'f' AND c.confrelid IN ('hearing'::regclass)""")
    )
    assert set(found) <= set(SEEN)
    hers = await street.session.scalars(
        text("""
        SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class ON oid = attrelid
        WHERE attname = 'hearing_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace""")
    )
    assert set(hers) - {"announcement"} <= set(SEEN)  # What is put up is public.
    assert set(SEEN) & WITHHELD >= {"hearing_reading", "deadline", "booked_day", "veiled"}
