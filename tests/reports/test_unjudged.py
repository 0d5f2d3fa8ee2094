"""Where nobody knows the seats of the Chamber, a resolution on its count is disputed or void."""

from chamber.law.ruling import Breach, Verdict
from chamber.record.votes.facts import Outcome
from tests.reports.breaking import breaks
from tests.reports.case import DAY, LIMITS, Case, act, opens


def unjudged(for_: int, against: int) -> Case:
    case = Case()
    case.take(opens("hear"))
    vote = case.known().rounds[0].vote
    case.take(act("close_vote", vote=vote, totals={"for": for_, "against": against}))
    (held,) = case.known().rounds
    unknown = held.model_copy(update={"outcome": Outcome.NOT_JUDGED})
    case.facts = case.known().model_copy(update={"rounds": (unknown,)})
    return case


HEAR = act("resolution", about="hear", heard_on=DAY, limits=LIMITS)


def test_what_may_have_been_a_majority_is_disputed() -> None:
    breaks(unjudged(30, 20), HEAR, "F-2.11", verdict=Verdict.DISPUTED)


def test_what_was_no_majority_of_any_seats_is_refused() -> None:
    breaks(unjudged(20, 20), HEAR, "F-2.11", Breach.VOID)
