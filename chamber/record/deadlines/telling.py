"""What is told of something that is due: in its case, in the list, and in the calendar."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from chamber.law.limits import day_of
from chamber.law.timing import TimeReading
from chamber.record.deadlines.facts import Due
from chamber.record.deadlines.sentences import SAID
from chamber.record.deadlines.states import (
    due_on,
    in_time,
    is_adopted,
    limit_of,
    safe_from,
    safe_until,
    standing,
)

Json = dict[str, Any]


def told_in_case(dues: Iterable[Due], chamber: str | None, today: date) -> list[Json]:
    return [told(due, chamber, today) for due in dues]


def told(due: Due, chamber: str | None, today: date) -> Json:
    """`readings`: where each ends, and whether it is in time on this day, or was when it was done.

    `due_on` is the day that we adopt; `safe_until` the last one that is safe on every reading.
    """
    stands = standing(due, chamber, today)
    by_law = due.timing.model_dump(mode="json") if due.timing is not None else {}
    days = {
        "due_on": due_on(due), "safe_until": safe_until(due), "safe_from": safe_from(due),
        "since": due.since, "done_on": due.done_on if done_by(due, today) else None,
    }  # fmt: skip
    return {
        "what": due.what.value,
        "title": SAID.what[due.what].model_dump(),
        "subject": due.subject,
        "rule": due.rule,
        "cite": due.cite,
        "state": stands.state.value,
        "verdict": stands.verdict and stands.verdict.value,
        **{name: day and day.isoformat() for name, day in days.items()},
        **{name: by_law.get(name) for name in ("last_day", "latest", "earliest")},
        "readings": told_readings(due, today),
        "calendar": by_law.get("calendar"),
        "sentence": stands.sentence.model_dump(),
        "note": by_law.get("note"),
    }


def done_by(due: Due, today: date) -> bool:
    return due.done_on is not None and due.done_on <= today


def told_readings(due: Due, today: date) -> list[Json]:
    if due.timing is None:
        return []
    day = due.done_on if due.done_on is not None and done_by(due, today) else today
    return [
        one.model_dump(mode="json", exclude_none=True)
        | {"adopted": is_adopted(one.name), "safe_until": ends(one), "kept": in_time(one, day)}
        for one in due.timing.readings
    ]


def ends(reading: TimeReading) -> str | None:
    """The last day on this reading; none where it only says before when it is too soon."""
    limit = limit_of(reading)
    if limit is None or reading.earliest is not None:
        return None
    return day_of(limit).isoformat()
