"""The Chamber decides to hear, sets the day and the limits, and tells the member in writing."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Unlawful
from chamber.reports.facts import Body
from tests.reports.breaking import breaks
from tests.reports.case import (
    DAY,
    DECIDED,
    LIMITS,
    PEOPLE,
    STRANGER,
    Case,
    act,
)

V = Breach.VOID


def resolution(about: str = "hear", on: date = DECIDED, **more: Any) -> Any:
    told = {"heard_on": DAY, "limits": LIMITS} if about == "hear" else {}
    return act("resolution", on, about=about, **told | more)


def test_the_chamber_decides_by_a_majority_of_its_seats() -> None:
    assert Case().voted("hear", DECIDED, for_=50).adopted is True
    assert Case().voted("hear", DECIDED, for_=49).adopted is False


def test_a_resolution_follows_the_vote_that_was_adopted() -> None:
    breaks(Case(), resolution(), "F-2.11", V)
    case = Case()
    case.voted("hear", DECIDED, for_=49)
    breaks(case, resolution(), "F-2.11", V)
    case = Case()
    case.voted("hear", DECIDED, for_=50)
    early = breaks(case, resolution(on=date(2026, 3, 10)), "F-2.11", V)
    assert early.earliest_lawful == DECIDED
    case.take(resolution())
    breaks(case, resolution(), "F-2.11", V)


def test_nothing_is_resolved_while_the_vote_is_open() -> None:
    case = Case()
    case.take(act("open_vote", DECIDED, about="hear"))
    breaks(case, resolution(), "F-2.11", V)
    breaks(case, act("open_vote", DECIDED, about="hear"), "A57-6.03", V)


def test_what_is_resolved_is_not_voted_on_again() -> None:
    asked = act(
        "open_vote", DAY, about="hear", reason="Қате", repeat={"for": 60, "against": 0}
    )  # fmt: skip
    breaks(Case().decided(), asked, "F-2.11", V)


@pytest.mark.parametrize("lacks", ["heard_on", "limits"])
def test_the_decision_sets_the_day_and_the_limits(lacks: str) -> None:
    case = Case()
    case.voted("hear", DECIDED, for_=60)
    without: dict[str, Any] = {lacks: None}
    breaks(case, resolution(**without), "A57-6.04")


def test_limits_without_a_minute_are_none() -> None:
    case = Case()
    case.voted("hear", DECIDED, for_=60)
    breaks(case, resolution(limits={}), "A57-6.04")
    case.take(resolution(limits={"questions": 20}))


def test_the_limit_of_a_report_in_the_mazhilis_is_half_an_hour() -> None:
    case = Case()
    case.voted("hear", DECIDED, for_=60)
    breaks(case, resolution(limits={"report": 31}), "A57-6.12")
    case.take(resolution(limits={"report": 30}))
    senate = Case(seats=50, chamber="senate", signatures=PEOPLE[:17])
    senate.voted("hear", DECIDED, for_=26)
    senate.take(resolution(limits={"report": 31}))


def test_only_the_decision_to_hear_sets_a_day_and_not_one_that_is_past() -> None:
    case = Case()
    case.voted("hear", DECIDED, for_=60)
    with pytest.raises(Impossible, match="heard_on"):
        case.take(resolution(heard_on=date(2026, 3, 10)))
    with pytest.raises(Impossible, match="limits"):
        case.take(act("resolution", about="take_note", limits=LIMITS))


def test_the_rapporteur_is_one_of_the_group() -> None:
    case = Case().decided()
    breaks(case, act("rapporteur", deputy=PEOPLE[40]), "A57-6.06")
    case.take(act("withdrawal", deputy=PEOPLE[2]))
    breaks(case, act("rapporteur", deputy=PEOPLE[2]), "A57-6.06")
    case.take(act("rapporteur", deputy=PEOPLE[3]))
    assert case.known().rapporteur is not None


def test_the_rapporteur_is_a_deputy_still() -> None:
    breaks(Case().decided(), act("rapporteur"), "A57-6.06", speaks=False)
    Case().decided().take(act("rapporteur"))


def test_the_rapporteur_is_named_by_a_majority_of_the_seats() -> None:
    case = Case().decided()
    assert case.take(act("rapporteur", tally={"for": 49, "against": 0})).adopted is False
    assert case.known().rapporteur is None
    case.take(act("rapporteur", tally={"for": 50, "against": 0}))
    assert case.known().rapporteur is not None
    with pytest.raises(Impossible, match="tally"):
        case.take(act("rapporteur", tally={"for": 99, "against": 0}))


def test_the_commission_is_of_this_chamber_and_of_initiators() -> None:
    case = Case().decided()
    for chamber, kind in (("senate", "commission"), ("mazhilis", "committee")):
        body = Body(chamber=chamber, kind=kind, members=PEOPLE[:3])
        breaks(case, act("commission"), "A57-6.09", body=body)
    mixed = Body(chamber="mazhilis", kind="commission", members=(*PEOPLE[:3], STRANGER))
    assert breaks(case, act("commission"), "A57-6.09", body=mixed).numbers == (("others", 1),)
    nobody = Body(chamber="mazhilis", kind="commission", members=())
    breaks(case, act("commission"), "A57-6.09", body=nobody)
    case.take(act("commission"))
    assert case.known().commission is not None


def test_a_decision_by_show_of_hands_is_taken_at_an_open_sitting_with_a_quorum() -> None:
    case = Case().decided()
    closed = case.hall(DAY, opened_on=None)
    breaks(case, act("rapporteur"), "A57-6.06", hall=closed)
    few = act("rapporteur", tally={"for": 60, "against": 0})
    breaks(case, few, "A57-8.09", V, registered=65)
    case.take(few, registered=66)


def test_another_day_needs_a_decision_to_hear() -> None:
    breaks(Case(), act("set_date", heard_on=DAY), "A57-6.03", V)
    case = Case().decided()
    case.take(act("set_date", heard_on=date(2026, 4, 1), tally={"for": 49, "against": 0}))
    assert case.known().days[0].heard_on == DAY
    case.take(act("set_date", heard_on=date(2026, 4, 1)))
    assert case.known().days[0].heard_on == date(2026, 4, 1)
    with pytest.raises(Impossible, match="heard_on"):
        case.take(act("set_date", heard_on=date(2026, 3, 24)))


def test_what_was_decided_unlawfully_is_never_heard() -> None:
    case = Case()
    with pytest.raises(Unlawful):
        case.take(act("opening_word"), despite="a reason")
