"""A database is filled by COPY with what is due in an invented chamber's cases."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from benchmarks.filling import copy, opened
from benchmarks.invented import numbers, uid
from benchmarks.keeping import Filling
from chamber.law.calendar import Calendar
from chamber.law.clocks import notice, office, submission
from chamber.law.rulebook import LAW
from chamber.law.timing import Timing, check_act_on
from chamber.record.deadlines.facts import Due, What
from chamber.record.deadlines.states import due_on, safe_until

TODAY = date(2026, 3, 2)
COMMITTEES = 12
FIRST_CASE = 101
CHUNK = 5_000
# How often each kind is due, and which share of it is done.
KINDS = {
    What.NOTICE: (55, 0.5),
    What.CONSIDERATION: (20, 0.5),
    What.NOTING: (15, 0.5),
    What.RELEASE: (6, 0.5),
    What.OFFICE: (4, 1.0),
}
HIDDEN = 0.1  # Of the notices.
AROUND = 180  # Days before today and after it over which all are spread, in about their order.
JITTER = 14
TERM = timedelta(days=5 * 365)
COLUMNS = [
    "proceeding_id", "uid", "nth", "noun", "case_uid", "number", "chamber", "committees", "hidden",
    "what", "rule", "since", "due_on", "safe_until", "done_on", "sequence", "changed_at", "told",
]  # fmt: skip


def committee(number: int) -> UUID:
    return uid(random.Random(57 + number))  # noqa: S311


class Falling:
    """So many things that are due, the same ones each time they are asked."""

    def __init__(self) -> None:
        self.timings: dict[tuple[What, date], Timing] = {}

    def timing(self, what: What, since: date) -> Timing | None:
        """Of each day once."""
        if what is What.RELEASE:
            return None
        if (what, since) not in self.timings:
            self.timings[what, since] = check_act_on(self.clock(what, since))
        return self.timings[what, since]

    def clock(self, what: What, since: date) -> Any:
        law, now = LAW.on("mazhilis", min(since, date(2026, 6, 30))), Calendar.latest()
        match what:
            case What.NOTICE:
                at = datetime(since.year, since.month, since.day, 5, tzinfo=UTC)
                return notice(law, at, now)
            case What.OFFICE:
                return office(law, "A57-1.02", since - TERM, now)
            case _:
                return submission(law, since, None, now)

    def row(self, number: int, size: int) -> tuple[Any, ...]:
        chance = random.Random(number)  # noqa: S311 -- nothing is secret here
        what = chance.choices(list(KINDS), [share for share, _ in KINDS.values()])[0]
        around = 2 * AROUND * number // size - AROUND + chance.randint(-JITTER, JITTER)
        since = TODAY + timedelta(days=around)
        timing = self.timing(what, since)
        rule = timing.rule if timing is not None else "A57-6.18"
        due = Due(what=what, rule=rule, cite="art. 57", since=since, timing=timing)
        day = due_on(due)
        done = min(day or since, TODAY) if chance.random() < KINDS[what][1] else None
        if day is not None and what is What.OFFICE:
            done = day + timedelta(days=1)  # The first day out.
        whose = [committee(n) for n in chance.sample(range(COMMITTEES), 1 + number % 2)]
        chamber = chance.choices(("mazhilis", "senate"), (3, 1))[0]
        noun = "hearings" if what is What.NOTICE else "reports"
        told = {"due": due.model_dump(mode="json"), "reminders": []}
        return (
            FIRST_CASE + number, uid(chance), 1, noun, uid(chance), f"{chamber}/{number}", chamber,
            whose, noun == "hearings" and chance.random() < HIDDEN, what.value, rule, since, day,
            safe_until(due), done, 1, datetime.now(UTC), told,
        )  # fmt: skip


async def fill(dsn: str, size: int) -> None:
    falling, connection = Falling(), await opened(dsn)
    for chunk in numbers(size, CHUNK):
        rows = [falling.row(number, size) for number in chunk]
        cases = [(row[0], row[4], row[3], row[5]) for row in rows]
        await copy(connection, "proceeding", ["id", "uid", "noun", "number"], cases)
        await copy(connection, "deadline", COLUMNS, rows)
        theirs = [(*row, body) for row in rows for body in row[7]]
        await copy(connection, "committee_deadline", [*COLUMNS, "body"], theirs)
    await connection.execute("VACUUM (ANALYZE)")
    await connection.close()


DEADLINES = Filling("deadlines", fill, ("falling.py", "invented.py"))
