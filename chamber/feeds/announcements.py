"""The board as a process holds it: every poster in the order in which it was put up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from heapq import nlargest
from typing import Any
from uuid import UUID

from chamber.hearings.board import Poster
from chamber.law.terms import astana

PAGE = 40
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # When an empty board was last changed.


@dataclass(slots=True, eq=False)
class Announcement:
    """One place on the board. It stays where it is when its poster is taken away."""

    serial: int
    hearing: int
    chamber: str
    organisers: frozenset[UUID]
    sequence: int
    first_at: datetime
    at: datetime
    written: str | None
    read: Poster | None = None
    former: "Announcement | None" = None  # The one of the same hearing that stood here before.

    @property
    def poster(self) -> Poster:
        if self.read is None:
            assert self.written is not None, "nobody reads an empty place"
            # A newer version of the program may have written what this one does not know.
            self.read = Poster.model_validate_json(self.written, extra="ignore")
        return self.read

    @property
    def begins(self) -> date | None:
        """The Astana day on which the hearing begins, where that day is known."""
        poster = self.poster
        if poster.starts_at is not None:
            return astana(poster.starts_at).date()
        if poster.held is not None and poster.held.first_day == poster.held.last_day:
            return poster.held.first_day
        return None

    @property
    def expected(self) -> "Announcement":
        """The last that told the time: calendars keep it when a correction takes it away."""
        one = self
        while one.is_undated and one.former is not None and one.former.written is not None:
            one = one.former
        return one

    @property
    def is_undated(self) -> bool:
        return self.poster.starts_at is None and self.poster.held is None


@dataclass(frozen=True, slots=True)
class Whose:
    """Which hearings are asked for: of all, of one Chamber, of one committee."""

    chamber: str | None = None
    committee: UUID | None = None

    def has(self, one: Announcement) -> bool:
        return (self.chamber is None or one.chamber == self.chamber) and (
            self.committee is None or self.committee in one.organisers
        )


Version = tuple[int, int]  # The last place, and how many are empty.


@dataclass(slots=True)
class Board:
    version: Version = (0, 0)
    places: list[Announcement] = field(default_factory=list)
    last: dict[int, Announcement] = field(default_factory=dict)  # Of each hearing.
    standing: dict[UUID, Announcement] = field(default_factory=dict)  # By the hearing's public id.

    def put_up(self, rows: Iterable[Any]) -> None:
        for row in rows:
            new = Announcement(
                serial=row["serial"], hearing=row["hearing_id"], chamber=row["chamber"],
                organisers=frozenset(row["organisers"]), sequence=row["sequence"],
                first_at=row["first_at"], at=row["at"], written=row["poster"],
                former=self.last.get(row["hearing_id"]),
            )  # fmt: skip
            if new.former is not None:
                new.former.read = None  # What is no longer asked for every day need not lie open.
            self.places.append(new)
            self.last[new.hearing] = new

    def empty(self, serials: Iterable[int]) -> None:
        gone = set(serials)
        for one in self.places:
            if one.serial in gone:
                one.written = one.read = None
                one.organisers = frozenset()  # Nor is it told whose hearing it was.

    def stands_at(self, version: Version) -> None:
        self.version = version
        shown = [one for one in self.last.values() if one.written is not None]
        self.standing = {one.poster.id: one for one in shown}

    def of(self, whose: Whose) -> list[Announcement]:
        return [one for one in self.places if whose.has(one)]

    def standing_of(self, whose: Whose) -> Iterator[Announcement]:
        return (one for one in self.standing.values() if whose.has(one))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the announcements, newest first, each hearing once."""

    number: int | None  # None: the newest; else an archive, counted from the oldest.
    shown: tuple[Announcement, ...]
    updated: datetime
    archives: int  # How many there are: only whole pages are archives.


def leaf_of(places: Sequence[Announcement], number: int | None) -> Leaf | None:
    """None where no such page is whole."""
    archives = len(places) // PAGE
    if number is None:
        chosen = places[-PAGE:]
    elif 1 <= number <= archives:
        chosen = places[(number - 1) * PAGE : number * PAGE]
    else:
        return None
    shown = {one.hearing: one for one in chosen if one.written is not None}
    newest = sorted(shown.values(), key=lambda one: -one.serial)
    return Leaf(number, tuple(newest), chosen[-1].at if chosen else EPOCH, archives)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hearings as they stand now, each once, the last changed first."""

    shown: tuple[Announcement, ...]
    more: bool  # Whether there are others that changed earlier.


def sheet_of(board: Board, whose: Whose, before: int | None) -> Sheet | None:
    """Of those last changed before that place. None where the board has no such place."""
    if before is not None and before > board.version[0]:
        return None
    standing = (one for one in board.standing_of(whose) if not before or one.serial < before)
    newest = nlargest(PAGE + 1, standing, key=lambda one: one.serial)
    return Sheet(tuple(newest[:PAGE]), len(newest) > PAGE)
