"""Whatever the days: an earlier notice is never worse, and the day that is named is lawful."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chamber.hearings.facts import Announced
from chamber.hearings.rules.certificate import Certificate, certificate
from chamber.law.ruling import GRAVITY, Finding, Ruling, Verdict
from tests.hearings.case import AT, DECIDED, ELSEWHERE, PLACE, TOLD, Case, act, at, notice, plenary

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MINUTES = st.integers(0, 30 * 24 * 60).map(lambda count: count * MINUTE)
DAYS = st.integers(0, 20).map(lambda count: count * DAY)
# Days with a plenary sitting, as distances from the day of the act.
TAKEN = st.sets(st.integers(0, 40), max_size=25)
SITTINGS = st.sampled_from([plenary(), plenary("senate", joint=True), plenary("senate")])


def certified(case: Case) -> Certificate:
    found = certificate(case.known())
    assert found is not None
    return found


def told(*sent: datetime) -> Certificate:
    case = Case().prepared("notice")
    hearing = case.known()
    notices = tuple(
        Announced(
            sent_at=one, channel="Агенттік", text="Мәтін", topic="Су", starts_at=AT,
            place=PLACE.kk,
        )
        for one in sent
    )  # fmt: skip
    case.hearing = hearing.model_copy(update={"notices": notices})
    return certified(case)


@given(MINUTES, MINUTES)
def test_a_later_notice_is_never_better(before: timedelta, later: timedelta) -> None:
    early, late = told(AT - before - later), told(AT - before)
    assert GRAVITY(early.verdict) <= GRAVITY(late.verdict)


@given(st.lists(MINUTES, min_size=1, max_size=4), MINUTES)
def test_one_more_notice_never_makes_it_worse(before: list[timedelta], more: timedelta) -> None:
    some = told(*(AT - one for one in before))
    assert GRAVITY(told(*(AT - one for one in (*before, more))).verdict) <= GRAVITY(some.verdict)


@given(MINUTES)
def test_clear_days_imply_the_hours_and_the_dates(before: timedelta) -> None:
    """B holds only where A and C do, and what is decisive is what the law adopts or less."""
    (one,) = told(AT - before).notices
    kept = {limit.name: limit.kept for limit in one.limits}
    assert kept["Q-01 B"] <= (kept["Q-01 A"] and kept["Q-01 C"])
    assert (one.verdict is Verdict.VALID) == kept["Q-01 B"]
    assert kept["Q-01 A"] == (before >= 7 * DAY)
    assert kept["Q-01 C"] == ((AT.date() - (AT - before).date()).days >= 7)


@given(MINUTES, DAYS)
def test_rescheduling_judges_the_notice_again(before: timedelta, by: timedelta) -> None:
    case = Case().prepared("notice")
    case.take(notice(AT - 30 * DAY))
    new = AT + by + MINUTE
    case.tell(act("reschedule", TOLD, starts_at=new, place=PLACE), despite="a reason")
    assert certified(case).verdict is Verdict.INVALID, "it told of another time"
    case.take(notice(max(new - before, at(TOLD)), starts_at=new))
    latest = max(new - before, at(TOLD))
    assert certified(case).decisive is not None
    assert (certified(case).verdict is Verdict.VALID) == ((new.date() - latest.date()).days >= 8)


def where(day: date, taken: set[date], sitting: dict[str, Any]) -> dict[str, Any]:
    """What the record would give of the calendar."""
    return {"plenaries": (sitting,) if day in taken else (), "plenary_days": tuple(sorted(taken))}


def of_the_day(ruling: Ruling) -> list[Finding]:
    return [one for one in ruling.findings if one.rule in ("A57-5.08", "A57-5.11")]


@given(DAYS, TAKEN, SITTINGS)
def test_the_day_that_a_decision_is_told_is_lawful(
    ahead: timedelta, distances: set[int], sitting: dict[str, Any]
) -> None:
    case, taken = Case(), {DECIDED + one * DAY for one in distances}
    wanted = DECIDED + ahead
    ruling = case.judge(act("decision", starts_at=at(wanted)), **where(wanted, taken, sitting))
    barred = wanted in taken
    assert bool(of_the_day(ruling)) == (barred or ahead < 8 * DAY)
    for found in of_the_day(ruling):
        named = found.earliest_lawful
        assert named is not None
        better = act("decision", starts_at=at(named, 0))
        assert case.judge(better, **where(named, taken, sitting)).stands(None)
        passed = {named - one * DAY for one in range(1, 60)}
        sooner = {day for day in passed if day >= DECIDED + 8 * DAY and day > wanted} - taken
        assert not sooner, "a day before it would do, after the one that was asked for"


@given(DAYS, TAKEN, SITTINGS, st.booleans())
def test_the_day_that_a_beginning_is_told_is_lawful_when_the_hearing_is_moved_to_it(
    late: timedelta, distances: set[int], sitting: dict[str, Any], elsewhere: bool
) -> None:
    case, held = Case().prepared("notice"), AT.date()
    taken = {held + one * DAY for one in distances}
    case.take(notice(AT - late))
    ruling = case.judge(act("begin"), **where(held, taken, sitting))
    for found in of_the_day(ruling):
        named = found.earliest_lawful
        assert named is not None
        moved = Case()
        moved.hearing = case.hearing
        place = ELSEWHERE if elsewhere else PLACE
        moved.take(
            act("reschedule", held, starts_at=at(named), place=place),
            **where(named, taken, sitting),
        )
        moved.take(notice(at(held, 23), starts_at=at(named), place=place.kk))
        assert moved.judge(act("begin", named), **where(named, taken, sitting)).stands(None)
