"""Nothing that is due in a hidden case is told to whoever may not know of the case."""

from collections.abc import AsyncIterator
from uuid import uuid5

import asyncpg
import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record.gallery import WITHHELD
from chamber.record.rights import PUBLIC
from tests.hearings.street import Street, street_of
from tests.web.hearing_room import Json

LIST = "/api/v1/deadlines"
# As tests/house/known.csv says who may know of a hearing that is not public.
MAY_KNOW = ("secretariat", "presiding", "committee", "deputy", "senator")
MAY_NOT = ("senate", "office", "other committee")
NOT_STAFF = {"public": 401, "admin": 403, "former deputy": 401}


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    async with street_of(engine, database, session) as street:
        yield street


async def told_of(street: Street, who: str) -> set[str]:
    """The cases of which the list and the calendar tell, open and done: both tell of the same."""
    cases = set()
    for query in ("", "?open=false"):
        answer = await street.ask(who, "GET", LIST + query)
        assert answer.status_code == 200, answer.text
        items: list[Json] = answer.json()["items"]
        calendar = (await street.ask(who, "GET", f"{LIST}.ics{query}")).text
        told = [one for one in items if one["due_on"] is not None]
        assert calendar.count("BEGIN:VEVENT") == len(told)
        cases |= {one["case"]["id"] for one in items}
    return cases


@pytest.mark.parametrize("who", MAY_KNOW)
async def test_whoever_may_know_of_a_hidden_hearing_is_told_what_is_due(
    street: Street, who: str
) -> None:
    assert {str(street.closed), str(street.draft)} <= await told_of(street, who)


@pytest.mark.parametrize("who", MAY_NOT)
async def test_nobody_else_is_told(street: Street, who: str) -> None:
    assert not {str(street.closed), str(street.draft)} & await told_of(street, who)


@pytest.mark.parametrize("who", NOT_STAFF)
async def test_the_public_is_never_told_of_anything(street: Street, who: str) -> None:
    for address in (LIST, f"{LIST}.ics", f"{LIST}?week=nonsense"):
        assert (await street.ask(who, "GET", address)).status_code == NOT_STAFF[who]


@pytest.mark.parametrize("who", MAY_NOT)
async def test_a_hidden_place_in_the_list_is_as_one_that_never_was(
    street: Street, who: str
) -> None:
    hidden = uuid5(street.closed, "notice/0/1")
    known = await street.ask("secretariat", "GET", f"{LIST}?after={hidden}&limit=1")
    assert known.status_code == 200

    never = "00000000-0000-4000-8000-000000000000"
    of_hidden = await street.ask(who, "GET", f"{LIST}?after={hidden}")
    of_none = await street.ask(who, "GET", f"{LIST}?after={never}")

    assert of_hidden.status_code == of_none.status_code == 422
    told = of_hidden.text.replace(str(hidden), never)
    errors = httpx.Response(200, text=told).json()["errors"]
    assert errors == of_none.json()["errors"]


async def test_what_is_put_on_the_board_is_told_to_all_staff(
    street: Street, session: AsyncSession
) -> None:
    """The public case of the street was called off: nothing is due in it. Its row says so."""
    rows = await session.execute(
        text("SELECT case_uid, hidden FROM deadline ORDER BY proceeding_id")
    )
    assert {(uid, hidden) for uid, hidden in rows} == {
        (street.closed, True), (street.draft, True), (street.other, True),
    }  # fmt: skip


async def test_the_publics_role_cannot_read_the_table(database: str) -> None:
    assert {"deadline", "committee_deadline"} <= WITHHELD
    connection = await asyncpg.connect(database)
    try:
        await connection.execute(f"SET ROLE {PUBLIC}")
        for table in ("deadline", "committee_deadline"):
            for schema in ("public", "gallery"):
                with pytest.raises(
                    (asyncpg.InsufficientPrivilegeError, asyncpg.UndefinedTableError)
                ):
                    await connection.fetch(f"SELECT * FROM {schema}.{table}")
    finally:
        await connection.close()
