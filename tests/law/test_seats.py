from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from chamber.law.seats import (
    CHAMBERS,
    Chambers,
    NoChamber,
    NoEdition,
    SeatsUnknown,
    Unanswerable,
    seats_on,
)

NOBODY, UNKNOWN, NO_LAW = NoChamber, SeatsUnknown, NoEdition
Seats = int | type[Unanswerable]

# What was so from each day; the day before belongs to the line above.
MAZHILIS: list[tuple[str, Seats]] = [
    ("1990-01-01", NO_LAW),
    ("1995-09-05", UNKNOWN),
    ("1996-01-30", 67),
    ("1999-01-01", UNKNOWN),
    ("1999-12-01", 77),
    ("2007-08-01", UNKNOWN),
    ("2007-09-02", 107),
    ("2023-01-19", NOBODY),
    ("2023-03-29", 98),
    ("2026-07-01", NO_LAW),
]
SENATE: list[tuple[str, Seats]] = [
    ("1990-01-01", NO_LAW),
    ("1995-09-05", UNKNOWN),
    ("1997-01-01", 39),
    ("2007-01-01", UNKNOWN),
    ("2008-01-01", 47),
    ("2018-06-01", UNKNOWN),
    ("2018-07-01", 49),
    ("2022-06-01", UNKNOWN),
    ("2023-01-25", 50),
    ("2026-07-01", NO_LAW),
]


def found(chamber: str, day: date) -> Seats:
    try:
        return seats_on(chamber, day)
    except Unanswerable as no_answer:
        return type(no_answer)


@pytest.mark.parametrize(("chamber", "story"), [("mazhilis", MAZHILIS), ("senate", SENATE)])
def test_both_sides_of_every_day_on_which_the_seats_change(
    chamber: str, story: list[tuple[str, Seats]]
) -> None:
    for (_, before), (since, seats) in pairwise(story):
        day = date.fromisoformat(since)
        assert found(chamber, day - timedelta(days=1)) == before
        assert found(chamber, day) == seats


def test_the_last_day_of_the_constitution_of_1995() -> None:
    assert seats_on("senate", date(2026, 6, 30)) == 50
    with pytest.raises(NoEdition):
        seats_on("senate", date(2026, 7, 1))


def test_the_seats_are_told_from_the_first_day_of_the_edition_on() -> None:
    for edition in CHAMBERS.editions.values():
        for chamber in edition.chambers:
            assert min(CHAMBERS.chambers[chamber].seats) == edition.first_day


def test_every_number_of_seats_has_a_source() -> None:
    for house in CHAMBERS.chambers.values():
        for dated in house.seats.values():
            assert len(dated.source) > 10


def book(**changes: Any) -> dict[str, Any]:
    name = {"kk": "Құрылтай", "ru": "Курултай", "en": "the Kurultai"}
    edition = {
        "name": name,
        "first_day": date(2026, 7, 1),
        "last_day": date(9999, 12, 31),
        "chambers": ["kurultai"],
        "cite": "Constitution of 15 March 2026",
    }
    house = {
        "name": name,
        "inside": name,
        "seats": {"2026-07-01": {"seats": 145, "source": "Constitution of 15 March 2026"}},
    }
    return {"editions": {"2026": edition | changes}, "chambers": {"kurultai": house}}


def test_another_edition_is_only_data() -> None:
    kurultai = Chambers.model_validate(book())
    assert kurultai.seats_on("kurultai", date(2026, 7, 1)) == 145
    with pytest.raises(NoEdition):
        kurultai.seats_on("kurultai", date(2026, 6, 30))


def test_an_edition_of_one_day_is_an_edition() -> None:
    short = Chambers.model_validate(book(last_day=date(2026, 7, 1)))
    assert short.seats_on("kurultai", date(2026, 7, 1)) == 145
    with pytest.raises(NoEdition):
        short.seats_on("kurultai", date(2026, 7, 2))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"chambers": ["senate"]}, "unknown chambers"),
        ({"last_day": date(2026, 6, 30)}, "before it begins"),
        ({"until": date(2027, 1, 1)}, "Extra inputs"),
    ],
)
def test_an_edition_that_cannot_be_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Chambers.model_validate(book(**changes))


@pytest.mark.parametrize("seats", [0, -1, 98.5, "many"])
def test_a_number_of_seats_is_whole_or_said_to_be_unknown(seats: object) -> None:
    wrong = book()
    wrong["chambers"]["kurultai"]["seats"]["2026-07-01"]["seats"] = seats
    with pytest.raises(ValidationError):
        Chambers.model_validate(wrong)
