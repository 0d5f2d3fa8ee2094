"""The two weeks ask for the measures of the submission, each once (A57-4.25)."""

from datetime import date
from typing import Any

from chamber.immunity.rules import due
from chamber.law.ruling import Breach, Ruling, Verdict
from tests.immunity.case import DAY, Case, act, breaks, hall

LATE = date(2026, 4, 1)
CUSTODY: dict[str, Any] = {"measure": "custody"}
AGAIN: dict[str, Any] = {"reason": "Қате", "repeat": {"for": 60, "against": 1}}


def voted(case: Case, on: date, despite: str | None = None, **more: Any) -> tuple[Ruling, Ruling]:
    case.hall = hall(case.chamber, on)
    case.take(act("attendance", on, wished=True))
    opening = case.take(act("open_vote", on, **more), despite)
    return opening, case.counted(60)


def late(*rulings: Ruling) -> list[str]:
    return [one.rule for ruling in rulings for one in ruling.findings if one.rule == "A57-4.25"]


def test_to_vote_again_after_a_decision_in_time_is_not_late() -> None:
    case = Case().prepared()
    voted(case, DAY)

    assert late(*voted(case, LATE, **AGAIN)) == []
    assert late(case.take(act("resolution", LATE))) == []
    assert due(case.known())[0].done_on == DAY


def test_to_vote_again_after_a_late_decision_is_as_late_as_that_was() -> None:
    case = Case().prepared()
    voted(case, LATE)

    assert late(*voted(case, date(2026, 4, 2), **AGAIN)) == ["A57-4.25"] * 2
    assert due(case.known())[0].done_on == LATE


def test_after_an_annulled_vote_nothing_was_decided_yet() -> None:
    case = Case().prepared()
    case.take(act("open_vote"))
    vote = case.known().rounds[-1].vote
    totals = {"for": 60, "against": 1}
    case.take(act("close_vote", vote=vote, totals=totals, annulled=True), "a reason")

    assert due(case.known())[0].done_on is None
    assert late(*voted(case, LATE, reason="Қате")) == ["A57-4.25"] * 2


def test_a_measure_that_was_not_asked_for_is_no_part_of_what_was_to_be_considered() -> None:
    case = Case().prepared()
    voted(case, DAY)

    voted(case, LATE, despite="a reason", **CUSTODY)

    (told,) = due(case.known())
    assert told.done_on == DAY
    assert told.timing is not None
    assert told.timing.verdict is Verdict.VALID


def test_a_vote_that_is_not_open_offends_the_rule_of_the_vote() -> None:
    case = Case().prepared()
    voted(case, DAY)
    vote = case.known().rounds[-1].vote

    closing = act("close_vote", vote=vote, totals={"for": 60, "against": 1})

    breaks(case, closing, "A57-4.28", Breach.VOID)
