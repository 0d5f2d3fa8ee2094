"""The hearings as a calendar (RFC 5545 and 7986) that a calendar program subscribes to.

A hearing has no end here: the law and the notice name its beginning alone, and a length that nobody
announced would be an invention. Nor has it an organiser: that property is for invitations by mail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache

from icalendar import CLASS, STATUS, Calendar, Event, Timezone, vText

from chamber.feeds.announcements import Announcement
from chamber.feeds.asking import Language
from chamber.feeds.headings import Heading, Place
from chamber.feeds.telling import Told, plain, say, title, told, topic
from chamber.hearings.board import State
from chamber.law.act import FIRST_YEAR, LAST_YEAR
from chamber.law.ruling import Verdict
from chamber.law.terms import ASTANA

MEDIA = "text/calendar"
MOST = 500
ASK_AGAIN = timedelta(hours=1)
NOTICE = "A57-5.11"
MIDNIGHT = datetime(1, 1, 1, tzinfo=UTC)  # Where the hour is not known.


def calendar(heading: Heading, chosen: Sequence[Announcement]) -> bytes:
    language = heading.wanted.language
    made = Calendar.new(
        prodid=f"-//Chamber//Hearings//{language.upper()}",
        uid=heading.id,
        name=heading.title,
        description=say("about", language),
        language=language.value,
        refresh_interval=ASK_AGAIN,
        source=heading.at(None),
        url=heading.home,
    )
    made.add("x-published-ttl", ASK_AGAIN)  # The older name of the refresh interval.
    made.add("x-wr-timezone", str(ASTANA))
    made.add_component(zone())
    whole: bytes = made.to_ical()
    end = b"END:VCALENDAR\r\n"
    events = [event(heading.place, one) for one in chosen]
    return whole.removesuffix(end) + b"".join(events) + end


@cache
def zone() -> Timezone:
    """The same in every calendar: programs keep it by its name."""
    first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 1, 1)
    return Timezone.from_tzid(str(ASTANA), first_date=first, last_date=last)


@lru_cache(4096)
def event(place: Place, one: Announcement) -> bytes:
    """Made once for each announcement: when one hearing changes, the others are not drawn again."""
    poster, language, address = one.poster, place.language, place.hearing(one.poster.id)
    at = one.at.astimezone(UTC)
    made = Event.new(
        uid=poster.id,
        stamp=at,
        last_modified=at,
        created=one.first_at.astimezone(UTC),
        sequence=one.sequence,
        status=status(one),
        description=f"{plain(poster, language)}\n{address}",
        url=address,
        categories=[say("hearing", language), say(poster.chamber, language)],
        classification=CLASS.PUBLIC,
    )
    made.add("summary", said(summary(one, language), language))
    if poster.place is not None:
        made.add("location", said(told("where", poster.place, language), language))
    made.start = beginning(one.expected)
    result: bytes = made.to_ical()
    return result


def summary(one: Announcement, language: Language) -> Told:
    """Programs show it at the hour that was announced last: it says where that no longer holds."""
    named = topic(one.poster, language)
    if one.is_undated and one.poster.state is not State.CANCELLED:
        return replace(named, words=f"{say('undated', language)}: {named.words}")
    return replace(named, words=title(one.poster, language))


def said(words: Told, language: Language) -> vText:
    return vText(words.words, params={"LANGUAGE": (words.language or language).value})


def beginning(one: Announcement) -> date:
    """An instant in Astana; a whole day where the hour is not known."""
    starts_at, begins = one.poster.starts_at, one.begins
    if starts_at is not None:
        return starts_at.astimezone(ASTANA)
    assert begins is not None, "hearings of an unknown day are left out"
    return begins


def status(one: Announcement) -> STATUS:
    """Certain is what was announced in time on every reading, what was accepted, what has begun."""
    poster = one.poster
    if poster.state is State.CANCELLED:
        return STATUS.CANCELLED
    if one.is_undated:
        return STATUS.TENTATIVE
    certified = poster.notice is not None and poster.notice.verdict is Verdict.VALID
    certain = certified or NOTICE in poster.defects or poster.state in (State.BEGUN, State.HELD)
    return STATUS.CONFIRMED if certain else STATUS.TENTATIVE


def chosen_for(standing: Iterable[Announcement], today: date) -> list[Announcement]:
    """The last twelve months and all the future; where there is no room for all, the nearest."""
    dated = in_time(standing)
    coming = [one for began, one in dated if began >= today][:MOST]
    past = [one for began, one in dated if year_before(today) <= began < today]
    room = MOST - len(coming)
    return [*(past[-room:] if room else ()), *coming]


def in_time(standing: Iterable[Announcement]) -> list[tuple[date, Announcement]]:
    """Those of a known day, or of one that was announced, in the order of days and hours."""
    dated = [(began, one) for one in standing if (began := one.expected.begins)]
    dated.sort(key=lambda pair: (pair[0], hour(pair[1]), pair[1].serial))
    return dated


def hour(one: Announcement) -> datetime:
    return one.expected.poster.starts_at or MIDNIGHT


def year_before(today: date) -> date:
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February.
        return today.replace(year=today.year - 1, day=28)
