"""Each rule of Article 57(5) that can be broken: an act that keeps it, and one that breaks it.

Both are judged as taken here and as having occurred. What else each rule means stands in the tests
beside this one.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from chamber.hearings.acts import AnyAct
from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach, Verdict
from tests.hearings.case import CLOSED, STRANGER, Case, act, body, breaks, hall, plenary, shut

CAN_BE_BROKEN = (Breach.VOID, Breach.DEFECT, Breach.NOT_ADOPTED)


@dataclass
class Pair:
    """A case, and two acts of it: with what is given to the one that breaks the rule."""

    case: Callable[[], Case]
    kept: AnyAct
    broken: AnyAct
    given: dict[str, Any] = field(default_factory=dict)
    verdict: Verdict = Verdict.INVALID
    other: Callable[[], Case] | None = None  # The case of the second act, if it is another.


def unopened() -> Case:
    return Case(opened=False)


def ready() -> Case:
    return Case().prepared()


def without(*kinds: str) -> Callable[[], Case]:
    return lambda: Case().prepared(*kinds)


def held_in_private() -> Case:
    case = shut()
    for kind in ("begin", "register", "recommendations", "end"):
        case.take(act(kind))
    return case


BEGIN, DECISION = act("begin"), act("decision")
PAIRS = {
    "A57-5.01": Pair(
        unopened, act("proposal"), act("proposal"), {"organisers": (body(chamber="senate"),)}
    ),
    "A57-5.05": Pair(
        unopened, act("proposal"), act("proposal"), {"organisers": (body(kind="faction"),)}
    ),
    "A57-5.06": Pair(Case, DECISION, DECISION, {"hall": hall("committee")}),
    "A57-5.07": Pair(ready, BEGIN, BEGIN, other=without("form")),
    "A57-5.08": Pair(Case, DECISION, DECISION, {"plenaries": (plenary(),)}),
    "A57-5.09": Pair(ready, BEGIN, BEGIN, verdict=Verdict.DISPUTED, other=without("commission")),
    "A57-5.10": Pair(ready, BEGIN, BEGIN, other=without("invitation")),
    "A57-5.11": Pair(ready, BEGIN, BEGIN, other=without("notice")),
    "A57-5.13": Pair(ready, BEGIN, act("begin", admitted=["media"])),
    "A57-5.14": Pair(
        Case, act("form", **CLOSED), act("form", **(CLOSED | {"decided_by": "chair"}))
    ),
    "A57-5.15": Pair(ready, BEGIN, act("begin", chair=STRANGER)),
    "A57-5.17": Pair(
        lambda: Case().held(), act("dispatch"), act("dispatch"), other=lambda: Case().begun()
    ),
    "A57-5.20": Pair(
        lambda: Case().held(), act("publication"), act("publication"), other=held_in_private
    ),
    "A57-5.21": Pair(shut, act("hand_over"), act("hand_over", to="other")),
}
COUNTED = "A57-5.16"  # Not adopted, and no more than that.


def test_no_rule_that_can_be_broken_is_forgotten() -> None:
    rules = LAW.on("mazhilis", date(2026, 4, 1)).rules.values()
    ours = {one.id for one in rules if one.id.startswith("A57-5.") and one.breach in CAN_BE_BROKEN}
    assert ours == {*PAIRS, COUNTED}


@pytest.mark.parametrize("rule", PAIRS)
def test_the_act_that_keeps_a_rule_is_taken_and_entered(rule: str) -> None:
    pair = PAIRS[rule]
    taken = pair.case()
    entered = copy(taken)
    for ruling in (taken.take(pair.kept), entered.tell(pair.kept)):
        assert ruling.verdict is Verdict.VALID
        assert ruling.findings == ()
    assert taken.hearing == entered.hearing
    assert taken.known().defects == ()


@pytest.mark.parametrize("rule", PAIRS)
def test_the_act_that_breaks_it_is_refused_and_entered_with_its_verdict(rule: str) -> None:
    pair = PAIRS[rule]
    case = (pair.other or pair.case)()
    found = breaks(case, pair.broken, rule, Breach.DEFECT, pair.verdict, **pair.given)
    assert found.cite.startswith("Constitution, art. 57(5)")


@pytest.mark.parametrize(("votes", "adopted"), [(16, True), (15, False)])
def test_recommendations_are_adopted_or_not_and_entered_either_way(
    votes: int, adopted: bool
) -> None:
    asked = act("recommendations", tally={"for": votes, "against": 30 - votes})
    taken = Case().begun()
    entered = copy(taken)
    for ruling in (taken.take(asked), entered.tell(asked)):
        assert (ruling.rule, ruling.adopted, ruling.findings) == (COUNTED, adopted, ())
        assert ruling.verdict is Verdict.VALID
    assert taken.hearing == entered.hearing
    assert [one.adopted for one in taken.known().recommended] == [adopted]
