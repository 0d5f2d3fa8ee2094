"""A resolution of its own gives or refuses the consent to each measure; then it may be taken."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.immunity.case import DAY, DETENTION, Case, act, breaks

VOID = Breach.VOID
CUSTODY: dict[str, Any] = {"measure": "custody"}
LATER = date(2026, 3, 12)


def voted(for_: int) -> Case:
    case = Case().prepared()
    case.voted(for_)
    return case


# A57-4.02: the resolution says what the vote has decided, and says it once.


@pytest.mark.parametrize(("for_", "decision"), [(50, "consent"), (49, "refuse")])
def test_the_resolution_follows_the_vote(for_: int, decision: str) -> None:
    case = voted(for_)

    ruling = case.take(act("resolution", decision=decision))

    (one,) = case.known().resolutions
    assert (ruling.rule, ruling.verdict) == ("A57-4.02", Verdict.VALID)
    assert (one.subject, one.decision, one.vote) == (1, decision, case.known().rounds[0].vote)


@pytest.mark.parametrize(("for_", "decision"), [(50, "refuse"), (49, "consent")])
def test_one_that_disagrees_with_the_vote_is_no_act_in_law(for_: int, decision: str) -> None:
    breaks(voted(for_), act("resolution", decision=decision), "A57-4.02", VOID)


def test_no_resolution_comes_before_its_vote() -> None:
    case = Case().prepared()

    breaks(case, act("resolution"), "A57-4.02", VOID)
    case.take(act("open_vote"))
    breaks(case, act("resolution"), "A57-4.02", VOID)


def test_nor_on_a_day_before_it() -> None:
    found = breaks(voted(60), act("resolution", date(2026, 3, 10)), "A57-4.02", VOID)

    assert found.earliest_lawful == DAY


def test_a_measure_has_one_resolution() -> None:
    case = voted(60)
    case.take(act("resolution"))

    breaks(case, act("resolution", LATER), "A57-4.02", VOID)


def test_nobody_can_be_held_for_what_was_not_asked() -> None:
    found = breaks(voted(60), act("resolution", **CUSTODY), "A57-4.02", VOID)

    assert found.sentence.en == (
        "Consent to the deputy's custody was not asked for: the Chamber decides only on the "
        "measures that the submission names."
    )


def test_the_vote_on_one_measure_is_no_consent_to_another() -> None:
    case = Case(measures=[DETENTION, CUSTODY]).prepared()
    case.voted(60)

    breaks(case, act("resolution", **CUSTODY), "A57-4.02", VOID)


def test_the_last_round_that_counts_decides() -> None:
    case = voted(60)
    again: dict[str, Any] = {"reason": "техникалық ақау", "repeat": {"for": 60, "against": 0}}
    case.voted(40, **again)

    breaks(case, act("resolution"), "A57-4.02", VOID)
    assert case.take(act("resolution", decision="refuse")).verdict is Verdict.VALID


def test_while_the_measure_is_voted_on_again_nothing_is_resolved() -> None:
    case = voted(60)
    again: dict[str, Any] = {"reason": "техникалық ақау", "repeat": {"for": 60, "against": 0}}
    case.take(act("open_vote", **again))

    breaks(case, act("resolution"), "A57-4.02", VOID)


# F-2.11: its later days.


def test_a_resolution_is_signed_published_and_sent() -> None:
    case = voted(60)
    case.take(act("resolution"))
    days = {"signed_on": DAY, "published_on": LATER, "sent_on": LATER}

    case.take(act("resolution_days", LATER, **days))

    assert case.known().resolutions[0].sent_on == LATER
    with pytest.raises(Impossible, match=r"^sent_on: 2026-03-13 is after the day of this act"):
        case.take(act("resolution_days", LATER, sent_on=date(2026, 3, 13)))


@pytest.mark.parametrize("measure", ["detention", "custody"])
def test_what_was_not_resolved_has_no_such_days(measure: str) -> None:
    asked = act("resolution_days", LATER, measure=measure, signed_on=DAY)

    breaks(voted(60), asked, "F-2.11", VOID)


# A57-4.04 and 4.05: no measure without consent, unless none is needed.


def test_a_measure_that_was_agreed_to_may_be_taken() -> None:
    case = voted(60)
    case.take(act("resolution"))

    ruling = case.take(act("measure_taken"))

    assert (ruling.rule, ruling.findings) == ("A57-4.04", ())


@pytest.mark.parametrize("on", [date(2026, 3, 10), date(2026, 3, 1)])
def test_before_the_consent_it_was_taken_without(on: date) -> None:
    case = voted(60)
    case.take(act("resolution"))

    ruling = case.take(act("measure_taken", on))

    (found,) = ruling.findings
    assert (found.rule, found.breach, found.verdict) == (
        "A57-4.04", Breach.INFORMS, Verdict.INVALID,
    )  # fmt: skip
    assert found.sentence.ru == "Мера применена без согласия Палаты."


def test_consent_to_one_measure_is_none_to_another() -> None:
    case = voted(60)
    case.take(act("resolution"))

    assert case.take(act("measure_taken", **CUSTODY)).verdict is Verdict.INVALID


def test_after_a_refusal_it_was_taken_without_consent() -> None:
    case = voted(49)
    case.take(act("resolution", decision="refuse"))

    assert case.take(act("measure_taken")).verdict is Verdict.INVALID


def test_at_the_scene_of_the_crime_no_consent_is_needed() -> None:
    ruling = Case().take(act("measure_taken", exception="scene_of_crime"))

    assert ruling.verdict is Verdict.VALID
    assert ruling.findings[0].sentence.kk == (
        "Бұл шараға Палатаның келісімі қажет емес: депутат қылмыс орнында ұсталған."
    )


def test_nor_once_the_mandate_is_over() -> None:
    ruling = Case().take(act("measure_taken"), holds=False)

    assert [one.rule for one in ruling.findings] == ["A57-4.06"]
    assert ruling.verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("on", "verdict"),
    [(date(2014, 12, 31), Verdict.VALID), (date(2015, 1, 1), Verdict.INVALID)],
)
def test_detention_needs_consent_since_2015(on: date, verdict: Verdict) -> None:
    case = Case(on=date(2014, 12, 1), measures=[CUSTODY])

    assert case.take(act("measure_taken", on)).verdict is verdict
