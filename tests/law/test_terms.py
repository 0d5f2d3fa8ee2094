from datetime import date, datetime, timedelta, timezone

import pytest

from chamber.law.calendar import Calendar, CalendarEnds
from chamber.law.terms import ASTANA, Convention, Roll, Term, astana, rolled_to

NOW = Calendar.latest()
INCLUSIVE, EXCLUSIVE, CLEAR = Convention


def day(words: str) -> date:
    return date.fromisoformat(words)


def after(start: str, term: str, convention: Convention = INCLUSIVE) -> str:
    return str(Term.parse(term).after(day(start), convention, NOW))


def before(event: str, term: str, convention: Convention = EXCLUSIVE) -> str:
    return str(Term.parse(term).before(day(event), convention, NOW))


@pytest.mark.parametrize(
    ("start", "term", "inclusive", "exclusive"),
    [
        ("2023-01-25", "1 year", "2024-01-24", "2024-01-25"),
        ("2023-12-25", "1 month", "2024-01-24", "2024-01-25"),
        ("2024-01-25", "15 working days", "2024-02-14", "2024-02-15"),
        ("2024-01-25", "3 working days", "2024-01-29", "2024-01-30"),
        ("2023-04-26", "10 days", "2023-05-05", "2023-05-06"),
    ],
)
def test_the_examples_of_the_guide_include_the_day_of_the_event(
    start: str, term: str, inclusive: str, exclusive: str
) -> None:
    assert after(start, term, INCLUSIVE) == inclusive
    assert after(start, term, EXCLUSIVE) == exclusive


def test_fifteen_working_days_day_by_day() -> None:
    trace = Term.parse("15 working days").trace(day("2024-01-25"), INCLUSIVE, NOW)

    assert [str(skipped.day) for skipped in trace.skipped] == [
        *("2024-01-27", "2024-01-28", "2024-02-03", "2024-02-04", "2024-02-10", "2024-02-11")
    ]
    assert {skipped.reason.en for skipped in trace.skipped} == {"weekend"}
    assert len(trace.counted) == 15
    assert (trace.counted[0], trace.counted[-1]) == (day("2024-01-25"), trace.due)


def test_a_year_counts_all_its_days() -> None:
    trace = Term.parse("1 year").trace(day("2023-01-25"), INCLUSIVE, NOW)

    assert len(trace.counted) == 365
    assert trace.skipped == ()


@pytest.mark.parametrize(
    ("start", "term", "last_day"),
    [
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2024-01-30", "1 month", "2024-02-29"),
        ("2024-01-29", "1 month", "2024-02-28"),
        ("2023-01-31", "1 month", "2023-02-28"),
        ("2024-02-01", "1 month", "2024-02-29"),
        ("2024-12-01", "1 month", "2024-12-31"),
        ("2024-01-01", "1 year", "2024-12-31"),
        ("2024-02-28", "1 year", "2025-02-27"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-03-01", "1 year", "2025-02-28"),
        ("2024-01-25", "2 months", "2024-03-24"),
    ],
)
def test_months_and_years_end_before_the_same_number(start: str, term: str, last_day: str) -> None:
    assert after(start, term) == last_day


@pytest.mark.parametrize(
    ("start", "term", "last_day"),
    [
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2024-01-29", "1 month", "2024-02-29"),
        ("2023-08-31", "6 months", "2024-02-29"),
        ("2024-02-29", "5 years", "2029-02-28"),
        ("2026-03-02", "2 weeks", "2026-03-16"),
    ],
)
def test_the_day_of_the_event_may_be_day_0(start: str, term: str, last_day: str) -> None:
    assert after(start, term, EXCLUSIVE) == last_day


@pytest.mark.parametrize(
    ("start", "last_day"),
    [
        ("2024-01-27", "2024-01-31"),  # Received on a Saturday.
        ("2024-03-20", "2024-03-27"),  # Nauryz, 21 to 23 March, and Monday the 25th.
        ("2024-04-30", "2024-05-03"),
        ("2024-05-03", "2024-05-06"),  # Saturday 4 May was a working day.
        ("2023-06-27", "2023-06-30"),  # Kurban Ait.
        ("2023-06-30", "2023-07-03"),  # Saturday 1 July was a working day.
        ("2023-08-29", "2023-09-01"),
        ("2024-07-05", "2024-07-10"),
        ("2025-03-20", "2025-03-27"),
        ("2025-06-05", "2025-06-10"),
        ("2026-08-28", "2026-09-01"),  # No Constitution Day on 30 August 2026.
    ],
)
def test_three_working_days_across_holidays(start: str, last_day: str) -> None:
    assert after(start, "3 working days") == last_day


def test_fifteen_working_days_over_republic_day_and_from_a_saturday() -> None:
    assert after("2024-10-24", "15 working days") == "2024-11-14"
    assert after("2024-01-27", "15 working days") == "2024-02-16"


def test_a_term_is_counted_with_the_calendar_of_its_time() -> None:
    february = Calendar.as_known_on(day("2026-02-01"))
    term = Term.parse("3 working days")

    assert term.after(day("2026-08-28"), INCLUSIVE, february) == day("2026-09-02")
    assert term.after(day("2026-08-28"), INCLUSIVE, NOW) == day("2026-09-01")


@pytest.mark.parametrize(
    ("act", "latest"),
    [
        ("2024-02-14", "2024-02-09"),
        ("2024-05-10", "2024-05-03"),
        ("2024-03-27", "2024-03-19"),
        ("2024-02-12", "2024-02-07"),
    ],
)
def test_a_draft_is_sent_three_working_days_before_the_act(act: str, latest: str) -> None:
    assert before(act, "3 working days") == latest


def test_in_force_when_ten_days_have_passed_after_publication() -> None:
    for published, in_force in [
        ("2023-04-26", "2023-05-07"),
        ("2023-04-24", "2023-05-05"),
        ("2023-10-03", "2023-10-14"),
    ]:
        assert after(published, "10 days", CLEAR) == in_force


def test_seven_clear_days_lie_between_a_notice_and_its_hearing() -> None:
    trace = Term.parse("7 days").trace(day("2026-04-02"), CLEAR, NOW)

    assert trace.due == day("2026-04-10")
    assert trace.counted == tuple(date(2026, 4, number) for number in range(3, 10))
    assert before("2026-04-10", "7 days", CLEAR) == "2026-04-02"


def test_a_term_that_ends_on_a_day_off_rolls_and_says_over_what() -> None:
    term, start = Term.parse("2 months"), day("2024-01-25")

    trace = term.trace(start, INCLUSIVE, NOW, Roll.NEXT)

    assert str(trace.due) == "2024-03-26"
    assert [(str(s.day), s.reason.en) for s in trace.skipped] == [
        ("2024-03-24", "weekend"),
        ("2024-03-25", "Nowruz Holiday (observed)"),
    ]
    back = term.trace(start, INCLUSIVE, NOW, Roll.PREVIOUS)
    assert str(back.due) == "2024-03-20"
    assert len(back.skipped) == 4
    assert str(term.trace(start, INCLUSIVE, NOW, Roll.NONE).due) == "2024-03-24"


def test_a_working_day_does_not_roll() -> None:
    for roll in Roll:
        assert rolled_to(day("2024-05-04"), roll, NOW) == day("2024-05-04")


def at(words: str) -> datetime:
    return datetime.fromisoformat(words)


@pytest.mark.parametrize(
    ("sitting", "term", "latest"),
    [
        ("2025-06-10T10:00:00+05:00", "72 hours", "2025-06-07T10:00:00+05:00"),
        ("2025-06-10T10:00:00+05:00", "24 hours", "2025-06-09T10:00:00+05:00"),
        # Received a minute late: in time for a sitting a minute later.
        ("2025-06-10T10:01:00+05:00", "72 hours", "2025-06-07T10:01:00+05:00"),
        # Astana moved from +06:00 to +05:00 in between: 72 hours are not three equal clock days.
        ("2024-03-02T10:00:00+05:00", "72 hours", "2024-02-28T11:00:00+06:00"),
        ("2024-03-02T10:00:00+05:00", "7 days", "2024-02-24T11:00:00+06:00"),
    ],
)
def test_hours_are_absolute_time(sitting: str, term: str, latest: str) -> None:
    assert Term.parse(term).before_instant(at(sitting)).isoformat() == latest
    assert Term.parse(term).after_instant(at(latest)).isoformat() == sitting


def test_one_hour_of_29_february_2024_happened_twice() -> None:
    first = astana(datetime(2024, 2, 29, 23, 30, tzinfo=ASTANA))

    again = Term.parse("1 hour").after_instant(first)

    assert (first.isoformat(), again.isoformat()) == (
        "2024-02-29T23:30:00+06:00",
        "2024-02-29T23:30:00+05:00",
    )
    assert first < again
    assert Term.parse("30 minutes").after_instant(again).isoformat() == "2024-03-01T00:00:00+05:00"


@pytest.mark.parametrize(
    "words",
    ["two weeks", "2", "2 fortnights", "-1 day", "0 days", "1.5 years", "٢ weeks", "2 weeks "],
)
def test_a_term_must_be_written_plainly(words: str) -> None:
    with pytest.raises(ValueError, match="write '7 days'"):
        Term.parse(words)


@pytest.mark.parametrize("words", ["1 day", "15 working days", "2 weeks", "30 minutes"])
def test_a_term_is_written_as_it_is_read(words: str) -> None:
    assert str(Term.parse(words)) == words


def test_working_days_beyond_the_calendar_are_not_guessed() -> None:
    assert after("2027-12-30", "2 working days") == "2027-12-31"
    with pytest.raises(CalendarEnds):
        after("2027-12-30", "3 working days")
    assert after("2027-12-30", "3 days") == "2028-01-01"


def test_a_zone_other_than_astana_means_the_same_instant() -> None:
    moscow = datetime(2025, 6, 10, 8, tzinfo=timezone(timedelta(hours=3)))

    assert Term.parse("2 hours").after_instant(moscow).isoformat() == "2025-06-10T12:00:00+05:00"


def test_years_reach_to_the_ends_of_the_calendar_and_not_beyond() -> None:
    assert after("9998-05-01", "1 year", EXCLUSIVE) == "9999-05-01"
    assert before("0002-05-02", "1 year", EXCLUSIVE) == "0001-05-02"
    with pytest.raises(OverflowError):
        after("9999-05-01", "1 year")
    with pytest.raises(OverflowError):
        before("0001-05-01", "1 year")
