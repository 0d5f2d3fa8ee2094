from datetime import date
from fractions import Fraction

import pytest

from chamber.law.words import (
    english_noun,
    kazakh_of,
    kazakh_on,
    quoted,
    russian_noun,
    share_named,
    written,
)

ON = [
    "қаңтарда",
    "ақпанда",
    "наурызда",
    "сәуірде",
    "мамырда",
    "маусымда",
    "шілдеде",
    "тамызда",
    "қыркүйекте",
    "қазанда",
    "қарашада",
    "желтоқсанда",
]
OF = [
    "қаңтардағы",
    "ақпандағы",
    "наурыздағы",
    "сәуірдегі",
    "мамырдағы",
    "маусымдағы",
    "шілдедегі",
    "тамыздағы",
    "қыркүйектегі",
    "қазандағы",
    "қарашадағы",
    "желтоқсандағы",
]


def test_a_day_is_written_as_the_published_acts_write_it() -> None:
    day = written(date(2026, 3, 13))

    assert day.kk == "2026 жылғы 13 наурыз"
    assert day.ru == "13 марта 2026 года"
    assert day.en == "13 March 2026"


@pytest.mark.parametrize("month", range(1, 13))
def test_in_kazakh_the_ending_falls_on_the_month(month: int) -> None:
    day = date(2026, month, 2)

    assert kazakh_on(day) == f"2026 жылғы 2 {ON[month - 1]}"
    assert kazakh_of(day) == f"2026 жылғы 2 {OF[month - 1]}"


def test_every_month_has_its_russian_and_english_name() -> None:
    days = [written(date(2024, month, 1)) for month in range(1, 13)]

    assert [day.en.split()[1] for day in days][::11] == ["January", "December"]
    assert [day.ru.split()[1] for day in days][4:9] == [
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
    ]
    assert len({day.ru for day in days}) == len({day.en for day in days}) == 12


@pytest.mark.parametrize(
    ("number", "short", "signatures", "deputies", "days"),
    [
        (1, "голоса", "подписи", "депутат", "полный день"),
        (2, "голосов", "подписей", "депутата", "полных дня"),
        (5, "голосов", "подписей", "депутатов", "полных дней"),
        (11, "голосов", "подписей", "депутатов", "полных дней"),
        (21, "голоса", "подписи", "депутат", "полный день"),
        (22, "голосов", "подписей", "депутата", "полных дня"),
    ],
)
def test_a_russian_noun_follows_its_number(
    number: int, short: str, signatures: str, deputies: str, days: str
) -> None:
    assert russian_noun(number, "votes short of") == short
    assert russian_noun(number, "signatures short of") == signatures
    assert russian_noun(number, "deputies") == deputies
    assert russian_noun(number, "clear days") == days


def test_an_english_noun_is_singular_only_after_one() -> None:
    assert [english_noun(n, "votes") for n in (0, 1, 2, 21)] == ["votes", "vote", "votes", "votes"]
    assert english_noun(1, "clear days") == "clear day"


def test_a_share_has_a_name_in_three_languages() -> None:
    assert share_named(Fraction(2, 3)).kk == "үштен екісі"
    assert share_named(Fraction(2, 4)).ru == "большинство"
    assert share_named(Fraction(3, 4)).en == "three quarters"
    assert share_named(Fraction(3, 5)).en == "3/5"


def test_what_people_wrote_stands_in_quotation_marks_untranslated() -> None:
    assert quoted("теру қатесі").ru == "«теру қатесі»"
    assert quoted("теру қатесі").en == "“теру қатесі”"
