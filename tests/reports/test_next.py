"""What is offered next: what leads on, and nothing that was done or cannot be done yet."""

from chamber.reports.rules import next_acts
from tests.reports.case import DAY, DECIDED, Case, act, opens


def offered(case: Case) -> list[str]:
    return next_acts(case.known())


def test_after_a_vote_that_was_adopted_the_resolution_comes_before_another_vote() -> None:
    case = Case()
    case.voted("hear", DECIDED, for_=60)
    told = offered(case)
    assert told.index("resolution") < told.index("open_vote")


def test_while_a_vote_is_open_none_is_offered() -> None:
    case = Case().prepared().debated()
    case.take(opens("take_note"))
    assert "close_vote" in offered(case)
    assert "open_vote" not in offered(case)
    case.take(
        act("close_vote", vote=case.known().rounds[-1].vote, totals={"for": 60, "against": 1})
    )
    assert "open_vote" in offered(case)


def test_a_rapporteur_who_was_named_and_a_commission_that_was_formed_are_not_offered_again() -> (
    None
):
    case = Case().decided()
    assert {"rapporteur", "commission"} <= set(offered(case))
    case.take(act("rapporteur"))
    assert "rapporteur" not in offered(case)
    case.take(act("commission"))
    assert "commission" not in offered(case)


def test_a_report_that_was_put_off_waits_for_its_new_day() -> None:
    case = Case().prepared()
    case.take(act("opening_word"))
    case.take(act("adjourned"))
    assert "set_date" in offered(case)
    assert not {"opening_word", "attendance", "question_received", "adjourned"} & set(offered(case))
    case.take(act("set_date", heard_on=DAY))
    assert "opening_word" in offered(case)


def test_the_debate_on_a_report_that_was_heard_needs_no_new_day() -> None:
    case = Case().prepared().heard()
    case.take(act("adjourned"))
    assert {"question", "debate_closed"} <= set(offered(case))
