"""The calendar is read by a program that did not write it, and means there what it means here."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from chamber.feeds.announcements import Board, Whose
from chamber.feeds.asking import Form, Language
from chamber.feeds.ical import MOST, calendar, chosen_for
from chamber.feeds.telling import title
from chamber.hearings.board import Span, State
from chamber.law.ruling import Verdict
from chamber.law.terms import ASTANA
from tests.feeds import posters

TODAY = date(2026, 4, 1)


def written(board: Board, language: Language = Language.KAZAKH, today: date = TODAY) -> bytes:
    chosen = chosen_for(board.standing_of(Whose()), today)
    return calendar(posters.heading(Form.CALENDAR, language), chosen)


def one_of(**more: Any) -> Board:
    return posters.board([posters.row(1, posters.poster(1, **more), of=1)])


def events(document: bytes) -> Iterator[Any]:
    read = vobject.readOne(document.decode())
    return iter(read.contents.get("vevent", []))


@given(posters.BOARDS, posters.LANGUAGES)
@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_poster_survives_the_way_there_and_back(board: Board, language: Language) -> None:
    document = written(board, language)

    chosen = chosen_for(board.standing_of(Whose()), TODAY)
    for one, read in zip(chosen, events(document), strict=True):
        assert read.summary.value == title(one.poster, language)
        assert read.uid.value == str(one.poster.id)
        assert read.sequence.value == str(one.sequence)
        if one.poster.starts_at is not None:
            assert read.dtstart.value == one.poster.starts_at.replace(microsecond=0)
    assert Calendar.from_ical(document).to_ical() == document


@given(posters.BOARDS, posters.LANGUAGES)
@settings(max_examples=50, suppress_health_check=list(HealthCheck), deadline=None)
def test_lines_end_with_crlf_and_have_at_most_75_octets(board: Board, language: Language) -> None:
    document = written(board, language)

    assert document.endswith(b"END:VCALENDAR\r\n")
    lines = document.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    document.decode()
    for line in lines:
        line.decode()  # No letter is cut in two.


def test_the_calendar_says_what_it_is_and_how_often_to_ask() -> None:
    read = vobject.readOne(written(one_of()).decode())

    assert read.contents["name"][0].value == "Парламенттік тыңдаулар"
    assert read.contents["x-wr-calname"][0].value == "Парламенттік тыңдаулар"
    assert read.contents["refresh-interval"][0].value == "PT1H"
    assert read.contents["source"][0].value == f"{posters.BASE}/feeds/hearings.ics?lang=kk"
    assert read.prodid.value == "-//Chamber//Hearings//KK"
    assert read.vtimezone.tzid.value == "Asia/Almaty"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.KAZAKH, "LOCATION;LANGUAGE=kk:Астана\\, Парламент үйі\r\n"),
        (Language.RUSSIAN, "LOCATION;LANGUAGE=ru:Астана\\, Дом Парламента\r\n"),
        (Language.ENGLISH, "LOCATION;LANGUAGE=ru:Астана\\, Дом Парламента\r\n"),
    ],
)
def test_the_place_is_told_in_the_language_of_the_calendar(language: Language, line: str) -> None:
    assert line in written(one_of(), language).decode()


def test_the_hour_is_astanas_and_there_is_no_end_that_nobody_announced() -> None:
    document = written(one_of())
    assert b"DTSTART;TZID=Asia/Almaty:20260411T100000\r\n" in document
    assert b"DTEND" not in document
    assert b"DURATION" not in document
    assert b"ORGANIZER" not in document


def test_hours_before_march_2024_are_an_hour_further_from_greenwich() -> None:
    at = datetime(2017, 9, 11, 4, tzinfo=UTC)
    document = written(one_of(starts_at=at), today=date(2017, 9, 1))
    assert b"DTSTART;TZID=Asia/Almaty:20170911T100000\r\n" in document
    assert next(events(document)).dtstart.value == at


def test_a_known_day_without_an_hour_is_a_whole_day_and_an_unknown_day_is_left_out() -> None:
    day = Span(first_day=TODAY, last_day=TODAY)
    document = written(one_of(starts_at=None, held=day))
    assert b"DTSTART;VALUE=DATE:20260401\r\n" in document

    days = Span(first_day=TODAY, last_day=TODAY + timedelta(1))
    assert not list(events(written(one_of(starts_at=None, held=days))))
    assert not list(events(written(one_of(starts_at=None))))


def lost(state: State = State.PLANNED, **more: Any) -> Board:
    """Announced for 11 April; then a correction takes the time away."""
    told: dict[str, Any] = {"starts_at": None, "place": None, "state": state}
    after = posters.poster(1, **(told | more))
    rows = [posters.row(1, posters.poster(1), of=1)]
    return posters.board([*rows, posters.row(2, after, of=1, sequence=1)])


@pytest.mark.parametrize(
    ("state", "status", "summary"),
    [
        (State.PLANNED, "TENTATIVE", "Время еще не назначено: О социальном страховании"),
        (State.MOVED, "TENTATIVE", "Время еще не назначено: О социальном страховании"),
        (State.BEGUN, "TENTATIVE", "Время еще не назначено: О социальном страховании"),
        (State.CANCELLED, "CANCELLED", "Отменены: О социальном страховании"),
    ],
)
def test_an_announced_hearing_that_loses_its_time_keeps_the_last_and_is_not_certain(
    state: State, status: str, summary: str
) -> None:
    """Else it would stand for ever in calendars that were told of it, as if nothing had been."""
    (read,) = events(written(lost(state), Language.RUSSIAN))

    assert read.dtstart.value == posters.poster(1).starts_at
    assert (read.status.value, read.summary.value) == (status, summary)
    assert (read.uid.value, read.sequence.value) == (str(posters.hearing(1)), "1")
    assert "Время: еще не назначено\n" in read.description.value
    assert "location" not in read.contents


def test_a_time_lost_twice_is_still_the_last_one_and_a_new_time_is_the_new_one() -> None:
    board = lost()
    again = posters.poster(1, starts_at=None, place=None, topic=posters.TOPIC, notice=None)
    board.put_up([posters.row(3, again, of=1, sequence=2)])
    board.stands_at((3, 0))
    (read,) = events(written(board))
    assert read.dtstart.value == posters.poster(1).starts_at

    board.put_up([posters.row(4, posters.poster(1, starts_at=posters.FIRST), of=1, sequence=3)])
    board.stands_at((4, 0))
    (read,) = events(written(board))
    assert (read.dtstart.value, read.status.value) == (posters.FIRST, "CONFIRMED")


def test_of_one_held_on_days_not_known_no_older_time_is_told() -> None:
    days = Span(first_day=TODAY, last_day=TODAY + timedelta(1))
    assert not list(events(written(lost(State.HELD, held=days))))


def test_of_an_emptied_place_no_time_is_told() -> None:
    board = lost()
    board.empty([1, 2])
    board.stands_at((2, 2))
    assert not list(events(written(board)))


LATE = posters.certified(verdict=Verdict.DISPUTED)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, "CONFIRMED"),
        ({"notice": None}, "TENTATIVE"),
        ({"notice": LATE}, "TENTATIVE"),
        ({"notice": LATE, "defects": ("A57-5.11",)}, "CONFIRMED"),
        ({"notice": LATE, "defects": ("A57-5.08",)}, "TENTATIVE"),
        ({"notice": LATE, "state": State.HELD}, "CONFIRMED"),
        ({"state": State.CANCELLED}, "CANCELLED"),
        ({"state": State.MOVED}, "CONFIRMED"),
    ],
)
def test_certain_is_what_was_announced_in_time(more: dict[str, Any], status: str) -> None:
    assert next(events(written(one_of(**more)))).status.value == status


def test_a_move_and_a_cancellation_raise_the_sequence_and_keep_the_id() -> None:
    rows = [
        posters.row(1, posters.poster(1), of=1),
        posters.row(2, posters.poster(1, state=State.MOVED), of=1, sequence=1),
        posters.row(3, posters.poster(1, state=State.CANCELLED), of=1, sequence=2),
    ]
    told = [next(events(written(posters.board(rows[:count])))) for count in (1, 2, 3)]

    assert [one.sequence.value for one in told] == ["0", "1", "2"]
    assert {one.uid.value for one in told} == {str(posters.hearing(1))}
    assert told[0].last_modified.value < told[1].last_modified.value < told[2].last_modified.value
    assert {one.created.value for one in told} == {posters.FIRST + timedelta(hours=1)}
    assert all(one.dtstamp.value == one.last_modified.value for one in told)


def at(day: date, number: int) -> dict[str, Any]:
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=ASTANA)
    return posters.row(number, posters.poster(number, starts_at=moment), of=number)


def test_it_holds_twelve_months_back_and_all_that_is_to_come() -> None:
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2026, 4, 1), date(2030, 1, 1)]
    board = posters.board(at(day, number) for number, day in enumerate(days, 1))

    told = [one.dtstart.value.date() for one in events(written(board))]

    assert told == days[1:]


def test_of_more_than_500_those_to_come_stay_and_the_oldest_go() -> None:
    past = [at(TODAY - timedelta(days=number), number) for number in range(1, 300)]
    coming = [at(TODAY + timedelta(days=number), 1000 + number) for number in range(300)]
    chosen = chosen_for(posters.board([*past, *coming]).standing_of(Whose()), TODAY)

    days = [one.begins for one in chosen]
    assert len(days) == MOST
    assert days == sorted(days, key=str)
    assert [days[0], days[-1]] == [TODAY - timedelta(days=200), TODAY + timedelta(days=299)]


def test_the_same_board_is_the_same_bytes() -> None:
    rows = posters.many(3)
    assert written(posters.board(rows)) == written(posters.board(rows))


def test_of_more_than_500_to_come_the_nearest_stay() -> None:
    coming = [at(TODAY + timedelta(days=number), 1 + number) for number in range(MOST + 1)]
    past = at(TODAY - timedelta(days=1), 1000)
    chosen = chosen_for(posters.board([*coming, past]).standing_of(Whose()), TODAY)

    assert [one.begins for one in chosen] == [TODAY + timedelta(days=n) for n in range(MOST)]
