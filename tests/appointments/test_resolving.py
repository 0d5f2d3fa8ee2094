"""What the law demands of a resolution, and after a rejection."""

from datetime import date
from typing import Any

import pytest

from chamber.appointments.rules import next_acts
from chamber.law.ruling import Breach, Impossible, Verdict
from tests.appointments.case import DAY, DEPUTY, A, B, Case, D, act, breaks
from tests.appointments.outcomes import lost, won

VOID = Breach.VOID


# A57-1.18: a resolution for each candidate.


def test_each_candidate_has_a_resolution_of_its_own() -> None:
    case = won(1, 2, 3)

    for number in (1, 2, 3):
        assert case.resolved(number).verdict is Verdict.VALID
    assert [one.written_number for one in case.known().resolutions] == [
        "№ 1-VIII", "№ 2-VIII", "№ 3-VIII",
    ]  # fmt: skip
    assert [one.subject for one in case.known().terms] == [1, 2, 3]


def test_one_resolution_for_several_candidates_is_no_act_in_law() -> None:
    breaks(won(1, 2), act("resolution", candidates=[1, 2]), "A57-1.18", VOID)


def test_a_second_resolution_on_a_candidate_is_no_act_in_law() -> None:
    case = won()
    case.resolved()

    breaks(case, act("resolution"), "A57-1.18", VOID)
    breaks(case, act("open_vote", reason="again"), "A57-1.18", VOID)


def test_there_is_no_resolution_before_the_vote() -> None:
    case = Case().announced()
    breaks(case, act("resolution"), "A57-1.18", VOID)

    case.take(act("open_vote"))
    breaks(case, act("resolution"), "A57-1.18", VOID)


def test_a_resolution_is_not_dated_before_the_vote() -> None:
    breaks(won(), act("resolution", date(2026, 3, 24)), "A57-1.18", VOID)


def test_the_vote_of_another_candidate_does_not_count() -> None:
    case = won(1).announced(2)

    breaks(case, act("resolution", candidates=[2]), "A57-1.18", VOID)


def test_the_days_of_a_resolution_follow_one_another() -> None:
    case = won()
    case.resolved()
    later = date(2026, 4, 10)

    with pytest.raises(Impossible):
        case.take(act("resolution_days", later, published_on=later))
    with pytest.raises(Impossible):
        case.take(act("resolution_days", later, signed_on=date(2026, 3, 24)))
    with pytest.raises(Impossible):
        case.take(act("resolution_days", DAY, signed_on=later))
    case.take(act("resolution_days", later, signed_on=DAY, published_on=later, sent_on=DAY))
    assert case.known().resolutions[0].published_on == later


def test_a_resolution_that_is_not_there_has_no_days() -> None:
    breaks(won(), act("resolution_days", signed_on=DAY), "F-2.11", VOID)


# F-2.10: a rejection gives its reasons, and the Chair may submit anew.


def test_a_rejection_gives_its_reasons() -> None:
    case = lost()

    assert case.resolved(decision="reject", reasons="Тәжірибесі жеткіліксіз").stands(None)
    assert case.known().terms == ()


def test_a_rejection_without_reasons_is_a_defect() -> None:
    breaks(lost(), act("resolution", decision="reject"), "F-2.10")


@pytest.mark.parametrize("person", [A, D], ids=["the same person", "another person"])
def test_after_a_rejection_the_chair_submits_the_same_person_or_another(person: Any) -> None:
    case = lost()
    case.resolved(decision="reject", reasons="…")
    assert "new_submission" in next_acts(case.known())

    anew = act("new_submission", candidates=[{"person": person, "instead_of": 1}])
    assert case.take(anew).verdict is Verdict.VALID

    again = case.known().candidates[3]
    assert (again.person, again.instead_of, again.conclusion) == (person, 1, None)
    breaks(case, act("open_vote", candidates=[4]), "A57-1.09")
    case.announced(4)
    case.voted(4, for_=50)
    assert case.resolved(4).verdict is Verdict.VALID


def test_before_a_rejection_nobody_is_submitted_anew() -> None:
    anew = act("new_submission", candidates=[{"person": D, "instead_of": 1}])

    breaks(lost(), anew, "F-2.10")
    breaks(Case(), anew, "F-2.10")


def test_one_place_is_filled_once() -> None:
    case = lost()
    case.resolved(decision="reject", reasons="…")
    anew = act("new_submission", candidates=[{"person": D, "instead_of": 1}])
    case.take(anew)

    breaks(case, anew, "F-2.10")


def test_nobody_but_the_chair_submits_anew() -> None:
    case = lost()
    case.resolved(decision="reject", reasons="…")
    one = [{"person": B, "instead_of": 1}]

    breaks(case, act("new_submission", candidates=one, submitted_by=DEPUTY), "A57-1.07")
    breaks(case, act("new_submission", candidates=one, document=None), "A57-1.07")
