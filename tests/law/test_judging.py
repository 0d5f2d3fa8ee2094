"""An act is lawful under its rule, or every thing that speaks against it is named."""

from datetime import date

import pytest

from chamber.law.act import Sentence
from chamber.law.judging import (
    finding,
    gravest_first,
    lawful,
    no_edition,
    recorded,
    unanswerable,
    worst,
)
from chamber.law.readings import READINGS
from chamber.law.rule import DatedRule, Wording
from chamber.law.rulebook import Law, Lawbook
from chamber.law.ruling import Breach, Verdict
from chamber.law.seats import CHAMBERS, NoChamber, NoEdition

DAY = date(2026, 4, 1)
NAME = Sentence(kk="ұсыныс", ru="представление", en="submission")
TOO_LATE = Sentence(kk="Кеш.", ru="Поздно.", en="Too late.")


def book() -> Lawbook:
    since = {date(1995, 9, 5): Wording(cite="Constitution, art. 57(1)")}
    rules = {
        "A57-1.07": DatedRule(name=NAME, breach=Breach.DEFECT, since=since),
        "A57-1.14": DatedRule(name=NAME, breach=Breach.VOID, since=since),
    }
    editions = dict.fromkeys(rules, "constitution-1995")
    return Lawbook(chambers=CHAMBERS, readings=READINGS, editions=editions, rules=rules)


@pytest.fixture
def law() -> Law:
    return book().on("mazhilis", DAY)


def test_an_act_against_which_nothing_speaks_is_lawful_in_three_languages(law: Law) -> None:
    ruling = lawful(law, "A57-1.07")

    assert ruling.verdict is Verdict.VALID
    assert (ruling.rule, ruling.cite) == ("A57-1.07", "Constitution, art. 57(1)")
    assert ruling.edition == date(1995, 9, 5)
    assert ruling.sentence.kk == "Әрекет заңға сай: ұсыныс."
    assert ruling.sentence.ru == "Действие соответствует закону. Норма: представление."
    assert ruling.sentence.en == "The act is lawful. Rule: submission."
    assert ruling.stands(None)


def test_a_defect_needs_a_reason_and_then_stands(law: Law) -> None:
    ruling = lawful(law, "A57-1.07", [finding(law, "A57-1.07", Verdict.INVALID, TOO_LATE)])

    assert ruling.verdict is Verdict.INVALID
    assert ruling.sentence == TOO_LATE
    assert not ruling.stands(None)
    assert ruling.stands("because")


def test_what_is_no_act_in_law_stands_for_no_reason(law: Law) -> None:
    ruling = lawful(law, "A57-1.07", [finding(law, "A57-1.14", Verdict.INVALID, TOO_LATE)])

    assert not ruling.stands("because")


def test_what_is_no_act_in_law_on_one_reading_only_stands_for_a_reason(law: Law) -> None:
    ruling = lawful(law, "A57-1.07", [finding(law, "A57-1.14", Verdict.DISPUTED, TOO_LATE)])

    assert ruling.verdict is Verdict.DISPUTED
    assert not ruling.stands(None)
    assert ruling.stands("because")


def test_the_case_may_have_another_breach_than_the_rule(law: Law) -> None:
    void = finding(law, "A57-1.07", Verdict.INVALID, TOO_LATE, breach=Breach.VOID)

    assert void.breach is Breach.VOID
    assert finding(law, "A57-1.07", Verdict.INVALID, TOO_LATE).breach is Breach.DEFECT


def test_the_sentence_tells_of_what_refuses_most_firmly(law: Law) -> None:
    defect = finding(law, "A57-1.07", Verdict.INVALID, NAME)
    doubt = finding(law, "A57-1.14", Verdict.DISPUTED, NAME)
    void = finding(law, "A57-1.14", Verdict.INVALID, TOO_LATE)

    assert gravest_first([defect, doubt, void]) == [void, doubt, defect]
    assert lawful(law, "A57-1.07", [defect, doubt, void]).sentence == TOO_LATE


def test_after_the_last_day_of_the_edition_no_act_is_lawful() -> None:
    ruling = no_edition("A57-1.07", "senate", date(2026, 7, 2), book())

    assert ruling.verdict is Verdict.INVALID
    assert ruling.reason == "no edition in force"
    assert ruling.sentence.en == "On 2 July 2026 no rule is in force for this Chamber."
    assert not ruling.stands("because")


def test_a_chamber_that_does_not_exist_does_nothing() -> None:
    no_chamber = NoChamber("mazhilis", date(2023, 2, 1))

    ruling = unanswerable("A57-1.07", no_chamber, book())

    assert ruling.reason == "no chamber on this day"
    assert not ruling.stands("because")


def test_a_rule_without_a_wording_on_the_day_makes_nothing_lawful() -> None:
    law = Law(book(), "senate", date(2026, 7, 1))

    with pytest.raises(NoEdition):
        lawful(law, "A57-1.07")


def test_an_act_that_no_law_speaks_of_is_entered() -> None:
    ruling = recorded()

    assert (ruling.rule, ruling.cite, ruling.verdict) == ("record", "—", Verdict.VALID)
    assert ruling.stands(None)


def test_the_worst_of_several_verdicts_is_theirs() -> None:
    assert worst([]) is Verdict.VALID
    assert worst([Verdict.DISPUTED, Verdict.VALID]) is Verdict.DISPUTED
    assert worst([Verdict.DISPUTED, Verdict.INVALID, Verdict.VALID]) is Verdict.INVALID


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        (None, Verdict.DISPUTED, Verdict.DISPUTED),  # What was not judged may still be spoken of.
        (Verdict.VALID, Verdict.DISPUTED, Verdict.DISPUTED),
        (Verdict.DISPUTED, Verdict.INVALID, Verdict.INVALID),
        (Verdict.INVALID, Verdict.DISPUTED, Verdict.INVALID),
        (Verdict.DISPUTED, Verdict.VALID, Verdict.DISPUTED),
    ],
)
def test_what_speaks_against_an_act_makes_it_no_better(
    law: Law, before: Verdict | None, found: Verdict, after: Verdict
) -> None:
    ruling = lawful(law, "A57-1.07").model_copy(update={"verdict": before})

    assert ruling.against(finding(law, "A57-1.07", found, TOO_LATE)).verdict is after
