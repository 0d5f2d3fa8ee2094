"""A list as a sheet: the whole or one page, and no cell of it is a formula."""

import csv
import io

import pytest

from tests.record.filled import Filled
from tests.record.looking import Client, house, reader

__all__ = ["house", "reader"]  # Fixtures.


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
async def test_no_cell_of_a_sheet_is_a_formula(house: Filled, reader: Client, begins: str) -> None:
    await house.closed_vote(question_ru=f'{begins}HYPERLINK("x")', question_kk="Жай, «сұрақ»")
    await house.session.commit()

    answer = await reader.get("/api/v1/votes", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert rows(answer.text)[0]["question_ru"] == f'\'{begins}HYPERLINK("x")'
    assert rows(answer.text)[0]["question_kk"] == "Жай, «сұрақ»"


async def test_a_sheet_holds_the_whole_list_or_one_page(
    house: Filled, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chamber.record.lookup.api.PAGE_OF_SHEET", 2)
    votes = [await house.closed_vote() for _ in range(5)]
    await house.session.commit()

    address = f"/api/v1/deputies/{house.uid(0)}/record?format=csv"
    whole = rows((await reader.get(address)).text)
    assert [row["id"] for row in whole] == [str(vote.uid) for vote in reversed(votes)]
    assert {row["choice"] for row in whole} == {"for"}
    assert len(rows((await reader.get(f"{address}&limit=3")).text)) == 3
    tallies = f"/api/v1/votes?faction={house.factions[0].uid}&format=csv"
    assert rows((await reader.get(tallies)).text)[0]["faction_for"] == "4"
