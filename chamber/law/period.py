"""A period of days. It is half-open: its end is the first day out."""

from collections.abc import Iterable
from datetime import date

from chamber.law.act import Value


class Period(Value):
    starts_on: date
    ends_on: date | None = None  # The first day out. None while it lasts.

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    def overlaps(self, other: "Period") -> bool:
        return begins_before_end(self, other) and begins_before_end(other, self)

    def within(self, others: Iterable["Period"]) -> bool:
        """Whether each of its days is a day of one of the others, which may follow on another."""
        reached = self.starts_on
        for other in sorted(others, key=lambda one: one.starts_on):
            if other.covers(reached):
                if not outlasts(self, other):
                    return True
                reached = other.ends_on or reached
        return False


def begins_before_end(one: Period, other: Period) -> bool:
    return other.ends_on is None or one.starts_on < other.ends_on


def outlasts(one: Period, other: Period) -> bool:
    return other.ends_on is not None and (one.ends_on is None or one.ends_on > other.ends_on)
