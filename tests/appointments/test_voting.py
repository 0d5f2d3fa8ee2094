"""The vote on a candidate: held on one alone, with a quorum, and won by a majority of all seats."""

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from chamber.record.votes.facts import Outcome
from tests.appointments.case import Case, act, breaks, hall

VOID = Breach.VOID


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


def test_a_vote_is_not_repeated_without_a_reason() -> None:
    case = Case().announced()
    case.voted(for_=49, against=2)

    breaks(case, act("open_vote"), "F-2.08")


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
