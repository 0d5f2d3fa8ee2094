"""Days as the catalogue counts them: months to the same date, or to the end of the month (Q-31)."""

import calendar
from datetime import date, timedelta


def months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def surely_in_time(on: date, received_on: date) -> bool:
    """Q-02 and Q-03: the thirteenth day after the submission is the last on every reading, unless
    days off move it, and they only move it on."""
    return on <= received_on + timedelta(13)


def surely_late(on: date, received_on: date, concluded_on: date | None) -> bool:
    """A fortnight after the later of the two, and any days off after it, are over."""
    return on > max(received_on, concluded_on or received_on) + timedelta(14 + 12)
