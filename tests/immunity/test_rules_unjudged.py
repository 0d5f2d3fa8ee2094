"""Where nobody knows the seats of the Chamber, a resolution on its count is disputed or void."""

from typing import Any

import pytest

from chamber.law.ruling import Breach, Verdict
from chamber.record.votes.facts import Outcome
from tests.immunity.case import Case, act, breaks


def unjudged(for_: int, against: int) -> Case:
    case = Case().prepared()
    case.voted(for_, against)
    (vote,) = case.known().rounds
    unknown = vote.model_copy(update={"outcome": Outcome.NOT_JUDGED})
    case.facts = case.known().model_copy(update={"rounds": (unknown,)})
    return case


@pytest.mark.parametrize("decision", ["consent", "refuse"])
def test_what_may_have_been_a_majority_is_disputed(decision: str) -> None:
    asked: Any = act("resolution", decision=decision)
    breaks(unjudged(30, 20), asked, "F-2.11", verdict=Verdict.DISPUTED)


def test_what_was_no_majority_is_refused_and_never_a_consent() -> None:
    breaks(unjudged(20, 20), act("resolution"), "F-2.11", Breach.VOID)
    ruling = unjudged(20, 20).take(act("resolution", decision="refuse"))
    assert ruling.verdict is Verdict.VALID
