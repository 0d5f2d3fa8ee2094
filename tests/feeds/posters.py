"""Posters for the tests: one plain one, and any that Hypothesis can think of."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import strategies as some

from chamber.feeds.announcements import Board
from chamber.feeds.asking import Form, Language, Wanted
from chamber.feeds.headings import Heading
from chamber.hearings.board import Certified, Holder, Poster, Span, State, Was
from chamber.hearings.words import Topic
from chamber.law.act import Sentence
from chamber.law.ruling import Verdict
from chamber.law.text import UNSEEN, Words

BASE = "https://chamber.example"
FIRST = datetime(2026, 1, 5, 4, tzinfo=UTC)
ROOT = UUID("57575757-0000-4000-8000-000000000000")
COMMITTEE = uuid5(ROOT, "committee")
HOLDER = Holder(
    id=COMMITTEE, kk="Қаржы және бюджет комитеті", ru="Комитет по финансам и бюджету",
    latin="Committee on Finance and Budget",
)  # fmt: skip
TOPIC = Topic(
    kk="Әлеуметтік сақтандыру туралы", ru="О социальном страховании", en="On social insurance"
)
PLACE = Words(kk="Астана, Парламент үйі", ru="Астана, Дом Парламента")
WAS = Was(
    starts_at=datetime(2026, 4, 9, 5, tzinfo=UTC), place=Words(kk="2-зал", ru="Зал 2"),
    reason=Words(kk="Бірлескен отырыс", ru="Совместное заседание"), moved_on=date(2026, 4, 1),
)  # fmt: skip
SENTENCE = Sentence(
    kk="Хабарлама уақтылы берілді: тыңдау басталғанға дейін 7 толық күн бар.",
    ru="Уведомление направлено своевременно: до начала слушаний остается 7 полных дней.",
    en="The notice was given in time: 7 clear days remain before the hearing begins.",
)


def hearing(number: int) -> UUID:
    return uuid5(ROOT, str(number))


def certified(**more: Any) -> Certified:
    told: dict[str, Any] = {
        "sent_at": datetime(2026, 4, 1, 5, tzinfo=UTC), "days_before": 7, "rule": "A57-5.11",
        "cite": "Constitution, art. 57(5)", "verdict": Verdict.VALID, "sentence": SENTENCE,
    }  # fmt: skip
    return Certified(**(told | more))


def poster(nth: int = 1, **more: Any) -> Poster:
    told: dict[str, Any] = {
        "id": hearing(nth), "number": f"mazhilis/2026/{nth}", "chamber": "mazhilis",
        "state": State.PLANNED, "topic": TOPIC, "organisers": (HOLDER,),
        "starts_at": datetime(2026, 4, 10, 5, tzinfo=UTC) + timedelta(days=nth % 200),
        "place": PLACE, "notice": certified(),
    }  # fmt: skip
    return Poster(**(told | more))


def row(serial: int, shown: Poster | None, *, of: int, sequence: int = 0) -> dict[str, Any]:
    return {
        "serial": serial, "hearing_id": of, "chamber": shown.chamber if shown else "mazhilis",
        "organisers": [one.id for one in shown.organisers] if shown else [],
        "sequence": sequence, "first_at": FIRST + timedelta(hours=of),
        "at": FIRST + timedelta(hours=of, minutes=serial),
        "poster": shown and shown.model_dump_json(),
    }  # fmt: skip


def board(rows: Iterable[dict[str, Any]]) -> Board:
    made = Board()
    made.put_up(rows)
    made.stands_at((len(made.places), 0))
    return made


def many(count: int) -> list[dict[str, Any]]:
    return [row(number, poster(number), of=number) for number in range(1, count + 1)]


def heading(form: Form, language: Language = Language.KAZAKH, **more: Any) -> Heading:
    return Heading(Wanted(form, language, **more), BASE)


ODD = some.sampled_from(
    ["]]>", "a, b; c\\n", "<b>&amp;</b>", "қ" * 400, "🏛️ мәжіліс", "x\ny", "x\u2028y", "\ufffe", '"']
)
ANY = some.text(min_size=1, max_size=500).filter(
    lambda words: bool(words.strip()) and UNSEEN.search(words) is None
)
LINES = some.one_of(ODD, ANY)
WORDS = some.builds(Words, kk=LINES, ru=LINES)
MOMENTS = some.datetimes(
    min_value=datetime.fromisoformat("2000-01-01"),
    max_value=datetime.fromisoformat("2090-01-01"),
    timezones=some.just(UTC),
)
DAYS = some.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1))
SPANS = some.builds(
    lambda one, two: Span(first_day=min(one, two), last_day=max(one, two)), DAYS, DAYS
)
POSTERS = some.builds(
    Poster,
    id=some.integers(1, 10_000).map(hearing),
    number=LINES,
    chamber=some.sampled_from(["senate", "mazhilis"]),
    state=some.sampled_from(State),
    topic=some.builds(Topic, kk=LINES, ru=LINES, en=some.none() | LINES),
    organisers=some.lists(some.just(HOLDER), max_size=2).map(tuple),
    organised_by=some.lists(LINES, max_size=2).map(tuple),
    starts_at=some.none() | MOMENTS,
    place=some.none() | WORDS,
    held=some.none() | SPANS,
    moves=some.lists(
        some.builds(Was, starts_at=MOMENTS, place=WORDS, reason=WORDS, moved_on=DAYS), max_size=2
    ).map(tuple),
    cancelled_on=some.none() | DAYS,
    cancelled_because=some.none() | WORDS,
    notice=some.none() | some.builds(certified, verdict=some.sampled_from(Verdict)),
    defects=some.lists(some.sampled_from(["A57-5.08", "A57-5.11"]), max_size=2).map(tuple),
    recommendations=some.none() | some.booleans(),
    report=some.none() | WORDS,
    sources=some.lists(LINES, max_size=2).map(tuple),
)
BOARDS = some.lists(POSTERS, max_size=3, unique_by=lambda one: one.id).map(
    lambda posters: board(row(n, one, of=n, sequence=n % 3) for n, one in enumerate(posters, 1))
)
LANGUAGES = some.sampled_from(Language)
