"""What the law demands of the vote on a candidate: each rule kept, and each rule broken."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from chamber.record.votes.facts import Form, Outcome
from tests.appointments.case import (
    DAY,
    DEPUTIES,
    SENATORS,
    A,
    B,
    C,
    Case,
    D,
    act,
    breaks,
    hall,
    held,
)

VOID = Breach.VOID
START, OVER = date(2023, 1, 1), date(2031, 1, 1)
SECRET: dict[str, Any] = {"form": "secret", "method": "protocol"}


# A57-1.14: each candidate is voted on separately.


def test_one_candidate_is_put_to_the_vote() -> None:
    ruling = Case().announced().take(act("open_vote"))

    assert (ruling.rule, ruling.verdict) == ("A57-1.14", Verdict.VALID)


def test_no_list_is_put_to_the_vote() -> None:
    case = Case().announced(1, 2, 3)

    found = breaks(case, act("open_vote", candidates=[1, 2, 3]), "A57-1.14", VOID)

    assert found.numbers == (("candidates", 3),)
    assert found.sentence.ru == "По каждой кандидатуре голосуют отдельно: в списке кандидатур — 3."


def test_a_second_vote_does_not_open_while_one_is_open() -> None:
    case = Case().announced()
    case.take(act("open_vote"))

    breaks(case, act("open_vote", reason="again"), "A57-1.14", VOID)


def test_what_a_candidate_lacks_holds_up_that_candidate_alone() -> None:
    case = Case().announced(1)

    assert case.judge(act("open_vote", candidates=[1])).verdict is Verdict.VALID
    breaks(case, act("open_vote", candidates=[2]), "A57-1.09")


# A57-1.15 and 1.16: the ballot is open, unless the Chamber decided otherwise before.


def test_a_secret_vote_without_a_prior_decision_is_a_defect() -> None:
    breaks(Case().announced(), act("open_vote", **SECRET), "A57-1.16")


@pytest.mark.parametrize("votes", [50, 98])
def test_a_majority_of_the_seats_may_order_a_secret_vote(votes: int) -> None:
    case = Case().announced()

    ruling = case.take(act("ballot_order", tally={"for": votes, "against": 0}))

    assert (ruling.rule, ruling.adopted, ruling.verdict) == ("A57-1.16", True, Verdict.VALID)
    assert case.judge(act("open_vote", **SECRET)).verdict is Verdict.VALID


def test_an_order_by_a_majority_of_those_present_only_is_disputed() -> None:
    case = Case().announced()
    case.hall = hall(registered=80)

    order = case.take(act("ballot_order", tally={"for": 49, "against": 10}))

    assert (order.adopted, order.verdict) == (False, Verdict.DISPUTED)
    found = breaks(case, act("open_vote", **SECRET), "A57-1.16", verdict=Verdict.DISPUTED)
    assert any("Q-12 A" in name for name in found.readings)
    # On the other reading it binds, so an open vote is disputed too.
    found = breaks(case, act("open_vote"), "A57-1.16", verdict=Verdict.DISPUTED)
    assert any("Q-12 B" in name for name in found.readings)


def test_an_order_that_nobody_s_majority_adopted_leaves_the_ballot_open() -> None:
    case = Case().announced()
    case.take(act("ballot_order", tally={"for": 40, "against": 50}))

    assert case.judge(act("open_vote")).verdict is Verdict.VALID
    breaks(case, act("open_vote", **SECRET), "A57-1.15", VOID)


def test_after_an_order_of_an_open_vote_no_secret_one_is_held() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))
    case.take(act("ballot_order", form="open"))

    breaks(case, act("open_vote", **SECRET), "A57-1.15", VOID)


def test_after_an_order_of_a_secret_vote_no_open_one_is_held() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))

    breaks(case, act("open_vote"), "A57-1.16")


def test_an_order_for_one_candidate_does_not_bind_another() -> None:
    case = Case().announced(1, 2)
    case.take(act("ballot_order", candidate=2))

    assert case.judge(act("open_vote", candidates=[1])).verdict is Verdict.VALID
    breaks(case, act("open_vote", candidates=[1], **SECRET), "A57-1.16")


def test_an_order_of_tomorrow_does_not_cover_a_vote_of_today() -> None:
    case = Case().announced()
    case.take(act("ballot_order", date(2026, 3, 26)))

    breaks(case, act("open_vote", **SECRET), "A57-1.16")


def test_below_the_quorum_no_order_is_decided() -> None:
    breaks(Case().announced(), act("ballot_order"), "A57-8.09", VOID, hall=hall(registered=65))


# A57-1.17: appointed by a majority of all seats.


@pytest.mark.parametrize(("votes", "outcome"), [(49, Outcome.NOT_ADOPTED), (50, Outcome.ADOPTED)])
def test_an_appointment_in_the_mazhilis_needs_fifty_of_ninety_eight(
    votes: int, outcome: Outcome
) -> None:
    case = Case().announced()

    ruling = case.voted(for_=votes, against=98 - votes)

    assert (ruling.rule, ruling.total, ruling.needed) == ("A57-1.17", 98, 50)
    assert ruling.verdict is Verdict.VALID
    assert case.known().rounds[0].outcome is outcome


def test_more_for_than_against_is_not_enough() -> None:
    case = Case().announced()

    ruling = case.voted(for_=49, against=2)

    assert ruling.adopted is False
    assert ruling.sentence.kk == (
        "Шешім қабылданбады: жақтап 49 дауыс берілді, қажеті — кемінде 50 "
        "(98 депутаттың көпшілігі). 1 дауыс жетпеді."
    )


def test_losing_a_vote_is_entered_and_not_refused() -> None:
    case = Case().announced()
    case.voted(for_=10, against=80)

    assert case.known().rounds[0].outcome is Outcome.NOT_ADOPTED


def test_who_lost_the_vote_is_not_appointed() -> None:
    case = Case().announced()
    case.voted(for_=49, against=2)

    breaks(case, act("resolution"), "A57-1.18", VOID)


def test_who_won_the_vote_is_not_rejected() -> None:
    case = Case().announced()
    case.voted(for_=50, against=48)

    breaks(case, act("resolution", decision="reject", reasons="…"), "A57-1.18", VOID)


def test_a_vote_is_closed_once() -> None:
    case = Case().announced()
    case.voted(for_=50)
    vote = case.known().rounds[0].vote

    breaks(case, act("close_vote", vote=vote, totals={"for": 60, "against": 0}), "A57-1.14", VOID)


def test_a_repeated_vote_decides() -> None:
    case = Case().announced()
    case.voted(for_=49, against=2)
    reason = "the hall's system had failed"
    breaks(case, act("open_vote", reason=reason), "F-2.08")
    breaks(case, act("open_vote", repeat={"for": 98, "against": 0}), "F-2.08")
    case.take(act("open_vote", reason=reason, repeat={"for": 50, "against": 48}))
    vote = case.known().rounds[-1]
    assert vote.number == 2
    breaks(case, act("resolution", decision="reject", reasons="…"), "A57-1.18", VOID)
    case.take(act("close_vote", vote=vote.vote, totals={"for": 51, "against": 2}))

    assert case.resolved().verdict is Verdict.VALID


def test_there_are_no_more_votes_than_deputies() -> None:
    with pytest.raises(Impossible):
        Case().announced().voted(for_=90, against=9)


# F-2.02 and A57-8.09: below the quorum there is no sitting.


@pytest.mark.parametrize("present", [66, 98])
def test_with_two_thirds_present_a_vote_opens(present: int) -> None:
    seen = hall(registered=present)

    assert Case().announced().judge(act("open_vote"), hall=seen).verdict is Verdict.VALID


def test_below_two_thirds_no_vote_opens() -> None:
    found = breaks(Case().announced(), act("open_vote"), "A57-8.09", VOID, hall=hall(registered=65))

    assert found.sentence.en == (
        "There is no quorum: 65 deputies are present; at least 66 of 98 are needed (two thirds)."
    )


def test_when_the_quorum_is_lost_the_vote_is_void() -> None:
    case = Case().announced()
    case.take(act("open_vote"))
    vote = case.known().rounds[0].vote
    closing = act("close_vote", vote=vote, totals={"for": 65, "against": 0})

    breaks(case, closing, "A57-8.09", VOID, hall=hall(registered=65))


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


def test_the_form_of_the_vote_is_kept() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))
    case.take(act("open_vote", **SECRET))

    assert case.known().rounds[0].form is Form.SECRET


def test_a_secret_vote_is_recorded_only_by_the_protocol_of_a_commission() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))

    breaks(case, act("open_vote", form="secret", method="totals"), "F-2.08", VOID)


def test_a_vote_is_not_repeated_without_a_reason() -> None:
    case = Case().announced()
    case.voted(for_=49, against=2)

    breaks(case, act("open_vote"), "F-2.08")
