"""What the model says of a vote that comes to count by a correction, beside another one."""

from datetime import date, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.walk.comparing import Outcome, Sending
from tests.walk.eras import ERAS
from tests.walk.leaving_open import leaves_open
from tests.walk.model_house import House, Sitting
from tests.walk.model_law import expect
from tests.walk.model_reports import Report
from tests.walk.model_votes import Round
from tests.walk.town import CHAMBERS, Town
from tests.walk.walking import Case, Done, Walk

DAY = date(2026, 3, 25)
NEXT = DAY + timedelta(days=1)
PLENARY, VOTE, OTHER = uuid4(), uuid4(), uuid4()


def house(*opened: UUID, closed_on: date | None = None) -> House:
    plenary = Sitting("mazhilis", "plenary", DAY, DAY, closed_on)
    return House("mazhilis", sittings={PLENARY: plenary}, opened=[*opened])


def report(here: House, vote: UUID, until: date | None, sitting: UUID = PLENARY) -> Report:
    told = Report(here)
    outcome = None if until is None else "adopted"
    nobody = frozenset[UUID]()
    one = Round(1, "A57-6.03", sitting, DAY, nobody, nobody, closed_on=until, outcome=outcome)
    told.rounds.held[vote] = one
    return told


def left_open(
    here: House, until: date | None, *, other: date | None, sitting: UUID = PLENARY
) -> bool:
    """The vote did not count, and now does, as open until then; the other one as until `other`."""
    case = Case("reports", uuid4(), Report(here))
    here.matters += [case.matter, report(here, OTHER, other, sitting)]
    return leaves_open(case, report(here, VOTE, until))


@pytest.mark.parametrize("until", [None, DAY, NEXT])
def test_it_is_not_left_open_beside_one_that_was_opened_since(until: date | None) -> None:
    assert left_open(house(VOTE, OTHER), None, other=until)


@pytest.mark.parametrize(("until", "left"), [(None, True), (NEXT, True), (DAY, False)])
def test_it_is_beside_an_earlier_one_only_while_that_is_open(
    until: date | None, *, left: bool
) -> None:
    assert left_open(house(OTHER, VOTE), None, other=until) is left


@pytest.mark.parametrize(("until", "left"), [(DAY, False), (NEXT, True)])
def test_it_may_count_as_one_that_was_closed_before_the_later_one(
    until: date, *, left: bool
) -> None:
    assert left_open(house(VOTE, OTHER), until, other=None) is left


@pytest.mark.parametrize(("until", "left"), [(DAY, False), (NEXT, True), (None, True)])
def test_it_does_not_outlast_its_sitting(until: date | None, *, left: bool) -> None:
    assert left_open(house(VOTE, OTHER, closed_on=DAY), until, other=DAY, sitting=uuid4()) is left


def test_a_vote_at_another_sitting_does_not_matter() -> None:
    assert not left_open(house(VOTE, OTHER), None, other=None, sitting=uuid4())


def test_a_vote_that_does_not_count_has_its_place_among_the_others() -> None:
    """By its entry; not by the correction that lets it count."""
    nobody: Any = None
    town = Town(ERAS[0], {one: House(one) for one in CHAMBERS})
    walk = Walk(town, nobody, Random(0))  # noqa: S311 -- dice, no secret
    case = Case("reports", uuid4(), Report(walk.town.houses["mazhilis"]))
    done = Done({"kind": "open_vote", "on": DAY, "sitting": PLENARY}, None, Sending(occurred=True))
    void: Any = SimpleNamespace(stands=lambda _despite: False)

    walk.judge(case, done, expect(unsettled=True), Outcome(void, seq=2, vote=VOTE))

    assert case.matter.house.opened == [VOTE]
