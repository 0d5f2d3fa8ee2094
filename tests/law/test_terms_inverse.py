from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from chamber.law.calendar import Calendar
from chamber.law.terms import Convention, Roll, Term, Unit, rolled_to

NOW = Calendar.latest()
INCLUSIVE, EXCLUSIVE, CLEAR = Convention

CONVENTIONS = st.sampled_from(Convention)
DAYS = st.dates(date(2000, 1, 1), date(2024, 12, 31))


@given(DAYS, CONVENTIONS, st.integers(1, 4000), st.sampled_from([Unit.DAY, Unit.WEEK]))
def test_days_and_weeks_counted_back_lead_to_where_they_came_from(
    start: date, convention: Convention, amount: int, unit: Unit
) -> None:
    term = Term(amount, unit)

    assert term.before(term.after(start, convention, NOW), convention, NOW) == start


@given(DAYS, st.sampled_from([INCLUSIVE, EXCLUSIVE]), st.integers(1, 300))
def test_working_days_counted_back_lead_to_where_they_came_from(
    start: date, convention: Convention, amount: int
) -> None:
    term = Term(amount, Unit.WORKING_DAY)

    back = term.before(term.after(start, convention, NOW), convention, NOW)

    # From a day off the count starts with its neighbour, and leads back to a working day.
    assert back == rolled_to(start, Roll.NEXT if convention is INCLUSIVE else Roll.PREVIOUS, NOW)


@given(DAYS, CONVENTIONS, st.integers(1, 120), st.sampled_from([Unit.MONTH, Unit.YEAR]))
def test_months_counted_back_lead_to_where_they_came_from(
    start: date, convention: Convention, amount: int, unit: Unit
) -> None:
    assume(start.day <= 28)
    term = Term(amount, unit)

    assert term.before(term.after(start, convention, NOW), convention, NOW) == start


@given(DAYS, CONVENTIONS, st.integers(1, 120))
def test_months_counted_back_leave_the_whole_term_even_at_the_end_of_a_month(
    event: date, convention: Convention, amount: int
) -> None:
    term = Term(amount, Unit.MONTH)

    assert term.after(term.before(event, convention, NOW), convention, NOW) <= event


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.sampled_from(["minute", "hour"]))
def test_hours_counted_back_lead_to_where_they_came_from(
    seconds: int, amount: int, unit: str
) -> None:
    instant = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    term = Term(amount, Unit(unit))

    assert term.before_instant(term.after_instant(instant)) == instant


@given(DAYS, CONVENTIONS, st.integers(1, 60), st.sampled_from(list(Unit)[2:]))
def test_a_later_event_never_ends_its_term_earlier(
    start: date, convention: Convention, amount: int, unit: Unit
) -> None:
    assume(unit is not Unit.YEAR or amount < 10)
    term, tomorrow = Term(amount, unit), start + timedelta(days=1)

    assert term.after(start, convention, NOW) <= term.after(tomorrow, convention, NOW)


@given(DAYS, CONVENTIONS, st.integers(1, 100), st.sampled_from(Roll))
def test_every_day_on_the_way_is_either_counted_or_skipped(
    start: date, convention: Convention, amount: int, roll: Roll
) -> None:
    trace = Term(amount, Unit.WORKING_DAY).trace(start, convention, NOW, roll)
    seen = [*trace.counted, *(skipped.day for skipped in trace.skipped)]

    assert len(trace.counted) == amount
    assert len(seen) == len(set(seen))
    assert start not in {skipped.day for skipped in trace.skipped}
