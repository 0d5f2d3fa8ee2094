"""The Atom feed holds to RFC 4287, its archives to RFC 5005, and what people wrote stays words."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from chamber.feeds.announcements import Board, Whose, leaf_of
from chamber.feeds.asking import Form, Language
from chamber.feeds.atom import NO_XML, atom
from chamber.feeds.telling import title
from chamber.hearings.board import State
from chamber.law.text import Words
from tests.feeds import posters

SPACES = {"a": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}


@cache
def schema(folder: Path) -> Any:
    return etree.RelaxNG(etree.parse(folder / "schemas" / "atom" / "atom.rng"))


def feed(board: Board, page: int | None = None, language: Language = Language.KAZAKH) -> bytes:
    leaf = leaf_of(board.of(Whose()), page)
    assert leaf is not None
    return atom(posters.heading(Form.ATOM, language, page=page), leaf)


def links(document: bytes) -> dict[str, str]:
    found = etree.fromstring(document).findall("a:link", SPACES)
    return {one.get("rel"): one.get("href") for one in found}


@given(posters.BOARDS, posters.LANGUAGES)
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_feed_is_valid_and_tells_the_words_as_they_were_written(
    shared_data: Path, board: Board, language: Language
) -> None:
    document = feed(board, language=language)

    tree = etree.fromstring(document)
    assert schema(shared_data).validate(tree), schema(shared_data).error_log
    told = [
        entry.findtext("a:title", namespaces=SPACES) for entry in tree.findall("a:entry", SPACES)
    ]
    shown = sorted(board.last.values(), key=lambda one: -one.serial)
    assert told == [title(one.poster, language).translate(NO_XML) for one in shown]


def test_an_empty_board_is_a_valid_feed_too(shared_data: Path) -> None:
    document = feed(Board())
    assert schema(shared_data).validate(etree.fromstring(document))
    assert b"1970-01-01T00:00:00" in document


def test_a_reader_that_we_did_not_write_reads_it() -> None:
    moved = posters.poster(2, state=State.MOVED)
    read = feedparser.parse(feed(posters.board([
        posters.row(1, posters.poster(1), of=1), posters.row(2, posters.poster(2), of=2),
        posters.row(3, moved, of=2, sequence=1),
    ]), language=Language.RUSSIAN))  # fmt: skip

    assert not read.bozo
    newest, oldest = read.entries
    assert newest.id == posters.hearing(2).urn
    assert newest.title == "Перенесены: О социальном страховании"
    assert newest.updated > newest.published
    assert newest.link == f"{posters.BASE}/ru/hearings/{posters.hearing(2)}"
    assert [tag.term for tag in newest.tags] == ["moved", "mazhilis"]
    assert oldest.author == "Мажилис"
    assert "7 полных дней" in oldest.content[0].value


def test_a_hearing_stands_once_and_its_update_moves_its_time_but_never_its_id() -> None:
    before = posters.many(2)
    cancelled = posters.poster(1, state=State.CANCELLED, cancelled_because=posters.PLACE)
    old = feedparser.parse(feed(posters.board(before))).entries
    new = feedparser.parse(
        feed(posters.board([*before, posters.row(3, cancelled, of=1, sequence=1)]))
    ).entries

    assert [one.id for one in new] == [posters.hearing(1).urn, posters.hearing(2).urn]
    was, now = (next(e for e in read if e.id == posters.hearing(1).urn) for read in (old, new))
    assert now.updated > was.updated
    assert now.published == was.published
    assert now.title.startswith("Өткізілмейді: ")


def test_forty_announcements_are_a_page_and_only_whole_pages_are_archives() -> None:
    places = posters.board(posters.many(79)).of(Whose())
    assert leaf_of(places, 1) is not None
    assert leaf_of(places, 2) is None
    assert leaf_of(posters.board(posters.many(80)).of(Whose()), 2) is not None
    assert leaf_of(posters.board(posters.many(39)).of(Whose()), 1) is None
    assert leaf_of(places, 0) is None


def test_archives_stay_as_they_are_while_announcements_are_added() -> None:
    rows = posters.many(130)
    first = {page: feed(posters.board(rows[:80]), page) for page in (1, 2)}

    for count in (81, 119, 120, 130):
        later = posters.board(rows[:count])
        assert {page: feed(later, page) for page in (1, 2)} == first


def test_all_is_found_by_walking_from_the_newest_back_through_the_archives() -> None:
    board, found = posters.board(posters.many(130)), set[str]()
    page: int | None = None
    while True:
        document = feed(board, page)
        tree = etree.fromstring(document)
        found |= set(tree.xpath("a:entry/a:id/text()", namespaces=SPACES))
        assert (tree.find("fh:archive", SPACES) is not None) == (page is not None)
        before = links(document).get("prev-archive")
        if before is None:
            break
        page = int(before.rpartition("=")[2])
        assert links(document)["self"].startswith(f"{posters.BASE}/feeds/hearings.atom?lang=kk")
    assert len(found) == 130
    assert "next-archive" not in links(feed(board, 2)), (
        "an archive never changes, and has it not yet"
    )
    assert links(feed(board, 2))["current"] == f"{posters.BASE}/feeds/hearings.atom?lang=kk"


def test_an_emptied_place_is_skipped_and_moves_no_other() -> None:
    board = posters.board(posters.many(90))
    before = ids(feed(board, 2))

    board.empty([45])
    board.stands_at((90, 1))

    assert ids(feed(board, 2)) == [one for one in before if one != posters.hearing(45)]
    assert posters.hearing(45) not in board.standing


def ids(document: bytes) -> list[UUID]:
    return [UUID(entry.id) for entry in feedparser.parse(document).entries]


def test_a_topic_without_english_words_is_told_in_russian_and_says_so() -> None:
    topic = posters.TOPIC.model_copy(update={"en": None})
    document = feed(
        posters.board([posters.row(1, posters.poster(1, topic=topic), of=1)]),
        language=Language.ENGLISH,
    )
    named = etree.fromstring(document).find("a:entry/a:title", SPACES)
    assert named.text == topic.ru
    assert named.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"


@pytest.mark.parametrize("language", Language)
def test_the_same_board_is_the_same_bytes(language: Language) -> None:
    rows = posters.many(50)
    assert feed(posters.board(rows), language=language) == feed(
        posters.board(rows), language=language
    )


def test_a_poster_of_a_newer_version_of_the_program_is_read_as_far_as_it_is_known() -> None:
    one = posters.row(1, posters.poster(1), of=1)
    told = json.loads(one["poster"])
    told["weather"] = told["notice"]["moon"] = "new"

    document = feed(posters.board([one | {"poster": json.dumps(told)}]))

    assert ids(document) == [posters.hearing(1)]
    assert b"weather" not in document


def test_what_xml_has_no_room_for_is_replaced() -> None:
    odd = posters.poster(1, place=Words(kk="a\ufffeb\uffffc ]]> <d>", ru="x"))
    document = feed(posters.board([posters.row(1, odd, of=1)]))
    content = etree.fromstring(document).findtext("a:entry/a:content", namespaces=SPACES)
    assert "a\ufffdb\ufffdc ]]&gt; &lt;d&gt;" in content
