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
    late: Sentence
    done: Sentence
    reminded: Sentence
    calendar: Sentence
    about: Sentence
    what: dict[What, Sentence]
    states: dict[str, Sentence]


SAID = Said.model_validate(
    tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
)


def late(last: date) -> Sentence:
    return filled(SAID.late, "last", written(last))


def done_on(day: date) -> Sentence:
    return filled(SAID.done, "day", written(day))


def reminded(to: str) -> Sentence:
    return filled(SAID.reminded, "to", quoted(to))


def filled(template: Sentence, hole: str, words: Sentence) -> Sentence:
    told = {"kk": {hole: words.kk}, "ru": {hole: words.ru}, "en": {hole: words.en}}
    return fill(template, **told)
