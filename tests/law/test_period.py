"""A period is half-open: its end is the first day out."""

from datetime import date, timedelta

import pytest

from chamber.law.period import Period, outlasts

START, END = date(2026, 3, 2), date(2026, 3, 9)
NEXT = timedelta(days=1)
WEEK = Period(starts_on=START, ends_on=END)
LASTING = Period(starts_on=START)


def test_a_period_has_its_first_day_and_not_its_end() -> None:
    days = (START - NEXT, START, END - NEXT, END)

    assert [WEEK.covers(day) for day in days] == [False, True, True, False]
    assert [LASTING.covers(day) for day in days] == [False, True, True, True]


@pytest.mark.parametrize(("starts_on", "meets"), [(END - NEXT, True), (END, False)])
def test_periods_that_follow_on_each_other_do_not_overlap(starts_on: date, *, meets: bool) -> None:
    for ends_on in (None, starts_on + NEXT):
        other = Period(starts_on=starts_on, ends_on=ends_on)
        assert (WEEK.overlaps(other), other.overlaps(WEEK)) == (meets, meets)
        assert LASTING.overlaps(other)


def test_a_period_lies_within_others_that_leave_no_day_out() -> None:
    middle = START + 3 * NEXT
    first = Period(starts_on=START, ends_on=middle)
    second = Period(starts_on=middle, ends_on=END)
    late = Period(starts_on=middle + NEXT, ends_on=END)

    assert WEEK.within([second, first])
    assert not WEEK.within([first, late])
    assert not WEEK.within([first])
    assert not WEEK.within([second])
    assert not LASTING.within([first, second])
    assert LASTING.within([first, Period(starts_on=middle)])


def test_one_outlasts_another_by_a_day() -> None:
    longer = Period(starts_on=START, ends_on=END + NEXT)

    assert (outlasts(longer, WEEK), outlasts(WEEK, WEEK)) == (True, False)
    assert (outlasts(LASTING, WEEK), outlasts(WEEK, LASTING)) == (True, False)
