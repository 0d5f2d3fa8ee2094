"""A vote that was not opened lawfully is counted where it was held, and decides nothing."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chamber.appointments.acts import OpenVote
from chamber.appointments.rules.results import round_of
from chamber.law.ruling import Breach, Ruling
from chamber.record.votes.facts import Method
from chamber.record.votes.place import later
from chamber.record.votes.rounds import Void, void
from tests.appointments.case import DAY, Case, act, breaks, hall

TOMORROW = date(2026, 3, 26)


def unlawful(case: Case, **more: Any) -> Void:
    """What was told of a vote on a candidate who was never announced."""
    told = act("open_vote", **more)
    assert isinstance(told, OpenVote)
    ruling = case.judge(told)
    assert not ruling.stands("a reason")
    found = void(lambda: round_of("mazhilis", told, case.given(told)), ruling)
    assert found is not None
    return found


def counted(case: Case, vote: Void, **more: Any) -> Ruling:
    totals = {"for": 60, "against": 2}
    closing = act("close_vote", vote=vote.vote.vote, totals=totals)
    return case.judge(closing, void=vote, **more)


def of_two(case: Case) -> Void:
    return unlawful(case, candidates=[1, 2])


def test_it_is_counted_and_opens_nothing() -> None:
    case = Case().announced(1, 2)

    ruling = counted(case, of_two(case))

    assert (ruling.count, ruling.needed) == (60, 50)
    assert not ruling.stands("a reason")


@pytest.mark.parametrize(
    "elsewhere", [{"kind": "committee"}, {"chamber": "senate", "registered": 50}]
)
def test_at_a_sitting_of_others_nobody_s_votes_are_counted(elsewhere: dict[str, Any]) -> None:
    case = Case().announced(1, 2)

    ruling = counted(case, of_two(case), hall=hall(**elsewhere))

    assert ruling.count is None
    assert not ruling.stands("a reason")


def test_a_vote_of_which_nothing_was_told_cannot_be_closed() -> None:
    case = Case().announced(1, 2)
    vote = of_two(case)
    unknown = act("close_vote", vote=UUID(int=999), totals={"for": 60, "against": 2})

    assert case.judge(unknown).count is None
    assert counted(case, vote, closing=None).count is None
    assert any(one.breach is Breach.VOID for one in case.judge(unknown).findings)


def test_what_was_told_of_another_vote_does_not_touch_one_that_stands() -> None:
    case = Case().announced(1, 2)
    other = of_two(case)
    case.take(act("open_vote"))
    vote = case.known().rounds[0].vote

    closing = act("close_vote", vote=vote, totals={"for": 60, "against": 2})
    assert case.judge(closing, void=other).stands(None)


@pytest.mark.parametrize(
    ("method", "kept"),
    [("ballots", Method.TOTALS), ("totals", Method.TOTALS), ("protocol", Method.PROTOCOL)],
)
def test_nobody_could_cast_a_ballot_in_it(method: str, kept: Method) -> None:
    case = Case().announced(1, 2)

    assert unlawful(case, candidates=[1, 2], method=method).vote.method is kept


def test_a_day_that_would_cure_an_act_comes_after_it() -> None:
    assert later(DAY, TOMORROW) == TOMORROW
    assert later(DAY, date(2026, 3, 27), TOMORROW, None) == TOMORROW
    for day in (DAY, date(2026, 3, 24), None):
        assert later(DAY, day) is None
    assert later(DAY, DAY, TOMORROW) is None


def test_where_nobody_is_registered_nobody_is_known_to_be_away() -> None:
    case = Case().announced()

    assert case.judge(act("opinion"), hall=hall(registered=0)).findings == ()
    breaks(case, act("opinion"), "A57-1.12", hall=hall(present=hall().present[2:], registered=96))


def test_leaving_an_office_is_of_the_rule_that_tells_its_term() -> None:
    case = Case(body="cec")

    assert case.judge(act("left_office", date(2026, 7, 1))).rule == "A57-1.02"
