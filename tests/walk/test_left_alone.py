"""Which cases a walk leaves to the audit when it is found out who was in office."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from tests.walk.comparing import Sending
from tests.walk.model_house import House
from tests.walk.model_reports import Report
from tests.walk.walking import Case, Done

DAY = date(2026, 3, 25)


@pytest.mark.parametrize(("since", "left"), [(DAY, True), (DAY + timedelta(days=1), False)])
def test_a_vote_that_did_not_count_may_count_once_the_record_is_put_right(
    since: date, *, left: bool
) -> None:
    """It has occurred below the quorum, and one who was there is found to be a deputy."""
    case = Case("reports", uuid4(), Report(House("mazhilis")))
    vote = {"kind": "open_vote", "on": DAY, "sitting": uuid4()}
    case.story.append(Done(vote, None, Sending(occurred=True), vote=uuid4()))

    assert case.matter.rounds.held == {}
    assert case.has_voted(since) is left


def test_a_vote_that_the_record_has_open_is_open_at_its_sitting() -> None:
    case, sitting = Case("reports", uuid4(), Report(House("mazhilis"))), uuid4()
    told = {"subject": 1, "rule": "A57-6.03", "opened_on": DAY, "electorate": (), "closed_on": None}
    kept = SimpleNamespace(vote=uuid4(), sitting=sitting, outcome=None, **told)

    case.matter.rounds.take_over([kept])

    assert case.matter.open_at(sitting) == 1
    assert case.matter.house.opened == [kept.vote]
