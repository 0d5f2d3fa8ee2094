"""A57-1.15 and 1.16: the ballot is open, unless the Chamber decided otherwise before."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Verdict
from chamber.record.votes.facts import Form
from tests.appointments.case import Case, act, breaks, hall

VOID = Breach.VOID
SECRET: dict[str, Any] = {"form": "secret", "method": "protocol"}


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


def test_the_form_of_the_vote_is_kept() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))
    case.take(act("open_vote", **SECRET))

    assert case.known().rounds[0].form is Form.SECRET


def test_a_secret_vote_is_recorded_only_by_the_protocol_of_a_commission() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))

    breaks(case, act("open_vote", form="secret", method="totals"), "F-2.08", VOID)
