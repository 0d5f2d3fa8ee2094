"""Before the sitting: each rule kept, and each rule broken."""

from datetime import date

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.immunity.case import CONCLUDED, DAY, FORWARDED, RECEIVED, Case, act, borne, breaks

EARLY = date(2026, 3, 1)  # The day before the receipt.


# A57-4.23: the Chamber forwards the submission to the Commission, which gives its conclusion.


def test_the_submission_is_forwarded_on_the_day_of_its_receipt() -> None:
    ruling = Case().take(act("forwarding", RECEIVED))

    assert (ruling.rule, ruling.verdict) == ("A57-4.23", Verdict.VALID)


def test_nothing_is_forwarded_before_it_has_arrived() -> None:
    found = breaks(Case(), act("forwarding", EARLY), "A57-4.23")

    assert found.earliest_lawful == RECEIVED


def test_it_is_forwarded_once() -> None:
    case = Case()
    case.take(act("forwarding", FORWARDED))

    breaks(case, act("forwarding", DAY), "A57-4.23")


def test_the_conclusion_may_arrive_on_the_day_of_the_forwarding() -> None:
    case = Case()
    case.take(act("forwarding", FORWARDED))

    assert case.take(act("conclusion", FORWARDED)).verdict is Verdict.VALID


def test_no_conclusion_is_given_on_what_was_not_forwarded() -> None:
    found = breaks(Case(), act("conclusion", CONCLUDED), "A57-4.23")

    assert found.sentence.kk == (
        "Бұл кезеңге көшуге әлі болмайды: "
        "алдымен ұсыныс Орталық сайлау комиссиясына жолдануға тиіс."
    )


def test_no_conclusion_is_given_before_the_forwarding() -> None:
    case = Case()
    case.take(act("forwarding", FORWARDED))

    found = breaks(case, act("conclusion", RECEIVED), "A57-4.23")

    assert found.earliest_lawful == FORWARDED


def test_one_conclusion_is_given() -> None:
    case = Case().prepared()

    breaks(case, act("conclusion", DAY, favours=False), "A57-4.23")


@pytest.mark.parametrize("favours", [True, False])
def test_the_content_of_the_conclusion_breaks_nothing(favours: bool) -> None:
    assert Case().prepared(favours=favours).known().defects == ()


# A57-4.26: more information may be demanded, and no clock stops for it.


def test_more_information_may_be_demanded_and_stops_no_clock() -> None:
    ruling = Case().take(act("information_request", RECEIVED))

    assert ruling.verdict is Verdict.VALID
    assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-4.26", Breach.INFORMS)]


def test_no_information_is_demanded_on_what_has_not_arrived() -> None:
    breaks(Case(), act("information_request", EARLY), "A57-4.26")


def test_a_request_is_answered_once() -> None:
    case = Case()
    case.take(act("information_request", FORWARDED))

    assert case.take(act("information", FORWARDED)).verdict is Verdict.VALID
    breaks(case, act("information", DAY), "A57-4.26")


def test_an_answer_has_its_request_and_comes_after_it() -> None:
    case = Case()
    case.take(act("information_request", FORWARDED))

    with pytest.raises(Impossible, match=r"^request: there is no request 2 here"):
        case.take(act("information", request=2))
    with pytest.raises(Impossible, match=r"^on: 2026-03-02 is before 2026-03-03"):
        case.take(act("information", RECEIVED))


# A57-4.27: the deputy is told of the day.


@pytest.mark.parametrize("on", [RECEIVED, DAY])
def test_the_deputy_is_told_by_the_day_of_the_sitting(on: date) -> None:
    ruling = Case().take(act("told", on, sitting_on=DAY))

    assert (ruling.rule, ruling.verdict) == ("A57-4.27", Verdict.VALID)


def test_whoever_is_told_the_day_after_was_told_too_late() -> None:
    asked = act("told", date(2026, 3, 12), sitting_on=DAY)

    found = breaks(Case(), asked, "A57-4.27", verdict=Verdict.DISPUTED)

    assert found.sentence.kk == (
        "Депутатқа отырыс күні өткеннен кейін хабарланған: отырыс күні — 2026 жылғы 11 наурыз."
    )


def test_nobody_is_told_of_what_has_not_arrived() -> None:
    breaks(Case(), act("told", EARLY), "A57-4.27")


def test_a_defect_before_the_sitting_is_one_of_the_whole_matter() -> None:
    case = Case()

    case.take(act("conclusion", CONCLUDED), despite="a reason")

    assert case.known().defects == ("A57-4.23",)
    assert borne(case) == {"A57-4.23"}
