"""Looking up outcomes: each filter finds what it should and leaves out the rest."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from chamber.record.people.tables import PersonRow
from tests.record.filled import A, E, F, Filled, N, X
from tests.record.looking import AFTER, BEFORE, DAY, Client, found, house, reader

__all__ = ["house", "reader"]  # Fixtures.


@pytest.mark.parametrize(
    ("query", "one", "other"),
    [
        ("chamber=senate", {"chamber": "senate"}, {"chamber": "mazhilis"}),
        (f"from={DAY}", {"on": DAY}, {"on": BEFORE}),
        (f"until={DAY}", {"on": DAY}, {"on": AFTER}),
        ("power=57(6)", {"power": "57(6)"}, {"power": "57(1)"}),
        ("rule=A57-6.17", {"rule": "A57-6.17"}, {"rule": "A57-1.17"}),
        ("outcome=not_adopted", {"outcome": "not_adopted"}, {"outcome": "adopted"}),
        ("q=отставк", {"question_ru": "Об отставке члена"}, {"question_ru": "Об ином"}),
        ("q=құрылтай", {"question_kk": "Құрылтайды шақыру"}, {"question_kk": "Қорытынды"}),
        ("q=ОТСТАВКЕ члена", {"question_ru": "Об отставке члена"}, {"question_ru": "отставке"}),
    ],
)
async def test_each_filter_finds_one_and_leaves_out_the_other(
    house: Filled, reader: Client, query: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    wanted = await house.closed_vote(**one)
    await house.closed_vote(**other)

    assert await found(house, reader, query) == [str(wanted.uid)]
    record = f"deputies/{house.uid(0)}/record"
    assert await found(house, reader, query, record) == [str(wanted.uid)]


async def test_votes_are_found_by_deputy_and_what_he_did(house: Filled, reader: Client) -> None:
    first = await house.closed_vote((F, A, F, F, F, F))
    second = await house.closed_vote((A, F, F, F, F, X))
    alone = await house.closed_vote((A,))

    uids = [str(alone.uid), str(second.uid), str(first.uid)]
    assert await found(house, reader, f"deputy={house.uid(0)}") == uids
    assert await found(house, reader, f"deputy={house.uid(1)}") == uids[1:]
    assert await found(house, reader, f"deputy={house.uid(0)}&choice=for") == uids[2:]
    assert await found(house, reader, f"deputy={house.uid(5)}&choice=absent") == uids[1:2]


async def test_votes_are_found_by_faction_with_how_it_stood(house: Filled, reader: Client) -> None:
    both = await house.closed_vote((F, F, A, F, A, F))
    first_only = await house.closed_vote((F, F, F, F))
    first, second = (faction.uid for faction in house.factions)

    assert await found(house, reader, f"faction={first}") == [str(first_only.uid), str(both.uid)]
    assert await found(house, reader, f"faction={second}") == [str(both.uid)]
    deputy = f"deputy={house.uid(0)}&faction={second}"
    assert await found(house, reader, deputy) == [str(both.uid)]
    answer = await reader.get(f"/api/v1/votes?faction={first}")
    assert answer.json()["items"][1]["faction"]["against"] == 1


async def test_an_open_vote_is_in_no_list_and_has_no_document(
    house: Filled, reader: Client
) -> None:
    vote = await house.open_vote()

    assert await found(house, reader, "") == []
    assert (await reader.get(f"/api/v1/votes/{vote.uid}")).status_code == 404
    assert (await reader.get(f"/api/v1/votes/{uuid4()}")).status_code == 404


async def test_after_a_correction_only_the_new_edition_is_listed(
    house: Filled, reader: Client
) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.correct(vote, (A, F, F, F, A, X))
    await house.session.commit()

    for path in (f"deputies/{house.uid(0)}/record", f"votes?faction={house.factions[0].uid}"):
        items = (await reader.get(f"/api/v1/{path}")).json()["items"]
        assert len(items) == 1
    record = (await reader.get(f"/api/v1/deputies/{house.uid(0)}/record")).json()
    assert record["items"][0]["choice"] == "against"


async def test_a_deputy_is_told_with_attendance(house: Filled, reader: Client) -> None:
    await house.closed_vote((F, F, F, F, F, F), on=date(2025, 5, 1))
    await house.closed_vote((A, F, F, F, F, X))
    await house.closed_vote((N, F, F, F, F, E))
    await house.session.commit()

    told = (await reader.get(f"/api/v1/deputies/{house.uid(0)}")).json()
    assert told["name"]["kk"] == "Әлия Ахметова"
    assert told["mandates"][0]["convocation"] == 8
    assert told["factions"][0]["id"] == str(house.factions[0].uid)
    assert (told["attendance"]["votes"], told["attendance"]["voted"]) == (3, 2)
    assert [year["year"] for year in told["attendance"]["years"]] == [2026, 2025]
    assert (await reader.get(f"/api/v1/deputies/{uuid4()}")).status_code == 404
    assert (await reader.get(f"/api/v1/deputies/{uuid4()}/record")).status_code == 404


async def test_whoever_has_no_name_yet_is_unknown(house: Filled, reader: Client) -> None:
    person = await house.case("people")
    house.session.add(PersonRow(id=person.id))
    await house.session.commit()

    assert (await reader.get(f"/api/v1/deputies/{person.uid}")).status_code == 404
