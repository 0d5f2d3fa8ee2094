"""The small pages: the open hearings to come, and one hearing with its notice certificate."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from html import escape
from itertools import islice

from chamber.feeds.announcements import Announcement, Board, Whose
from chamber.feeds.asking import Form, Language, Wanted
from chamber.feeds.atom import MEDIA as ATOM
from chamber.feeds.ical import MEDIA as CALENDAR
from chamber.feeds.ical import in_time
from chamber.feeds.jsonfeed import MEDIA as JSON
from chamber.feeds.telling import Told, lines, say, topic
from chamber.hearings.board import Poster, State
from chamber.web.front import banner
from chamber.web.page import whole_page

MEDIA = "text/html"
MOST = 100
NAMES = {
    Language.KAZAKH: "Қазақша", Language.RUSSIAN: "Русский", Language.ENGLISH: "English",
}  # fmt: skip
FEEDS = (
    (Form.ATOM, ATOM, "atom"),
    (Form.CALENDAR, CALENDAR, "calendar"),
    (Form.JSON, JSON, "json"),
)
BADGES = (State.MOVED, State.CANCELLED, State.BEGUN)
ON_THE_LIST = (
    "when", "where", "holder", "was", "was_where", "moved_because", "cancelled_label",
    "cancelled_because", "notice", "defects",
)  # fmt: skip


def list_page(wanted: Wanted, board: Board, today: date, as_of: date | None) -> bytes:
    language = wanted.language
    standing = list(board.standing_of(Whose()))
    dated = "".join(in_short(one.poster, language) for one in to_come(standing, today))
    undated = "".join(in_short(one.poster, language, "h3") for one in without_time(standing, today))
    content = f"<h1>{say('to_come', language)}</h1>{dated}" + (
        f"<h2>{say('undated', language)}</h2>{undated}" if undated else ""
    )
    if not dated and not undated:
        content += f"<p>{say('none_to_come', language)}</p>"
    return framed(wanted, say("to_come", language), content, as_of)


def to_come(standing: Iterable[Announcement], today: date) -> list[Announcement]:
    """Those of today and later, in their order."""
    coming = (one for began, one in in_time(standing) if began >= today and not one.is_undated)
    return [*islice(coming, MOST)]


def without_time(standing: Iterable[Announcement], today: date) -> list[Announcement]:
    """Cancelled ones no longer than the day for which they had been announced."""
    undated = (one for one in standing if one.is_undated and not is_over(one, today))
    return [*islice(undated, MOST)]


def is_over(one: Announcement, today: date) -> bool:
    last = one.expected.begins
    return one.poster.state is State.CANCELLED and last is not None and last < today


def in_short(poster: Poster, language: Language, level: str = "h2") -> str:
    address = Wanted(Form.HEARING, language, hearing=poster.id).path
    named = topic(poster, language)
    wanted = {say(name, language) for name in ON_THE_LIST}
    told = [one for one in lines(poster, language) if one.label in wanted]
    return (
        f'<article><{level}><a href="{address}"{spoken(named)}>{escape(named.words)}</a>'
        f" {badge(poster, language)}</{level}>{listed(told)}</article>"
    )


def hearing_page(wanted: Wanted, one: Announcement, as_of: date | None) -> bytes:
    poster, language = one.poster, wanted.language
    named = topic(poster, language)
    back = Wanted(Form.LIST, language).path
    content = (
        f"<p>{say('hearing', language)}</p><h1{spoken(named)}>{escape(named.words)}</h1>"
        f"<p>{badge(poster, language)}</p>{listed(certified(poster, language))}"
        f'<p><a href="/api/v1/hearings/{poster.id}">{say("as_data", language)}</a></p>'
        f'<p><a href="{back}">{say("all_hearings", language)}</a></p>'
    )
    return framed(wanted, named.words, content, as_of)


def certified(poster: Poster, language: Language) -> Iterator[Told]:
    """That there was no notice is told too, of a hearing that the law asks one for."""
    yield from lines(poster, language)
    if poster.notice is None and poster.starts_at is not None:
        yield Told(say("notice", language), say("no_notice", language))


def unknown_page(language: Language, as_of: date | None) -> bytes:
    """The same for a hearing that never was and for one that nobody may know of."""
    wanted = Wanted(Form.LIST, language)
    title = say("unknown_title", language)
    content = (
        f"<h1>{title}</h1><p>{say('unknown_words', language)}</p>"
        f'<p><a href="{wanted.path}">{say("all_hearings", language)}</a></p>'
    )
    return framed(wanted, title, content, as_of)


def framed(wanted: Wanted, title: str, content: str, as_of: date | None) -> bytes:
    language = wanted.language
    body = (
        f"<header>{languages(wanted)}{banner(as_of, (language,))}</header>"
        f"<main>{content}</main><footer>{subscribe(language)}</footer>"
    )
    links = "".join(
        f'<link rel="alternate" type="{media}" title="{say(name, language)}"'
        f' href="{Wanted(form, language).path}">'
        for form, media, name in FEEDS
    )
    return whole_page(title, body, language=language, links=links)


def languages(wanted: Wanted) -> str:
    here = {wanted.language: ' aria-current="page"'}
    places = (
        f'<li><a href="{replace(wanted, language=one).path}" lang="{one}" hreflang="{one}"'
        f"{here.get(one, '')}>{name}</a></li>"
        for one, name in NAMES.items()
    )
    label = say("contents", wanted.language)
    return f'<nav aria-label="{label}"><ul>{"".join(places)}</ul></nav>'


def subscribe(language: Language) -> str:
    places = "".join(
        f'<li><a href="{Wanted(form, language).path}" type="{media}">{say(name, language)}</a></li>'
        for form, media, name in FEEDS
    )
    label = say("subscribe", language)
    return (
        f'<h2>{label}</h2><nav aria-label="{label}"><ul>{places}'
        f'<li><a href="/api/v1/docs" hreflang="en">{say("interface", language)}</a></li></ul></nav>'
    )


def badge(poster: Poster, language: Language) -> str:
    if poster.state not in BADGES:
        return ""
    return f'<span class="badge {poster.state}">{say(poster.state, language)}</span>'


def listed(told: Iterable[Told]) -> str:
    parts = (f"<dt>{one.label}</dt><dd{spoken(one)}>{escape(one.words)}</dd>" for one in told)
    return f'<dl class="told">{"".join(parts)}</dl>'


def spoken(told: Told) -> str:
    return f' lang="{told.language}"' if told.language else ""
