"""The acts that the order of a matter of immunity leaves open."""

from chamber.immunity.rules import next_acts
from tests.immunity.case import DAY, DETENTION, RECEIVED, Case, act


def test_the_acts_that_the_order_leaves_open() -> None:
    case, always = Case(), ["information_request", "told", "attendance"]

    assert next_acts(case.known()) == ["forwarding", *always, "measure_taken"]
    case.take(act("forwarding", RECEIVED))
    assert next_acts(case.known()) == ["conclusion", *always, "measure_taken"]
    case.take(act("conclusion", RECEIVED))
    case.told_of(DAY)
    assert next_acts(case.known()) == [*always, "open_vote", "measure_taken"]
    case.take(act("open_vote"))
    assert next_acts(case.known()) == [*always, "close_vote", "measure_taken"]
    case.counted(60)
    assert "resolution" in next_acts(case.known())
    case.take(act("resolution"))
    assert next_acts(case.known()) == ["resolution_days", "measure_taken"]


def test_after_a_motion_of_deputies_nothing_is_open() -> None:
    case = Case(opened=False)
    case.tell(act("submission", RECEIVED, submitted_by="deputies"))

    assert next_acts(case.known()) == ["measure_taken"]


def test_while_a_vote_is_open_no_other_is_offered() -> None:
    case = Case(measures=[DETENTION, {"measure": "custody"}]).prepared()
    case.take(act("open_vote"))
    assert "open_vote" not in next_acts(case.known())
    case.counted(60)
    told = next_acts(case.known())
    assert told.index("resolution") < told.index("open_vote") < told.index("measure_taken")
