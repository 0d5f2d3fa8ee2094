"""The chambers and their seats, by date. Where a number of seats is not known, nobody guesses."""

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import PositiveInt, model_validator

from chamber.law.act import Sentence, Value

T = TypeVar("T")


class Chamber(StrEnum):
    SENATE = "senate"
    MAZHILIS = "mazhilis"


class Unanswerable(Exception):
    """The law has no answer for this chamber on this day."""

    def __init__(self, chamber: str, day: date) -> None:
        super().__init__(f"{chamber} on {day}")
        self.chamber, self.day = chamber, day


class NoEdition(Unanswerable):
    """No edition of the law is in force for this chamber on this day."""


class NoChamber(Unanswerable):
    """The law is in force, but the chamber is dissolved and the next one has not met."""


class SeatsUnknown(Unanswerable):
    """The chamber sat, but we do not know of how many seats."""


class Seats(Value):
    seats: PositiveInt | Literal["unknown", "none"]
    source: str


class House(Value):
    """A chamber: its name, its name as a place ("in the Senate"), and its seats by date."""

    name: Sentence
    inside: Sentence
    seats: dict[date, Seats]


class Edition(Value):
    """An edition of the law, in force from its first day to its last, for its chambers."""

    name: Sentence
    first_day: date
    last_day: date
    chambers: frozenset[str]
    cite: str

    @model_validator(mode="after")
    def ends_after_it_begins(self) -> Self:
        if self.last_day < self.first_day:
            raise ValueError(f"an edition cannot end on {self.last_day}, before it begins")
        return self

    def covers(self, chamber: str, day: date) -> bool:
        return chamber in self.chambers and self.first_day <= day <= self.last_day


class Chambers(Value):
    """Every chamber of a law, and the editions under which they sit."""

    editions: dict[str, Edition]
    chambers: dict[str, House]

    @classmethod
    def load(cls, path: Path) -> "Chambers":
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))

    @model_validator(mode="after")
    def editions_name_known_chambers(self) -> Self:
        for name, edition in self.editions.items():
            if unknown := edition.chambers - self.chambers.keys():
                raise ValueError(f"edition {name} names unknown chambers {sorted(unknown)}")
        return self

    def in_session(self, chamber: str, day: date) -> bool:
        """Whether an edition of the law is in force for this chamber."""
        return any(edition.covers(chamber, day) for edition in self.editions.values())

    def seats_on(self, chamber: str, day: date) -> int:
        if not self.in_session(chamber, day):
            raise NoEdition(chamber, day)
        dated = in_force(self.chambers[chamber].seats, day)
        if dated is None or dated.seats == "unknown":
            raise SeatsUnknown(chamber, day)
        if dated.seats == "none":
            raise NoChamber(chamber, day)
        return dated.seats


def in_force(dated: Mapping[date, T], day: date) -> T | None:
    """The value that began last; it holds until the next begins."""
    begun = [since for since in dated if since <= day]
    return dated[max(begun)] if begun else None


CHAMBERS = Chambers.load(Path(__file__).with_name("chamber.toml"))


def seats_on(chamber: str, day: date) -> int:
    return CHAMBERS.seats_on(chamber, day)
