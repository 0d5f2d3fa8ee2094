"""So many seats and no more, each free from its first day out; and a judge serves once only."""

from datetime import date

import pytest

from chamber.law.ruling import Unlawful, Verdict
from tests.appointments.case import DAY, DEPUTIES, SENATORS, A, B, C, Case, D, act, breaks, held

START, OVER = date(2023, 1, 1), date(2031, 1, 1)


# A57-1.01, 1.02, 1.03: so many seats, and no more.


@pytest.mark.parametrize(
    ("body", "rule", "quota"),
    [
        ("constitutional_court", "A57-1.01", 3),
        ("cec", "A57-1.02", 2),
        ("audit_chamber", "A57-1.03", 3),
    ],
)
def test_a_chamber_appoints_no_more_than_its_seats(body: str, rule: str, quota: int) -> None:
    case = Case(body=body, candidates=[{"person": D}]).announced()
    others = tuple(held(one, START, OVER) for one in DEPUTIES[10 : 10 + quota])

    case.held = others[:-1]
    assert case.judge(act("open_vote")).verdict is Verdict.VALID
    case.held = others
    found = breaks(case, act("open_vote"), rule)

    assert found.numbers == (("quota", quota), ("in office", quota))


def test_a_full_quota_is_told_in_words() -> None:
    case = Case(candidates=[{"person": D}]).announced()
    case.held = tuple(held(one, START, OVER) for one in (A, B, C))

    found = breaks(case, act("open_vote"), "A57-1.01")

    assert found.sentence.kk == ("Бос орын жоқ: Палата 3 судья тағайындайды, қызметте 3 судья бар.")
    assert found.sentence.ru == "Свободных мест нет: Палата назначает 3 судей, в должности — 3."
    assert found.sentence.en == (
        "No seat is free: the Chamber appoints 3 judges, and 3 are in office."
    )


def test_the_judges_of_the_other_chamber_take_no_seat_of_this_one() -> None:
    case = Case().announced()
    case.held = tuple(held(one, START, OVER, "senate") for one in SENATORS[:3])

    assert case.judge(act("open_vote")).verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("over", "verdict"), [(DAY, Verdict.VALID), (date(2026, 3, 26), Verdict.INVALID)]
)
def test_a_seat_is_free_from_the_first_day_out(over: date, verdict: Verdict) -> None:
    case = Case(candidates=[{"person": D}]).announced()
    case.held = (held(A, START, over), held(B, START, OVER), held(C, START, OVER))

    assert case.judge(act("open_vote")).verdict is verdict


def test_a_seat_that_will_be_free_may_be_filled_from_that_day() -> None:
    free_on = date(2026, 5, 1)
    case = Case(candidates=[{"person": D, "starts_on": free_on}]).announced()
    case.held = (held(A, START, free_on), held(B, START, OVER), held(C, START, OVER))

    assert case.judge(act("open_vote")).verdict is Verdict.VALID


def test_a_seat_is_taken_from_the_day_on_which_its_term_starts() -> None:
    case = Case(candidates=[{"person": D}]).announced()
    case.held = tuple(held(one, DAY, OVER) for one in (A, B, C))

    breaks(case, act("open_vote"), "A57-1.01")


def test_seats_that_are_promised_for_later_are_counted_on_their_first_day() -> None:
    case = Case(candidates=[{"person": D}]).announced()
    later = date(2027, 1, 1)
    case.held = (held(A, START, later), held(B, START, OVER), held(C, later, OVER))
    assert case.judge(act("open_vote")).verdict is Verdict.VALID

    case.held = (held(A, START, OVER), held(B, later, OVER), held(C, later, OVER))
    breaks(case, act("open_vote"), "A57-1.01")


def test_those_voted_in_take_their_seats_before_the_resolution() -> None:
    case = Case(candidates=[{"person": one} for one in (A, B, C, D)]).announced(1, 2, 3, 4)
    for number in (1, 2, 3):
        case.voted(number, for_=60)

    breaks(case, act("open_vote", candidates=[4]), "A57-1.01")


def test_a_body_of_its_time() -> None:
    council = {"body": "constitutional_council", "candidates": [{"person": A}]}
    with pytest.raises(Unlawful) as refused:
        Case(**council)
    assert refused.value.ruling.findings[0].rule == "A57-1.01"

    before = date(2022, 12, 29)
    for_court = act("submission", before, candidates=[{"person": A, "starts_on": START}])
    assert Case(opened=False).judge(for_court).verdict is Verdict.VALID
    at_once = act("submission", before, candidates=[{"person": A}])
    breaks(Case(opened=False), at_once, "A57-1.01")


# F-2.09: a judge serves once only.


def test_a_judge_serves_once_only() -> None:
    case = Case(candidates=[{"person": A}]).announced()
    case.held = (held(A, date(2015, 1, 1), START, "senate"),)

    breaks(case, act("open_vote"), "F-2.09")


def test_a_member_of_the_election_commission_may_serve_again() -> None:
    case = Case(body="cec", candidates=[{"person": A}]).announced()
    case.held = (held(A, date(2015, 1, 1), date(2020, 1, 1)),)

    assert case.judge(act("open_vote")).verdict is Verdict.VALID
