"""Where only a later day would make an act lawful, the refusal names that day."""

from datetime import date

from chamber.law.ruling import Breach, Finding
from tests.appointments.case import DAY, A, B, C, Case, D, act, breaks, hall, held

VOID = Breach.VOID
TOMORROW, LATER = date(2026, 3, 26), date(2026, 4, 2)
START, OVER = date(2023, 1, 1), date(2031, 1, 1)


def full(*ends: date) -> Case:
    """A candidate for the Court, all three seats of which are taken until these days."""
    case = Case(candidates=[{"person": D}]).announced()
    case.held = tuple(held(one, START, end) for one, end in zip((A, B, C), ends, strict=True))
    return case


def test_a_full_bench_has_a_seat_from_the_first_day_on_which_somebody_is_out() -> None:
    case = full(date(2026, 5, 20), OVER, date(2026, 4, 9))

    found = breaks(case, act("open_vote"), "A57-1.01")

    assert found.earliest_lawful == date(2026, 4, 9)
    at_last = act("open_vote", date(2026, 4, 9))
    day = hall(opened_on=date(2026, 4, 9), planned_on=date(2026, 4, 9))
    assert case.judge(at_last, hall=day).verdict == "valid"


def test_a_seat_that_is_promised_to_another_is_not_free() -> None:
    case = full(date(2026, 4, 9), OVER, date(2026, 5, 20))
    case.held = (*case.held, held(C, date(2026, 4, 9), OVER))

    assert breaks(case, act("open_vote"), "A57-1.01").earliest_lawful == date(2026, 5, 20)


def test_no_day_is_named_on_which_no_law_tells_of_the_seat() -> None:
    case = full(OVER, OVER, OVER)

    assert breaks(case, act("open_vote"), "A57-1.01").earliest_lawful is None


def test_nobody_is_appointed_to_a_body_before_there_is_one() -> None:
    before = act("submission", date(2022, 12, 29), candidates=[{"person": A}])

    found = breaks(Case(opened=False), before, "A57-1.01")

    assert found.earliest_lawful == date(2023, 1, 1)


def test_a_body_that_is_no_more_will_not_be_again() -> None:
    council = act("submission", body="constitutional_council", candidates=[{"person": A}])

    assert breaks(Case(opened=False), council, "A57-1.01").earliest_lawful is None


def test_a_conclusion_of_tomorrow_may_be_announced_from_tomorrow() -> None:
    case = Case()
    case.take(act("conclusion", TOMORROW), hall=hall("committee", 9, opened_on=TOMORROW))

    assert breaks(case, act("announcement"), "A57-1.09").earliest_lawful == TOMORROW
    assert breaks(case, act("open_vote"), "A57-1.09").earliest_lawful == TOMORROW


def test_a_conclusion_that_nobody_has_given_has_no_day() -> None:
    assert breaks(Case(), act("announcement"), "A57-1.09").earliest_lawful is None


def test_after_an_announcement_of_later_the_vote_may_open_on_that_day() -> None:
    case = Case()
    case.take(act("conclusion"))
    case.take(act("announcement", LATER))

    assert breaks(case, act("open_vote"), "A57-1.10").earliest_lawful == LATER


def test_after_a_debate_of_later_the_vote_may_open_on_that_day() -> None:
    case = Case().announced()
    case.take(act("debate_demand"))
    case.take(act("debate", LATER))

    assert breaks(case, act("open_vote"), "A57-1.13").earliest_lawful == LATER


def test_an_order_of_later_covers_a_secret_vote_from_that_day() -> None:
    case = Case().announced()
    case.take(act("ballot_order", LATER))

    found = breaks(case, act("open_vote", form="secret", method="protocol"), "A57-1.16")

    assert found.earliest_lawful == LATER


def test_a_vote_is_resolved_from_the_day_on_which_it_was_closed() -> None:
    case = Case().announced()
    case.voted(on=LATER, for_=60)

    assert refused_resolution(case).earliest_lawful == LATER


def refused_resolution(case: Case) -> Finding:
    return breaks(case, act("resolution", DAY), "A57-1.18", VOID)


def test_a_sitting_that_opens_later_is_open_from_that_day() -> None:
    case = Case()
    case.take(act("conclusion"))
    later = hall(opened_on=LATER)

    assert breaks(case, act("announcement"), "A57-1.10", hall=later).earliest_lawful == LATER
    never = hall(opened_on=None)
    assert breaks(case, act("announcement"), "A57-1.10", hall=never).earliest_lawful is None
