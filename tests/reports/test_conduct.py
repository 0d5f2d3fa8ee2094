"""What has happened is entered without a reason, and told of the votes and resolutions after it."""

from typing import Any

import pytest

from chamber.law.ruling import Breach, Verdict
from tests.reports.case import DAY, FACTION, LIMITS, PEOPLE, Case, act, senate
from tests.reports.test_floor import ONE

DISPUTED, VALID = Verdict.DISPUTED, Verdict.VALID
I = Breach.INFORMS  # noqa: E741 -- as the catalogue has it
GROUP: dict[str, Any] = {"for_group": "Ауыл"}


def told(case: Case) -> list[tuple[Verdict | None, list[str]]]:
    """Of the vote on taking note, from its opening to its resolution."""
    case.take(act("question_received", about="take_note"))
    case.take(act("debate_closed"))
    opening = case.take(act("open_vote", about="take_note"))
    vote = case.known().rounds[-1].vote
    closing = case.take(act("close_vote", vote=vote, totals={"for": 50, "against": 0}))
    rulings = (opening, closing, case.take(act("resolution", about="take_note")))
    assert {one.breach for ruling in rulings for one in ruling.findings} <= {I}
    return [(one.verdict, [found.rule for found in one.findings]) for one in rulings]


def reporting(minutes: int = 30) -> Case:
    case = Case().decided(limits=LIMITS | {"report": None})
    case.take(act("rapporteur"))
    case.take(act("commission"))
    case.notified(DAY, DAY)
    for kind in ("opening_word", "attendance", "reasons"):
        case.take(act(kind))
    case.take(act("report", minutes=minutes))
    return case


def test_where_nothing_has_happened_nothing_is_told() -> None:
    assert told(reporting()) == [(VALID, [])] * 3


def test_a_report_of_ninety_minutes_was_heard_and_is_told_of_its_votes() -> None:
    case = reporting(90)

    assert case.take(act("question")).findings == ()
    assert told(case) == [(DISPUTED, ["A57-6.12"])] * 3


@pytest.mark.parametrize("refused", [GROUP, {"for_faction": FACTION}, {}])
def test_the_floor_that_was_refused_is_told_of_the_votes(refused: dict[str, Any]) -> None:
    case = reporting()
    case.take(act("question", admitted=False, **refused), body=ONE)

    assert told(case) == [(DISPUTED, ["A57-6.13"])] * 3


def test_whoever_was_given_the_floor_after_all_was_given_it() -> None:
    case = reporting()
    case.take(act("question", admitted=False, **GROUP))
    case.take(act("opinion", **GROUP))

    assert told(case) == [(VALID, [])] * 3
    assert case.known().steps[4].speaker == PEOPLE[2]


def test_documents_that_were_never_shown_are_told_of_the_votes() -> None:
    case = reporting()
    case.take(act("access", granted=False))

    assert told(case) == [(DISPUTED, ["A57-6.07"])] * 3


def test_documents_that_were_shown_after_all_were_shown() -> None:
    case = reporting()
    case.take(act("access", granted=False))
    case.take(act("access"))

    assert told(case) == [(VALID, [])] * 3


def test_a_long_report_in_the_senate_is_no_longer_than_it_may_be() -> None:
    case = senate().prepared()
    for kind in ("opening_word", "attendance", "reasons"):
        case.take(act(kind))
    case.take(act("report", minutes=90))

    assert "A57-6.12" not in {rule for _, rules in told(case) for rule in rules}
