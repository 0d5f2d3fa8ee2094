"""What a clock says, as one plain sentence in three languages."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from chamber.law.act import Sentence, Value
from chamber.law.sentences import fill
from chamber.law.words import english_noun, kazakh_on, russian_noun, written

TIMES = " × "  # Between the readings of two questions: "Q-02 A × Q-03 B".
Outcome = Literal["open", "kept", "missed"]


class Before(Sentence):
    """An act that came too soon, in words and for programs."""

    reason: str


class Templates(Value):
    """All of `timing_sentences.toml`."""

    says: dict[str, dict[Outcome, Sentence]]
    before: dict[str, Before]
    disputed: dict[Literal["late", "early"], Sentence]
    transition: Sentence


T = Templates.model_validate(
    tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
)


def said(clock: str, outcome: Outcome, days: Mapping[str, date]) -> Sentence:
    """`days`: start, limit, act, earliest. The hour is told where the limit is an instant."""
    timed = isinstance(days["limit"], datetime)
    words = {name: moment(day, timed and name != "start") for name, day in days.items()}
    clear = (days["start"].toordinal() - days.get("act", days["start"]).toordinal()) - 1
    return fill(
        T.says[clock][outcome],
        {"days": clear},
        kk={name: word.kk for name, word in words.items()} | {"start_on": kazakh_on(days["start"])},
        ru={name: word.ru for name, word in words.items()}
        | {"days_ru": russian_noun(clear, "clear days")},
        en={name: word.en for name, word in words.items()} | {"days_en": remain(clear)},
    )


def moment(day: date, timed: bool) -> Sentence:
    words = written(day)
    if not (timed and isinstance(day, datetime)):
        return words
    hour = f"{day:%H:%M:%S}".removesuffix(":00")
    return Sentence(kk=f"{words.kk}, {hour}", ru=f"{words.ru}, {hour}", en=f"{words.en}, {hour}")


def remain(clear: int) -> str:
    return f"{english_noun(clear, 'clear days')} remain{'s' if clear == 1 else ''}"


def before(what: str, day: date) -> tuple[Sentence, str]:
    template, words = T.before[what], written(day)
    sentence = fill(template, kk={"day": words.kk}, ru={"day": words.ru}, en={"day": words.en})
    return sentence, template.reason


def disputed(
    *, early: bool, kept: Sequence[str], missed: Sequence[str], applied: Sequence[str]
) -> Sentence:
    names = {"kept": shortest(kept, missed), "missed": shortest(missed, kept), "applied": applied}
    return fill(
        T.disputed["early" if early else "late"],
        {word: ", ".join(readings) for word, readings in names.items()},
    )


def shortest(products: Sequence[str], others: Sequence[str]) -> list[str]:
    """Where one reading settles the matter whatever the other is, it is named alone."""
    doubtful = {reading for other in others for reading in other.split(TIMES)}
    singles = dict.fromkeys(reading for product in products for reading in product.split(TIMES))
    alone = [reading for reading in singles if reading not in doubtful]
    rest = [product for product in products if not {*product.split(TIMES)} & {*alone}]
    return sorted(alone) + rest


def transition(last: date) -> Sentence:
    words = written(last)
    return fill(T.transition, kk={"last": words.kk}, ru={"last": words.ru}, en={"last": words.en})
