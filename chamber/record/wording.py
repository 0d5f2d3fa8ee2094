"""What an act says, in a clerk's words: for whoever reads how an entry was corrected."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from chamber.law.act import Sentence, Value
from chamber.law.terms import astana
from chamber.law.timing_sentences import moment
from chamber.law.words import written
from chamber.record.votes.facts import Protocol, Totals
from chamber.record.votes.sentences import FIGURES

WORDS = {
    code: Sentence.model_validate(words)
    for code, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
DASH = Sentence(kk="—", ru="—", en="—")
Names = Mapping[UUID, Sentence]


def differences(one: Value, other: Value | None, names: Names) -> Sentence:
    """The values in which one differs from the other, in the order of its fields.

    Without another: all that it says, but for the name of its kind, which is no clerk's word.
    """
    told = [name for name in type(one).model_fields if name != "kind"]
    pairs = [(getattr(one, name), getattr(other, name, None)) for name in told]
    return joined("; ", [in_words(mine, its, names) for mine, its in pairs if mine != its])


def in_words(value: Any, other: Any, names: Names) -> Sentence:  # noqa: PLR0911 -- one for each form
    """A value, as far as it differs from the other one."""
    match value:
        case None | ():
            return DASH
        case bool():
            return WORDS["yes" if value else "no"]
        case datetime() | date():
            return when(value)
        case UUID():
            return names.get(value) or same(value)
        case Totals():
            return counted(value)
        case Protocol():
            return figures(value)
        case Value():
            return differences(value, other if isinstance(other, type(value)) else None, names)
        case Mapping():
            return paired(value, other if isinstance(other, Mapping) else {}, names)
        case frozenset():
            others = sorted(other) if isinstance(other, frozenset) else ()
            return listed(sorted(value), others, names)
        case tuple() | list():
            return listed(value, other if isinstance(other, tuple | list) else (), names)
        case str():
            return WORDS.get(value) or same(value)
    return same(value)


def when(day: date) -> Sentence:
    return moment(astana(day), timed=True) if isinstance(day, datetime) else written(day)


def same(value: object) -> Sentence:
    text = str(value)
    return Sentence(kk=text, ru=text, en=text)


def counted(totals: Totals) -> Sentence:
    yes, no, neither = totals.in_favour, totals.against, totals.abstained
    return Sentence(
        kk=f"жақтап — {yes}, қарсы — {no}, қалыс қалды — {neither}",
        ru=f"«за» — {yes}, «против» — {no}, воздержались — {neither}",
        en=f"for {yes}, against {no}, abstained {neither}",
    )


def figures(protocol: Protocol) -> Sentence:
    """Of a secret vote."""
    told = [
        Sentence(kk=f"{name.kk} — {number}", ru=f"{name.ru} — {number}", en=f"{name.en} {number}")
        for field, name in FIGURES.items()
        if (number := getattr(protocol, field, None)) is not None
    ]
    return joined(", ", told)


def paired(mine: Mapping[Any, Any], its: Mapping[Any, Any], names: Names) -> Sentence:
    """Who did what, where it differs."""
    pairs = [
        (in_words(key, None, names), in_words(value, None, names))
        for key, value in mine.items()
        if key not in its or its[key] != value
    ]
    told = [
        Sentence(kk=f"{who.kk} — {what.kk}", ru=f"{who.ru} — {what.ru}", en=f"{who.en} — {what.en}")
        for who, what in pairs
    ]
    return joined(", ", told)


def listed(mine: Iterable[Any], its: Iterable[Any], names: Names) -> Sentence:
    """What only this list has; of two that only differ in their order, the whole of it."""
    mine, its = list(mine), list(its)
    own = [one for one in mine if one not in its]
    rest = own if own or len(mine) != len(its) else mine
    return joined(", ", [in_words(one, None, names) for one in rest])


def joined(between: str, said: Iterable[Sentence]) -> Sentence:
    told = list(said)
    if not told:
        return DASH
    return Sentence(
        kk=between.join(one.kk for one in told),
        ru=between.join(one.ru for one in told),
        en=between.join(one.en for one in told),
    )
