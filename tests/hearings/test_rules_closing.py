"""Open is the rule; closed needs a secret and a decision. Rules A57-5.07, 5.13, 5.14."""

from datetime import timedelta
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.hearings.case import (
    CLOSED,
    COMMITTEE_SITTING,
    DECIDED,
    SECOND,
    SECRET,
    Case,
    act,
    at,
    breaks,
    hall,
    keeps,
    notice,
)

RULE = "A57-5.14"
BY_COMMITTEE: dict[str, Any] = CLOSED | {
    "decided_by": "committee", "sitting": COMMITTEE_SITTING, "tally": {"for": 6, "against": 0}
}  # fmt: skip
OF_COMMITTEE: dict[str, Any] = {"hall": hall("committee", 8), "members": 11}


def private() -> Case:
    return Case(form="closed").prepared("form", "notice")


def closing(**more: Any) -> Any:
    return act("form", **(CLOSED | more))


def test_the_bureau_closes_a_hearing_because_of_a_state_secret() -> None:
    case = private()
    ruling = keeps(case, closing(), RULE)
    assert ruling.sentence.kk == (
        "Тыңдау жабық нысанда өткізіледі: мемлекеттік құпияны құрайтын мәліметтер қозғалады. "
        "Негіз: Палата Бюросының 2026 жылғы 4 наурыздағы шешімі."
    )
    form = case.known().form
    assert form is not None
    assert (form.decided_by, form.decided_on) == ("bureau", DECIDED)
    assert case.known().closed


def test_so_does_the_committee_because_of_another_secret() -> None:
    other = {"ground": SECRET | {"secret": "other_secret"}}
    ruling = keeps(private(), act("form", **BY_COMMITTEE), RULE, **OF_COMMITTEE)
    assert ruling.sentence.ru.endswith("Основание: решение комитета от 4 марта 2026 года.")
    ruling = keeps(private(), act("form", **(BY_COMMITTEE | other)), RULE, **OF_COMMITTEE)
    assert ruling.sentence.en == (
        "The hearing is closed: it touches matters that are another secret protected by law. "
        "Basis: decision of the committee of 4 March 2026."
    )
    commission = hall("commission", 8)
    ruling = keeps(private(), act("form", **BY_COMMITTEE), RULE, hall=commission, members=11)
    assert "decision of the commission of" in ruling.sentence.en


def test_not_the_chair_alone_and_not_without_a_ground() -> None:
    """W-37."""
    found = breaks(private(), closing(decided_by="chair", sitting=None, tally=None), RULE)
    assert found.sentence.en.endswith("not the chair alone.")
    found = breaks(private(), closing(ground=None), RULE)
    assert found.sentence.en.startswith("No ground for closing the hearing is given")
    both = private().judge(closing(decided_by="chair", ground=None))
    assert [one.rule for one in both.findings] == [RULE, RULE]


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ({}, {"hall": hall("committee")}),  # It says: by the Bureau.
        ({}, {"hall": hall("plenary", body=None)}),
        ({}, {"hall": hall(chamber="senate")}),
        ({}, {"hall": None}),
        ({"tally": None}, {}),
        ({"decided_by": "committee"}, {"hall": hall("committee", body=SECOND)}),
        ({"decided_by": "committee"}, {"hall": hall("committee", chamber="senate")}),
        ({"decided_by": "committee"}, {}),  # It is the Bureau that sits.
    ],
)
def test_only_at_the_sitting_of_who_decides(asked: dict[str, Any], seen: dict[str, Any]) -> None:
    found = breaks(private(), closing(**asked), RULE, **seen)
    assert found.sentence.en.startswith("It is decided at a sitting of the Bureau")


@pytest.mark.parametrize("days", [{"opened_on": None}, {"closed_on": DECIDED - timedelta(1)}])
def test_only_while_it_sits(days: dict[str, Any]) -> None:
    found = breaks(private(), closing(), RULE, hall=hall(**days))
    assert found.sentence.en == "The sitting is not open on this day."


def test_by_a_majority_of_the_bureau_that_is_present() -> None:
    keeps(private(), closing(tally={"for": 8, "against": 6}), RULE)
    found = breaks(private(), closing(tally={"for": 7, "against": 7}), RULE)
    assert found.sentence.en.startswith("It was not decided to close the hearing")


def test_by_a_majority_of_the_members_of_the_committee() -> None:
    keeps(private(), act("form", **BY_COMMITTEE), RULE, **OF_COMMITTEE)
    five: dict[str, Any] = BY_COMMITTEE | {"tally": {"for": 5, "against": 0}}
    breaks(private(), act("form", **five), RULE, **OF_COMMITTEE)


def test_with_a_quorum_of_the_bureau() -> None:
    nine: dict[str, Any] = {"hall": hall(registered=9)}
    breaks(private(), closing(tally={"for": 9, "against": 0}), RULE, **nine)
    breaks(private(), closing(tally={"for": 9, "against": 0}), "A57-7.10", Breach.VOID, **nine)
    keeps(private(), closing(), RULE, hall=hall(registered=10))


def test_with_a_quorum_of_the_committee() -> None:
    seven: dict[str, Any] = {"hall": hall("committee", 7), "members": 11}
    breaks(private(), act("form", **BY_COMMITTEE), RULE, **seven)
    breaks(private(), act("form", **BY_COMMITTEE), "F-2.12", **seven)


def test_that_a_hearing_is_open_needs_nothing() -> None:
    case = Case()
    ruling = keeps(case, act("form", decided_by="chair", ground=None), "A57-5.07", hall=None)
    assert (ruling.rule, ruling.verdict) == ("A57-5.07", Verdict.VALID)
    assert not case.known().closed


def test_the_bureaus_decision_that_closes_it_needs_a_ground_too() -> None:
    keeps(Case(), act("decision", form="closed", ground=SECRET), RULE)
    breaks(Case(), act("decision", form="closed"), RULE)
    keeps(Case(), act("decision", form="open"), RULE)


def test_what_was_told_to_the_public_does_not_vanish() -> None:
    case = Case().prepared("form")
    assert case.known().goes_out
    why = "form: the hearing has been announced as open: cancel it, and propose a closed one"
    with pytest.raises(Impossible, match=why):
        case.judge(closing())
    told = Case()
    told.take(notice(at(DECIDED)))
    with pytest.raises(Impossible, match=why):
        told.judge(act("decision", form="closed", ground=SECRET))
    assert told.judge(act("decision", form="open")).stands(None)
    assert case.judge(act("form")).stands(None)


@pytest.mark.parametrize("proposed", ["open", "closed"])
def test_what_was_closed_stays_closed(proposed: str) -> None:
    """What was said behind closed doors is not told by a word of the chair's."""
    why = "form: what was closed stays closed: cancel it, and propose an open one"
    case = Case(form=proposed)
    if proposed == "open":
        case.take(closing())
    with pytest.raises(Impossible, match=why):
        case.judge(act("form", decided_by="chair"))
    with pytest.raises(Impossible, match=why):
        case.judge(act("decision", form="open"))
    assert case.judge(act("decision")).stands(None), "what says nothing of the form opens nothing"


def test_a_draft_may_be_closed() -> None:
    case = Case().prepared("form", "notice")
    case.take(act("form"))
    assert not case.known().closed
    case.take(closing())
    assert case.known().closed
    case.take(notice(at(DECIDED)))
    assert not case.known().goes_out, "a notice does not make public what is closed"
    assert case.judge(closing()).stands(None)


def test_an_open_hearing_admits_the_media_and_the_public() -> None:
    case = Case().prepared()
    keeps(case, act("begin", admitted=["media", "public"]), "A57-5.13")
    for admitted in ([], ["media"], ["public"]):
        breaks(Case().prepared(), act("begin", admitted=admitted), "A57-5.13")
    assert keeps(Case().prepared(), act("begin"), "A57-5.13").findings == ()


def test_a_closed_one_admits_neither() -> None:
    def closed() -> Case:
        case = private()
        case.take(closing())
        case.take(act("notice"))
        return case

    keeps(closed(), act("begin", admitted=[]), RULE)
    for admitted in (["media"], ["media", "public"]):
        breaks(closed(), act("begin", admitted=admitted), RULE)
