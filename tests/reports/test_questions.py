"""The two questions are put in the order of the Chamber, after the debate, on a report."""

from datetime import date

import pytest

from chamber.law.ruling import Breach, Verdict
from tests.reports.breaking import breaks
from tests.reports.case import DAY, PEOPLE, Case, act, opens, senate

V, INVALID = Breach.VOID, Verdict.INVALID


def test_of_w19_the_mazhilis_puts_the_questions_as_they_were_received() -> None:
    case = Case().prepared().heard()
    case.take(act("question_received", about="appeal", laws=["№ 1"]))
    case.take(act("question_received", about="take_note"))
    case.take(act("debate_closed"))
    breaks(case, opens("take_note"), "A57-6.14")
    assert case.voted("appeal", DAY, for_=70).adopted is True
    assert case.voted("take_note", DAY, for_=51).adopted is True
    for about in ("appeal", "take_note"):
        assert case.take(act("resolution", about=about)).findings == ()
    assert [one.decision for one in case.known().resolutions] == ["hear", "appeal", "take_note"]


def test_the_senate_puts_them_as_they_are_numbered_and_waits_for_nobody_to_ask() -> None:
    case = senate().prepared().heard()
    case.take(act("question_received", about="appeal", laws=["№ 1"]))
    case.take(act("debate_closed"))
    breaks(case, opens("appeal"), "A57-6.14")
    assert case.voted("take_note", DAY, for_=20).adopted is False
    assert case.voted("appeal", DAY, for_=34).adopted is True


def test_before_2020_the_mazhilis_too_put_them_as_they_are_numbered() -> None:
    case, day = Case(date(2016, 3, 2), 107, signatures=PEOPLE[:36]), date(2016, 3, 25)
    case.prepared(date(2016, 3, 11), day).heard(day)
    case.take(act("question_received", day, about="appeal", laws=["№ 1"]))
    case.take(act("debate_closed", day))
    breaks(case, opens("appeal", day), "A57-6.14")
    assert case.take(opens("take_note", day)).findings == ()


def test_what_was_not_received_is_not_put_to_the_vote_in_the_mazhilis() -> None:
    case = Case().prepared().heard()
    case.take(act("debate_closed"))
    breaks(case, opens("take_note"), "A57-6.14")
    case.take(act("question_received", about="take_note"))
    case.take(opens("take_note"))


def test_an_appeal_names_the_laws_that_were_not_carried_out() -> None:
    case = Case().prepared().heard()
    case.take(act("question_received", about="appeal"))
    case.take(act("debate_closed"))
    breaks(case, opens("appeal"), "A57-6.15")
    case.take(act("question_received", about="appeal", laws=["№ 1"]))
    case.take(opens("appeal"))


@pytest.mark.parametrize("about", ["take_note", "appeal"])
def test_a_vote_before_the_debate_ends_is_a_defect(about: str) -> None:
    case = Case().prepared().heard()
    case.take(act("question_received", about=about, laws=["№ 1"] if about == "appeal" else []))
    breaks(case, opens(about), "A57-6.14")
    case.take(act("debate_closed", date(2026, 3, 26)))
    assert breaks(case, opens(about), "A57-6.14").earliest_lawful == date(2026, 3, 26)
    case.take(opens(about, date(2026, 3, 26)))


@pytest.mark.parametrize("about", ["take_note", "appeal"])
def test_without_a_decision_to_hear_there_is_nothing_to_vote_on(about: str) -> None:
    breaks(Case(), opens(about), "A57-6.03", V)


def test_an_appeal_that_names_no_laws_is_told_of_as_soon_as_it_is_received() -> None:
    case = Case().prepared().heard()

    ruling = case.take(act("question_received", about="appeal"))

    [found] = ruling.findings
    assert (found.rule, found.breach, found.verdict) == ("A57-6.15", Breach.INFORMS, INVALID)
    assert case.known().defects == ()
    assert case.take(act("question_received", about="appeal", laws=["№ 1"])).findings == ()
    assert case.take(act("question_received", about="take_note")).findings == ()
