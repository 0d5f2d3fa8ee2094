"""Looking up by words: a Russian word in all its forms, and nothing but words."""

import pytest

from tests.record.filled import Filled
from tests.record.looking import Client, found, house, reader

__all__ = ["house", "reader"]  # Fixtures.


@pytest.mark.parametrize(
    "asked",
    [
        "судье", "судью", "судей", "судьями", "назначений", "НАЗНАЧЕНИЕМ", "назнач", "не судьи",
        "о назначении судей", "судьяны", "судья тағайындау", "Суд",
    ],
)  # fmt: skip
async def test_a_russian_word_is_found_in_all_its_forms(
    house: Filled, reader: Client, asked: str
) -> None:
    wanted = await house.closed_vote(
        question_kk="Судьяны тағайындау туралы", question_ru="Не о назначении судьи"
    )
    await house.closed_vote(question_kk="Бюджет", question_ru="О бюджете")

    assert await found(house, reader, f"q={asked}") == [str(wanted.uid)]


@pytest.mark.parametrize("asked", ["судне", "назначений бюджета", "назначка", "судьяның"])
async def test_another_word_is_no_form_of_it(house: Filled, reader: Client, asked: str) -> None:
    await house.closed_vote()

    assert await found(house, reader, f"q={asked}") == []


@pytest.mark.parametrize("words", ["'; DROP TABLE vote", "a:* | b", "<-> !! ((", "сот'ья \\\\ :"])
async def test_words_are_words_whatever_stands_between_them(
    house: Filled, reader: Client, words: str
) -> None:
    await house.closed_vote()
    await house.session.commit()

    answer = await reader.get("/api/v1/votes", params={"q": words})
    assert answer.status_code in (200, 422)
