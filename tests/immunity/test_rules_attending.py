"""The deputy may take part, and may stay away (A57-4.27)."""

from datetime import date
from uuid import UUID

import pytest

from chamber.law.ruling import Breach, Verdict
from tests.immunity.case import CONCLUDED, DAY, DEPUTY, FORWARDED, Case, act, breaks, hall

OTHER_DAY = date(2026, 3, 12)


def untold() -> Case:
    case = Case()
    case.take(act("forwarding", FORWARDED))
    case.take(act("conclusion", CONCLUDED))
    return case


def test_a_deputy_who_was_told_may_stay_away() -> None:
    assert untold().told_of(DAY).take(act("open_vote")).verdict is Verdict.VALID


def test_w_28_a_deputy_who_was_not_told_and_is_not_there_makes_the_vote_disputed() -> None:
    found = breaks(untold(), act("open_vote"), "A57-4.27", verdict=Verdict.DISPUTED)

    assert found.sentence.ru == (
        "Депутат не извещен о дне заседания и на заседании не присутствует. "
        "Известите депутата о дне заседания либо отметьте его участие."
    )


def test_to_be_told_of_another_day_is_not_to_be_told() -> None:
    case = untold().told_of(OTHER_DAY)

    breaks(case, act("open_vote"), "A57-4.27", verdict=Verdict.DISPUTED)


def test_a_sitting_of_two_days_was_told_by_its_first() -> None:
    case = untold().told_of(DAY)

    ruling = case.judge(act("open_vote", OTHER_DAY))

    assert "A57-4.27" not in {one.rule for one in ruling.findings}


def test_a_deputy_who_is_registered_is_there() -> None:
    here = hall(present=(DEPUTY["mazhilis"],), registered=98)

    assert untold().take(act("open_vote"), hall=here).verdict is Verdict.VALID


def test_a_deputy_who_takes_part_was_not_passed_over() -> None:
    case = untold()

    ruling = case.take(act("attendance", wished=True, text="Түсіндірме"))

    assert (ruling.rule, ruling.verdict) == ("A57-4.27", Verdict.VALID)
    assert case.take(act("open_vote")).verdict is Verdict.VALID


@pytest.mark.parametrize("told", [True, False])
def test_a_deputy_may_stay_away_and_must_have_been_told_all_the_same(told: bool) -> None:
    case = untold().told_of(DAY) if told else untold()

    assert case.take(act("attendance", wished=False)).verdict is Verdict.VALID
    verdict = case.judge(act("open_vote")).verdict
    assert verdict is (Verdict.VALID if told else Verdict.DISPUTED)


def test_w_28_to_refuse_the_deputy_is_a_defect() -> None:
    found = breaks(
        untold(), act("attendance", admitted=False), "A57-4.27", verdict=Verdict.DISPUTED
    )

    assert found.sentence.kk == (
        "Депутат өз мәселесінің қаралуына қатысуға тілек білдірді, бірақ жіберілмеді."
    )


def test_w_28_a_vote_after_the_refusal_is_disputed_whatever_it_comes_to() -> None:
    case = untold().told_of(DAY)
    case.take(act("attendance", admitted=False), despite="a reason")

    opening, counted = case.take(act("open_vote")), case.counted(80, 5)

    assert {opening.verdict, counted.verdict} == {Verdict.DISPUTED}
    assert (counted.adopted, counted.count) == (True, 80)
    assert [(one.rule, one.breach) for one in counted.findings] == [("A57-4.27", Breach.INFORMS)]


def test_w_28_a_resolution_that_rests_on_such_a_vote_is_disputed_too() -> None:
    case = untold().told_of(DAY)
    case.take(act("attendance", admitted=False), despite="a reason")
    case.take(act("open_vote"))
    case.counted(80, 5)

    ruling = case.take(act("resolution", OTHER_DAY))

    assert ruling.verdict is Verdict.DISPUTED
    assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-4.27", Breach.INFORMS)]


def test_w_28_a_refusal_that_has_occurred_is_known_though_nobody_gave_a_reason() -> None:
    case = untold().told_of(DAY)
    case.tell(act("attendance", admitted=False))

    assert case.known().defects == ()
    assert {case.take(act("open_vote")).verdict, case.counted(80, 5).verdict} == {Verdict.DISPUTED}
    resolved = case.take(act("resolution"))
    assert [(one.rule, one.breach) for one in resolved.findings] == [("A57-4.27", Breach.INFORMS)]


def test_what_else_was_not_let_through_tells_nothing() -> None:
    case = untold()
    before = case.known()
    case.tell(act("conclusion"))
    case.tell(act("attendance", date(2026, 3, 10)))  # At a sitting that was not open yet.

    assert case.known() == before


def test_a_deputy_who_was_let_in_after_all_was_let_in() -> None:
    case = untold()
    case.take(act("attendance", admitted=False), despite="a reason")
    case.take(act("attendance"))

    assert case.take(act("open_vote")).verdict is Verdict.VALID


def test_a_refusal_at_one_sitting_says_nothing_of_another() -> None:
    case = untold().told_of(OTHER_DAY)
    case.take(act("attendance", admitted=False), despite="a reason")
    other = hall(on=OTHER_DAY, sitting=UUID(int=701))

    ruling = case.judge(act("open_vote", OTHER_DAY, sitting=UUID(int=701)), hall=other)

    assert ruling.verdict is Verdict.VALID


def test_nobody_takes_part_at_a_sitting_that_is_not_open() -> None:
    found = breaks(untold(), act("attendance", date(2026, 3, 10)), "A57-4.27")

    assert found.earliest_lawful == DAY


def test_nor_at_one_of_the_other_chamber() -> None:
    breaks(untold(), act("attendance"), "A57-0.01", Breach.VOID, hall=hall("senate"))
