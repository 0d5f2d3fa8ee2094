"""At which sittings a deputy was: present, late, gone early, excused, or away without a reason."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.conftest import of_public
from tests.record.filled import Filled

Client = httpx.AsyncClient


@pytest_asyncio.fixture
async def house(session: AsyncSession) -> Filled:
    return await Filled(session).seat()


@pytest_asyncio.fixture
async def reader(engine: AsyncEngine, database: str) -> AsyncIterator[Client]:
    app = create_app(Settings(database_url=database, database_read_url=of_public(database)), engine)
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        yield client
    await close(app.house)


async def held(
    house: Filled, on: date, *states: str | None, kind: str = "plenary",
    chamber: str = "mazhilis", opened: bool = True,
) -> UUID:  # fmt: skip
    """A sitting with a mark for each of the first deputies; None for who is on no list."""
    case = await house.case("sittings", chamber)
    at = datetime(on.year, on.month, on.day, 5, tzinfo=UTC)
    sitting = """INSERT INTO sitting (id, chamber, kind, body_id, planned_on, starts_at, place,
                                      opened_on)
                 VALUES (:id, :chamber, :kind, :body, :on, :at, 'Астана', :opened)"""
    told = {"id": case.id, "chamber": chamber, "kind": kind, "on": on, "at": at}
    told["body"] = case.id if kind == "committee" else None
    await house.session.execute(text(sitting), told | {"opened": on if opened else None})
    roll = "INSERT INTO registration (sitting_id, item, is_full) VALUES (:id, 0, true)"
    await house.session.execute(text(roll), {"id": case.id})
    mark = """INSERT INTO presence (sitting_id, item, person_id, state, chamber)
              VALUES (:id, 0, :person, :state, 'mazhilis')"""
    for person, state in zip(house.people, states, strict=False):
        if state is not None:
            marked = {"id": case.id, "person": person.id, "state": state}
            await house.session.execute(text(mark), marked)
    return case.uid


async def told_of(house: Filled, reader: Client, number: int) -> dict[str, Any]:
    await house.session.commit()
    told = (await reader.get(f"/api/v1/deputies/{house.uid(number)}")).json()
    sittings: dict[str, Any] = told["attendance"]["sittings"]
    return sittings


async def test_how_often_a_deputy_was_at_the_sittings(house: Filled, reader: Client) -> None:
    for day, state in enumerate(("present", "late", "left", "excused", None, "present"), start=1):
        await held(house, date(2026, 3, day), state, "present")
    await held(house, date(2025, 5, 5), "late")

    told = await told_of(house, reader, 0)
    years = told.pop("years")
    assert told == {
        "sittings": 7, "present": 2, "late": 2, "left": 1, "excused": 1, "absent": 1,
    }  # fmt: skip
    assert [(one["chamber"], one["year"], one["sittings"]) for one in years] == [
        ("mazhilis", 2026, 6), ("mazhilis", 2025, 1),
    ]  # fmt: skip
    assert (await told_of(house, reader, 1))["absent"] == 1


@pytest.mark.parametrize(
    ("sitting", "counts"),
    [
        ({"kind": "joint", "chamber": "senate"}, True),  # Of both Chambers.
        ({"chamber": "senate"}, False),
        ({"kind": "committee"}, False),  # Not every deputy is to come.
        ({"opened": False}, False),
        ({"on": date(2023, 3, 28)}, False),  # Before the mandate.
        ({"on": date(2023, 3, 29)}, True),
    ],
)
async def test_only_the_chamber_s_own_sittings_of_the_mandate_count(
    house: Filled, reader: Client, sitting: dict[str, Any], counts: bool
) -> None:
    more = {"on": date(2026, 3, 4)} | sitting
    on = more.pop("on")
    # Where only the number of those present is known, nobody is said to have been away.
    for states in ((), (None, "present")):
        await held(house, on, *states, **more)

    assert (await told_of(house, reader, 0))["absent"] == counts


async def test_the_sittings_of_a_deputy_are_listed_the_newest_first(
    house: Filled, reader: Client
) -> None:
    days = [date(2026, 3, day) for day in (3, 5, 4)]
    first, last, middle = [await held(house, on, "late", "present") for on in days]
    await house.session.commit()
    at = f"/api/v1/deputies/{house.uid(0)}/sittings"

    page = await reader.get(at, params={"limit": 2})
    assert [one["id"] for one in page.json()["items"]] == [str(last), str(middle)]
    assert page.json()["items"][0] == {
        "id": str(last), "chamber": "mazhilis", "kind": "plenary", "on": "2026-03-05",
        "starts_at": "2026-03-05T10:00:00+05:00", "state": "late",
    }  # fmt: skip
    rest = (await reader.get(page.links["next"]["url"])).json()
    assert ([one["id"] for one in rest["items"]], rest["after"]) == ([str(first)], None)
    absent = (await reader.get(f"/api/v1/deputies/{house.uid(3)}/sittings")).json()
    assert {one["state"] for one in absent["items"]} == {"absent"}
    assert (await reader.get(f"/api/v1/deputies/{uuid4()}/sittings")).status_code == 404
    assert (await reader.get(at, params={"after": str(uuid4())})).status_code == 422
    told = (await reader.get(f"/api/v1/deputies/{house.uid(0)}")).json()
    assert told["links"]["sittings"] == at
