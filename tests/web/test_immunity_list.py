"""Matters of immunity as everybody reads them: one with its clock, and the list of all."""

from datetime import date

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.matters import LATEST, Json, Matter
from tests.web.test_immunity_door import Clients, House

AT = "/api/v1/immunity"


@pytest.fixture
def today() -> date:
    return LATEST


@pytest_asyncio.fixture
async def house(engine: AsyncEngine, visitors: Clients) -> House:
    client = await visitors(Role.SECRETARIAT, "mazhilis")
    return await House(engine, client, "mazhilis").seated(98)


async def asked(house: House, on: str, deputy: int = 4) -> str:
    matter = Matter(house.matter.client, "immunity")
    told = house.submission(deputy=str(house.deputies[deputy]))
    await matter.opened("submission", on, **told)
    return matter.address.rsplit("/", 1)[-1]


async def page(public: Client, **params: str) -> Json:
    answer = await public.get(AT, params=params)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def ids(page: Json) -> list[str]:
    return [one["id"] for one in page["items"]]


async def test_everybody_reads_a_matter_with_its_clock(house: House, public: Client) -> None:
    matter = await house.prepared()

    told = (await public.get(matter.address)).json()

    assert told["measures"][0]["measure"] == "detention"
    (due,) = told["deadlines"]
    assert (due["rule"], due["what"]) == ("A57-4.25", "consideration")
    # The strictest reading ends on a Sunday; the last safe day is the working day before.
    assert (due["due_on"], due["safe_until"]) == ("2026-03-13", "2026-03-13")
    assert len(due["readings"]) == 9
    assert "open_vote" in {one["kind"] for one in told["next"]}


async def test_the_list_is_asked_by_chamber_deputy_and_days(house: House, public: Client) -> None:
    first, second = await asked(house, "2026-03-02"), await asked(house, "2026-03-05", deputy=5)

    assert ids(await page(public)) == [second, first]
    assert ids(await page(public, chamber="mazhilis")) == [second, first]
    assert ids(await page(public, chamber="senate")) == []
    assert ids(await page(public, deputy=str(house.deputies[4]))) == [first]
    assert ids(await page(public, since="2026-03-03")) == [second]
    assert ids(await page(public, until="2026-03-04")) == [first]


async def test_the_list_goes_on_where_a_page_ended(house: House, public: Client) -> None:
    days = ("2026-03-02", "2026-03-02", "2026-03-03")
    opened = [await asked(house, day) for day in days]

    one = await page(public, limit="2")
    rest = await page(public, limit="2", after=ids(one)[-1])

    assert ids(one) + ids(rest) == opened[::-1]


@pytest.mark.parametrize(
    ("field", "said"),
    [("after", str(date.min)), ("deputy", "nobody"), ("since", "spring"), ("chamber", "house")],
)
async def test_a_question_that_is_none_is_told_of_its_field(
    house: House, public: Client, field: str, said: str
) -> None:
    answer = await public.get(AT, params={field: said})

    assert answer.status_code == 422, answer.text
    assert field in answer.text
