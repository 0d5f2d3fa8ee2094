"""Who may know of a hidden hearing hangs on dated facts, as they are on the day of asking."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.procedure import HEARINGS
from chamber.hearings.rows.listing import Wanted
from chamber.hearings.rows.unseen import find_hearings
from chamber.record import passwords
from chamber.record.accounts import Account
from chamber.record.proceedings import Proceeding, find
from chamber.record.sessions import clerk_of_token
from chamber.record.sight import read_for
from tests.hearings.street import Street, street_of

BASE = date(2026, 1, 1)
# A period begins on one day and ends before another, or has no end.
PERIODS = st.lists(st.tuples(st.integers(1, 20), st.integers(1, 20)), max_size=3)
OPEN_ENDED = st.booleans()
DAYS = st.lists(st.integers(-1, 130), min_size=1, max_size=4)
IN_TURN = settings(
    max_examples=30, deadline=None, print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
Period = tuple[date, date | None]


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher.from_parameters(CHEAPEST))


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    async with street_of(engine, database, session) as street:
        yield street


def periods(told: list[tuple[int, int]], *, lasts: bool) -> list[Period]:
    """One after the other, with days between them."""
    found: list[Period] = []
    day = BASE
    for gap, length in told:
        begins = day + timedelta(days=gap)
        day = begins + timedelta(days=length)
        found.append((begins, day))
    if found and lasts:
        found[-1] = (found[-1][0], None)
    return found


def around(found: list[Period], more: list[int]) -> set[date]:
    """Both sides of each begin and end, and some other days."""
    edges = [day for period in found for day in period if day is not None]
    beside = {edge + timedelta(days=one) for edge in edges for one in (-1, 0)}
    return beside | {BASE + timedelta(days=one) for one in more}


def within(found: list[Period], day: date) -> bool:
    return any(begins <= day and (ends is None or day < ends) for begins, ends in found)


async def told_on(street: Street, who: str, day: date) -> dict[str, bool]:
    """Each of those who are asked whether this account may know, on this day."""
    session = street.session
    clerk = await clerk_of_token(session, street.tokens[who], day)
    account = await session.scalar(select(Account).where(Account.name == who))
    assert account is not None
    case = await find(session, "hearings", street.closed)
    facts = await HEARINGS.load(session, case.id)
    assert HEARINGS.known_to is not None
    checked = await HEARINGS.known_to(session, case, facts, account.clerk, day)
    listed = await find_hearings(session, Wanted(), account.clerk, day)
    asked = text("SELECT may_know(:case, :who, :day)")
    database = await session.scalar(asked, {"case": case.id, "who": account.uid, "day": day})
    async with session.begin_nested() as trial:
        await read_for(session, account.uid, day)
        row = await session.scalar(select(Proceeding.id).where(Proceeding.uid == street.closed))
        await trial.rollback()
    return {
        "the door": clerk is not None,
        "the check": checked,
        "the list": str(street.closed) in {one["id"] for one in listed},
        "the function": bool(database),
        "the policy": row is not None,
    }


async def sits(session: AsyncSession, who: UUID, found: list[Period]) -> None:
    person = await session.scalar(select(Proceeding.id).where(Proceeding.uid == who))
    await session.execute(text("DELETE FROM membership"))
    await session.execute(text("DELETE FROM mandate WHERE person_id = :who"), {"who": person})
    for begins, ends in found:
        told: dict[str, Any] = {"who": person, "begins": begins, "ends": ends}
        await session.execute(
            text("""INSERT INTO mandate (person_id, starts_on, ends_on, chamber, convocation,
                        basis, ground)
                    VALUES (:who, :begins, :ends, 'mazhilis', 8, 'list',
                        CASE WHEN CAST(:ends AS date) IS NULL THEN NULL ELSE 'term_ended' END)"""),
            told,
        )


@IN_TURN
@given(told=PERIODS, lasts=OPEN_ENDED, more=DAYS)
async def test_a_deputy_knows_on_the_days_of_a_mandate_and_on_no_other(
    street: Street, told: list[tuple[int, int]], lasts: bool, more: list[int]
) -> None:
    found = periods(told, lasts=lasts)
    await sits(street.session, street.here.deputies[0], found)

    for day in around(found, more):
        answers = await told_on(street, "deputy", day)
        assert set(answers.values()) == {within(found, day)}, f"{day}: {answers}"
    await street.session.rollback()


@IN_TURN
@given(told=PERIODS.filter(lambda told: len(told) == 1), lasts=OPEN_ENDED, more=DAYS)
async def test_the_staff_of_a_committee_comes_in_on_the_days_on_which_there_is_one(
    street: Street, told: list[tuple[int, int]], lasts: bool, more: list[int]
) -> None:
    found = periods(told, lasts=lasts)
    begins, ends = found[0]
    which = {"which": street.here.committee, "begins": begins, "ends": ends}
    await street.session.execute(text("DELETE FROM membership"))
    await street.session.execute(
        text("""UPDATE body SET starts_on = :begins, ends_on = :ends
                WHERE id = (SELECT id FROM proceeding WHERE uid = :which)"""),
        which,
    )

    for day in around(found, more):
        answers = await told_on(street, "committee", day)
        # The check and the list are asked of nobody who was not let in.
        last = {answers[one] for one in ("the door", "the function", "the policy")}
        assert last == {within(found, day)}, f"{day}: {answers}"
    await street.session.rollback()


async def test_it_is_asked_with_each_request(street: Street) -> None:
    place = f"/api/v1/hearings/{street.closed}"
    seat = "UPDATE mandate SET ends_on = :ends, ground = :ground WHERE person_id = (SELECT id"
    seat += " FROM proceeding WHERE uid = :who)"
    await street.session.execute(text("DELETE FROM membership"))
    for ends, ground, status in (
        (None, None, 200),
        (date(2026, 4, 1), "term_ended", 401),  # Today is the first of April.
        (date(2026, 4, 2), "term_ended", 200),
        (date(2026, 3, 1), "term_ended", 401),
    ):
        told = {"ends": ends, "ground": ground, "who": street.here.deputies[0]}
        await street.session.execute(text(seat), told)
        await street.session.commit()
        assert (await street.ask("deputy", "GET", place)).status_code == status, ends


async def test_an_account_that_was_closed_is_nobodys_at_the_next_request(street: Street) -> None:
    place = f"/api/v1/hearings/{street.closed}"
    assert (await street.ask("secretariat", "GET", place)).status_code == 200

    await street.session.execute(
        text("UPDATE account SET disabled_at = now() WHERE name = 'secretariat'")
    )
    await street.session.commit()
    assert (await street.ask("secretariat", "GET", place)).status_code == 401
