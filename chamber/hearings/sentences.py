"""What is said for and against an act of a hearing, in three languages."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from chamber.hearings.words import Secret
from chamber.law.act import Sentence, Value
from chamber.law.sentences import fill
from chamber.law.text import Words
from chamber.law.words import kazakh_of, quoted, written

Decider = Literal["bureau", "committee", "commission"]
Told = Literal["topic", "time", "place"]


class Said(Value):
    decide_first: Sentence
    form_first: Sentence
    invite_first: Sentence
    begin_first: Sentence
    register_first: Sentence
    end_first: Sentence
    recommend_first: Sentence
    convey_first: Sentence
    minutes_first: Sentence
    is_cancelled: Sentence
    is_told: Sentence
    is_decided: Sentence
    is_begun: Sentence
    is_ended: Sentence
    has_minutes: Sentence
    is_completed: Sentence
    not_its_own_body: Sentence
    not_an_organising_body: Sentence
    not_the_bureaus_sitting: Sentence
    not_open: Sentence
    plenary_day: Sentence
    day_of_the_other: Sentence
    next_free_day: Sentence
    no_commission: Sentence
    not_a_commission: Sentence
    not_an_organiser: Sentence
    no_notice: Sentence
    notice_lacks: Sentence
    no_time_yet: Sentence
    before_the_time_was_set: Sentence
    another_time: Sentence
    another_place: Sentence
    late: Sentence
    late_today: Sentence
    earliest: Sentence
    not_the_chair: Sentence
    not_admitted: Sentence
    admitted: Sentence
    not_by_chair: Sentence
    no_ground: Sentence
    not_the_bodys_sitting: Sentence
    not_closed: Sentence
    closed: Sentence
    moved: Sentence
    changed: Sentence
    cancelled: Sentence
    date_set: Sentence
    because: Sentence
    report_of_closed: Sentence
    recommendations_of_closed: Sentence
    not_a_reader: Sentence
    not_judged: Sentence
    told: dict[Told, Sentence]
    secrets: dict[Secret, Sentence]
    deciders: dict[Decider, Sentence]


PATH = Path(__file__).with_suffix(".toml")
SAID = Said.model_validate(tomllib.loads(PATH.read_text(encoding="utf-8")))


def joined(*sentences: Sentence) -> Sentence:
    return Sentence(
        kk=" ".join(one.kk for one in sentences),
        ru=" ".join(one.ru for one in sentences),
        en=" ".join(one.en for one in sentences),
    )


def dated(sentence: Sentence, day: date) -> Sentence:
    words = written(day)
    return fill(sentence, kk={"day": words.kk}, ru={"day": words.ru}, en={"day": words.en})


def with_earliest(sentence: Sentence, day: date | None, said: Sentence = SAID.earliest) -> Sentence:
    """The same, and the first day that would do, where there is one."""
    return sentence if day is None else joined(sentence, dated(said, day))


def notice_lacks(what: Iterable[Told]) -> Sentence:
    words = [SAID.told[one] for one in what]
    return fill(
        SAID.notice_lacks,
        kk={"what": ", ".join(one.kk for one in words)},
        ru={"what": ", ".join(one.ru for one in words)},
        en={"what": ", ".join(one.en for one in words)},
    )


def closed(secret: Secret, by: Decider, on: date) -> Sentence:
    kind, who, day = SAID.secrets[secret], SAID.deciders[by], written(on)
    return fill(
        SAID.closed,
        kk={"secret": kind.kk, "by": who.kk, "day": kazakh_of(on)},
        ru={"secret": kind.ru, "by": who.ru, "day": day.ru},
        en={"secret": kind.en, "by": who.en, "day": day.en},
    )


def moved(former: date, new: date) -> Sentence:
    if former == new:
        return SAID.changed
    was, now = written(former), written(new)
    return fill(
        SAID.moved,
        kk={"former": was.kk, "new": now.kk},
        ru={"former": was.ru, "new": now.ru},
        en={"former": was.en, "new": now.en},
    )


def cancelled(day: date | None, reason: Words | None) -> Sentence:
    """`reason`: as somebody wrote it, for English in Russian; of what is closed nothing."""
    told = [SAID.cancelled]
    if day is not None:
        told.append(dated(SAID.date_set, day))
    if reason is not None:
        kazakh, russian = quoted(reason.kk), quoted(reason.ru)
        because = fill(
            SAID.because,
            kk={"reason": kazakh.kk}, ru={"reason": russian.ru}, en={"reason": russian.en},
        )  # fmt: skip
        told.append(because)
    return joined(*told)
