"""What a count means where nobody knows how many seats a Chamber had: never a clear majority."""

from datetime import date
from uuid import UUID

import pytest

from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach, Verdict
from chamber.record.votes.facts import Outcome, Round, Totals
from chamber.record.votes.unjudged import check_judged

UNKNOWN = LAW.on("senate", date(2022, 7, 1))


def round_of(for_: int | None, against: int = 0, outcome: Outcome = Outcome.NOT_JUDGED) -> Round:
    shown = None if for_ is None else Totals(in_favour=for_, against=against, abstained=1)
    return Round(
        vote=UUID(int=1), sitting=UUID(int=2), power="57(4)", rule="A57-4.28",
        question={"kk": "С", "ru": "В"}, form="open", method="totals", opened_on=UNKNOWN.day,
        seats=None, in_office=47, electorate=(), totals=shown, outcome=outcome,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("for_", "against", "breach", "verdict"),
    [
        (12, 10, Breach.DEFECT, Verdict.DISPUTED),
        (11, 10, Breach.VOID, Verdict.INVALID),  # 11 of 22 who voted.
        (10, 37, Breach.VOID, Verdict.INVALID),
        (None, 0, Breach.DEFECT, Verdict.DISPUTED),
    ],
)
def test_half_of_the_votes_is_no_majority_and_more_is_disputed(
    for_: int | None, against: int, breach: Breach, verdict: Verdict
) -> None:
    (found,) = check_judged(UNKNOWN, round_of(for_, against))
    assert (found.rule, found.breach, found.verdict) == ("F-2.11", breach, verdict)


def test_a_refusal_needs_no_majority() -> None:
    assert not list(check_judged(UNKNOWN, round_of(10, 37), adopted=False))
    (found,) = check_judged(UNKNOWN, round_of(12, 10), adopted=False)
    assert found.verdict is Verdict.DISPUTED


@pytest.mark.parametrize("outcome", [Outcome.ADOPTED, Outcome.NOT_ADOPTED, Outcome.ANNULLED])
def test_what_was_judged_is_in_no_doubt(outcome: Outcome) -> None:
    assert not list(check_judged(UNKNOWN, round_of(12, 10, outcome)))
    assert not list(check_judged(UNKNOWN, None))
