"""What must come before a hearing begins, and who presides. Rules A57-5.06 to 5.11 and 5.15."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from tests.hearings.case import (
    CHAIR,
    COMMISSION,
    COMMITTEE,
    HELD,
    SECOND,
    STRANGER,
    Case,
    act,
    at,
    body,
    breaks,
    keeps,
    plenary,
    shut,
)

BEGIN = act("begin")
TO_COME = HELD + timedelta(1)


def test_when_all_is_prepared_it_begins() -> None:
    case = Case().prepared()
    ruling = case.take(BEGIN)
    assert (ruling.rule, ruling.verdict, ruling.findings) == ("A57-5.15", Verdict.VALID, ())
    assert (case.known().begun_on, case.known().chair) == (HELD, CHAIR)
    assert case.known().defects == ()


def test_a_closed_hearing_needs_all_of_it_too() -> None:
    """Also the notice (Q-18)."""
    case = shut()
    assert case.judge(BEGIN).findings == ()
    assert not case.known().goes_out
    silent = Case(form="closed").prepared("form", "notice")
    breaks(silent, BEGIN, "A57-5.11")
    breaks(silent, BEGIN, "A57-5.07")


@pytest.mark.parametrize(
    ("without", "rule", "said"),
    [
        ("decision", "A57-5.06", "the Bureau of the Chamber must first decide to hold the hearing"),
        ("form", "A57-5.07", "it must first be decided whether the hearing is open or closed"),
        ("invitation", "A57-5.10", "it must first be decided who is invited"),
    ],
)
def test_without_one_of_them_it_does_not(without: str, rule: str, said: str) -> None:
    found = breaks(Case().prepared(without), BEGIN, rule)
    assert found.sentence.en == f"This step is not open yet: {said}."
    keeps(Case().prepared(), BEGIN, rule)


def test_without_a_time_no_notice_is_in_time() -> None:
    found = breaks(Case().prepared("decision"), BEGIN, "A57-5.11")
    assert found.sentence.en == "A notice was given, but no time is set for the hearing."
    found = breaks(Case().prepared("decision", "notice"), BEGIN, "A57-5.11")
    assert found.sentence.en == "The mass media were not told of the hearing."


def test_a_decision_that_was_not_adopted_is_none() -> None:
    case = Case().prepared("decision")
    case.take(act("decision", tally={"for": 7, "against": 7}))
    breaks(case, BEGIN, "A57-5.06")


def test_whether_a_commission_must_prepare_it_is_disputed() -> None:
    keeps(Case().prepared(), BEGIN, "A57-5.09")
    found = breaks(
        Case().prepared("commission"), BEGIN, "A57-5.09", Breach.DEFECT, Verdict.DISPUTED
    )
    assert found.readings == ("Q-19 A",)


@pytest.mark.parametrize(
    ("kind", "rule", "verdict"),
    [
        ("form", "A57-5.07", Verdict.INVALID),
        ("commission", "A57-5.09", Verdict.DISPUTED),
        ("invitation", "A57-5.10", Verdict.INVALID),
    ],
)
def test_what_is_dated_after_the_hearing_did_not_come_before_it(
    kind: str, rule: str, verdict: Verdict
) -> None:
    same_day = Case().prepared(kind)
    same_day.take(act(kind, HELD))
    keeps(same_day, BEGIN, rule)
    later = Case().prepared(kind)
    later.take(act(kind, TO_COME))
    breaks(later, BEGIN, rule, Breach.DEFECT, verdict)


def test_one_invitation_in_time_is_enough() -> None:
    case = Case().prepared()
    case.take(act("invitation", TO_COME))
    keeps(case, BEGIN, "A57-5.10")


def test_a_commission_is_one_of_this_chamber() -> None:
    asked = act("commission")
    keeps(Case(), asked, "A57-5.09")
    breaks(Case(), asked, "A57-5.09", commission=body(COMMISSION, "commission", chamber="senate"))
    breaks(Case(), asked, "A57-5.09", commission=body(COMMISSION, "committee"))


def test_who_is_invited_an_organiser_decides() -> None:
    case = Case(organisers=[COMMITTEE, SECOND])
    keeps(case, act("invitation", decided_by=SECOND), "A57-5.10")
    breaks(case, act("invitation", decided_by=COMMISSION), "A57-5.10")
    assert [one.decided_by for one in case.known().invited] == [SECOND]


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        (plenary(), Verdict.INVALID),
        (plenary("senate", joint=True), Verdict.INVALID),
        (plenary("senate"), Verdict.DISPUTED),
    ],
)
def test_a_plenary_that_was_called_meanwhile_bars_its_day(
    there: dict[str, Any], verdict: Verdict
) -> None:
    """W-34, as it is held."""
    given = {"plenaries": (there,), "plenary_days": (HELD, HELD + timedelta(8))}
    found = breaks(Case().prepared(), BEGIN, "A57-5.08", Breach.DEFECT, verdict, **given)
    # The new day must be told of anew, and be free itself.
    assert found.earliest_lawful == HELD + timedelta(9)
    keeps(Case().prepared(), BEGIN, "A57-5.08", plenaries=())


def test_the_chair_of_the_committee_presides() -> None:
    keeps(Case().prepared(), BEGIN, "A57-5.15")
    breaks(Case().prepared(), act("begin", chair=STRANGER), "A57-5.15")
    breaks(Case().prepared(), BEGIN, "A57-5.15", organisers=(body(chairs=()),))


def test_at_a_joint_hearing_the_chair_of_any_of_them_presides() -> None:
    other = UUID(int=50)
    both = {"organisers": (body(), body(SECOND, chairs=(other,)))}
    keeps(Case().prepared(), act("begin", chair=other), "A57-5.15", **both)
    keeps(Case().prepared(), BEGIN, "A57-5.15", **both)


def test_it_begins_on_its_day() -> None:
    case = Case().prepared()
    for day in (HELD - timedelta(1), TO_COME):
        why = f"on: the hearing is planned for {HELD}: reschedule it first"
        with pytest.raises(Impossible, match=why):
            case.judge(act("begin", day))


def test_the_day_of_a_hearing_is_that_of_astana() -> None:
    case, night = Case(), at(HELD, 1)  # In UTC it is the evening before.
    case.take(act("decision", starts_at=night))
    case.take(act("notice", starts_at=night))
    assert {one.rule for one in case.judge(act("begin", HELD)).findings} == {
        "A57-5.07", "A57-5.09", "A57-5.10"
    }  # fmt: skip


def test_all_that_is_wanting_is_told_at_once_and_borne_for_ever() -> None:
    case = Case()
    with pytest.raises(Unlawful) as refused:
        case.take(act("begin", chair=STRANGER, admitted=[]), plenaries=(plenary(),))
    rules = {one.rule for one in refused.value.ruling.findings}
    wanting = {f"A57-5.{n}" for n in ("06", "07", "08", "09", "10", "11", "13", "15")}
    assert rules == wanting
    assert refused.value.ruling.findings[-1].rule == "A57-5.09", "what is disputed comes last"

    case.take(act("begin", chair=STRANGER, admitted=[]), despite="a reason", plenaries=(plenary(),))
    assert set(case.known().defects) == wanting
    case.take(act("register"))
    case.take(act("end", date(2026, 4, 11)))
    assert set(case.known().defects) == wanting
