"""A clock: from what a term runs, and where it ends on each reading of the law."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from enum import StrEnum

from chamber.law.act import Sentence
from chamber.law.rule import Rule
from chamber.law.rulebook import Law
from chamber.law.terms import ASTANA, Convention, Term, astana

Moment = date | datetime  # A day in Astana, or an instant.
LAST_SECOND = clock_time(23, 59, 59, tzinfo=ASTANA)


class NoTerm(ValueError):
    """A rule that sets no time was asked for one."""


class NoHour(ValueError):
    """A term that runs from an hour was given only a day."""


class Limit(StrEnum):
    """What a clock says: the last day, the latest instant, or the earliest day."""

    LAST_DAY = "last_day"
    LATEST = "latest"
    EARLIEST = "earliest"


@dataclass(frozen=True, slots=True)
class Reads:
    """The limit on one reading. A day where the limit is an instant means the day's end."""

    name: str  # For example "Q-02 A × Q-03 B".
    limit: Moment
    adopted: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """Something the act must not come before."""

    what: str  # A key of [before] in `timing_sentences.toml`.
    at: Moment


@dataclass(frozen=True, slots=True)
class Clock:
    """A term that runs: its limit on every reading that counts, and the one we adopt."""

    law: Law  # Of the day the term started, or of the event it counts back from.
    rule: Rule
    says: str  # A key of [says] in `timing_sentences.toml`.
    kind: Limit
    start: Moment
    adopted: Moment
    calendar: str
    readings: tuple[Reads, ...] = ()
    not_before: tuple[Since, ...] = ()
    by_chamber: bool = True  # An act of the Chamber needs a Chamber.
    note: Sentence | None = None
    # The earliest event for which an act of this moment would be in time.
    in_time_for: Callable[[Moment], date] | None = None


def read(law: Law, question: str, limits: Mapping[str, Moment]) -> tuple[Reads, ...]:
    """The limit on each reading of the question that counts."""
    asked = law.book.readings.questions[question]
    return tuple(
        Reads(f"{question} {letter}", limits[letter], adopted=letter in asked.adopted)
        for letter in asked.counts
    )


def term_of(rule: Rule) -> Term:
    if rule.term is None:
        raise NoTerm(f"{rule.id} sets no time")
    return Term.parse(rule.term)


def convention_of(rule: Rule) -> Convention:
    if rule.convention is None:
        raise NoTerm(f"{rule.id} does not say how its term is counted")
    return Convention(rule.convention)


def hour_of(moment: Moment) -> datetime:
    if not isinstance(moment, datetime):
        raise NoHour(f"{moment} has no hour: write {moment}T10:00")
    return moment


def day_of(moment: Moment) -> date:
    return astana(moment).date() if isinstance(moment, datetime) else moment


def precedes(act: Moment, since: Moment) -> bool:
    """Whether an act came before something else, as far as the hours are known."""
    if isinstance(act, datetime) and isinstance(since, datetime):
        return instant_of(act) < instant_of(since)
    return day_of(act) < day_of(since)


def instant_of(moment: Moment) -> datetime:
    """An instant in Astana time. Of a day, its last second: it is in time to its end."""
    if isinstance(moment, datetime):
        return astana(moment)
    # The later of the two, where the last hour of a day happened twice.
    return astana(datetime.combine(moment, LAST_SECOND).replace(fold=1))
