"""Who proposes a hearing, and how the Bureau decides on it. Rules A57-5.01, 5.05, 5.06, 7.10."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from chamber.hearings.facts import Hearing
from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from chamber.law.terms import ASTANA
from tests.hearings.case import (
    AT,
    BUREAU_SITTING,
    COMMITTEE,
    DECIDED,
    DEPUTIES,
    PLACE,
    SECOND,
    SECRET,
    TOPIC,
    Case,
    act,
    body,
    breaks,
    hall,
    keeps,
)

PROPOSAL = act("proposal")


def unopened() -> Case:
    return Case(opened=False)


def test_a_chamber_holds_hearings_by_its_own_committees_alone() -> None:
    keeps(unopened(), PROPOSAL, "A57-5.01")
    breaks(unopened(), PROPOSAL, "A57-5.01", organisers=(body(chamber="senate"),))


def test_a_committee_of_the_other_chamber_makes_no_joint_hearing_of_both() -> None:
    joint = act("proposal", organisers=[COMMITTEE, SECOND])
    breaks(unopened(), joint, "A57-5.01", organisers=(body(), body(SECOND, chamber="senate")))


@pytest.mark.parametrize("kind", ["committee", "commission"])
def test_committees_and_commissions_hold_hearings(kind: str) -> None:
    keeps(unopened(), PROPOSAL, "A57-5.05", organisers=(body(kind=kind),))


@pytest.mark.parametrize("kind", ["bureau", "faction"])
def test_nobody_else_does(kind: str) -> None:
    breaks(unopened(), PROPOSAL, "A57-5.05", organisers=(body(kind=kind),))


def test_committees_may_hold_a_hearing_jointly() -> None:
    both = act("proposal", organisers=[COMMITTEE, SECOND])
    case = unopened()
    ruling = case.take(both, organisers=(body(), body(SECOND)))
    assert ruling.verdict is Verdict.VALID
    assert case.known().organisers == (COMMITTEE, SECOND)


def test_what_is_wrong_with_two_of_them_is_said_once() -> None:
    both = act("proposal", organisers=[COMMITTEE, SECOND])
    strangers = (body(kind="faction"), body(SECOND, kind="faction"))
    assert len(unopened().judge(both, organisers=strangers).findings) == 1


def test_a_committee_that_is_dissolved_or_named_twice_holds_nothing() -> None:
    with pytest.raises(Impossible, match="organisers: does not exist on 2026-03-02"):
        unopened().judge(PROPOSAL, organisers=(body(ends_on=date(2026, 3, 2)),))
    assert unopened().judge(PROPOSAL, organisers=(body(ends_on=date(2026, 3, 3)),)).stands(None)
    with pytest.raises(Impossible, match="organisers: the same body is named twice"):
        unopened().judge(act("proposal", organisers=[COMMITTEE, COMMITTEE]))


@pytest.mark.parametrize("rule", ["02", "03", "04", "12", "18", "19"])
def test_what_only_informs_stands_in_the_lawbook_and_refuses_nothing(rule: str) -> None:
    assert LAW.on("mazhilis", DECIDED)[f"A57-5.{rule}"].breach is Breach.INFORMS


def test_the_bureau_decides_with_ten_of_fourteen_members() -> None:
    ruling = keeps(Case(), act("decision"), "A57-5.06", hall=hall(registered=10))
    assert (ruling.rule, ruling.adopted, ruling.verdict) == ("A57-5.06", True, Verdict.VALID)
    assert [answer.name for answer in ruling.readings] == ["Q-29 A", "Q-29 B"]
    assert ruling.quorum is not None
    assert (ruling.quorum.present, ruling.quorum.needed, ruling.quorum.met) == (10, 10, True)


def test_with_nine_of_fourteen_the_meeting_is_unlawful_and_the_decision_void() -> None:
    decision = act("decision", tally={"for": 9, "against": 0})
    seen = hall(registered=9)
    found = breaks(Case(), decision, "A57-7.10", Breach.VOID, hall=seen)
    assert found.numbers == (("present", 9), ("needed", 10))
    assert found.readings == ()
    assert found.sentence.en == (
        "There is no quorum: 9 members are present; at least 10 of 14 are needed (two thirds)."
    )
    breaks(Case(), decision, "A57-5.06", hall=seen)


def test_ten_without_the_chair_are_a_quorum_of_fourteen_and_of_fifteen() -> None:
    """The Chair whom Q-29 B leaves out is left out of those present only if he was among them."""
    there = DEPUTIES[:10]
    seen: dict[str, Any] = {"hall": hall(registered=10, present=there), "members": 15}

    absent = Case().take(act("decision"), chairs=(DEPUTIES[10],), **seen)
    assert absent.verdict is Verdict.VALID
    assert {one.name: one.adopted for one in absent.readings} == {"Q-29 A": True, "Q-29 B": True}
    with pytest.raises(Unlawful):
        Case().take(act("decision"), chairs=(there[0],), **seen)


def test_a_quorum_with_the_chair_and_not_without_is_disputed() -> None:
    """Of fifteen, ten are two thirds; without the Chair nine of fourteen are too few (Q-29)."""
    case = Case()
    seen: dict[str, Any] = {"hall": hall(registered=10), "members": 15}
    with pytest.raises(Unlawful) as refused:
        case.take(act("decision"), **seen)
    assert {one.rule for one in refused.value.ruling.findings} == {"A57-7.10", "A57-5.06"}
    assert all(one.readings == ("Q-29 B",) for one in refused.value.ruling.findings)
    assert refused.value.ruling.verdict is Verdict.DISPUTED

    case.take(act("decision"), despite="the Chair was there", **seen)
    assert set(case.known().defects) == {"A57-7.10", "A57-5.06"}
    assert case.known().starts_at == AT.astimezone(ASTANA)


@pytest.mark.parametrize(
    "seen",
    [
        hall("committee"), hall("plenary", body=None), hall(chamber="senate"),
        hall(opened_on=None), hall(opened_on=DECIDED + timedelta(1)),
        hall(closed_on=DECIDED - timedelta(1)),
    ],
)  # fmt: skip
def test_a_decision_elsewhere_or_at_a_sitting_that_is_not_open_is_none_of_the_bureaus(
    seen: dict[str, Any],
) -> None:
    breaks(Case(), act("decision"), "A57-5.06", hall=seen)


def test_at_a_sitting_that_closes_later_that_day_the_bureau_decides() -> None:
    keeps(Case(), act("decision"), "A57-5.06", hall=hall(closed_on=DECIDED))


def test_what_was_accepted_elsewhere_is_decided_though_nobody_was_counted() -> None:
    case = Case()
    case.take(act("decision"), despite="by letter", hall=hall("committee"))
    decision = case.known().decision
    assert decision is not None
    assert decision.adopted
    assert case.known().starts_at is not None


def test_a_decision_that_half_of_those_present_support_decides_nothing() -> None:
    case = Case()
    ruling = case.take(act("decision", tally={"for": 7, "against": 3}, form="open"))
    assert (ruling.adopted, ruling.verdict, ruling.findings) == (False, Verdict.VALID, ())
    assert (ruling.total, ruling.needed, ruling.count) == (14, 8, 7)
    known = case.known()
    assert (known.starts_at, known.place, known.form) == (None, None, None)
    assert known.decision is not None
    assert not known.decision.adopted
    assert case.next()[0] == "decision"

    case.take(act("decision", tally={"for": 8, "against": 6}))
    assert case.known().starts_at is not None
    assert "decision" not in case.next()


def test_what_is_not_decided_is_not_judged_for_its_day() -> None:
    day = {"plenaries": [{"sitting": UUID(int=1), "chamber": "mazhilis", "joint": False}]}
    assert Case().judge(act("decision", tally={"for": 7, "against": 7}), **day).stands(None)
    assert not Case().judge(act("decision", tally={"for": 8, "against": 6}), **day).stands(None)


def test_more_hands_than_members_cannot_be() -> None:
    ten = hall(registered=10)
    with pytest.raises(Impossible, match="tally: 11 votes, but 10 are present"):
        Case().judge(act("decision", tally={"for": 9, "against": 1, "abstained": 1}), hall=ten)
    assert Case().judge(act("decision", tally={"for": 9, "against": 1}), hall=ten).stands(None)
    with pytest.raises(Impossible, match=r"^sitting: "):
        Case().judge(act("decision"), members=13)
    with pytest.raises(Impossible, match=r"^sitting: "):
        Case().judge(act("decision"), members=0)


def test_the_bureau_may_decide_on_the_form_too() -> None:
    case = Case()
    case.take(act("decision", form="closed", ground=SECRET))
    form = case.known().form
    assert form is not None
    assert (form.form, form.decided_by, form.sitting) == ("closed", "bureau", BUREAU_SITTING)
    assert form.ground is not None
    assert case.known().closed


def test_it_decides_once() -> None:
    case = Case().prepared()
    breaks(case, act("decision"), "A57-8.09", Breach.VOID)


def test_what_a_proposal_and_a_decision_tell() -> None:
    assert isinstance(Case().known(), Hearing)
    known = Case(proposed_by="deputies").prepared().known()
    assert (known.chamber, known.topic.kk, known.proposed_by) == (
        "mazhilis", TOPIC["kk"], "deputies",
    )  # fmt: skip
    assert (known.starts_at, known.place) == (AT, PLACE)
    assert known.decision is not None
    assert (known.decision.decided_on, known.decision.sitting) == (DECIDED, BUREAU_SITTING)
