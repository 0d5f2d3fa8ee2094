"""A poster in plain words of one language: the same lines for feeds, calendars and pages."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from chamber.feeds.asking import Language
from chamber.hearings.board import Certified, Holder, Poster, State, Was
from chamber.law.act import Sentence
from chamber.law.terms import astana
from chamber.law.text import Words
from chamber.law.words import kazakh_on, written

WORDS = {
    name: Sentence.model_validate(said)
    for name, said in tomllib.loads(
        Path(__file__).with_name("words.toml").read_text("utf-8")
    ).items()
}
# Told in the title itself: many readers look at nothing else.
IN_THE_TITLE = (State.MOVED, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Told:
    label: str
    words: str
    language: Language | None = None  # Where the words are in another one.


def say(name: str, language: Language, **fill: object) -> str:
    words: str = getattr(WORDS[name], language)
    return words.format_map(fill) if fill else words


def topic(poster: Poster, language: Language) -> Told:
    return told("topic", poster.topic, language)


def told(name: str, words: Words, language: Language) -> Told:
    """Not all has English words: then the Russian ones stand, and say what they are."""
    own = getattr(words, language, None)
    if own is None:
        return Told(say(name, language), words.ru, Language.RUSSIAN)
    return Told(say(name, language), own)


def title(poster: Poster, language: Language) -> str:
    words = topic(poster, language).words
    if poster.state not in IN_THE_TITLE:
        return words
    state = say(poster.state, language)
    return f"{state[0].upper()}{state[1:]}: {words}"


def lines(poster: Poster, language: Language) -> Iterator[Told]:
    """All that the poster tells, beside its topic."""
    yield Told(say("state", language), say(poster.state, language))
    yield Told(say("when", language), when(poster, language))
    if poster.place is not None:
        yield told("where", poster.place, language)
    if held_by := holders(poster, language):
        yield Told(say("holder", language), ", ".join(held_by))
    yield Told(say("chamber", language), say(poster.chamber, language))
    for was in poster.moves:
        yield from formerly(was, language)
    yield from cancelled(poster, language)
    if poster.notice is not None:
        yield Told(say("notice", language), certificate(poster.notice, language))
    if poster.defects:
        yield Told(say("defects", language), ", ".join(poster.defects))
    if poster.recommendations is not None:
        adopted = "adopted" if poster.recommendations else "not_adopted"
        yield Told(say("recommendations", language), say(adopted, language))
    if poster.report is not None:
        yield told("report", poster.report, language)
    if poster.sources:
        yield Told(say("sources", language), "; ".join(poster.sources))
    yield Told(say("number", language), poster.number)


def holders(poster: Poster, language: Language) -> list[str]:
    return [*(name_of(one, language) for one in poster.organisers), *poster.organised_by]


def name_of(holder: Holder, language: Language) -> str:
    return str(getattr(holder, "latin" if language is Language.ENGLISH else language.value))


def when(poster: Poster, language: Language) -> str:
    if poster.starts_at is not None:
        return moment(poster.starts_at, language)
    if poster.held is None:
        return say("time_unknown", language)
    first, last = poster.held.first_day, poster.held.last_day
    if first == last:
        return day(first, language)
    return say("between", language, first=day(first, language), last=day(last, language))


def moment(at: datetime, language: Language) -> str:
    """With the zone said: Astana was an hour further from Greenwich until March 2024."""
    local = astana(at)
    hours = (local.utcoffset() or timedelta()) // timedelta(hours=1)
    zone = say("astana", language, offset=f"{hours:+}")
    return f"{day(local.date(), language)}, {local:%H:%M} ({zone})"


def day(on: date, language: Language) -> str:
    return str(getattr(written(on), language))


def formerly(was: Was, language: Language) -> Iterator[Told]:
    """A line for each thing, since each may be in a language of its own."""
    yield Told(say("was", language), moment(was.starts_at, language))
    yield told("was_where", was.place, language)
    yield told("moved_because", was.reason, language)


def cancelled(poster: Poster, language: Language) -> Iterator[Told]:
    if (on := poster.cancelled_on) is not None:
        # "On a day" has an ending of its own in Kazakh.
        then = kazakh_on(on) if language is Language.KAZAKH else day(on, language)
        yield Told(say("cancelled_label", language), say("cancelled_then", language, day=then))
    if poster.cancelled_because is not None:
        yield told("cancelled_because", poster.cancelled_because, language)


def certificate(notice: Certified, language: Language) -> str:
    sentence = getattr(notice.sentence, language)
    given = moment(notice.sent_at, language)
    verdict = say(notice.verdict, language, late_on=", ".join(notice.late_on) or "–")
    return say(
        "notice_then", language, sentence=sentence, when=given, rule=notice.rule, verdict=verdict
    )


def plain(poster: Poster, language: Language) -> str:
    """As plain text, a line for each."""
    whole = (topic(poster, language), *lines(poster, language))
    return "\n".join(f"{one.label}: {one.words}" for one in whole)
