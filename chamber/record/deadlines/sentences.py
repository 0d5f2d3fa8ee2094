"""The words for what is due and how it stands, in three languages."""

import tomllib
from datetime import date
from pathlib import Path

from chamber.law.act import Sentence, Value
from chamber.law.sentences import fill
from chamber.law.words import quoted, written
from chamber.record.deadlines.facts import What


class Said(Value):
    """All of `sentences.toml`."""

    unknown: Sentence
    repealed: Sentence
    days_off: Sentence
    late: Sentence
    done: Sentence
    reminded: Sentence
    calendar: Sentence
    about: Sentence
    what: dict[What, Sentence]


SAID = Said.model_validate(
    tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
)


def days_off(last: date, until: date) -> Sentence:
    return filled(SAID.days_off, last=written(last), until=written(until))


def late(last: date) -> Sentence:
    return filled(SAID.late, last=written(last))


def done_on(day: date) -> Sentence:
    return filled(SAID.done, day=written(day))


def reminded(to: str) -> Sentence:
    return filled(SAID.reminded, to=quoted(to))


def filled(template: Sentence, **words: Sentence) -> Sentence:
    kk, ru, en = (
        {hole: getattr(said, language) for hole, said in words.items()}
        for language in ("kk", "ru", "en")
    )
    return fill(template, kk=kk, ru=ru, en=en)
