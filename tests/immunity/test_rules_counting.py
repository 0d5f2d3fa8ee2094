"""What the count comes to, and what a vote bears of the defects before it."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Ruling, Verdict
from chamber.record.votes.facts import Outcome
from tests.immunity.case import CONCLUDED, DAY, DETENTION, MEMBERS, RECEIVED, Case, act, hall

CUSTODY: dict[str, Any] = {"measure": "custody"}


def rules(ruling: Ruling) -> list[str]:
    return [one.rule for one in ruling.findings]


# A57-4.28: more than half of all seats (W-29); abstaining helps nobody.


@pytest.mark.parametrize(("for_", "adopted"), [(25, False), (26, True)])
def test_w_29_the_senate_needs_26_of_50(for_: int, adopted: bool) -> None:
    case = Case("senate").prepared()
    case.take(act("open_vote"))

    ruling = case.counted(for_, 10, 49 - 10 - for_)

    assert (ruling.rule, ruling.adopted, ruling.needed) == ("A57-4.28", adopted, 26)
    assert ruling.verdict is Verdict.VALID
    outcome = case.known().rounds[0].outcome
    assert outcome is (Outcome.ADOPTED if adopted else Outcome.NOT_ADOPTED)


def test_w_29_in_three_languages() -> None:
    case = Case("senate").prepared()

    refused = case.voted(25, 10)
    given = Case("senate").prepared().voted(26, 10)

    assert refused.sentence.kk == (
        "Депутатты ұстауға келісім берілмеді: жақтап 25 дауыс берілді, қажеті — кемінде 26 "
        "(50 депутаттың көпшілігі). 1 дауыс жетпеді."
    )
    assert refused.sentence.ru == (
        "В согласии на задержание депутата отказано: «за» — 25, требуется не менее 26 "
        "(большинство от 50). Не хватило 1 голоса."
    )
    assert given.sentence.en == (
        "Consent to the deputy's detention was given: 26 for; at least 26 of 50 are needed "
        "(a majority)."
    )


@pytest.mark.parametrize(("for_", "adopted"), [(49, False), (50, True)])
def test_the_mazhilis_needs_50_of_98(for_: int, adopted: bool) -> None:
    assert Case().prepared().voted(for_).adopted is adopted


def test_where_the_readings_differ_the_count_is_told_as_disputed() -> None:
    case = Case().prepared()
    case.electorate = MEMBERS["mazhilis"][:96]  # 49 of 96 is a majority of those in office alone.
    case.hall = hall(registered=90, present=case.electorate[5:95])
    case.take(act("open_vote"))

    ruling = case.counted(49)

    assert (ruling.adopted, ruling.verdict) == (False, Verdict.DISPUTED)
    assert ruling.sentence.en.startswith("Disputed: by seats (98)")


# What was accepted is borne by what rests on it.


def test_a_defect_at_the_close_is_borne_by_its_measure() -> None:
    case = Case().prepared()
    case.electorate = MEMBERS["mazhilis"][:96]
    case.hall = hall(registered=80, present=case.electorate[5:85])
    case.take(act("open_vote"))
    left = hall(registered=65, present=case.electorate[5:70])  # A quorum of those in office alone.

    ruling = case.counted(60, hall=left, despite="a reason")

    assert ruling.verdict is Verdict.DISPUTED
    assert case.known().measures[0].defects == ("A57-8.09",)
    assert case.known().defects == ()


def test_a_vote_after_an_accepted_defect_is_disputed_and_its_count_stands() -> None:
    case = Case(measures=[DETENTION, CUSTODY])
    case.take(act("conclusion", CONCLUDED), despite="a reason")
    case.told_of(DAY)

    opening = case.take(act("open_vote"))
    ruling = case.counted(60)

    assert (opening.verdict, rules(opening)) == (Verdict.DISPUTED, ["A57-4.23"])
    assert (ruling.adopted, ruling.verdict) == (True, Verdict.DISPUTED)
    assert ruling.sentence.en.startswith("Consent to the deputy's detention was given: 60 for;")
    assert opening.sentence.kk == (
        "Бұл істе рәсімдік кемшілікке қарамастан енгізілген әрекет бар. "
        "Норма: Палата ұсынуды ОСК-ға жолдайды, ОСК қорытынды дайындайды."
    )


def test_a_vote_that_lacked_the_conclusion_stays_disputed_to_its_resolution() -> None:
    case = Case().told_of(DAY)
    case.take(act("forwarding", RECEIVED))
    case.take(act("open_vote"), despite="a reason")

    closed, resolved = case.counted(60), case.take(act("resolution"))

    assert rules(closed) == rules(resolved) == ["A57-4.23"]
    assert {closed.verdict, resolved.verdict} == {Verdict.DISPUTED}


def test_the_defect_of_one_measure_leaves_the_vote_on_another_alone() -> None:
    taken = CUSTODY | {"taken_on": date(2026, 3, 1)}
    case = Case(opened=False)
    case.take(act("submission", RECEIVED, measures=[DETENTION, taken]), despite="a reason")
    case.prepared()

    assert case.judge(act("open_vote")).verdict is Verdict.VALID
    assert rules(case.judge(act("open_vote", **CUSTODY))) == ["A57-4.24"]


def test_q_36_a_matter_that_crosses_the_wordings_of_2015_is_noted() -> None:
    case = Case(on=date(2014, 12, 30), measures=[CUSTODY])
    case.take(act("forwarding", date(2014, 12, 30)))
    case.take(act("conclusion", date(2014, 12, 31)))
    case.told_of(date(2015, 1, 6), date(2014, 12, 31))

    before = case.judge(act("open_vote", date(2014, 12, 31), **CUSTODY))
    after = case.judge(act("open_vote", date(2015, 1, 6), **CUSTODY))

    assert "A57-4.22" not in rules(before)
    assert "A57-4.22" in rules(after)


def test_what_is_only_noted_hides_no_defect_of_the_same_rule() -> None:
    case = Case().told_of(DAY)
    case.take(act("conclusion", CONCLUDED, favours=False), despite="a reason")

    ruling = case.take(act("open_vote"))

    assert rules(ruling) == ["A57-4.23", "A57-4.23"]
    assert {one.verdict for one in ruling.findings} == {Verdict.VALID, Verdict.DISPUTED}
