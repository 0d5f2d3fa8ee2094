"""Who has the floor: deputies who are there, and in the Mazhilis factions and groups."""

import pytest

from chamber.law.ruling import Breach, Impossible, Ruling, Verdict
from chamber.reports.facts import Body
from tests.reports.breaking import breaks
from tests.reports.case import DAY, FACTION, PEOPLE, Case, act, senate

DISPUTED, INVALID = Verdict.DISPUTED, Verdict.INVALID
I = Breach.INFORMS  # noqa: E741 -- as the catalogue has it
ONE = Body(chamber="mazhilis", kind="faction", members=())


def told(ruling: Ruling) -> list[tuple[str, Breach, Verdict]]:
    return [(one.rule, one.breach, one.verdict) for one in ruling.findings]


@pytest.mark.parametrize("kind", ["question", "opinion"])
def test_a_faction_and_a_group_must_be_let_speak_in_the_mazhilis(kind: str) -> None:
    case = Case().prepared().heard()
    faction = act(kind, for_faction=FACTION, admitted=False)
    assert told(case.judge(faction, body=ONE)) == [("A57-6.13", I, INVALID)]
    group = act(kind, for_group="Ауыл", admitted=False)
    assert told(case.judge(group)) == [("A57-6.13", I, INVALID)]
    assert told(case.judge(act(kind, admitted=False))) == [("A57-6.13", I, DISPUTED)]
    assert case.take(act(kind)).findings == ()


def test_in_the_senate_a_refusal_is_disputed_whoever_is_refused() -> None:
    case = senate().prepared().heard()
    asked = act("opinion", for_group="Өңір", admitted=False)
    assert told(case.take(asked)) == [("A57-6.13", I, DISPUTED)]


def test_a_faction_is_one_of_this_chamber() -> None:
    case = Case().prepared().heard()
    other = Body(chamber="mazhilis", kind="committee", members=())
    with pytest.raises(Impossible, match="for_faction"):
        case.take(act("question", for_faction=FACTION), body=other)
    with pytest.raises(Impossible, match="not both"):
        case.take(act("question", for_faction=FACTION, for_group="Ауыл"), body=ONE)


@pytest.mark.parametrize("kind", ["question", "opinion", "question_received"])
def test_only_a_deputy_who_is_there_speaks(kind: str) -> None:
    case = Case().prepared().heard()
    rule = "A57-6.14" if kind == "question_received" else "A57-6.13"
    asked = act(kind, deputy=PEOPLE[2])
    breaks(case, asked, rule, speaks=False)
    away = case.hall(DAY, present=PEOPLE[3:80], registered=77)
    breaks(case, asked, rule, hall=away)


@pytest.mark.parametrize("kind", ["question", "opinion"])
def test_nobody_speaks_after_the_debate(kind: str) -> None:
    breaks(Case().debated(), act(kind), "A57-6.14")


def test_only_an_appeal_names_laws() -> None:
    with pytest.raises(Impossible, match="laws"):
        Case().prepared().take(act("question_received", about="take_note", laws=["№ 1"]))
