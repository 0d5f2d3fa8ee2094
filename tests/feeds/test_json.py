"""The JSON Feed holds to version 1.1, and tells programs what they would have to guess."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from chamber.feeds.announcements import PAGE, Board, Whose, sheet_of
from chamber.feeds.asking import Form, Language
from chamber.feeds.jsonfeed import json_feed
from chamber.feeds.telling import title
from chamber.hearings.board import State
from chamber.law.ruling import Verdict
from tests.feeds import posters


@cache
def schema(folder: Path) -> Draft202012Validator:
    file = folder / "schemas" / "jsonfeed" / "jsonfeed-1.1.schema.json"
    return Draft202012Validator(json.loads(file.read_text()))


def feed(board: Board, before: int | None = None, language: Language = Language.KAZAKH) -> Any:
    sheet = sheet_of(board, Whose(), before)
    assert sheet is not None
    return json.loads(json_feed(posters.heading(Form.JSON, language, before=before), sheet))


def walk(board: Board, before: int | None = None) -> Iterator[Any]:
    """The items as a program finds them that follows each next address."""
    while True:
        told = feed(board, before)
        yield from told["items"]
        if "next_url" not in told:
            return
        before = int(told["next_url"].rpartition("before=")[2])


@given(posters.BOARDS, posters.LANGUAGES)
@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_feed_is_valid_and_tells_the_words_as_they_were_written(
    shared_data: Path, board: Board, language: Language
) -> None:
    told = feed(board, language=language)

    schema(shared_data).validate(told)
    shown = sorted(board.last.values(), key=lambda one: -one.serial)
    assert [item["title"] for item in told["items"]] == [
        title(one.poster, language) for one in shown
    ]


def test_the_next_address_leads_to_all_that_there_is() -> None:
    found = [item["id"] for item in walk(posters.board(posters.many(130)))]
    assert found == [posters.hearing(number).urn for number in range(130, 0, -1)]
    assert "next_url" not in feed(posters.board(posters.many(PAGE)))
    assert "next_url" in feed(posters.board(posters.many(PAGE + 1)))


def test_whoever_follows_it_is_told_of_each_hearing_once_and_as_it_stands_now() -> None:
    """A program that keeps what it read last would else keep what was true before."""
    rows = posters.many(90)
    cancelled = posters.poster(5, state=State.CANCELLED)
    rows += [posters.row(91, cancelled, of=5, sequence=1)]

    found = [(item["id"], item["_chamber"]["state"]) for item in walk(posters.board(rows))]

    assert found[0] == (posters.hearing(5).urn, "cancelled")
    assert len(found) == len(set(dict(found))) == 90


def test_what_changes_meanwhile_moves_nothing_on_the_way_back() -> None:
    rows = posters.many(90)
    before = feed(posters.board(rows))
    ours = int(before["next_url"].rpartition("before=")[2])
    rows += [
        posters.row(91, posters.poster(60, state=State.MOVED), of=60, sequence=1),
        posters.row(92, posters.poster(20, state=State.MOVED), of=20, sequence=1),
        posters.row(93, posters.poster(93), of=93),
    ]
    later = [item["id"] for item in walk(posters.board(rows), ours)]

    expected = [number for number in range(50, 0, -1) if number != 20]  # Newest now: told anew.
    assert later == [posters.hearing(number).urn for number in expected]


def test_before_the_first_there_is_nothing_and_after_the_last_no_page() -> None:
    board = posters.board(posters.many(3))
    assert feed(board, 1)["items"] == []
    assert feed(board, 3)["feed_url"].endswith("/feeds/hearings.json?lang=kk&before=3")
    assert sheet_of(board, Whose(), 4) is None


def test_programs_are_told_state_notice_and_lead_time() -> None:
    late = posters.certified(verdict=Verdict.DISPUTED, days_before=6, late_on=("Q-01 A",))
    told = feed(posters.board([posters.row(1, posters.poster(1, notice=late), of=1, sequence=3)]))

    ours = told["items"][0]["_chamber"]
    assert ours["state"] == "planned"
    assert ours["sequence"] == 3
    assert ours["starts_at"] == "2026-04-11T10:00:00+05:00"
    assert ours["notice"]["verdict"] == "disputed"
    assert ours["notice"]["late_on"] == ["Q-01 A"]
    assert ours["lead_time_days"] == 6
    assert ours["place"] == {"kk": posters.PLACE.kk, "ru": posters.PLACE.ru}
    assert ours["organisers"][0]["id"] == str(posters.COMMITTEE)


def test_programs_are_told_in_both_languages_where_a_hearing_was_and_why_it_is_moved() -> None:
    told = feed(posters.board([posters.row(1, posters.poster(1, moves=(posters.WAS,)), of=1)]))

    (was,) = told["items"][0]["_chamber"]["moved_from"]
    assert was["starts_at"] == "2026-04-09T10:00:00+05:00"
    assert was["place"] == {"kk": "2-зал", "ru": "Зал 2"}
    assert was["reason"] == {"kk": "Бірлескен отырыс", "ru": "Совместное заседание"}
