"""The hearings as a JSON Feed (version 1.1), with what programs ask for in `_chamber`."""

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from chamber.feeds.announcements import Announcement, Sheet
from chamber.feeds.atom import instant, listed
from chamber.feeds.headings import Heading, Place
from chamber.feeds.telling import plain, say, title, topic
from chamber.hearings.board import Certified, Poster
from chamber.law.terms import astana
from chamber.law.text import Words

MEDIA = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"
Json = dict[str, Any]


def json_feed(heading: Heading, sheet: Sheet) -> bytes:
    language, chamber = heading.wanted.language, heading.wanted.whose.chamber
    told = {
        "version": VERSION,
        "title": heading.title,
        "home_page_url": heading.home,
        "feed_url": heading.at(before=heading.wanted.before),
        "description": say("about", language),
        "language": language.value,
        "authors": [{"name": say(chamber or "chamber", language)}],
        "items": [item(heading.place, one) for one in sheet.shown],
    }
    if sheet.more:
        told["next_url"] = heading.at(before=sheet.shown[-1].serial)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(1024)
def item(place: Place, one: Announcement) -> Json:
    poster, language = one.poster, place.language
    spoken = topic(poster, language).language or language
    return {
        "id": poster.id.urn,
        "url": place.hearing(poster.id),
        "title": title(poster, language),
        "content_html": listed(one, language),
        "content_text": plain(poster, language),
        "date_published": instant(one.first_at),
        "date_modified": instant(one.at),
        "authors": [{"name": say(poster.chamber, language)}],
        "tags": [poster.state.value, poster.chamber],
        "language": spoken.value,
        "_chamber": for_programs(place, one, poster),
    }


def for_programs(place: Place, one: Announcement, poster: Poster) -> Json:
    return {
        "about": f"{place.base}/api/v1/docs",
        "record": place.record(poster.id),
        "number": poster.number,
        "chamber": poster.chamber,
        "state": poster.state.value,
        "sequence": one.sequence,
        "starts_at": written(poster.starts_at),
        "held": poster.held and poster.held.model_dump(mode="json"),
        "place": words(poster.place),
        "organisers": [holder.model_dump(mode="json") for holder in poster.organisers],
        "organised_by": list(poster.organised_by),
        "moved_from": [
            {
                "starts_at": written(was.starts_at),
                "place": words(was.place),
                "reason": words(was.reason),
            }
            for was in poster.moves
        ],
        "cancelled_on": written(poster.cancelled_on),
        "notice": poster.notice and notice(poster.notice),
        "lead_time_days": poster.notice and poster.notice.days_before,
        "defects": list(poster.defects),
    }


def notice(given: Certified) -> Json:
    return {
        "verdict": given.verdict.value,
        "rule": given.rule,
        "cite": given.cite,
        "sent_at": written(given.sent_at),
        "late_on": list(given.late_on),
    }


def words(both: Words | None) -> Json | None:
    """In both languages, for programs to choose from."""
    return None if both is None else both.model_dump()


def written(when: date | datetime | None) -> str | None:
    """Instants in Astana time, with the offset."""
    if when is None:
        return None
    return astana(when).isoformat() if isinstance(when, datetime) else when.isoformat()
