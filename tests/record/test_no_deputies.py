"""Votes of people found to be no deputies are taken off, first of all from those in favour."""

import pytest

from chamber.law.rulebook import LAW
from chamber.law.ruling import Impossible, Verdict
from chamber.record.votes.counting import of_deputies
from chamber.record.votes.facts import Totals
from chamber.record.votes.place import counted
from tests.record.test_vote_rules import DAY, DEPUTIES, hall

MAZHILIS = LAW.on("mazhilis", DAY)


def shown(in_favour: int, against: int, abstained: int = 0) -> Totals:
    return Totals(in_favour=in_favour, against=against, abstained=abstained)


@pytest.mark.parametrize(
    ("votes", "registered", "gone", "left"),
    [
        (shown(50, 20), 70, 2, shown(50, 20)),
        (shown(50, 20), 69, 1, shown(49, 20)),
        (shown(50, 20), 69, 0, shown(50, 20)),
        (shown(1, 68, 1), 67, 3, shown(0, 66, 1)),
        (shown(0, 1, 69), 68, 2, shown(0, 0, 68)),
    ],
)
def test_as_many_votes_are_left_as_deputies_can_have_cast(
    votes: Totals, registered: int, gone: int, left: Totals
) -> None:
    there = hall(registered).model_copy(update={"gone": DEPUTIES[90 : 90 + gone]})

    assert of_deputies(votes, there) == left


@pytest.mark.parametrize(
    ("in_favour", "adopted", "verdict"),
    [(51, True, Verdict.VALID), (50, False, Verdict.DISPUTED), (49, False, Verdict.VALID)],
)
def test_an_outcome_that_hangs_on_them_is_disputed(
    in_favour: int, adopted: bool, verdict: Verdict
) -> None:
    there = hall(69).model_copy(update={"gone": DEPUTIES[90:91]})

    ruling = counted(MAZHILIS, "F-2.11", shown(in_favour, 70 - in_favour), there, in_office=98)

    assert (ruling.adopted, ruling.verdict) == (adopted, verdict)
    assert [(one.rule, dict(one.numbers)) for one in ruling.findings] == [
        ("F-2.07", {"no_deputies": 1})
    ]


def test_more_votes_than_people_cannot_be() -> None:
    with pytest.raises(Impossible):
        counted(MAZHILIS, "F-2.11", shown(51, 19), hall(69), in_office=98)
