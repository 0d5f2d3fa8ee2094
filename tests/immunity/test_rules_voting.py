"""What the law demands of the vote on a measure: each rule kept, and each rule broken."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Ruling, Verdict
from tests.immunity.case import (
    DAY,
    DEPUTY,
    DETENTION,
    MEMBERS,
    RECEIVED,
    Case,
    act,
    breaks,
    hall,
)

VOID = Breach.VOID
CUSTODY: dict[str, Any] = {"measure": "custody"}


def rules(ruling: Ruling) -> list[str]:
    return [one.rule for one in ruling.findings]


# A57-4.23 and 4.21: after the conclusion (W-25); it binds nobody.


def test_after_the_conclusion_the_chamber_may_vote() -> None:
    ruling = Case().prepared().take(act("open_vote"))

    assert (ruling.rule, ruling.verdict, ruling.findings) == ("A57-4.02", Verdict.VALID, ())


def test_on_the_day_of_the_conclusion_too() -> None:
    assert Case().prepared(DAY).take(act("open_vote")).verdict is Verdict.VALID


@pytest.mark.parametrize("forwarded", [RECEIVED, DAY])
def test_w_25_a_vote_before_the_conclusion_is_a_defect(forwarded: date) -> None:
    case = Case().told_of(DAY)
    case.take(act("forwarding", forwarded))

    found = breaks(case, act("open_vote"), "A57-4.23")

    assert "A57-4.21" not in rules(case.judge(act("open_vote")))
    assert found.sentence.ru == (
        "Перейти к этому этапу еще нельзя: "
        "сначала должно поступить заключение Центральной избирательной комиссии."
    )


def test_w_25_a_conclusion_of_the_next_day_is_told_as_the_earliest() -> None:
    case = Case().prepared(date(2026, 3, 8)).told_of(date(2026, 3, 7))

    found = breaks(case, act("open_vote", date(2026, 3, 7)), "A57-4.23")

    assert found.earliest_lawful == date(2026, 3, 8)


def test_what_was_never_forwarded_nobody_has_prepared() -> None:
    breaks(Case().told_of(DAY), act("open_vote"), "A57-4.21")


def test_a_conclusion_against_consent_binds_nobody() -> None:
    case = Case().prepared(favours=False)

    ruling = case.take(act("open_vote"))

    assert (ruling.verdict, rules(ruling)) == (Verdict.VALID, ["A57-4.23"])
    assert case.counted(60).adopted is True


# A57-4.22: consent covers only the measures that were asked for, each by its own vote.


def test_a_measure_that_was_not_asked_for_is_not_voted_on() -> None:
    found = breaks(Case().prepared(), act("open_vote", **CUSTODY), "A57-4.22")

    assert found.sentence.kk == (
        "Депутатты қамауда ұстауға келісім сұралмаған: "
        "Палата ұсыныста көрсетілген шаралар бойынша ғана шешім қабылдайды."
    )


def test_despite_a_recorded_reason_it_is_and_is_known_for_ever_as_not_asked() -> None:
    case = Case().prepared()

    case.take(act("open_vote", **CUSTODY), despite="a reason")
    ruling = case.counted(60)

    told = case.known().measures[1]
    assert (told.asked, told.defects) == (False, ("A57-4.22",))
    assert case.known().rounds[0].subject == 2
    assert (ruling.adopted, ruling.verdict) == (True, Verdict.DISPUTED)


def test_each_measure_has_its_own_vote_and_its_own_sentence() -> None:
    case = Case(measures=[DETENTION, CUSTODY]).prepared()

    first, second = case.voted(60), case.voted(40, 50, **CUSTODY)

    assert first.sentence.ru == (
        "Согласие на задержание депутата дано: «за» — 60, требуется не менее 50 "
        "(большинство от 98)."
    )
    assert second.sentence.en == (
        "Consent to the deputy's custody was refused: 40 for; at least 50 of 98 are needed "
        "(a majority). 10 votes short."
    )
    assert [one.subject for one in case.known().rounds] == [1, 2]


def test_a_second_vote_on_a_measure_does_not_open_while_one_is_open() -> None:
    case = Case().prepared()
    case.take(act("open_vote"))

    breaks(case, act("open_vote", reason="again"), "A57-4.22", VOID)


def test_after_its_resolution_a_measure_is_not_voted_on_again() -> None:
    case = Case().prepared()
    case.voted(60)
    case.take(act("resolution"))

    breaks(case, act("open_vote", reason="again"), "A57-4.28", VOID)


# A57-4.06: immunity lasts for the term of office.


def test_of_one_who_is_a_deputy_no_longer_nothing_is_decided() -> None:
    case = Case().prepared()
    case.electorate = tuple(one for one in case.electorate if one != DEPUTY["mazhilis"])

    breaks(case, act("open_vote"), "A57-4.06")


# Where and when the Chamber votes: its own plenary sitting, open, with a quorum.


def test_another_chamber_decides_nothing() -> None:
    breaks(Case().prepared(), act("open_vote"), "A57-0.01", VOID, hall=hall("senate"))


def test_a_committee_decides_nothing_either() -> None:
    breaks(Case().prepared(), act("open_vote"), "A57-4.02", hall=hall(kind="committee"))


@pytest.mark.parametrize(("present", "lawful"), [(65, False), (66, True)])
def test_below_its_quorum_the_sitting_decides_nothing(present: int, lawful: bool) -> None:
    case = Case().prepared()
    here = hall(present=MEMBERS["mazhilis"][:present], registered=present)

    ruling = case.judge(act("open_vote"), hall=here)

    assert (ruling.verdict is Verdict.VALID) is lawful


def test_before_the_submission_there_is_nothing_to_vote_on() -> None:
    case = Case().told_of(DAY)

    found = breaks(case, act("open_vote", date(2026, 3, 1)), "A57-4.02", VOID)

    assert found.earliest_lawful == RECEIVED
