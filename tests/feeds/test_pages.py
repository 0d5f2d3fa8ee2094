"""The small pages: what is to come, in three languages, for people and their machines."""

import base64
import hashlib
import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest

from chamber.feeds.asking import Form, Language, Wanted
from chamber.feeds.drawing import Site, draw
from chamber.feeds.showing import MOST
from chamber.hearings.board import Span, State
from chamber.hearings.words import Topic
from chamber.law.ruling import Verdict
from chamber.law.text import Words
from tests.feeds import posters
from tests.feeds.conftest import TODAY, Client, Hand

SITE = Site(posters.BASE, None)
VOID = {"meta", "link", "br"}


class Outline(HTMLParser):
    """What a reader that sees no page hears of it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page(
    *rows: dict[str, Any], language: Language = Language.KAZAKH, today: date = TODAY, **more: Any
) -> bytes:
    wanted = Wanted(Form.HEARING if "hearing" in more else Form.LIST, language, **more)
    drawn = draw(wanted, posters.board(rows), today, SITE)
    assert drawn is not None
    return drawn.body


def on(day: date, nth: int, **more: Any) -> dict[str, Any]:
    at = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    return posters.row(nth, posters.poster(nth, starts_at=at, **more), of=nth)


@pytest.mark.parametrize("language", Language)
def test_a_page_is_well_made_and_says_its_language(language: Language) -> None:
    made = [page(language=language), page(*posters.many(3), language=language)]
    made.append(page(*posters.many(3), language=language, hearing=posters.hearing(2)))
    for body in made:
        outline = Outline(body)
        assert outline.all("html") == [{"lang": language.value}]
        assert len(outline.all("h1")) == len(outline.all("main")) == len(outline.all("title")) == 1
        assert not outline.all("script")
        assert "style" not in {name for _, attrs in outline.tags for name in attrs}
        assert all(nav.get("aria-label") for nav in outline.all("nav"))
        shown = {link["href"] for link in outline.all("a")}
        assert {
            f"/feeds/hearings.{form}?lang={language}" for form in ("atom", "ics", "json")
        } <= shown
        current = [link["lang"] for link in outline.all("a") if "aria-current" in link]
        assert current == [language.value]


def test_what_is_to_come_stands_in_its_order_and_what_is_past_does_not() -> None:
    days = [TODAY + timedelta(days=days) for days in (30, -1, 0, 7)]
    body = page(*(on(day, nth) for nth, day in enumerate(days, 1))).decode()

    told = [int(nth) for nth in re.findall(r"mazhilis/2026/(\d)", body)]
    assert told == []  # The number stands on the hearing's own page.
    order = re.findall(r'<h2><a href="/kk/hearings/([0-9a-f-]+)"', body)
    assert order == [str(posters.hearing(nth)) for nth in (3, 4, 1)]


def test_a_hearing_without_a_time_yet_comes_last_and_one_of_the_past_never() -> None:
    undated = posters.row(1, posters.poster(1, starts_at=None), of=1)
    span = Span(first_day=TODAY, last_day=TODAY + timedelta(days=9))
    told = posters.row(2, posters.poster(2, starts_at=None, held=span, state=State.HELD), of=2)
    body = page(undated, told, on(TODAY, 3)).decode()

    order = re.findall(r'<a href="/kk/hearings/([0-9a-f-]+)"', body)
    assert order == [str(posters.hearing(3)), str(posters.hearing(1))]
    assert "<dd>әлі белгіленбеген</dd>" in body
    with_time, without = body.split("<h2>Уақыты әлі белгіленбеген</h2>")
    assert str(posters.hearing(3)) in with_time
    assert str(posters.hearing(1)) in without


def test_where_each_hearing_has_its_time_nothing_is_said_of_others() -> None:
    assert "белгіленбеген" not in page(on(TODAY, 1)).decode()


def test_a_full_page_has_room_for_hearings_without_a_time() -> None:
    undated = posters.row(999, posters.poster(999, starts_at=None), of=999)
    body = page(*(on(TODAY, nth) for nth in range(1, MOST + 1)), undated).decode()
    assert body.count("<article>") == MOST + 1
    assert str(posters.hearing(999)) in body


@pytest.mark.parametrize(
    ("state", "last_time", "stands"),
    [
        (State.PLANNED, TODAY, True), (State.PLANNED, TODAY - timedelta(days=1), True),
        (State.CANCELLED, TODAY, True), (State.CANCELLED, TODAY - timedelta(days=1), False),
    ],
)  # fmt: skip
def test_a_hearing_that_a_correction_leaves_without_a_time_stands_among_those_without(
    state: State, last_time: date, stands: bool
) -> None:
    """A cancelled one until the day for which it had been announced."""
    lost = posters.row(2, posters.poster(1, starts_at=None, state=state), of=1, sequence=1)
    body = page(on(last_time, 1), lost).decode()
    with_time, _, without = body.partition("Уақыты әлі белгіленбеген")
    assert str(posters.hearing(1)) not in with_time
    assert (str(posters.hearing(1)) in without) == stands


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.KAZAKH, "Қазір бірде-бір ашық тыңдау жарияланған жоқ."),
        (Language.RUSSIAN, "Объявленных открытых слушаний сейчас нет."),
        (Language.ENGLISH, "No open hearing is announced at present."),
    ],
)
def test_nothing_to_come_is_said_plainly(language: Language, words: str) -> None:
    assert words in page(language=language).decode()


WHY = Words(kk="Баяндамашы ауырды", ru="Докладчик заболел")
MOVED_AND_CANCELLED = (
    on(TODAY, 1, state=State.MOVED, moves=(posters.WAS,)),
    on(TODAY, 2, state=State.CANCELLED, cancelled_on=date(2026, 3, 31), cancelled_because=WHY),
)


def test_moved_and_cancelled_are_said_in_words_with_the_reason() -> None:
    body = page(*MOVED_AND_CANCELLED).decode()

    assert '<span class="badge moved">ауыстырылды</span>' in body
    assert "<dd>2026 жылғы 9 сәуір, 10:00 (Астана уақыты, UTC+5)</dd>" in body
    assert "<dt>Бұрынғы жері</dt><dd>2-зал</dd>" in body
    assert "<dt>Ауыстыру себебі</dt><dd>Бірлескен отырыс</dd>" in body
    assert '<span class="badge cancelled">өткізілмейді</span>' in body
    assert "<dd>2026 жылғы 31 наурызда шешілді</dd>" in body
    assert "<dt>Өткізілмеу себебі</dt><dd>Баяндамашы ауырды</dd>" in body


@pytest.mark.parametrize(
    ("language", "spoken"), [(Language.RUSSIAN, ""), (Language.ENGLISH, ' lang="ru"')]
)
def test_places_and_reasons_are_told_in_the_language_of_the_page(
    language: Language, spoken: str
) -> None:
    """Of what has no English the Russian is told, and says so."""
    body = page(*MOVED_AND_CANCELLED, language=language).decode()

    told = ("Астана, Дом Парламента", "Зал 2", "Совместное заседание", "Докладчик заболел")
    for words in told:
        assert f"<dd{spoken}>{words}</dd>" in body
    for words in ("Парламент үйі", "2-зал", "Бірлескен", "ауырды"):
        assert words not in body


def test_where_the_report_is_published_is_told_in_the_language_of_the_page() -> None:
    row = on(TODAY, 1, report=Words(kk="Сайт", ru="На сайте"))
    told = page(row, language=Language.RUSSIAN, hearing=posters.hearing(1)).decode()
    assert "<dt>Отчет</dt><dd>На сайте</dd>" in told


def test_the_notice_certificate_tells_when_how_long_before_rule_and_verdict() -> None:
    late = posters.certified(verdict=Verdict.DISPUTED, late_on=("Q-01 A", "Q-01 B"))
    row = on(TODAY, 1, notice=late, defects=("A57-5.11",))
    body = page(row, language=Language.RUSSIAN, hearing=posters.hearing(1)).decode()

    assert "остается 7 полных дней" in body
    assert "Направлено: 1 апреля 2026 года, 10:00 (время Астаны, UTC+5)" in body
    assert "A57-5.11: выполнение требования спорно (поздно по толкованиям: Q-01 A, Q-01 B)" in body
    assert "Нарушенные нормы (принято с указанием причины)" in body


def test_that_there_was_no_notice_is_told() -> None:
    body = page(on(TODAY, 1, notice=None), hearing=posters.hearing(1)).decode()
    assert "хабарлама берілгені туралы мәлімет жоқ" in body


def test_what_people_wrote_is_never_read_as_html() -> None:
    topic = Topic(kk="<script>alert(1)</script>&amp;", ru="<b>", en=None)
    row = on(TODAY, 1, topic=topic, place=Words(kk='"><img src=x>', ru="x"))
    for body in (page(row), page(row, hearing=posters.hearing(1))):
        outline = Outline(body)
        assert not outline.all("script")
        assert not outline.all("img")


def test_words_of_another_language_say_so() -> None:
    topic = posters.TOPIC.model_copy(update={"en": None})
    body = page(on(TODAY, 1, topic=topic), language=Language.ENGLISH)
    address = f"/en/hearings/{posters.hearing(1)}"
    (link,) = [one for one in Outline(body).all("a") if one["href"] == address]
    assert link["lang"] == "ru"


async def test_the_pages_as_they_are_served(public: Client, hand: Hand) -> None:
    await hand.put_up(posters.poster(1))
    for path in ("/kk/", "/kk", f"/ru/hearings/{posters.hearing(1)}"):
        answer = await public.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        (style,) = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in answer.headers["content-security-policy"]
        assert '<p class="banner">' in answer.text  # It is a demonstration of 1 April 2026.
    unknown = await public.get(f"/ru/hearings/{posters.hearing(2)}")
    assert unknown.status_code == 404
    assert "Такие открытые слушания не объявлялись." in unknown.text
    assert "etag" not in unknown.headers
    assert unknown.headers["content-type"] == "text/html; charset=utf-8"
    front = (await public.get("/")).text
    assert all(f'<a href="/{language}/">' in front for language in Language)


@pytest.mark.parametrize(
    "path", ["/kk/hearings/1", "/kk/hearings/x/y", "/kk/?x=1", "/kk/hearings/"]
)
async def test_other_addresses_have_no_page(public: Client, path: str) -> None:
    assert (await public.get(path)).status_code in (404, 422)


def test_hours_of_the_past_are_told_with_the_zone_of_their_day() -> None:
    row = posters.row(1, posters.poster(1, starts_at=datetime(2017, 9, 11, 4, tzinfo=UTC)), of=1)
    body = page(row, language=Language.ENGLISH, hearing=posters.hearing(1)).decode()
    assert "11 September 2017, 10:00 (Astana time, UTC+6)" in body
