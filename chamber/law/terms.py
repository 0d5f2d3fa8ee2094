"""A term is counted as its legal basis says, forwards or backwards, and every day is accounted for.

Inclusive: the day of the event is day 1; months and years end on the day before the same number.
Exclusive: the day of the event is day 0; months and years end on the same number.
Clear: neither end counts, so the term is over on the day after its last counted day.
Where a month has no such number, the term ends on the month's last day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from zoneinfo import ZoneInfo

from chamber.law.act import Sentence
from chamber.law.calendar import Calendar

ASTANA = ZoneInfo("Asia/Almaty")  # The zone's name: Astana has kept the same time since 2005.
DAY = timedelta(days=1)
FORTH, BACK = 1, -1


class Unit(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Convention(StrEnum):
    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"
    CLEAR = "clear"


class Roll(StrEnum):
    """Where a term goes that ends on a day off."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


LENGTHS = {
    Unit.MINUTE: timedelta(minutes=1),
    Unit.HOUR: timedelta(hours=1),
    Unit.DAY: DAY,
    Unit.WEEK: 7 * DAY,
}
MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
# How far from the same day number, or from as many days later, a term leads.
SHIFT = {Convention.INCLUSIVE: -DAY, Convention.EXCLUSIVE: 0 * DAY, Convention.CLEAR: DAY}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day off that the term passed over, and why."""

    day: date
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Trace:
    """The day a term leads to, and every day on the way there."""

    due: date
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time the law gives, such as "2 weeks" or "15 working days"."""

    amount: int
    unit: Unit

    @classmethod
    def parse(cls, words: str) -> "Term":
        units = "|".join(unit.replace("_", " ") for unit in Unit)
        match = re.fullmatch(rf"([1-9][0-9]{{0,8}}) ({units})s?", words)
        if match is None:
            raise ValueError(f"{words!r} is not a term: write '7 days', '2 weeks' or '6 months'")
        return cls(int(match[1]), Unit(match[2].replace(" ", "_")))

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.replace('_', ' ')}{'s' if self.amount > 1 else ''}"

    @property
    def in_time_of_day(self) -> bool:
        """Whether it runs from an instant and not from a day."""
        return self.unit in (Unit.MINUTE, Unit.HOUR)

    def after(self, event: date, convention: Convention, calendar: Calendar) -> date:
        """The last day of the term that starts with the event; if clear, the first day after it."""
        return self.count(event, convention, calendar, step=FORTH)

    def before(self, event: date, convention: Convention, calendar: Calendar) -> date:
        """The latest day that leaves the whole term before the event."""
        return self.count(event, convention, calendar, step=BACK)

    def after_instant(self, at: datetime) -> datetime:
        return astana(at.astimezone(UTC) + self.amount * LENGTHS[self.unit])

    def before_instant(self, at: datetime) -> datetime:
        return astana(at.astimezone(UTC) - self.amount * LENGTHS[self.unit])

    def count(self, event: date, convention: Convention, calendar: Calendar, *, step: int) -> date:
        if self.unit is Unit.WORKING_DAY:
            return self.working_days(event, convention, calendar, step=step)
        if self.unit in MONTHS:
            return self.same_number(event, convention, step=step)
        return event + step * (self.amount * LENGTHS[self.unit] + SHIFT[convention])

    def working_days(
        self, event: date, convention: Convention, calendar: Calendar, *, step: int
    ) -> date:
        day = event if convention is Convention.INCLUSIVE else event + step * DAY
        left = self.amount - calendar.works_on(day)
        while left:
            day += step * DAY
            left -= calendar.works_on(day)
        return day + step * DAY if convention is Convention.CLEAR else day

    def same_number(self, event: date, convention: Convention, *, step: int) -> date:
        start = event - SHIFT[convention] if step == BACK else event
        months = start.year * 12 + start.month - 1 + step * self.amount * MONTHS[self.unit]
        year, month = divmod(months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            raise OverflowError(f"{self} from {event} leads out of the calendar")
        last = date(year, month + 1, monthrange(year, month + 1)[1])
        missing = start.day > last.day
        end = last if missing else last.replace(day=start.day)
        if step == BACK or (missing and convention is Convention.INCLUSIVE):
            return end
        return end + SHIFT[convention]

    def trace(
        self, event: date, convention: Convention, calendar: Calendar, roll: Roll = Roll.NONE
    ) -> Trace:
        """The way forwards, day by day. The day of the event is never among the skipped."""
        due = self.after(event, convention, calendar)
        days = list(days_to(due, event, convention))
        off: list[date] = []
        if self.unit is Unit.WORKING_DAY:
            off = [day for day in days if day != event and not calendar.works_on(day)]
            days = [day for day in days if calendar.works_on(day)]
        rolled = rolled_to(due, roll, calendar)
        passed = {*off, *days_over(due, rolled)}
        reasons = ((day, calendar.why_off(day)) for day in sorted(passed))
        skipped = tuple(Skipped(day, reason) for day, reason in reasons if reason)
        return Trace(rolled, tuple(days), skipped)


def local_day(at: datetime) -> date:
    """The day that it is in Astana."""
    return at.astimezone(ASTANA).date()


def astana(at: datetime) -> datetime:
    """The instant in Astana time, with its offset fixed.

    The hour before midnight of 29 February 2024 happened twice there. Python compares the two by
    the face of the clock as long as they name the zone; with their offsets they are two instants.
    """
    local = at.astimezone(ASTANA)
    offset = local.utcoffset()
    assert offset is not None
    return local.replace(tzinfo=timezone(offset), fold=0)


def days_to(due: date, event: date, convention: Convention) -> Iterator[date]:
    day = event if convention is Convention.INCLUSIVE else event + DAY
    last = due - DAY if convention is Convention.CLEAR else due
    while day <= last:
        yield day
        day += DAY


def days_over(due: date, rolled: date) -> Iterator[date]:
    """The days from the one where the term ended up to the one where it is moved."""
    while due != rolled:
        yield due
        due += DAY if rolled > due else -DAY


def rolled_to(day: date, roll: Roll, calendar: Calendar) -> date:
    """The working day next to a day off, in the direction of the roll."""
    if roll is Roll.NONE:
        return day
    while not calendar.works_on(day):
        day += DAY if roll is Roll.NEXT else -DAY
    return day
