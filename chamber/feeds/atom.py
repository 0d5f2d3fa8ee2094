"""The hearings as an Atom feed (RFC 4287) with archives (RFC 5005): an entry for each hearing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, tostring

from chamber.feeds.announcements import Announcement, Leaf
from chamber.feeds.asking import Language
from chamber.feeds.headings import Heading, Place
from chamber.feeds.telling import lines, say, title, topic

MEDIA = "application/atom+xml"
ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"
STATES = "urn:chamber:hearing:state"
CHAMBERS = "urn:chamber:chamber"
NO_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # Unicode has room for them, and XML has not.


def atom(heading: Heading, leaf: Leaf) -> bytes:
    language = heading.wanted.language
    feed = Element("feed", {"xmlns": ATOM, "xmlns:fh": HISTORY, "xml:lang": language})
    add(feed, "id", heading.id.urn)
    add(feed, "title", heading.title)
    add(feed, "subtitle", say("about", language))
    add(feed, "updated", instant(leaf.updated))
    author(feed, heading.wanted.whose.chamber or "chamber", language)
    if leaf.number is not None:
        SubElement(feed, "fh:archive")
    for relation, address in places(heading, leaf):
        link(feed, relation, address, MEDIA)
    link(feed, "alternate", heading.home, "text/html", language)
    for other, address in heading.in_other_languages().items():
        link(feed, "related", address, MEDIA, other)
    for one in leaf.shown:
        feed.append(entry(heading.place, one))
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def places(heading: Heading, leaf: Leaf) -> Iterator[tuple[str, str]]:
    """Where this leaf lies among the others. Of an archive nothing here ever changes."""
    yield "self", heading.at(leaf.number)
    if leaf.number is not None:
        yield "current", heading.at(None)
    before = leaf.archives if leaf.number is None else leaf.number - 1
    if before:
        yield "prev-archive", heading.at(before)


@lru_cache(1024)
def entry(place: Place, one: Announcement) -> Element:
    """Made once for each announcement: the next feed has all but one of them again."""
    poster, language = one.poster, place.language
    made = Element("entry")
    add(made, "id", poster.id.urn)
    named = add(made, "title", title(poster, language))
    if (foreign := topic(poster, language).language) is not None:
        named.set("xml:lang", foreign)
    add(made, "updated", instant(one.at))
    add(made, "published", instant(one.first_at))
    author(made, poster.chamber, language)
    category(made, STATES, poster.state, say(poster.state, language))
    category(made, CHAMBERS, poster.chamber, say(poster.chamber, language))
    link(made, "alternate", place.hearing(poster.id), "text/html", language)
    link(made, "related", place.record(poster.id), "application/json")
    add(made, "content", listed(one, language)).set("type", "html")
    return made


@lru_cache(1024)
def listed(one: Announcement, language: Language) -> str:
    """The poster as a small piece of HTML."""
    whole = Element("dl")
    for told in (topic(one.poster, language), *lines(one.poster, language)):
        SubElement(whole, "dt").text = told.label
        words = SubElement(whole, "dd")
        words.text = told.words
        if told.language is not None:
            words.set("lang", told.language)
    return tostring(whole, encoding="unicode", method="html")


def author(of: Element, chamber: str, language: Language) -> None:
    add(SubElement(of, "author"), "name", say(chamber, language))


def add(to: Element, name: str, words: str) -> Element:
    made = SubElement(to, name)
    made.text = words.translate(NO_XML)
    return made


def link(to: Element, relation: str, address: str, kind: str, language: str | None = None) -> None:
    spoken = {"hreflang": language} if language else {}
    SubElement(to, "link", {"rel": relation, "type": kind, **spoken, "href": address})


def category(to: Element, scheme: str, term: str, label: str) -> None:
    SubElement(to, "category", {"scheme": scheme, "term": term, "label": label})


def instant(at: datetime) -> str:
    """To the microsecond, so that no two announcements of a hearing were made at once."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
