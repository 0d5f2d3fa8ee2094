"""A list page by page: in the order of days, and the same whatever is added meanwhile."""

from datetime import timedelta

import pytest

from tests.record.filled import Filled
from tests.record.looking import AFTER, BEFORE, DAY, Client, found, house, reader

__all__ = ["house", "reader"]  # Fixtures.


@pytest.mark.parametrize("path", ["votes?limit=3", "deputies/{}/record?limit=3"])
async def test_pages_stay_as_they_are_while_votes_are_added(
    house: Filled, reader: Client, path: str
) -> None:
    there = [await house.closed_vote(on=DAY + timedelta(days=n // 3)) for n in range(8)]
    await house.session.commit()
    address = f"/api/v1/{path.format(house.uid(0))}"
    seen, after = [], ""

    while True:
        answer = (await reader.get(address + after)).json()
        seen += [item["id"] for item in answer["items"]]
        if answer["after"] is None:
            break
        after = f"&after={answer['after']}"
        await house.closed_vote(on=AFTER + timedelta(days=9))  # Newer than all.
        await house.session.commit()

    assert seen == [str(vote.uid) for vote in reversed(there)]


async def test_the_order_is_that_of_days_and_not_of_entry(house: Filled, reader: Client) -> None:
    new = await house.closed_vote(on=AFTER)
    old = await house.closed_vote(on=BEFORE)

    for path in ("votes", f"deputies/{house.uid(0)}/record"):
        assert await found(house, reader, "", path) == [str(new.uid), str(old.uid)]


async def test_the_next_page_is_linked(house: Filled, reader: Client) -> None:
    for _ in range(2):
        await house.closed_vote()
    await house.session.commit()

    first = await reader.get("/api/v1/votes?limit=1&q=судьи")
    second = await reader.get(first.links["next"]["url"])
    assert [first.json()["items"], second.json()["items"]] != [[], []]
    assert "next" not in second.links
