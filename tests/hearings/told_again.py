"""The procedure of Article 57(5) told a second time, by days and sets: what each act offends.

Written from the law's catalogue and not from our rules, to be held against them. Days are whole
numbers; a notice, a sitting and a hearing are all at ten in the morning.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chamber.law.text import Words

NEVER = None  # No act at all, whatever the reason: it is out of order, void, or cannot be.
Offences = set[str] | None
QUORUM = 10  # Of the fourteen members of the Bureau: two thirds.
CLEAR_DAYS = 7


@dataclass
class Told:
    """A notice: the day it was sent, the day it told, and the places that stand in it."""

    sent: int
    day: int
    places: frozenset[str]


@dataclass
class Model:
    last: int = 0  # The day of the last of its own steps.
    day: int | None = None
    place: Words | None = None
    form: int | None = None
    commission: int | None = None
    invited: list[int] = field(default_factory=list)
    notices: list[Told] = field(default_factory=list)
    state: str = "draft"  # draft, cancelled, begun, ended, done.
    started: set[int] = field(default_factory=set)
    came: set[int] = field(default_factory=set)
    here: set[int] | None = None
    adopted: bool = False
    minutes: bool = False
    reached: set[str] = field(default_factory=set)
    defects: set[str] = field(default_factory=set)

    def told_in_time(self, day: int, place: Words) -> bool:
        """On every reading: seven clear days, of that day, and of the place in either language."""
        return any(
            one.day == day and day - one.sent > CLEAR_DAYS and one.places & {place.kk, place.ru}
            for one in self.notices
        )

    def ready(self) -> bool:
        if self.day is None or self.place is None:
            return False
        return self.told_in_time(self.day, self.place)

    def schedule(self, on: int, day: int, place: Words, barred: bool) -> set[str]:
        late = day - on <= CLEAR_DAYS and not self.told_in_time(day, place)
        return named(("A57-5.08", barred), ("A57-5.11", late))

    def decide(
        self, on: int, day: int, place: Words, hands: tuple[int, int], barred: bool
    ) -> Offences:
        votes, present = hands
        if self.state != "draft" or self.day is not None or on < self.last or day < on:
            return NEVER
        if votes > present or present < QUORUM:
            return NEVER
        return self.schedule(on, day, place, barred) if 2 * votes > present else set()

    def move(self, on: int, day: int, place: Words, barred: bool) -> Offences:
        if self.state != "draft" or self.day is None or on < self.last or day < on:
            return NEVER
        if (day, place) == (self.day, self.place):
            return NEVER
        return self.schedule(on, day, place, barred)

    def begin(self, on: int, chairs: bool, barred: bool) -> Offences:
        if self.state != "draft" or on < self.last or self.day not in (None, on):
            return NEVER
        return named(
            ("A57-5.06", self.day is None),
            ("A57-5.07", later(self.form, on)),
            ("A57-5.08", barred),
            ("A57-5.09", later(self.commission, on)),
            ("A57-5.10", all(one > on for one in self.invited)),
            ("A57-5.11", not self.ready()),
            ("A57-5.15", not chairs),
        )

    def register(self, on: int) -> Offences:
        if self.state == "begun":
            return set() if on >= self.last else NEVER
        planned = self.state == "draft" and self.day is not None and on == self.day
        return set() if planned and on >= self.last else NEVER

    def present(self, on: int) -> bool:
        return self.state == "begun" and self.here is not None and on >= self.last

    def dispatch(self, on: int) -> Offences:
        if self.state not in ("begun", "ended") or on < self.last:
            return NEVER
        return named(("A57-5.17", not self.adopted))

    def keep_minutes(self, on: int) -> Offences:
        held = self.state in ("begun", "ended") and on >= self.last
        return set() if held and not self.minutes else NEVER

    def complete(self, on: int) -> Offences:
        if self.state != "ended" or on < self.last:
            return NEVER
        return named(
            ("A57-5.17", self.adopted and len(self.reached) < 3), ("F-2.16", not self.minutes)
        )

    def readings(self) -> Sequence[int]:
        """Who takes part, from the strictest: all who came, those at the start, those there."""
        return len(self.came), len(self.started), len(self.here or ())


def named(*offences: tuple[str, bool]) -> set[str]:
    return {rule for rule, broken in offences if broken}


def later(known: int | None, on: int) -> bool:
    return known is None or known > on


def majority(votes: int, whole: int) -> bool:
    return 2 * votes > whole
