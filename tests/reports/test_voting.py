"""The votes on a report: by the number that the day needs, in the order of the Chamber."""

from copy import copy
from typing import Any
from uuid import UUID

import pytest

from chamber.law.ruling import Breach, Verdict
from chamber.record.votes.facts import Outcome
from tests.reports.breaking import breaks
from tests.reports.case import DAY, FILED, PEOPLE, Case, act, opens, senate

V, I = Breach.VOID, Breach.INFORMS  # noqa: E741 -- as the catalogue has them
DISPUTED, VALID = Verdict.DISPUTED, Verdict.VALID


@pytest.mark.parametrize(("for_", "adopted"), [(50, True), (49, False)])
def test_the_mazhilis_takes_note_by_a_majority_of_its_seats(for_: int, adopted: bool) -> None:
    ruling = Case().debated().voted("take_note", DAY, for_=for_)
    assert (ruling.rule, ruling.needed, ruling.adopted) == ("A57-6.16", 50, adopted)


@pytest.mark.parametrize(("for_", "adopted"), [(26, True), (25, False)])
def test_the_senate_takes_note_by_a_majority_of_its_seats(for_: int, adopted: bool) -> None:
    assert senate().debated().voted("take_note", DAY, for_=for_).adopted is adopted


def test_of_w15_65_of_66_do_not_appeal_but_take_note() -> None:
    case = Case().debated()
    note = case.take(opens("take_note"), registered=66)
    assert note.verdict is VALID
    vote = case.known().rounds[-1].vote
    totals = {"for": 65, "against": 0, "abstained": 1}
    taken = case.take(act("close_vote", vote=vote, totals=totals), registered=66)
    assert (taken.adopted, taken.verdict) == (True, VALID)
    case.take(opens("appeal"), registered=66)
    vote = case.known().rounds[-1].vote
    ruling = case.take(act("close_vote", vote=vote, totals=totals), registered=66)
    assert (ruling.adopted, ruling.count, ruling.needed) == (False, 65, 66)
    assert ruling.verdict is VALID


def absent() -> Case:
    case = Case().prepared()
    case.take(act("opening_word"))
    case.take(act("attendance", came=False))
    case.take(act("reasons"))
    case.take(act("question_received", about="appeal", laws=["№ 1"]))
    case.take(act("question_received", about="take_note"))
    case.take(act("debate_closed"))
    return case


def test_of_w56_an_appeal_without_a_report_is_adopted_and_disputed() -> None:
    case = absent()
    found = breaks(case, opens("appeal"), "A57-6.08", verdict=DISPUTED)
    assert found.readings == ("Q-27 A",)
    case.take(opens("appeal"), despite="a reason")
    vote = case.known().rounds[-1].vote
    ruling = case.take(act("close_vote", vote=vote, totals={"for": 70, "against": 4}))
    assert (ruling.adopted, ruling.verdict) == (True, DISPUTED)
    assert [(one.rule, one.breach, one.readings) for one in ruling.findings] == [
        ("A57-6.08", I, ("Q-27 A",))
    ]
    assert "70" in ruling.sentence.kk
    resolved = case.take(act("resolution", about="appeal"))
    assert resolved.verdict is DISPUTED


def test_what_was_let_pass_is_told_of_every_vote_that_rests_on_it() -> None:
    case = Case().prepared()
    case.take(act("opening_word"))
    case.take(act("attendance"))
    case.take(act("reasons"))
    case.take(act("report", minutes=40), despite="a reason")
    case.take(act("question_received", about="take_note"))
    case.take(act("debate_closed"))
    ruling = case.voted("take_note", DAY, for_=60)
    assert (ruling.adopted, ruling.verdict) == (True, DISPUTED)
    assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-6.12", I)]
    assert ruling.sentence.kk.startswith("Үкімет мүшесінің есебі назарға алынды")


def test_a_defect_of_one_question_is_not_told_of_the_other() -> None:
    case = Case().debated()
    case.voted("take_note", DAY, for_=49)
    case.take(opens("take_note", reason="Қате"), despite="a reason")  # Nobody decided to repeat.
    vote = case.known().rounds[-1].vote
    closed = case.take(act("close_vote", vote=vote, totals={"for": 60, "against": 0}))
    resolved = case.take(act("resolution", about="take_note"))
    assert [one.rule for one in (*closed.findings, *resolved.findings)] == ["F-2.08", "F-2.08"]
    assert {closed.verdict, resolved.verdict} == {DISPUTED}
    assert (case.known().defects, case.known().note_defects) == ((), ("F-2.08",))

    appeal = case.voted("appeal", DAY, for_=70)
    assert (appeal.verdict, appeal.findings) == (VALID, ())
    assert case.take(act("resolution", about="appeal")).findings == ()


def test_one_vote_of_a_kind_is_open_at_a_time() -> None:
    case = Case().debated()
    case.take(opens("take_note"))
    breaks(case, opens("take_note", reason="Қате"), "A57-6.16", V)


def test_a_vote_repeats_with_a_reason_and_a_decision() -> None:
    case = Case().debated()
    case.voted("take_note", DAY, for_=49)
    breaks(case, opens("take_note", reason="Қате"), "F-2.08")
    again = {"reason": "Қате", "repeat": {"for": 60, "against": 0}}
    assert case.voted("take_note", DAY, for_=50, told=again).adopted is True
    assert [one.number for one in case.known().rounds[1:]] == [1, 2]


def test_a_round_that_is_annulled_decides_nothing_and_is_always_closed() -> None:
    case = Case(signatures=PEOPLE[:33])
    case.take(opens("hear"))
    case.take(act("withdrawal", DAY))
    told: dict[str, Any] = {
        "vote": case.known().rounds[0].vote,
        "totals": {"for": 60, "against": 1},
    }
    ended = copy(case)
    for one, annulled in ((case, True), (ended, False)):
        electorate = PEOPLE[:98] if annulled else PEOPLE[1:98]
        ruling = one.take(act("close_vote", annulled=annulled, **told), electorate=electorate)
        assert (ruling.adopted, ruling.findings) == (None, ())
        assert one.known().rounds[0].outcome is Outcome.ANNULLED
        assert one.known().defects == ()


@pytest.mark.parametrize("about", ["hear", "take_note", "appeal"])
def test_without_a_quorum_nothing_is_put_to_the_vote(about: str) -> None:
    case = Case() if about == "hear" else Case().debated()
    if about == "appeal":
        case.voted("take_note", DAY, for_=50)
    breaks(case, opens(about), "A57-8.09", V, registered=65)
    other = copy(case).judge(opens(about), hall=case.hall(DAY, chamber="senate"))
    assert "A57-0.01" in {one.rule for one in other.findings}
    case.take(opens(about), registered=66)


def test_a_vote_that_is_not_open_is_not_closed() -> None:
    asked = act("close_vote", vote=UUID(int=1), totals={"for": 50, "against": 0})
    breaks(Case(), asked, "A57-6.03", V)


def test_the_questions_of_this_power_are_told_apart() -> None:
    case = Case().debated()
    case.voted("take_note", DAY, for_=50)
    case.voted("appeal", DAY, for_=66)
    told = [(one.subject, one.power, one.rule) for one in case.known().rounds]
    assert told == [
        (1, "57(6)", "A57-6.03"), (2, "57(6)", "A57-6.16"), (3, "57(6)", "A57-6.17")
    ]  # fmt: skip


def test_a_defect_of_the_initiative_is_told_of_the_decision_and_of_its_resolution() -> None:
    case = Case(opened=False)
    case.take(act("initiative", FILED, own_activity=False), despite="a reason")
    opened = case.take(opens("hear"))
    assert [(one.rule, one.breach, one.verdict) for one in opened.findings] == [
        ("A57-6.02", I, DISPUTED)
    ]
    vote = case.known().rounds[0].vote
    closed = case.take(act("close_vote", vote=vote, totals={"for": 60, "against": 0}))
    assert (closed.adopted, closed.verdict) == (True, DISPUTED)
    assert closed.sentence.kk.startswith("Шешім қабылданды")
    told: dict[str, Any] = {"heard_on": DAY, "limits": {"report": 20}}
    resolved = case.take(act("resolution", about="hear", **told))
    assert (resolved.verdict, [one.rule for one in resolved.findings]) == (DISPUTED, ["A57-6.02"])
