"""With every check of the program gone, the database alone tells nobody of a hidden hearing."""

from collections.abc import AsyncIterator
from datetime import date

import httpx
import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from litestar import Litestar
from sqlalchemy import BigInteger, bindparam, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record import passwords
from chamber.record.gallery import PART_OF_A_HEARING, WITHHELD
from chamber.record.proceedings import Proceeding
from chamber.record.sight import SEEN, read_for
from tests.hearings.asked import addresses
from tests.hearings.gullible import believe_everybody, show_all_rows
from tests.hearings.planted import OF_A_HEARING
from tests.hearings.season import hold
from tests.hearings.street import Street, street_of
from tests.hearings.test_walls_known import MATERIAL

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
    case = await hold(street.session, street.here, CLOSED, "closed")
    await street.session.commit()
    await street.ask("deputy", "GET", f"/api/v1/hearings/{case}")  # It leaves a reading.
    key = await street.session.scalar(select(Proceeding.id).where(Proceeding.uid == case))
    there = await rows_of(street.session, key)
    await street.session.execute(text("SET LOCAL ROLE chamber_desk"))

    assert set(there) >= {*PART_OF_A_HEARING, "hearing_reading", "deadline", "veiled", "journal"}
    assert await rows_of(street.session, key) == {}
    open_to_all = select(Proceeding.id).where(Proceeding.uid == street.public)
    assert await street.session.scalar(open_to_all) is not None


async def rows_of(session: AsyncSession, key: int | None) -> dict[str, int]:
    """The tables in which something of the hearing is seen."""
    whose = {name: own for name, own in OF_A_HEARING.items() if "h.id" in own and name != "file"}
    whose |= {"veiled": "t.proceeding_id = h.id"}
    found = {}
    for table, own in whose.items():
        query = text(f"SELECT count(*) FROM {table} AS t, (SELECT :key AS id) AS h WHERE {own}")
        if seen := await session.scalar(query.bindparams(bindparam("key", type_=BigInteger)),
                                        {"key": key}):  # fmt: skip
            found[table] = seen
    return found


async def test_an_answer_that_was_kept_is_its_own_account_s(street: Street) -> None:
    place = f"/api/v1/hearings/{street.closed}"
    tag = (await street.ask("secretariat", "GET", place)).headers["ETag"]
    headers = {"If-Match": tag, "Idempotency-Key": "once"}
    sent = {"json": MATERIAL, "headers": headers}
    assert (await street.ask("secretariat", "POST", f"{place}/acts", **sent)).status_code == 201
    kept = text("SELECT count(*) FROM idempotency")
    accounts = (await street.session.execute(text("SELECT name, uid FROM account"))).all()
    seen = {}
    for name, uid in accounts:
        await read_for(street.session, uid, date(2026, 4, 1))
        seen[name] = await street.session.scalar(kept)
        await street.session.rollback()

    assert {name for name, count in seen.items() if count} == {"secretariat"}


async def test_whether_somebody_may_know_is_asked_by_the_house_alone(street: Street) -> None:
    await street.session.execute(text("SET LOCAL ROLE chamber_public"))
    with pytest.raises(DBAPIError, match="permission denied"):
        await street.session.execute(text("SELECT may_know(1, gen_random_uuid(), '2026-04-01')"))


async def test_a_closed_account_may_know_of_nothing(street: Street) -> None:
    asked = text("""SELECT may_know(p.id, a.uid, '2026-04-01') FROM proceeding AS p, account AS a
                    WHERE p.uid = :case AND a.name = 'secretariat'""")
    assert await street.session.scalar(asked, {"case": street.closed})
    await street.session.execute(text("UPDATE account SET disabled_at = now()"))
    assert not await street.session.scalar(asked, {"case": street.closed})


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
