"""The result of a count as one plain sentence in three languages."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Literal

from chamber.law.act import Sentence, Value
from chamber.law.counting import Share
from chamber.law.rule import Base, Rule, Says
from chamber.law.words import (
    RUSSIAN,
    english_noun,
    kazakh_of,
    russian_noun,
    share_named,
    written,
)

Yes = Literal["yes", "no"]
# After "not less than" a Russian noun stands in the genitive.
RUSSIAN_UNITS = {
    "votes": ("голоса", "голосов"),
    "signatures": ("подписи", "подписей"),
    "deputies": ("депутата", "депутатов"),
    "members": ("члена", "членов"),
}
KAZAKH_UNITS = {"votes": "дауыс", "signatures": "қол", "deputies": "депутат", "members": "мүше"}
HALF = Sentence(kk="жартысы", ru="половина", en="one half")


class Templates(Value):
    """All of `sentences.toml`."""

    results: dict[Says, dict[Yes, Sentence]]
    of: dict[Base, Sentence]
    by: dict[str, Sentence]
    branch: dict[Yes, Sentence]
    said: dict[str, Sentence]
    and_: Sentence
    measures: dict[str, Sentence]

    @classmethod
    def load(cls, path: Path) -> "Templates":
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls.model_validate({"and_": tables.pop("and"), **tables})


T = Templates.load(Path(__file__).with_name("sentences.toml"))


class Branch(Value):
    """One reading of a count: by what it counts, of how many, how many it needs."""

    by: str  # A key of [by] in `sentences.toml`.
    total: int
    needed: int
    adopted: bool


def result(
    rule: Rule, *, count: int, total: int, needed: int, adopted: bool, measure: str = "immunity"
) -> Sentence:
    """What a count came to. `measure`: for a consent, to what it was asked."""
    assert rule.says is not None, f"{rule.id} counts nothing"
    assert rule.base is not None, f"{rule.id} has no base"
    short, units = needed - count, units_of(rule)
    people = "members" if rule.base is Base.MEMBERS else "deputies"
    share = named(rule)
    of = fill(T.of[rule.base], {"total": total}, kk={"share": share.kk}, ru={"share": share.ru})
    numbers: dict[str, object] = {"count": count, "needed": needed, "short": short}
    return fill(
        T.results[rule.says]["yes" if adopted else "no"],
        numbers | {"measure": T.measures[measure]},
        kk={"of": of.kk, "people": KAZAKH_UNITS[people]},
        ru={
            "of": of.ru,
            "unit": russian_unit(short, units),
            "people": russian_noun(count, people),
        },
        en={
            "of": of.en,
            "share": share.en,
            "unit": english_noun(short, units),
            "people": english_noun(count, people),
            "are": "is" if count == 1 else "are",
        },
    )


def disputed(rule: Rule, branches: Sequence[Branch], applied: Sequence[str]) -> Sentence:
    """The readings that differ, each with its number, and the one that was applied."""
    units = units_of(rule)
    told = [told_branch(branch, units) for branch in branches]
    by = [fill(T.by[name], {"n": ""}) for name in applied]
    return fill(
        T.said["disputed"],
        kk={"branches": "; ".join(s.kk for s in told), "applied": T.and_.kk.join(b.kk for b in by)},
        ru={"branches": "; ".join(s.ru for s in told), "applied": T.and_.ru.join(b.ru for b in by)},
        en={"branches": "; ".join(s.en for s in told), "applied": T.and_.en.join(b.en for b in by)},
    )


def told_branch(branch: Branch, units: str) -> Sentence:
    by = fill(T.by[branch.by], {"n": f" ({branch.total})"})
    return fill(
        T.branch["yes" if branch.adopted else "no"],
        {"needed": branch.needed},
        kk={"by": by.kk, "unit": KAZAKH_UNITS[units]},
        ru={"by": by.ru, "unit": russian_unit(branch.needed, units)},
        en={"by": by.en},
    )


def no_edition(day: date) -> Sentence:
    return dated("no_edition", day)


def no_chamber(day: date) -> Sentence:
    return dated("no_chamber", day)


def seats_unknown(inside: Sentence, day: date) -> Sentence:
    """`inside`: the Chamber as a place, "in the Senate"."""
    return dated("seats_unknown", day, inside)


def dated(name: str, day: date, inside: Sentence | None = None) -> Sentence:
    words, inside = written(day), inside or Sentence(kk="", ru="", en="")
    return fill(
        T.said[name],
        kk={"of": kazakh_of(day), "inside": inside.kk},
        ru={"day": words.ru, "inside": inside.ru},
        en={"day": words.en, "inside": inside.en},
    )


def units_of(rule: Rule) -> str:
    """What the rule counts: votes, signatures, deputies or members."""
    if rule.says is Says.INITIATIVE:
        return "signatures"
    if rule.says is Says.QUORUM:
        return "members" if rule.base is Base.MEMBERS else "deputies"
    return "votes"


def named(rule: Rule) -> Sentence:
    assert rule.share is not None, f"{rule.id} has no share"
    # Half is called a majority only where more than half is asked.
    if rule.share == Share(1, 2, strict=False):
        return HALF
    return share_named(Fraction(rule.share.numerator, rule.share.denominator))


def russian_unit(number: int, units: str) -> str:
    one, other = RUSSIAN_UNITS[units]
    return one if RUSSIAN.plural_form(number) == "one" else other


def fill(
    template: Sentence,
    all_: Mapping[str, object] | None = None,
    *,
    kk: Mapping[str, object] | None = None,
    ru: Mapping[str, object] | None = None,
    en: Mapping[str, object] | None = None,
) -> Sentence:
    """The template with its numbers, which are the same in all languages, and its words."""
    same = all_ or {}
    return Sentence(
        kk=template.kk.format_map({**same, **(kk or {})}),
        ru=template.ru.format_map({**same, **(ru or {})}),
        en=template.en.format_map({**same, **(en or {})}),
    )
