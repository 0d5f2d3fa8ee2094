import csv
import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from chamber.law.calendar import DATA, Calendar, CalendarEnds, days_between

NOW = Calendar.latest()
DAYS = Path(__file__).parents[3] / "shared/data/kazakhstan/kz_days_2015_2027.csv"

# Where the two sources differ: true where the day was a working day, as we judge it.
SOURCES_DIFFER = {
    "2016-03-05": True,
    "2017-03-18": True,
    "2017-07-01": True,
    "2017-09-01": False,  # Kurban Ait.
    "2018-03-03": True,
    "2018-04-28": True,
    "2018-05-05": True,
    "2018-08-25": True,
    "2018-12-29": True,
    "2019-05-04": True,
    "2020-01-05": True,
    "2020-12-20": True,
    "2021-07-03": True,
    "2022-05-10": False,  # 7 May is a holiday on a Saturday: its day off moves.
    "2024-03-25": False,
    "2024-05-04": True,
    "2024-05-08": False,
    "2024-07-08": False,
    "2024-10-25": False,
    "2024-12-17": True,  # Independence Day is one day since 2022.
    "2025-01-03": False,
    "2025-01-05": True,
    "2025-03-10": False,
    "2025-03-24": False,
    "2025-03-25": False,
    "2025-06-06": False,
    "2025-07-07": False,
    "2025-09-01": False,
    "2025-10-27": False,
    "2026-08-31": True,  # Constitution Day left 30 August.
}


@pytest.fixture(scope="module")
def published() -> list[dict[str, str]]:
    if not DAYS.exists():
        pytest.skip(f"no published calendar to compare with at {DAYS}")
    with DAYS.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_every_day_is_what_the_published_calendar_says(
    published: list[Mapping[str, str]],
) -> None:
    differing = [
        row["date"]
        for row in published
        if NOW.works_on(date.fromisoformat(row["date"])) != (row["is_working"] == "1")
    ]

    assert len(published) == 4748
    assert differing == []


def test_the_days_where_the_sources_differ_are_these_and_no_others(
    published: list[Mapping[str, str]],
) -> None:
    assert {
        row["date"]: row["is_working"] == "1" for row in published if row["sources_agree"] == "0"
    } == SOURCES_DIFFER


def test_every_holiday_has_its_published_name(published: list[Mapping[str, str]]) -> None:
    for row in published:
        reason = NOW.why_off(date.fromisoformat(row["date"]))
        if row["holiday_en"]:
            assert reason is not None
            assert (reason.en, reason.kk) == (row["holiday_en"], row["holiday_kk"])
        else:
            assert reason is None or reason.en == "weekend"


@pytest.mark.parametrize("day", SOURCES_DIFFER)
def test_our_judgement_where_the_sources_differ(day: str) -> None:
    assert NOW.works_on(date.fromisoformat(day)) is SOURCES_DIFFER[day]


def test_a_package_that_moves_a_past_day_is_caught() -> None:
    days = "".join("01"[NOW.works_on(day)] for day in days_between(NOW.first, NOW.last))

    assert version("holidays") == DATA.package.removeprefix("holidays ")
    assert hashlib.sha256(days.encode()).hexdigest() == DATA.days


def test_a_day_off_withdrawn_in_march_was_a_day_off_in_february() -> None:
    withdrawn = date(2026, 8, 31)
    before, after = (Calendar.as_known_on(date(2026, 3, day)) for day in (17, 18))

    assert not before.works_on(withdrawn)
    assert after.works_on(withdrawn)
    assert (before.version, after.version) == ("kz-1996-01-01", "kz-2026-03-18")
    assert after == NOW


def test_a_day_off_that_became_known_later_has_its_own_name() -> None:
    before = Calendar.as_known_on(date(2026, 3, 17)).why_off(date(2026, 8, 31))
    now = NOW.why_off(date(2027, 3, 15))

    assert before is not None
    assert before.en == "Constitution Day (observed)"
    assert now is not None
    assert now.en != "weekend"


def test_constitution_day_moved_from_august_to_march() -> None:
    before = Calendar.as_known_on(date(2026, 3, 17))

    assert [before.works_on(date(2027, *day)) for day in ((3, 15), (8, 30))] == [True, False]
    assert [NOW.works_on(date(2027, *day)) for day in ((3, 15), (8, 30))] == [False, True]


def test_only_the_days_of_the_change_differ_between_two_versions() -> None:
    before = Calendar.as_known_on(date(2026, 1, 1))
    days = days_between(NOW.first, NOW.last)

    assert [str(day) for day in days if before.works_on(day) != NOW.works_on(day)] == [
        "2026-08-31",
        "2027-03-15",
        "2027-08-30",
    ]


def test_a_day_off_says_why_in_three_languages() -> None:
    moved, swapped = NOW.why_off(date(2024, 3, 25)), NOW.why_off(date(2024, 5, 8))

    assert moved is not None
    assert moved.kk == "Наурыз мейрамы (қайта белгіленген демалыс)"
    assert moved.ru == "Наурыз мейрамы (перенос выходного)"
    assert moved.en == "Nowruz Holiday (observed)"
    assert swapped is not None
    assert swapped.ru == "Выходной день (перенос с 4 мая 2024 года)"


def test_no_russian_name_is_left_in_english() -> None:
    for reason in NOW.off.values():
        assert not any("a" <= letter.lower() <= "z" for letter in reason.ru), reason


@pytest.mark.parametrize("day", [date(1996, 1, 1), date(2027, 12, 31)])
def test_the_calendar_knows_its_days_and_none_beyond_them(day: date) -> None:
    beyond = day + timedelta(days=-1 if day == NOW.first else 1)

    NOW.why_off(day)
    with pytest.raises(CalendarEnds, match=f"{beyond} is outside the calendar"):
        NOW.works_on(beyond)
