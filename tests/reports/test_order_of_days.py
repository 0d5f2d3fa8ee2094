"""The order of a report is the order of its days, at one sitting, and not that of its entries."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from chamber.law.ruling import Verdict
from tests.reports.breaking import breaks
from tests.reports.case import DAY, Case, act, opens

BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
ELSEWHERE = UUID(int=701)
STEPS = ("opening_word", "attendance", "reasons", "report", "debate_closed")
RESTS = [
    ("reasons", "opening_word", "A57-6.10"),
    ("report", "reasons", "A57-6.11"),
    ("report", "attendance", "A57-6.08"),
    ("question", "report", "A57-6.12"),
    ("opinion", "report", "A57-6.12"),
    ("debate_closed", "report", "A57-6.12"),
]


def until(kind: str) -> Case:
    case = Case().prepared()
    for one in STEPS[: STEPS.index(kind) if kind in STEPS else 4]:
        case.take(act(one))
    return case


@pytest.mark.parametrize(("kind", "wanted", "rule"), RESTS)
def test_no_step_is_earlier_than_the_one_it_rests_on(kind: str, wanted: str, rule: str) -> None:
    found = breaks(until(kind), act(kind, BEFORE), rule)

    assert found.earliest_lawful == DAY
    assert until(kind).take(act(kind)).findings == ()


@pytest.mark.parametrize(("kind", "wanted", "rule"), RESTS)
def test_nor_at_another_sitting(kind: str, wanted: str, rule: str) -> None:
    case = until(kind)
    there = case.hall(AFTER, sitting=ELSEWHERE)

    found = breaks(case, act(kind, AFTER, sitting=ELSEWHERE), rule, hall=there)

    assert found.earliest_lawful is None
    assert case.take(act(kind, AFTER)).findings == ()  # The sitting goes on the next day.


def test_once_it_was_put_off_the_report_goes_on_at_the_sitting_of_its_new_day() -> None:
    case = Case().prepared().heard()
    case.take(act("adjourned"))
    there = case.hall(AFTER, sitting=ELSEWHERE)

    closing = act("debate_closed", AFTER, sitting=ELSEWHERE)

    assert case.take(closing, hall=there).findings == ()


def test_a_vote_on_the_results_is_not_before_the_day_of_the_report() -> None:
    case = until("report")
    case.take(act("question_received", about="take_note"))
    case.take(act("report", AFTER))
    case.take(act("debate_closed"), despite="a reason")

    found = breaks(case, opens("take_note"), "A57-6.08", verdict=Verdict.DISPUTED)

    assert found.earliest_lawful == AFTER
    assert "A57-6.08" not in {one.rule for one in case.judge(opens("take_note", AFTER)).findings}


@pytest.mark.parametrize(
    ("note", "appeal", "first"),
    [(DAY, BEFORE, "appeal"), (BEFORE, DAY, "take_note"), (DAY, DAY, "take_note")],
)
def test_as_received_is_by_the_days_of_receipt_and_then_as_entered(
    note: date, appeal: date, first: str
) -> None:
    case = Case().prepared().heard()
    case.take(act("question_received", note, about="take_note"))
    case.take(act("question_received", appeal, about="appeal", laws=["№ 1"]))
    case.take(act("debate_closed"))
    second = "appeal" if first == "take_note" else "take_note"

    breaks(case, opens(second), "A57-6.14")

    assert case.take(opens(first)).findings == ()
