"""Who recalls whom is said in words; what the Commission concluded binds nobody; what is next."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Ruling, Verdict
from chamber.mandates.rules import next_acts
from chamber.web.pointers import pointer_to
from chamber.web.reasons import in_three_languages
from tests.mandates.case import BODY, Case, act, mandate

DEPUTIES = {"mazhilis": "list", "senate": "elected"}


def asked(ground: str, chamber: str, on: date = date(2026, 3, 25), **told: Any) -> Ruling:
    case = Case(None, chamber=chamber)
    case.mandates = (mandate(chamber, DEPUTIES[chamber]),)
    who = ground.removeprefix("recalled_by_")
    matter = act(
        "matter", on, ground=ground, chamber=chamber, set_off_by=who, happened_on=on,
        deputy=BODY[chamber][4], **told,
    )  # fmt: skip
    return case.judge(matter)


@pytest.mark.parametrize(
    ("ground", "chamber", "rule", "ru"),
    [
        (
            "recalled_by_president", "mazhilis", "A57-4.13",
            "Президент отзывает только назначенного им сенатора: к депутату Мажилиса это основание "
            "не применяется.",
        ),
        (
            "recalled_by_electors", "mazhilis", "A57-4.14",
            "Выборщики отзывают только избранного ими сенатора: к депутату Мажилиса это основание "
            "не применяется.",
        ),
        (
            "recalled_by_assembly", "senate", "A57-4.12",
            "Ассамблея могла отозвать только избранного ею депутата Мажилиса: к сенатору это "
            "основание не применяется.",
        ),
        (
            "recalled_by_assembly", "mazhilis", "A57-4.12",
            "Норма об отзыве депутата Ассамблеей утратила силу 29 марта 2023 года.",
        ),
    ],
)  # fmt: skip
def test_a_recall_that_cannot_be_says_why(ground: str, chamber: str, rule: str, ru: str) -> None:
    ruling = asked(ground, chamber)

    [found] = ruling.findings
    assert (found.rule, found.breach, found.verdict) == (rule, Breach.VOID, Verdict.INVALID)
    assert found.sentence.ru == ruling.sentence.ru == ru
    assert not ruling.stands("a reason")


@pytest.mark.parametrize("on", [date(2003, 9, 3), date(2026, 8, 2)])
def test_a_recall_is_judged_by_its_own_rule_also_before_there_was_one(on: date) -> None:
    ruling = asked("recalled_by_assembly", "mazhilis", on)

    assert {(one.rule, one.breach) for one in ruling.findings} == {("A57-4.12", Breach.VOID)}


def test_on_a_day_without_law_the_day_is_what_is_told() -> None:
    ruling = asked("recalled_by_president", "mazhilis", date(2026, 7, 2))

    assert ruling.reason == "no edition in force"


def test_incompatibility_names_the_activity() -> None:
    with pytest.raises(Impossible) as wrong:
        Case("incompatible", set_off_by="cec")

    assert wrong.value.field == "activity"
    assert wrong.value.message == "is missing: name the activity that is incompatible"
    with pytest.raises(Impossible, match="no other ground"):
        Case("resigned", activity="teaching")


@pytest.mark.parametrize("favours", [True, False])
def test_an_unfavourable_conclusion_is_noted_at_the_vote_and_binds_nobody(*, favours: bool) -> None:
    case = Case()
    case.take(act("conclusion", favours=favours))

    ruling = case.take(act("open_vote"))

    told = [one.sentence.en for one in ruling.findings]
    assert ruling.verdict is Verdict.VALID
    assert told == (
        []
        if favours
        else [
            "The conclusion of the Central Election Commission speaks against ending the powers; "
            "it does not bind the Chamber."
        ]
    )


def test_a_note_of_the_conclusion_hides_no_defect_of_it() -> None:
    case = Case()
    case.take(act("conclusion", favours=False))
    case.take(act("conclusion", favours=False), despite="a reason")

    ruling = case.take(act("open_vote"))

    told = [(one.rule, one.verdict) for one in ruling.findings]
    assert sorted(told) == [("A57-4.21", Verdict.DISPUTED), ("A57-4.21", Verdict.VALID)]


def test_after_the_vote_the_resolution_is_offered_before_another_vote() -> None:
    case = Case()
    case.take(act("conclusion"))
    case.take(act("open_vote"))
    assert next_acts(case.known()) == ["close_vote"]
    vote = case.known().rounds[-1].vote
    case.take(act("close_vote", vote=vote, totals={"for": 60, "against": 1}))

    assert next_acts(case.known()) == ["resolution", "open_vote"]


def test_the_pointer_leads_to_the_activity_that_is_missing() -> None:
    told = "is missing: name the activity that is incompatible"
    said = in_three_languages(told)

    assert pointer_to("activity", {"act": {"kind": "matter"}}, told) == "#/act/activity"
    assert said is not None
    assert (said.kk, said.ru) == (
        "үйлеспеушілік үшін қызмет түрі көрсетілуге тиіс",
        "при несовместимости нужно указать деятельность",
    )
