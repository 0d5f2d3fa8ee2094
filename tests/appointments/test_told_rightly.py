"""An act is refused under the rule that it breaks, and in the words of that rule."""

from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.appointments.case import DEPUTIES, A, Case, act, breaks, hall, held
from tests.appointments.outcomes import lost, won

RULES = {"question": "A57-1.11", "opinion": "A57-1.12", "debate_demand": "A57-1.13"}


def test_at_a_committee_sitting_that_is_not_open_nothing_is_counted() -> None:
    nobody = hall("committee", 0, opened_on=None)

    breaks(Case(), act("conclusion"), "A57-1.08", hall=nobody)


def test_there_are_no_more_votes_in_a_committee_than_members_who_came() -> None:
    with pytest.raises(Impossible) as wrong:
        Case().take(act("conclusion", tally={"for": 9, "against": 1}), hall=hall("committee", 9))

    told = ("tally", "10 are counted, but only 9 are present")
    assert (wrong.value.field, wrong.value.message) == told


def test_a_candidate_who_was_appointed_is_not_appointed_again() -> None:
    case = won(candidates=[{"person": A}])
    case.resolved()
    term = case.known().terms[0]
    case.held = (held(A, term.starts_on, term.ends_on),)

    found = breaks(case, act("resolution"), "A57-1.18", Breach.VOID)

    assert found.sentence.en == "The resolution on this candidate has already been adopted."


def test_after_a_rejection_the_chair_may_submit_the_same_person_or_another() -> None:
    case = lost()
    case.resolved(decision="reject", reasons="Көпшілік жиналмады")

    anew = case.take(act("new_submission", candidates=[{"person": A, "instead_of": 1}]))

    assert (anew.rule, anew.verdict) == ("F-2.10", Verdict.VALID)
    assert anew.sentence.en == (
        "The act is lawful. Rule: A rejection gives its reasons, and the Chair may submit the "
        "same person or another."
    )


@pytest.mark.parametrize(
    ("body", "rule"),
    [("constitutional_court", "F-2.09"), ("cec", "A57-1.02"), ("audit_chamber", "A57-1.03")],
)
def test_whoever_leaves_an_office_leaves_it_under_the_rule_of_its_term(
    body: str, rule: str
) -> None:
    case = won(body=body, candidates=[{"person": A}])
    breaks(case, act("left_office"), rule, Breach.VOID)
    case.resolved()

    assert case.take(act("left_office")).rule == rule


@pytest.mark.parametrize("decision", ["appoint", "reject"])
def test_a_resolution_without_a_vote_breaks_the_rule_that_makes_it_void(decision: str) -> None:
    case = Case().announced()

    found = breaks(case, act("resolution", decision=decision, reasons="…"), "A57-1.18", Breach.VOID)

    assert found.cite.startswith("Constitution, art. 57(1)")


def test_without_a_conclusion_the_committee_must_first_give_it() -> None:
    ruling = Case().judge(act("open_vote"))

    told = {one.rule: one.sentence.en for one in ruling.findings}
    assert told["A57-1.09"] == (
        "This step is not open yet: the committee must first give its conclusion."
    )
    assert told["A57-1.10"] == (
        "This step is not open yet: the committee's conclusion must first be announced."
    )


@pytest.mark.parametrize("kind", RULES)
def test_a_deputy_who_is_not_registered_at_the_sitting_does_not_speak_there(kind: str) -> None:
    case = Case().announced()
    seventy = hall(registered=70)

    there, away = (act(kind, deputy=DEPUTIES[number]) for number in (69, 70))

    assert case.judge(there, hall=seventy).verdict is Verdict.VALID
    found = breaks(case, away, RULES[kind], hall=seventy)
    assert found.sentence.en.startswith("The deputy is not registered at this sitting")


@pytest.mark.parametrize("kind", RULES)
def test_where_only_a_number_is_registered_nobody_is_known_to_be_away(kind: str) -> None:
    counted: dict[str, Any] = {"present": ()}

    ruling = Case().announced().judge(act(kind), hall=hall(registered=70, **counted))

    assert ruling.verdict is Verdict.VALID
