"""Votes of the past, as their sources tell them, judged by the law of their day."""

from datetime import date

import pytest

from chamber.law.ruling import Impossible, Ruling, Verdict
from chamber.law.text import Words
from chamber.record.recorded.acts import AnotherSource, Counts, RecordedVote, Source
from chamber.record.recorded.rules import Given, conflicts, judge, step
from chamber.record.votes.facts import Outcome
from chamber.record.votes.rules import outcome


def vote(
    on: str, *sources: Source, chamber: str = "mazhilis", rule: str = "F-2.11"
) -> RecordedVote:
    return RecordedVote(
        on=date.fromisoformat(on), chamber=chamber, convocation=7, rule=rule, sources=sources,
        question=Words(kk="Сұрақ", ru="Вопрос"), official_outcome=Outcome.ADOPTED,
    )  # fmt: skip


def told(name: str = "minutes", **counts: int) -> Source:
    return Source(name=name, counts=Counts(**counts))


def judged(act: RecordedVote) -> Ruling:
    return judge(None, act, Given())


@pytest.mark.parametrize(
    ("on", "chamber", "votes", "needed", "adopted"),
    [
        ("2021-01-15", "mazhilis", 78, 54, True),
        ("2021-01-15", "mazhilis", 53, 54, False),
        ("2023-03-30", "mazhilis", 50, 50, True),
        ("2023-03-30", "mazhilis", 49, 50, False),
        ("2023-01-26", "senate", 26, 26, True),
        ("2023-01-26", "senate", 25, 26, False),
    ],
)
def test_a_vote_of_the_past_is_judged_by_the_seats_of_its_day(
    on: str, chamber: str, votes: int, needed: int, adopted: bool
) -> None:
    ruling = judged(vote(on, told(in_favour=votes), chamber=chamber))

    assert (ruling.needed, ruling.adopted) == (needed, adopted)
    assert outcome(ruling) is (Outcome.ADOPTED if adopted else Outcome.NOT_ADOPTED)


def test_without_counts_nothing_is_judged_and_the_official_outcome_is_told() -> None:
    ruling = judged(vote("2022-12-29", told(), chamber="senate"))

    assert (ruling.verdict, ruling.adopted, outcome(ruling)) == (None, None, Outcome.NOT_JUDGED)
    assert ruling.sentence.kk == (
        "Баға берілмеді: дауыс саны белгісіз. Дереккөз бойынша ресми нәтиже: шешім қабылданды."
    )
    assert ruling.sentence.ru == (
        "Оценка не дана: число голосов неизвестно. "
        "Официальный результат по источнику: решение принято."
    )
    assert ruling.sentence.en == (
        "Not judged: the counts are unknown. Official outcome according to the source: adopted."
    )


@pytest.mark.parametrize(("on", "known"), [("2023-01-24", False), ("2023-01-25", True)])
def test_where_seats_are_not_known_nothing_is_judged(on: str, known: bool) -> None:
    ruling = judged(vote(on, told(in_favour=44, against=0, present=44), chamber="senate"))

    assert (ruling.reason == "seats not known") is not known
    assert (outcome(ruling) is Outcome.NOT_JUDGED) is not known


def test_a_vote_below_quorum_is_invalid_whatever_its_count() -> None:
    assert judged(vote("2023-03-30", told(in_favour=60, present=65))).verdict is Verdict.INVALID
    assert judged(vote("2023-03-30", told(in_favour=60, present=66))).verdict is Verdict.VALID


def test_sources_that_differ_are_shown_as_a_conflict_in_three_languages() -> None:
    first = Source(name="отырыс хаттамасы", counts=Counts(in_favour=71))
    second = Source(name="баспасөз хабарламасы", counts=Counts(in_favour=72))

    assert [s.kk for s in conflicts([first, second])] == [
        "Дереккөздердің деректері сәйкес келмейді. Жақтап берілген дауыс: "
        "«отырыс хаттамасы» — 71, «баспасөз хабарламасы» — 72."
    ]
    assert [s.en for s in conflicts([first, second])] == [
        "The sources differ. For: “отырыс хаттамасы” — 71, “баспасөз хабарламасы” — 72."
    ]
    assert conflicts([first, first.model_copy(update={"name": "again"})]) == []


def test_a_source_that_does_not_tell_a_number_contradicts_nobody() -> None:
    assert conflicts([told(in_favour=71), told("press")]) == []


def test_another_source_never_changes_what_was_judged() -> None:
    act = vote("2023-03-30", told(in_favour=82, against=7, abstained=8, present=97))
    facts = step(None, act, Given(), judged(act))

    more = AnotherSource(on=act.on, source=told("press", in_favour=40))
    after = step(facts, more, Given(), judge(facts, more, Given()))

    assert after.ruling == facts.ruling
    assert after.others == (more.source,)


@pytest.mark.parametrize("rule", ["A57-1.07", "A57-99.99"])
def test_a_vote_is_judged_by_a_rule_that_has_a_threshold(rule: str) -> None:
    with pytest.raises(Impossible, match=rule):
        judged(vote("2023-03-30", told(in_favour=50), rule=rule))
