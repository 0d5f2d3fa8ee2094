"""What is said for and against an act of a matter of immunity, in three languages."""

import tomllib
from datetime import date
from pathlib import Path

from chamber.immunity.acts import Exempt, Measure
from chamber.law.act import Sentence, Value
from chamber.law.rule import Rule
from chamber.law.sentences import T, fill
from chamber.law.words import kazakh_of, written


class Said(Value):
    not_by_prosecutor: Sentence
    not_its_deputy: Sentence
    not_receivable: Sentence
    no_measure: Sentence
    not_a_measure: Sentence
    after_the_measure: Sentence
    on_the_same_day: Sentence
    exempt: Sentence
    by_a_court: Sentence
    submit_first: Sentence
    forward_first: Sentence
    conclude_first: Sentence
    not_prepared: Sentence
    already_forwarded: Sentence
    already_concluded: Sentence
    already_answered: Sentence
    not_binding: Sentence
    no_stop: Sentence
    told_too_late: Sentence
    not_told: Sentence
    not_admitted: Sentence
    not_asked: Sentence
    no_longer_a_deputy: Sentence
    already_open: Sentence
    already_resolved: Sentence
    vote_first: Sentence
    resolve_first: Sentence
    not_adopted: Sentence
    adopted: Sentence
    without_consent: Sentence
    accepted: Sentence
    crossing: Sentence
    days_unknown: Sentence
    question: Sentence
    exceptions: dict[Exempt, Sentence]


PATH = Path(__file__).with_suffix(".toml")
SAID = Said.model_validate(tomllib.loads(PATH.read_text(encoding="utf-8")))


def not_a_measure(day: date) -> Sentence:
    words = written(day)
    return fill(
        SAID.not_a_measure, kk={"of": kazakh_of(day)}, ru={"day": words.ru}, en={"day": words.en}
    )


def after_the_measure(*, taken: date, received: date) -> Sentence:
    days = {"taken": written(taken), "received": written(received)}
    return fill(
        SAID.after_the_measure,
        kk={name: day.kk for name, day in days.items()},
        ru={name: day.ru for name, day in days.items()},
        en={name: day.en for name, day in days.items()},
    )


def of_day(sentence: Sentence, day: date) -> Sentence:
    words = written(day)
    return fill(sentence, kk={"day": words.kk}, ru={"day": words.ru}, en={"day": words.en})


def exempt(exception: Exempt) -> Sentence:
    why = SAID.exceptions[exception]
    return fill(
        SAID.exempt, kk={"exception": why.kk}, ru={"exception": why.ru}, en={"exception": why.en}
    )


def not_asked(measure: Measure) -> Sentence:
    return fill(SAID.not_asked, {"measure": T.measures[measure]})


def accepted(rule: Rule) -> Sentence:
    name = rule.name
    return fill(SAID.accepted, kk={"rule": name.kk}, ru={"rule": name.ru}, en={"rule": name.en})


def question(measure: Measure, name: Sentence) -> Sentence:
    """What is put to the vote. `name`: of the deputy."""
    return fill(SAID.question, {"measure": T.measures[measure], "name": name})
