"""What a chamber's ledgers hold, who is in office and which bodies it has, is judged by date."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, no_edition, recorded
from chamber.law.period import Period
from chamber.law.rulebook import LAW
from chamber.law.ruling import Impossible, Ruling, Verdict
from chamber.law.seats import NoEdition


class Defect(NamedTuple):
    """What the law does not want of an entry."""

    rule: str
    sentence: Sentence
    numbers: tuple[tuple[str, int], ...] = ()


def judge_entry(chamber: str, day: date, rule: str) -> Ruling:
    """An entry that needs an edition in force on its day, and no more."""
    try:
        LAW.on(chamber, day)
    except NoEdition:
        return no_edition(rule, chamber, day)
    return recorded()


def judge_ruled(chamber: str, day: date, rule: str, defects: Sequence[Defect] = ()) -> Ruling:
    """An entry that a rule speaks of."""
    try:
        law = LAW.on(chamber, day)
        found = [
            finding(law, one.rule, Verdict.INVALID, one.sentence, numbers=one.numbers)
            for one in defects
        ]
        return lawful(law, rule, found)
    except NoEdition:
        return no_edition(rule, chamber, day)


def last_day(ends_on: date) -> date:
    """What ends is judged by the law of its last day, since its end is the first day out."""
    return ends_on - timedelta(days=1)


def period(on: date, until: date | None) -> Period:
    if until is not None and until <= on:
        raise Impossible("until", f"{until} is not after {on}, the first day")
    return Period(starts_on=on, ends_on=until)
