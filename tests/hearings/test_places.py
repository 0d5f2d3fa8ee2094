"""A notice names the place of the hearing, or does not: the rules and the database say the same."""

import random
import sys
from datetime import date
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.facts import Announced, Hearing
from chamber.hearings.rules.certificate import why_not
from chamber.hearings.rules.places import WRITTEN, names, words
from chamber.law.text import Words
from tests.hearings.housed import HELD, TOPIC, at
from tests.hearings.raw import begun, notice, run

SENT = date(2026, 3, 10)
HALL = Words(kk="Мәжіліс үйі, 1-зал", ru="Дом Мажилиса, зал 1")
EVERY_LETTER = Words(kk="ӘҒҚҢӨҰҮҺІ ёлка", ru="İ ß Σ")
UNTRANSLATED = Words(kk="Үлкен зал", ru="—")
CASES = [
    (HALL, "Мәжіліс үйі, 1-зал", True),
    (HALL, "Дом Мажилиса, зал 1", True),
    (HALL, "Астана қаласы, МӘЖІЛІС\u00a0ҮЙІ,   1\u2011ЗАЛ (кіру тегін)", True),
    (HALL, "Астана: «Дом Мажилиса», зал № 1.", True),
    (HALL, "Алматы", False),
    (HALL, "Мәжіліс үйі", False),  # Some of it is not all of it.
    (HALL, "Мәжіліс үйі, 21-зал", False),  # And a number is a whole number.
    (HALL, "Дом Мажилиса, зал 12", False),
    (HALL, "1-зал, Мәжіліс үйі", False),
    (HALL, "Мәжіліс үйі, зал 1", False),  # In one language or in the other.
    (HALL, "?!", False),
    (EVERY_LETTER, "әғқңөұүһі Елка", True),
    (EVERY_LETTER, "əғқңөұүһі елка", False),  # The first letter only looks like one of ours.
    (EVERY_LETTER, "İ ß Σ", True),
    (EVERY_LETTER, "i ss σ", False),  # Of other alphabets no capitals are known.
    (UNTRANSLATED, "үлкен зал", True),
    (UNTRANSLATED, "Алматы, кіші зал", False),
]


@pytest.mark.parametrize(("place", "told", "found"), CASES)
def test_the_place_stands_in_the_notice(place: Words, told: str, found: bool) -> None:
    assert names(told, place) is found


@pytest.mark.parametrize(("place", "told", "found"), CASES)
async def test_the_rules_and_the_database_agree(
    session: AsyncSession, place: Words, told: str, found: bool
) -> None:
    more: dict[str, Any] = {"topic": "Т", "starts_at": at(HELD), "place": told}
    sent = Announced(sent_at=at(SENT), channel="БАҚ", text="Мәтін", **more)
    planned = Hearing(
        chamber="mazhilis", topic=TOPIC, opened_on=SENT, starts_at=at(HELD), place=place
    )
    assert (why_not(planned, sent) is None) is found

    key = await begun(session, place=place.kk)
    await run(session, "UPDATE hearing SET place_ru = :ru", ru=place.ru)
    await notice(session, key, SENT, place=told)
    kept = await run(session, "SELECT announced_in_time(h) FROM hearing AS h")
    assert kept.scalar_one() is found


async def test_no_character_is_read_differently(session: AsyncSession) -> None:
    every = [chr(one) for one in range(1, sys.maxunicode // 8) if not 0xD800 <= one < 0xE000]
    chance = random.Random(57)  # noqa: S311 -- texts, and no secret
    mixed = ["".join(chance.choices(f"{WRITTEN} ıẞςéÅ1", k=12)) for _ in range(2000)]
    told = [*(f"Зал{one}б" for one in every), *mixed, " ", "—"]

    ask = "SELECT words_of(one) FROM unnest(CAST(:told AS text[])) WITH ORDINALITY AS t(one, nth)"
    read = (await run(session, f"{ask} ORDER BY nth", told=told)).scalars().all()
    assert [one for one in zip(told, read, strict=True) if words(one[0]) != one[1]] == []
