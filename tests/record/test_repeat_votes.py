"""A vote is repeated for a reason and, after a round that counted, by a decision of its own."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach, Finding, Impossible, Verdict
from chamber.record.votes.facts import Method, Outcome, Round
from chamber.record.votes.repeating import check_repeat, so_far
from chamber.record.votes.rules import AtOpening, check_opening, last_lawful, opened
from tests.record.test_vote_rules import DAY, DEPUTIES, MAZHILIS, VOTE, a_round, hall, opening

AGAIN: dict[str, Any] = {"reason": "хаттама бойынша", "repeat": {"for": 36, "against": 34}}


def rounds(*outcomes: Outcome | None) -> list[Round]:
    return [
        a_round().model_copy(update={"outcome": one, "closed_on": one and DAY}) for one in outcomes
    ]


def given(*outcomes: Outcome | None, registered: int = 70) -> AtOpening:
    held = so_far(rounds(*outcomes))
    seen = hall(registered)
    return AtOpening(vote=VOTE, hall=seen, electorate=DEPUTIES, **held.model_dump())


def found(*outcomes: Outcome, registered: int = 70, **said: Any) -> list[Finding]:
    known = given(*outcomes, registered=registered)
    return list(check_opening(MAZHILIS, opening(**said), known))


def again(*outcomes: Outcome, **said: Any) -> Round:
    """The round that opens after these."""
    act = opening(method=Method.TOTALS, **said)
    return opened(act, given(*outcomes), MAZHILIS, power="57(1)", rule="A57-1.17")


@pytest.mark.parametrize("outcome", [Outcome.ADOPTED, Outcome.NOT_ADOPTED])
def test_a_round_that_counted_is_repeated_for_a_reason_and_by_a_decision(outcome: Outcome) -> None:
    assert found(outcome, **AGAIN) == []
    for missing in AGAIN:
        said = {name: told for name, told in AGAIN.items() if name != missing}
        against = found(outcome, **said)
        assert [(f.rule, f.breach, f.verdict) for f in against] == [
            ("F-2.08", Breach.DEFECT, Verdict.INVALID)
        ]


@pytest.mark.parametrize(("in_favour", "decided"), [(36, True), (35, False)])
def test_a_majority_of_those_present_decides_to_vote_again(in_favour: int, decided: bool) -> None:
    hands = {"for": in_favour, "against": 70 - in_favour}

    against = found(Outcome.NOT_ADOPTED, reason="теру қатесі", repeat=hands)

    assert (against == []) is decided
    if not decided:
        assert against[0].sentence.en.startswith("There is no decision to vote again. Not adopted:")
        assert "36 of the 70 deputies present" in against[0].sentence.en


@pytest.mark.parametrize(("counted", "possible"), [(70, True), (71, False)])
def test_no_more_hands_are_raised_than_deputies_are_present(counted: int, possible: bool) -> None:
    said: dict[str, Any] = {"reason": "теру қатесі", "repeat": {"for": counted, "against": 0}}

    if possible:
        assert found(Outcome.ADOPTED, **said) == []
    else:
        with pytest.raises(Impossible) as wrong:
            found(Outcome.ADOPTED, **said)
        assert wrong.value.field == "repeat"


def test_a_round_that_was_annulled_is_repeated_for_a_reason_alone() -> None:
    assert found(Outcome.ANNULLED, reason="хаттама сәйкес келмеді") == []
    assert [f.rule for f in found(Outcome.ANNULLED)] == ["F-2.08"]


@pytest.mark.parametrize(
    ("before", "needs_decision"),
    [
        ((), False),
        ((Outcome.ANNULLED,), False),
        ((Outcome.ANNULLED, Outcome.NOT_ADOPTED), True),
        ((Outcome.NOT_ADOPTED, Outcome.ANNULLED), False),
        ((Outcome.NOT_JUDGED,), False),
    ],
)
def test_it_is_the_last_round_that_is_repeated(
    before: tuple[Outcome, ...], needs_decision: bool
) -> None:
    assert (found(*before, reason="себебі") == []) is not needs_decision


def test_a_first_vote_needs_neither() -> None:
    assert found() == []
    first = again(**AGAIN)
    assert (first.number, first.repeat, first.unfounded) == (1, None, False)


def test_the_round_keeps_its_reason_and_the_decision() -> None:
    second = again(Outcome.ADOPTED, **AGAIN)

    assert second.repeat is not None
    assert (second.number, second.reason) == (2, AGAIN["reason"])
    assert (second.repeat.in_favour, second.unfounded) == (36, False)


@pytest.mark.parametrize(
    ("said", "unfounded"),
    [
        (AGAIN, False),
        ({"reason": "себебі"}, True),
        ({"repeat": {"for": 36, "against": 34}}, True),
        ({"reason": "себебі", "repeat": {"for": 35, "against": 35}}, True),
        ({"reason": "себебі", "repeat": {"for": 71, "against": 0}}, True),
    ],
)
def test_a_round_says_of_itself_that_it_lacks_its_ground(
    said: dict[str, Any], unfounded: bool
) -> None:
    assert again(Outcome.NOT_ADOPTED, **said).unfounded is unfounded


def test_the_last_round_that_counts_decides_and_one_annulled_leaves_the_former_deciding() -> None:
    lost, won, void = rounds(Outcome.NOT_ADOPTED, Outcome.ADOPTED, Outcome.ANNULLED)
    running = a_round()

    assert last_lawful([lost, won]) is won
    assert last_lawful([won, lost]) is lost
    assert last_lawful([won, void]) is won
    assert last_lawful([won, running]) is won
    assert last_lawful([void, running]) is None


def test_every_chamber_decides_by_its_own_day_s_rule() -> None:
    senate = LAW.on("senate", DAY)
    seen = hall(34, chamber="senate")
    known = AtOpening(
        vote=VOTE, hall=seen, electorate=DEPUTIES[:50], rounds_before=1, after_counted=True
    )

    def against(in_favour: int) -> list[Finding]:
        said = {"reason": "себебі", "repeat": {"for": in_favour, "against": 0}}
        return list(check_opening(senate, opening(**said, sitting=UUID(int=1)), known))

    assert (against(18), [f.rule for f in against(17)]) == ([], ["F-2.08"])


def test_those_present_decide_also_where_the_seats_are_not_known() -> None:
    unknown = LAW.on("senate", date(2022, 9, 1))
    said = opening(on=date(2022, 9, 1), reason="теру қатесі", repeat={"for": 21, "against": 19})

    earlier = so_far(rounds(Outcome.ADOPTED))
    assert list(check_repeat(unknown, said, hall(40), earlier)) == []
    assert list(check_repeat(unknown, said, hall(42), earlier)) != []
