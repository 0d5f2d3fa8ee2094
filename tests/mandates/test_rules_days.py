"""The days of a matter follow each other, and powers end on a day of which there is a law."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from tests.mandates.case import DAY, ONE_DAY, Case, act, breaks, mandate

LAST_WITH_LAW = date(2026, 6, 30)
UNKNOWN = date(2022, 7, 1)  # Nobody told how many seats the Senate had.
WITH_REASON = {"despite": "Палата солай шешті"}


@pytest.mark.parametrize("kind", ["conclusion", "open_vote", "resolution"])
def test_nothing_is_done_in_a_matter_before_it_was_opened(kind: str) -> None:
    case = Case(on=DAY)
    with pytest.raises(Impossible, match="opened on 2026-03-25"):
        case.judge(act(kind, DAY - ONE_DAY))
    assert case.judge(act("conclusion", DAY)).verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("A57-4.21", {"ground": "resigned"}),
        ("A57-4.11", {"ground": "incompatible", "activity": "business", "set_off_by": "cec"}),
    ],
)
def test_the_conclusion_was_received_by_the_day_of_the_vote(rule: str, more: Any) -> None:
    case = Case(**more, on=DAY, document=None)
    case.take(act("conclusion", DAY + ONE_DAY))

    found = breaks(case, act("open_vote", DAY), rule)

    assert found.earliest_lawful == DAY + ONE_DAY
    then = act("open_vote", DAY + ONE_DAY)
    hall = case.hall(opened_on=DAY + ONE_DAY)
    assert case.take(then, hall=hall).verdict is Verdict.VALID


def test_the_commissions_own_submission_waits_for_no_conclusion() -> None:
    case = Case(set_off_by="cec")
    case.take(act("conclusion", DAY + ONE_DAY))
    assert case.take(act("open_vote", DAY)).verdict is Verdict.VALID


def test_no_resolution_ends_powers_before_the_courts_act_is_in_force() -> None:
    case = Case("convicted", set_off_by="court", happened_on=DAY).concluded()
    case.voted(for_=60)
    assert case.judge(act("resolution", DAY)).verdict is Verdict.VALID
    case.facts = case.known().model_copy(update={"happened_on": DAY + ONE_DAY})

    found = breaks(case, act("resolution", DAY), "A57-4.16")

    assert found.earliest_lawful == DAY + ONE_DAY


def test_powers_end_on_no_day_that_has_no_law() -> None:
    case = Case().concluded()
    case.voted(for_=60)
    late = act("resolution", ends_on=LAST_WITH_LAW + 2 * ONE_DAY)
    breaks(case, late, "A57-4.01", Breach.VOID)

    case.take(act("resolution", ends_on=LAST_WITH_LAW + ONE_DAY))

    assert case.known().ends_on == LAST_WITH_LAW + ONE_DAY


def test_the_last_day_with_law_is_the_last_on_which_powers_end() -> None:
    case = Case(on=LAST_WITH_LAW).concluded()
    case.voted(for_=60)
    assert case.resolved().verdict is Verdict.VALID
    assert case.known().ends_on == LAST_WITH_LAW + ONE_DAY


def in_unknown_senate(for_: int, against: int) -> Case:
    case = Case(None, chamber="senate", on=UNKNOWN)
    case.mandates = (mandate("senate", "elected", starts_on=date(2020, 8, 12)),)
    asked = act("matter", UNKNOWN, chamber="senate", happened_on=UNKNOWN)
    case.take(asked)
    case.concluded()
    case.voted(for_=for_, against=against)
    return case


def test_where_the_seats_are_unknown_it_is_disputed_that_a_majority_was_reached() -> None:
    case = in_unknown_senate(11, 10)

    breaks(case, act("resolution", UNKNOWN), "F-2.11", verdict=Verdict.DISPUTED)
    ruling = case.take(act("resolution", UNKNOWN), **WITH_REASON)

    assert ruling.verdict is Verdict.DISPUTED
    assert case.known().defects == ("F-2.11",)


@pytest.mark.parametrize(("for_", "against"), [(10, 37), (10, 10)])
def test_who_has_no_majority_of_the_votes_has_none_of_any_seats(for_: int, against: int) -> None:
    case = in_unknown_senate(for_, against)
    breaks(case, act("resolution", UNKNOWN), "F-2.11", Breach.VOID)


def test_where_the_seats_are_known_nothing_is_in_doubt() -> None:
    case = Case(chamber="senate").concluded()
    case.voted(for_=26, against=10)
    assert case.resolved().verdict is Verdict.VALID
    with pytest.raises(Unlawful):
        case.resolved()
