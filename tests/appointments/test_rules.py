"""What the law demands before the vote on a candidate: each rule kept, and each rule broken."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chamber.appointments.facts import Committee
from chamber.appointments.rules import next_acts
from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from tests.appointments.case import (
    DEPUTY,
    A,
    Case,
    act,
    breaks,
    hall,
)  # fmt: skip

DEFECT, VOID = Breach.DEFECT, Breach.VOID


def no_case() -> Case:
    return Case(opened=False)


# A57-1.07: candidates are put forward by the Chair of the Chamber, in writing.


def test_the_chair_puts_candidates_forward_in_writing() -> None:
    ruling = no_case().take(act("submission"))

    assert (ruling.rule, ruling.verdict) == ("A57-1.07", Verdict.VALID)


def test_nobody_but_the_chair_puts_candidates_forward() -> None:
    breaks(no_case(), act("submission", submitted_by=DEPUTY), "A57-1.07")


def test_a_candidate_is_not_put_forward_orally() -> None:
    breaks(no_case(), act("submission", document=None), "A57-1.07")


def test_nobody_is_a_candidate_twice_in_one_submission() -> None:
    with pytest.raises(Impossible):
        no_case().take(act("submission", candidates=[{"person": A}, {"person": A}]))


# A57-0.01: each Chamber acts alone.


def test_the_committee_in_charge_is_not_one_of_the_other_chamber() -> None:
    senates = Committee(chamber="senate", kind="committee", members=9)

    with pytest.raises(Unlawful) as refused:
        no_case().take(act("submission"), despite="a reason", committee=senates)
    assert refused.value.ruling.findings[0].rule == "A57-0.01"


@pytest.mark.parametrize("kind", ["open_vote", "ballot_order", "announcement", "question"])
@pytest.mark.parametrize(
    "other", [{"chamber": "senate"}, {"kind": "joint", "registered": 148}], ids=["other", "joint"]
)
def test_nothing_is_done_at_a_sitting_of_the_other_chamber_or_a_joint_one(
    kind: str, other: dict[str, Any]
) -> None:
    case = Case().announced()

    breaks(case, act(kind), "A57-0.01", VOID, hall=hall(**other))


# A57-1.08: the committee in charge discusses first, at its own sitting.


def test_the_committee_in_charge_discusses_at_its_own_sitting() -> None:
    ruling = Case().take(act("conclusion"))

    assert ruling.verdict is Verdict.VALID
    assert (ruling.rule, ruling.needed, ruling.adopted) == ("F-2.12-vote", 6, True)


@pytest.mark.parametrize(
    "elsewhere",
    [hall(), hall("committee", 9, body=UUID(int=601)), hall("committee", 9, opened_on=None)],
    ids=["at the plenary", "in another committee", "at a sitting that is not open"],
)
def test_no_conclusion_is_given_but_at_the_committees_own_open_sitting(elsewhere: Any) -> None:
    breaks(Case(), act("conclusion"), "A57-1.08", hall=elsewhere)


def test_candidates_are_discussed_by_a_standing_committee() -> None:
    commission = Committee(chamber="mazhilis", kind="commission", members=9)

    breaks(no_case(), act("submission"), "A57-1.08", committee=commission)


def test_a_committee_below_its_quorum_gives_no_conclusion() -> None:
    eight = hall("committee", 8)  # Of 11.
    seven = hall("committee", 7)

    assert Case().take(act("conclusion", tally={"for": 8, "against": 0}), hall=eight).adopted
    breaks(Case(), act("conclusion", tally={"for": 7, "against": 0}), "F-2.12", hall=seven)


def test_a_conclusion_that_the_committee_did_not_adopt_is_none() -> None:
    case = Case()

    ruling = case.take(act("conclusion", tally={"for": 5, "against": 4}))

    assert (ruling.adopted, ruling.needed) == (False, 6)
    assert case.known().candidates[0].conclusion is None


def test_a_committee_cannot_have_more_votes_than_members() -> None:
    with pytest.raises(Impossible):
        Case().take(act("conclusion", tally={"for": 12, "against": 0}))


# A57-1.09: one conclusion for each candidate; what it says binds nobody.


def test_one_conclusion_on_several_candidates_is_refused() -> None:
    found = breaks(Case(), act("conclusion", candidates=[1, 2]), "A57-1.09")

    assert found.numbers == (("candidates", 2),)


def test_a_second_conclusion_on_one_candidate_is_refused() -> None:
    case = Case()
    case.take(act("conclusion"))

    breaks(case, act("conclusion"), "A57-1.09")


def test_a_negative_conclusion_does_not_block_the_vote() -> None:
    case = Case()
    case.take(act("conclusion", recommends=False))
    case.take(act("announcement"))

    assert case.judge(act("open_vote")).verdict is Verdict.VALID


def test_without_a_conclusion_there_is_nothing_to_announce() -> None:
    breaks(Case(), act("announcement"), "A57-1.09")


def test_a_conclusion_of_tomorrow_cannot_be_announced_today() -> None:
    case = Case()
    tomorrow = date(2026, 3, 26)
    open_tomorrow = hall("committee", 9, opened_on=tomorrow)
    case.take(act("conclusion", tomorrow), hall=open_tomorrow)

    breaks(case, act("announcement"), "A57-1.09")


# A57-1.10: the conclusion is announced at the Chamber's sitting.


def test_before_the_announcement_the_vote_is_not_open() -> None:
    case = Case()
    case.take(act("conclusion"))

    found = breaks(case, act("open_vote"), "A57-1.10")

    assert found.sentence.en == (
        "This step is not open yet: the committee's conclusion must first be announced."
    )
    assert found.sentence.kk == (
        "Бұл кезеңге көшуге әлі болмайды: алдымен комитеттің қорытындысы жариялануға тиіс."
    )


@pytest.mark.parametrize("elsewhere", [hall("committee", 9), hall(opened_on=None)])
def test_a_conclusion_is_announced_at_an_open_plenary_sitting(elsewhere: Any) -> None:
    case = Case()
    case.take(act("conclusion"))

    breaks(case, act("announcement"), "A57-1.10", hall=elsewhere)


def test_a_conclusion_is_announced_once() -> None:
    breaks(Case().announced(), act("announcement"), "A57-1.10")


# A57-1.11 and 1.12: questions may be put, and opinions given.


@pytest.mark.parametrize("to", ["candidate", "proposer"])
def test_questions_may_be_put_to_the_candidate_and_to_the_proposer(to: str) -> None:
    assert Case().announced().take(act("question", to=to)).verdict is Verdict.VALID


def test_that_nobody_asks_breaks_nothing() -> None:
    assert Case().announced().judge(act("open_vote")).verdict is Verdict.VALID


def test_a_question_may_not_be_refused() -> None:
    breaks(Case().announced(), act("question", admitted=False), "A57-1.11")


@pytest.mark.parametrize("stance", ["for", "against"])
def test_deputies_speak_for_or_against_the_candidate(stance: str) -> None:
    assert Case().announced().take(act("opinion", stance=stance)).verdict is Verdict.VALID


def test_only_a_deputy_of_the_chamber_speaks() -> None:
    for kind in ("question", "opinion", "debate_demand"):
        rule = {"question": "A57-1.11", "opinion": "A57-1.12", "debate_demand": "A57-1.13"}[kind]
        breaks(Case().announced(), act(kind), rule, speaks=False)


# A57-1.13: debate is opened on demand, and one deputy is enough.


def test_a_debate_that_nobody_demands_need_not_be_opened() -> None:
    assert Case().announced().judge(act("open_vote")).verdict is Verdict.VALID


def test_a_debate_that_one_deputy_demands_is_opened_before_the_vote() -> None:
    case = Case().announced()
    case.take(act("debate_demand"))

    breaks(case, act("open_vote"), "A57-1.13")
    case.take(act("debate"))
    assert case.judge(act("open_vote")).verdict is Verdict.VALID


def test_a_demand_on_one_candidate_does_not_hold_up_another() -> None:
    case = Case().announced(1, 2)
    case.take(act("debate_demand", candidate=2))

    assert case.judge(act("open_vote", candidates=[1])).verdict is Verdict.VALID


# Order, and what is not there.


def test_the_next_acts_follow_the_order_of_the_procedure() -> None:
    case = Case(candidates=[{"person": A}])
    assert next_acts(case.known()) == ["conclusion"]

    case.take(act("conclusion"))
    assert next_acts(case.known()) == ["announcement"]

    case.take(act("announcement"))
    assert "open_vote" in next_acts(case.known())

    case.take(act("open_vote"))
    assert next_acts(case.known()) == ["close_vote"]


def test_there_is_no_fourth_of_three_candidates() -> None:
    breaks(Case(), act("announcement", candidate=4), "A57-1.10", VOID)


def test_an_appointment_begins_with_a_submission() -> None:
    with pytest.raises(Impossible):
        no_case().take(act("conclusion"))


def test_after_the_last_day_of_the_edition_nothing_is_lawful() -> None:
    case = Case(opened=False)
    after = date(2026, 7, 2)

    with pytest.raises(Unlawful) as refused:
        case.take(act("submission", after, chamber="senate"), despite="a reason")

    assert refused.value.ruling.reason == "no edition in force"
    assert refused.value.ruling.sentence.ru == (
        "На 2 июля 2026 года для этой Палаты нет действующей нормы."
    )
    breaks(Case().announced(), act("open_vote", after), "A57-1.14", VOID)


def test_on_the_last_day_of_the_edition_a_submission_is_lawful() -> None:
    assert no_case().take(act("submission", date(2026, 6, 30))).verdict is Verdict.VALID


def test_while_the_mazhilis_is_dissolved_it_submits_nothing() -> None:
    with pytest.raises(Unlawful) as refused:
        no_case().take(act("submission", date(2023, 2, 1)))

    assert refused.value.ruling.reason == "no chamber on this day"
