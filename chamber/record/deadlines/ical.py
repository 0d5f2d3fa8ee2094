"""What is due as a calendar (RFC 5545) that the staff's calendar programs subscribe to.

A day is told as a whole day. What has no day yet stands in the list alone.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import CLASS, STATUS, Calendar, Event

from chamber.law.act import Sentence
from chamber.law.limits import LAST_SECOND, Moment
from chamber.law.terms import ASTANA
from chamber.record.deadlines.facts import Due
from chamber.record.deadlines.sentences import SAID
from chamber.record.deadlines.states import State, limit_of, standing
from chamber.record.deadlines.tables import Listed

MEDIA = "text/calendar"
MOST = 500
ASK_AGAIN = timedelta(hours=1)
LANGUAGES = ("kk", "ru", "en")


def calendar(found: Sequence[Listed], language: str, home: str, today: date) -> bytes:
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
            made.add_component(event(row, due, limit, (language, home), today))
    whole: bytes = made.to_ical()
    return whole


def event(row: Listed, due: Due, limit: Moment, place: tuple[str, str], today: date) -> Event:
    language, home = place
    stands = standing(due, row.chamber, today)
    address = f"{home}/api/v1/{row.noun}/{row.case_uid}"
    state, title = SAID.states[stands.state], SAID.what[due.what]
    made = Event.new(
        uid=row.uid,
        stamp=row.changed_at.astimezone(UTC),
        last_modified=row.changed_at.astimezone(UTC),
        sequence=row.sequence,
        status=STATUS.TENTATIVE if stands.state is State.UNSAFE else STATUS.CONFIRMED,
        summary=f"{said(title, language)} ({said(state, language)}): {row.number}",
        description=f"{said(stands.sentence, language)}\n{due.cite}\n{address}",
        url=address,
        categories=[said(title, language)],
        classification=CLASS.CONFIDENTIAL,
    )
    made.add("transp", "TRANSPARENT")  # Nobody is busy all day with it.
    made.start = beginning(limit)
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
