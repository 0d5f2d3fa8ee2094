"""Which days of Kazakhstan were working days, and since when that was known."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

import holidays

from chamber.law.act import Sentence, Value
from chamber.law.words import written

SATURDAY = 5
WEEKEND = Sentence(kk="демалыс күні", ru="выходной день", en="weekend")


class CalendarEnds(ValueError):
    """The working days of this day's year are not known."""

    def __init__(self, day: date, first: date, last: date) -> None:
        super().__init__(f"{day} is outside the calendar of working days, {first} to {last}")


class Change(Value):
    """What became known of one day, later than the rest of the calendar or against it."""

    on: date
    working: bool
    since: date  # The day from which everyone could know it.
    source: str
    name: Sentence | None = None


class Data(Value):
    package: str
    first: date
    last: date
    days: str
    changes: tuple[Change, ...]
    russian: dict[str, str]


DATA = Data.model_validate(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days between two days, as they were known on a day."""

    version: str
    first: date
    last: date
    off: Mapping[date, Sentence]  # Every day off, and its reason.

    @classmethod
    def as_known_on(cls, day: date) -> "Calendar":
        """The calendar that a term computed on this day was computed with."""
        return known_since(max((since for since in versions() if since <= day), default=DATA.first))

    @classmethod
    def latest(cls) -> "Calendar":
        return known_since(max(versions()))

    def works_on(self, day: date) -> bool:
        return self.why_off(day) is None

    def why_off(self, day: date) -> Sentence | None:
        """The holiday, or that it is a weekend; None on a working day."""
        if not self.first <= day <= self.last:
            raise CalendarEnds(day, self.first, self.last)
        return self.off.get(day)


def versions() -> set[date]:
    return {change.since for change in DATA.changes}


@cache
def known_since(version: date) -> Calendar:
    off = dict(packaged())
    for change in sorted(DATA.changes, key=lambda change: change.since):
        if change.since > version:
            break
        off.pop(change.on, None)
        if not change.working:
            off[change.on] = change.name or WEEKEND
    return Calendar(f"kz-{version}", DATA.first, DATA.last, MappingProxyType(off))


@cache
def packaged() -> Mapping[date, Sentence]:
    """The days off that the package of holidays knows."""
    # Which years it is asked about, the package finds out by itself.
    english = holidays.country_holidays("KZ", language="en_US")
    kazakh = holidays.country_holidays("KZ", language="kk")
    off = {}
    for day in days_between(DATA.first, DATA.last):
        if day in english:
            off[day] = Sentence(kk=kazakh[day], ru=russian(english[day]), en=english[day])
        elif day.weekday() >= SATURDAY and not english.is_working_day(day):
            off[day] = WEEKEND
    return off


def russian(name: str) -> str:
    """Constitution Day (observed) → День Конституции (перенос выходного)"""
    for english, word in DATA.russian.items():
        name = name.replace(english, word)
    return re.sub(r"\d\d/\d\d/\d{4}", lambda found: day_moved(found[0]), name)


def day_moved(american: str) -> str:
    month, day, year = map(int, american.split("/"))
    return written(date(year, month, day)).ru


def days_between(first: date, last: date) -> Iterator[date]:
    """Both ends included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
