"""The two weeks from every hour of eleven years, held against a count of days of the test's own."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from chamber.law.calendar import Calendar
from chamber.law.clocks import SUBMISSION, clock, submission
from chamber.law.limits import day_of, term_of
from chamber.law.rulebook import LAW
from chamber.law.ruling import Verdict
from chamber.law.seats import NoEdition
from chamber.law.terms import Convention, astana
from chamber.law.timing import check_act_on

FIRST, LAST = date(2015, 1, 1), date(2026, 6, 30)  # The last day of the edition.
DAYS = range(FIRST.toordinal(), LAST.toordinal() + 1)
HOUR = timedelta(hours=1)
# Astana was six hours ahead until its clocks went back at the end of 29 February 2024.
WENT_BACK = datetime(2024, 2, 29, 18, tzinfo=UTC)
NOW = Calendar.latest()
Limits = dict[str, int]


@cache
def working() -> tuple[dict[int, int], dict[int, int]]:
    """For each day the working day on or before it, and on or after it, each by one sweep."""
    days = [day for day in range(DAYS[0] - 30, DAYS[-1] + 60)]
    off = {day.toordinal() for day in NOW.off}
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    for day in days:
        before[day] = before.get(day - 1, day) if day in off else day
    for day in reversed(days):
        after[day] = after.get(day + 1, day) if day in off else day
    return before, after


def legal_day(instant: datetime) -> int:
    ahead = 6 if instant < WENT_BACK else 5
    seconds = int((instant - datetime(1, 1, 1, tzinfo=UTC)).total_seconds()) + ahead * 3600
    return seconds // 86_400 + 1


def two_weeks(received: int) -> Limits:
    """Q-02: the day of receipt is day 0; it is day 1; day 0, and not on a day off."""
    _, after = working()
    return {"A": received + 14, "B": received + 13, "D": after[received + 14]}


def expected(received: int, concluded: int | None = None) -> Limits:
    own = two_weeks(received)
    if concluded is None:
        return {f"Q-02 {name}": limit for name, limit in own.items()}
    found = {}
    for name, limit in own.items():
        its = two_weeks(concluded)[name]
        for letter, runs in (("A", limit), ("B", max(limit, its)), ("C", min(limit, its))):
            found[f"Q-02 {name} × Q-03 {letter}"] = runs
    return found


def computed(received: int, concluded: int | None = None) -> tuple[Limits, int]:
    """The limits by the rules, and the last day that is safe."""
    day = date.fromordinal(received)
    arrived = None if concluded is None else date.fromordinal(concluded)
    running = submission(LAW.on("senate", day), day, arrived, NOW)
    limits = {one.name: day_of(one.limit).toordinal() for one in running.readings}
    return limits, day_of(running.adopted).toordinal()


def test_the_two_weeks_from_every_hour_end_as_the_days_are_counted() -> None:
    limits = {day: (expected(day), working()[0][day + 13]) for day in DAYS}
    laws = {day: LAW.on("senate", date.fromordinal(day)) for day in DAYS}
    instant, hours = datetime(2014, 12, 31, 18, tzinfo=UTC), 0

    while (day := legal_day(instant)) <= DAYS[-1]:
        assert day_of(instant).toordinal() == day, instant
        running = clock(laws[day], SUBMISSION, instant, NOW)
        told = {one.name: day_of(one.limit).toordinal() for one in running.readings}
        assert (told, day_of(running.adopted).toordinal()) == limits[day], instant
        instant, hours = instant + HOUR, hours + 1

    assert hours == len(DAYS) * 24 + 1  # The hour that Astana had twice.
    with pytest.raises(NoEdition):
        LAW.on("senate", day_of(instant))


@pytest.mark.parametrize("later", [0, 1, 3, 7, 12, 13, 14, 20])
def test_with_the_conclusion_they_end_so_on_each_pair_of_readings(later: int) -> None:
    before, _ = working()
    for received in DAYS[: len(DAYS) - later]:
        limits, safe = computed(received, received + later)

        assert limits == expected(received, received + later)
        assert safe == before[min(limits.values())]


def test_the_safe_day_is_a_working_day_in_time_on_every_reading_and_the_last() -> None:
    before, _ = working()
    for received in DAYS:
        limits, safe = computed(received)

        assert safe == before[safe] <= min(limits.values())
        assert before[min(limits.values())] == safe


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2024-02-28T17:59:59+00:00", "2024-02-28"),  # Six hours ahead.
        ("2024-02-28T18:00:00+00:00", "2024-02-29"),
        ("2024-02-29T17:59:59+00:00", "2024-02-29"),
        ("2024-02-29T18:00:00+00:00", "2024-02-29"),  # 23 o'clock again.
        ("2024-02-29T18:59:59+00:00", "2024-02-29"),
        ("2024-02-29T19:00:00+00:00", "2024-03-01"),  # Five hours ahead.
        ("2024-03-01T18:59:59+00:00", "2024-03-01"),
        ("2024-03-01T19:00:00+00:00", "2024-03-02"),
    ],
)
def test_the_legal_day_is_the_day_in_astana_also_where_its_clocks_went_back(
    instant: str, day: str
) -> None:
    received = datetime.fromisoformat(instant)
    running = clock(LAW.on("senate", date.fromisoformat(day)), SUBMISSION, received, NOW)

    assert str(running.start) == day
    assert legal_day(received) == date.fromisoformat(day).toordinal()
    assert str(day_of(running.readings[0].limit)) == str(date.fromisoformat(day) + 14 * 24 * HOUR)


@pytest.mark.parametrize("convention", [Convention.INCLUSIVE, Convention.EXCLUSIVE])
def test_counted_back_from_its_last_day_the_term_leads_to_the_day_of_receipt(
    convention: Convention,
) -> None:
    term = term_of(LAW.on("senate", LAST)[SUBMISSION])
    for day in map(date.fromordinal, DAYS):
        assert term.before(term.after(day, convention, NOW), convention, NOW) == day
        assert term.after(term.before(day, convention, NOW), convention, NOW) == day


def test_in_hours_too_forth_and_back_lead_to_the_same_instant() -> None:
    term = term_of(LAW.on("senate", LAST)[SUBMISSION])
    instant = datetime(2014, 12, 31, 18, tzinfo=UTC)
    while instant < datetime(2026, 7, 1, tzinfo=UTC):
        assert astana(term.before_instant(term.after_instant(instant))) == instant
        instant += HOUR


def test_each_day_about_the_end_is_judged_as_the_readings_say() -> None:
    for received in DAYS[:-20:5]:
        limits = expected(received, received + received % 5)
        day = date.fromordinal(received)
        arrived = date.fromordinal(received + received % 5)
        running = submission(LAW.on("senate", day), day, arrived, NOW)
        for on in range(min(limits.values()), max(limits.values()) + 2):
            kept = {on <= limit for limit in limits.values()}
            verdict = (
                Verdict.DISPUTED if len(kept) > 1 else [Verdict.INVALID, Verdict.VALID][kept.pop()]
            )
            assert check_act_on(running, date.fromordinal(on)).verdict is verdict
