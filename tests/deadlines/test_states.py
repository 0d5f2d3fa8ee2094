"""How something that is due stands on a day: on both sides of each limit, on every reading."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.law.act import Sentence
from chamber.law.calendar import Calendar
from chamber.law.clocks import notice, office, repeat_appeal, submission
from chamber.law.rulebook import LAW
from chamber.law.ruling import Verdict
from chamber.law.terms import ASTANA
from chamber.law.timing import Timing, check_act_on
from chamber.record.deadlines.facts import Due, What
from chamber.record.deadlines.states import State, safe_from, safe_until, standing
from chamber.record.deadlines.telling import told

NOW = Calendar.latest()
DAY = timedelta(days=1)
RECEIVED = date(2026, 3, 2)
WHY = Sentence(kk="Күні жоқ.", ru="Дня нет.", en="No day is set.")


def due(what: What, timing: Timing | None, since: date = RECEIVED, **more: object) -> Due:
    rule = timing.rule if timing else "A57-6.18"
    named = {"what": what, "rule": rule, "cite": "art. 57", "since": since, "timing": timing}
    return Due.model_validate(named | more)


def two_weeks(received: date, conclusion: date | None = None) -> Due:
    running = submission(LAW.on("mazhilis", received), received, conclusion, NOW)
    return due(What.CONSIDERATION, check_act_on(running), received)


def seven_days(opens: datetime) -> Due:
    running = notice(LAW.on("mazhilis", opens.date()), opens, NOW)
    return due(What.NOTICE, check_act_on(running), opens.date() - timedelta(days=30))


def state(one: Due, today: date) -> State:
    return standing(one, "senate", today).state  # The Mazhilis was dissolved now and then.


@pytest.mark.parametrize(
    ("today", "expected", "kept"),
    [
        (date(2026, 3, 15), State.SAFE, ("Q-02 A", "Q-02 B", "Q-02 D")),
        (date(2026, 3, 16), State.UNSAFE, ("Q-02 A", "Q-02 D")),
        (date(2026, 3, 17), State.LATE, ()),
    ],
)
def test_two_weeks_are_safe_then_unsafe_then_late(
    today: date, expected: State, kept: tuple[str, ...]
) -> None:
    one = two_weeks(RECEIVED)
    stands = standing(one, "mazhilis", today)

    assert stands.state is expected
    assert stands.kept == kept
    assert safe_until(one) == date(2026, 3, 13)
    if expected is State.UNSAFE:
        assert stands.verdict is Verdict.DISPUTED
        assert "Q-02 B" in stands.sentence.en
    if expected is State.LATE:
        assert stands.sentence.en.startswith("The time limit was missed")


days = st.dates(date(2015, 1, 5), date(2026, 6, 1))


@given(days, st.integers(-3, 40))
def test_a_submission_stands_as_each_reading_says(received: date, later: int) -> None:
    """Q-02: a day is counted from the receipt, the receipt is a day, or a day off moves it."""
    one, today = two_weeks(received), received + timedelta(days=later)
    same_weekday = received + timedelta(days=14)
    moved = same_weekday
    while not NOW.works_on(moved):
        moved += DAY
    limits = [same_weekday, same_weekday - DAY, moved]

    kept = [today <= limit for limit in limits]

    expected = State.SAFE if all(kept) else State.UNSAFE if any(kept) else State.LATE
    assert state(one, today) is expected
    strictest = min(limits)
    while not NOW.works_on(strictest):
        strictest -= DAY
    assert safe_until(one) == strictest
    on_a_day_off = strictest < today <= min(limits)
    assert ("the days off after it" in standing(one, "senate", today).sentence.en) is on_a_day_off


@given(days, st.integers(0, 23), st.integers(0, 59), st.integers(-3, 12))
def test_a_notice_stands_as_each_reading_says(
    opens_on: date, hour: int, minute: int, before: int
) -> None:
    """Q-01: as many hours; as many clear days; the dates differ by as many. By the day's start."""
    opens = datetime(opens_on.year, opens_on.month, opens_on.day, hour, minute, tzinfo=ASTANA)
    one, today = seven_days(opens), opens_on - timedelta(days=before)
    week_before = opens_on - timedelta(days=7)

    kept = [today <= week_before, today < week_before, today <= week_before]

    expected = State.SAFE if all(kept) else State.UNSAFE if any(kept) else State.LATE
    assert state(one, today) is expected
    assert safe_until(one) == week_before - DAY


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2013, 9, 9), State.EARLY),
        (date(2013, 9, 10), State.UNSAFE),
        (date(2013, 9, 11), State.SAFE),
    ],
)
def test_what_may_come_too_soon_is_early_then_unsafe_then_safe(
    today: date, expected: State
) -> None:
    first = date(2013, 3, 10)
    timing = check_act_on(repeat_appeal(LAW.on("mazhilis", first), first, NOW))
    one = due(What.REPEAT, timing, first)

    assert state(one, today) is expected
    assert (safe_until(one), safe_from(one)) == (None, date(2013, 9, 11))


def test_a_term_whose_rule_was_repealed_binds_nobody_any_more() -> None:
    first = date(2016, 12, 1)
    timing = check_act_on(repeat_appeal(LAW.on("senate", first), first, NOW))
    one = due(What.REPEAT, timing, first)

    assert state(one, date(2017, 3, 13)) is State.EARLY
    repealed = standing(one, "senate", date(2017, 3, 14))
    assert repealed.state is State.UNKNOWN
    assert repealed.sentence.en == "The rule that set this time is no longer in force."


def test_what_cannot_be_known_says_why() -> None:
    stands = standing(due(What.RELEASE, None, why=WHY), "mazhilis", RECEIVED)

    assert (stands.state, stands.sentence, stands.verdict) == (State.UNKNOWN, WHY, None)


def test_on_a_day_without_law_nothing_is_safe_but_what_was_late_stays_late() -> None:
    open_yet, missed = two_weeks(date(2026, 6, 25)), two_weeks(date(2026, 6, 1))
    first_day_without = date(2026, 7, 1)

    assert state(open_yet, first_day_without - DAY) is State.SAFE
    lawless = standing(open_yet, "mazhilis", first_day_without)
    assert (lawless.state, lawless.verdict) == (State.UNKNOWN, None)
    assert "in force" in lawless.sentence.en
    assert state(missed, first_day_without) is State.LATE


def test_what_was_done_late_is_told_as_late() -> None:
    running = submission(LAW.on("mazhilis", RECEIVED), RECEIVED, None, NOW)
    for day, verdict in (
        (date(2026, 3, 15), Verdict.VALID),
        (date(2026, 3, 16), Verdict.DISPUTED),
        (date(2026, 3, 17), Verdict.INVALID),
    ):
        by_room = due(What.CONSIDERATION, check_act_on(running, day), done_on=day)
        by_days = due(What.CONSIDERATION, check_act_on(running), done_on=day)
        for one in (by_room, by_days):
            stands = standing(one, "mazhilis", date(2027, 1, 1))
            assert (stands.state, stands.verdict) == (State.DONE, verdict)
        assert standing(by_room, "mazhilis", day).sentence == check_act_on(running, day).sentence


def test_a_term_of_office_ends_by_itself_whatever_the_edition() -> None:
    first = date(2020, 10, 1)
    running = office(LAW.on("senate", first), "A57-1.02", first, NOW)
    last = running.adopted
    assert isinstance(last, date)
    one = due(What.OFFICE, check_act_on(running), first, done_on=last + DAY)

    assert state(one, last) is State.SAFE
    over = standing(one, "senate", last + DAY)
    assert over.state is State.DONE
    assert over.sentence.en.startswith("The term of office has ended")
    assert state(one, date(2026, 7, 1)) in (State.SAFE, State.DONE)


def test_each_reading_tells_its_own_day_and_whether_it_is_kept() -> None:
    shown = told(two_weeks(RECEIVED), "mazhilis", date(2026, 3, 16))

    assert (shown["state"], shown["verdict"], shown["due_on"]) == (
        "unsafe", "disputed", "2026-03-13",
    )  # fmt: skip
    by_name = {one["name"]: one for one in shown["readings"]}
    assert {name: one["kept"] for name, one in by_name.items()} == {
        name: "Q-02 B" not in name for name in by_name
    }
    assert {one["safe_until"] for name, one in by_name.items() if "Q-02 B" in name} == {
        "2026-03-15"
    }
    assert any(one["adopted"] for one in shown["readings"])
