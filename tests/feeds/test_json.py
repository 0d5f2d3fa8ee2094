"""The JSON Feed holds to version 1.1, and tells programs what they would have to guess."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from chamber.feeds.announcements import Board, Whose, leaf_of
from chamber.feeds.asking import Form, Language
from chamber.feeds.jsonfeed import json_feed
from chamber.feeds.telling import title
from chamber.law.ruling import Verdict
from tests.feeds import posters


@cache
def schema(folder: Path) -> Draft202012Validator:
    file = folder / "schemas" / "jsonfeed" / "jsonfeed-1.1.schema.json"
    return Draft202012Validator(json.loads(file.read_text()))


def feed(board: Board, page: int | None = None, language: Language = Language.KAZAKH) -> Any:
    leaf = leaf_of(board.of(Whose()), page)
    assert leaf is not None
    return json.loads(json_feed(posters.heading(Form.JSON, language, page=page), leaf))


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
    board, found = posters.board(posters.many(130)), set[str]()
    page: int | None = None
    while True:
        told = feed(board, page)
        found |= {item["id"] for item in told["items"]}
        if "next_url" not in told:
            break
        page = int(told["next_url"].rpartition("=")[2])
    assert len(found) == 130


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
