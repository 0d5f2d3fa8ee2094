"""The member of the Government is told in writing, and may read the documents."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.reports.breaking import breaks
from tests.reports.case import (
    DAY,
    DECIDED,
    FILED,
    Case,
    act,
)

I = Breach.INFORMS  # noqa: E741 -- as the catalogue has it
INVALID = Verdict.INVALID


def test_of_w20_only_the_third_notice_satisfies() -> None:
    case = Case().decided()
    case.take(act("rapporteur", DECIDED))
    case.take(act("commission", DECIDED))
    by_telephone = case.take(act("notification", DECIDED, in_writing=False, day=DAY))
    without_day = case.take(act("notification", DECIDED))
    for ruling in (by_telephone, without_day):
        assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-6.05", I)]
    for number in (1, 2):
        case.take(act("receipt", notification=number, received_on=DAY))
    breaks(case, act("opening_word"), "A57-6.05")
    assert case.take(act("notification", DECIDED, day=DAY)).findings == ()
    breaks(case, act("opening_word"), "A57-6.05")  # Nobody proves that it was received.
    case.take(act("receipt", notification=3, received_on=DAY))
    assert case.take(act("opening_word")).verdict is Verdict.VALID


@pytest.mark.parametrize(
    "lacks",
    [{"states_decision": False}, {"day": date(2026, 3, 26)}, {"in_writing": False}, {"day": None}],
)
def test_a_notice_that_lacks_something_is_entered_and_does_not_count(lacks: dict[str, Any]) -> None:
    case = Case().decided()
    ruling = case.take(act("notification", DECIDED, **{"day": DAY} | lacks))
    assert [one.verdict for one in ruling.findings] == [INVALID]
    case.take(act("receipt", DECIDED, received_on=DECIDED))
    breaks(case, act("opening_word"), "A57-6.05")


def test_a_notice_before_the_decision_tells_of_none() -> None:
    case = Case()
    assert case.take(act("notification", DECIDED, day=DAY)).findings[0].breach is I
    case.take(act("receipt", DECIDED, received_on=DECIDED))
    breaks(case.decided(), act("opening_word"), "A57-6.05")


def test_after_another_day_is_set_the_notice_must_state_that_day() -> None:
    case, later = Case().prepared(), date(2026, 4, 1)
    case.take(act("set_date", date(2026, 3, 18), heard_on=later))
    breaks(case, act("opening_word", later), "A57-6.05")
    case.notified(date(2026, 3, 19), later)
    case.take(act("opening_word", later))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"notification": 2, "received_on": DAY}, "no notification"),
        ({"received_on": date(2026, 3, 10)}, "sent on"),
        ({"received_on": date(2026, 3, 26)}, "after the day"),
    ],
)
def test_a_receipt_that_cannot_be_is_not_entered(told: dict[str, Any], says: str) -> None:
    case = Case().decided()
    case.take(act("notification", DECIDED, day=DAY))
    with pytest.raises(Impossible, match=says):
        case.take(act("receipt", **told))
    case.take(act("receipt", received_on=DAY))
    with pytest.raises(Impossible, match="was received"):
        case.take(act("receipt", received_on=DAY))


def test_the_member_may_read_the_documents() -> None:
    case = Case().prepared()
    told = case.judge(act("access", granted=False))
    assert [(one.rule, one.breach, one.verdict) for one in told.findings] == [
        ("A57-6.07", I, Verdict.INVALID)
    ]
    assert case.take(act("opening_word")).findings == ()  # To ask is a right, and no duty.


def test_a_refusal_that_was_never_put_right_is_told_of_at_the_opening() -> None:
    case = Case().prepared()
    case.take(act("access", granted=False), despite="a reason")
    told = case.judge(act("opening_word"))
    assert [(one.rule, one.breach) for one in told.findings] == [("A57-6.07", I)]
    case.take(act("access"))
    assert case.take(act("opening_word")).findings == ()


def test_a_notice_has_its_own_number_and_says_to_which_day_it_calls() -> None:
    case = Case()
    case.take(act("notification", FILED))
    case.prepared()
    case.take(act("opening_word"))
    case.take(act("adjourned"))
    case.take(act("notification"))

    told = [(one.number, one.for_day) for one in case.known().notices]

    assert told == [(1, 0), (2, 1), (3, 2)]
