"""What is due as a calendar (RFC 5545) that the staff's calendar programs subscribe to.

A day is told as a whole day. What has no day yet stands in the list alone. So does how a deadline
stands today: an event says nothing that changes unless the case does, and its number with it.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import CLASS, STATUS, Alarm, Calendar, Event

from chamber.law.act import Sentence
from chamber.law.limits import LAST_SECOND, Moment, day_of
from chamber.law.terms import ASTANA
from chamber.law.words import written
from chamber.record.deadlines.facts import ENDS_BY_ITSELF, Due
from chamber.record.deadlines.sentences import SAID, done_on
from chamber.record.deadlines.states import DAY, limit_of
from chamber.record.deadlines.tables import Listed

MEDIA = "text/calendar"
MOST = 500
ASK_AGAIN = timedelta(hours=1)
MORNING = time(9)
LANGUAGES = ("kk", "ru", "en")


def calendar(found: Sequence[Listed], language: str, home: str) -> bytes:
    """`home`: the public address that links begin with."""
    source = f"{home}/api/v1/deadlines.ics"
    made = Calendar.new(
        uid=uuid5(NAMESPACE_URL, source),
        prodid=f"-//Chamber//Deadlines//{language.upper()}",
        name=said(SAID.calendar, language),
        description=said(SAID.about, language),
        language=language,
        refresh_interval=ASK_AGAIN,
        source=source,
    )
    made.add("x-published-ttl", ASK_AGAIN)  # The older name of the refresh interval.
    for row in found:
        due = Due.model_validate(row.told["due"])
        limit = limit_of(due.timing) if due.timing is not None else None
        if limit is not None:
            made.add_component(event(row, due, limit, (language, home)))
    whole: bytes = made.to_ical()
    return whole


def event(row: Listed, due: Due, limit: Moment, place: tuple[str, str]) -> Event:
    language, home = place
    address = f"{home}/api/v1/{row.noun}/{row.case_uid}"
    title = said(SAID.what[due.what], language)
    made = Event.new(
        uid=row.uid,
        stamp=row.changed_at.astimezone(UTC),
        last_modified=row.changed_at.astimezone(UTC),
        sequence=row.sequence,
        status=STATUS.CONFIRMED,
        summary=f"{title}: {row.number}",
        description="\n".join([*told(due, language), due.cite, address]),
        url=address,
        categories=[title],
        classification=CLASS.CONFIDENTIAL,
    )
    made.add("transp", "TRANSPARENT")  # Nobody is busy all day with it.
    made.start = beginning(limit)
    if is_open(due):
        made.add_component(alarm(title, day_of(limit)))
    return made


def told(due: Due, language: str) -> Iterator[str]:
    """By when on each reading, and the day on which it was done."""
    timing = due.timing
    assert timing is not None, "what has no day is no event"
    yield said(timing.sentence, language)
    for one in timing.readings:
        if (limit := limit_of(one)) is not None:
            yield f"{one.name}: {said(written(day_of(limit)), language)}"
    if not is_open(due) and due.done_on is not None and timing.verdict is None:
        yield said(done_on(due.done_on), language)


def is_open(due: Due) -> bool:
    """What comes by itself is told of before: its day is known as soon as it begins."""
    return due.done_on is None or due.what in ENDS_BY_ITSELF


def alarm(title: str, day: date) -> Alarm:
    """In the morning of the day before, wherever the calendar is read."""
    made = Alarm.new(description=title)
    made.add("action", "DISPLAY")
    at = datetime.combine(day - DAY, MORNING, ASTANA).astimezone(UTC)
    made.add("trigger", at, parameters={"VALUE": "DATE-TIME"})
    return made


def beginning(limit: Moment) -> Moment:
    """A whole day, also where the law means its last second."""
    if not isinstance(limit, datetime):
        return limit
    there = limit.astimezone(ASTANA)
    return (
        there.date() if there.time() == LAST_SECOND.replace(tzinfo=None) else limit.astimezone(UTC)
    )


def said(words: Sentence, language: str) -> str:
    told: str = getattr(words, language)
    return told
