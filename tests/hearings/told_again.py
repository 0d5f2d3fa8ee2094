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
    """A notice: the day it was sent, what it told, and whether that was all it must tell."""

    sent: int
    day: int
    whole: bool


@dataclass
class Model:
    last: int = 0  # The day of the last of its own steps.
    day: int | None = None
    place: Words | None = None
    place_changed: int | None = None
    form: int | None = None
    commission: int | None = None
    invited: list[int] = field(default_factory=list)
    notices: list[Told] = field(default_factory=list)
    state: str = "draft"  # draft, cancelled, begun, ended, done.
    started: set[int] = field(default_factory=set)
    came: set[int] = field(default_factory=set)
    here: set[int] | None = None
    adopted: bool = False
    reached: set[str] = field(default_factory=set)
    defects: set[str] = field(default_factory=set)

    def told_in_time(self, day: int, changed: int | None) -> bool:
        """On every reading: seven clear days, all that must be told, and of the place as it is."""
        return any(
            one.whole and one.day == day and day - one.sent > CLEAR_DAYS
            and (changed is None or one.sent >= changed)
            for one in self.notices
        )  # fmt: skip

    def schedule(self, on: int, day: int, changed: int | None, barred: bool) -> set[str]:
        late = day - on <= CLEAR_DAYS and not self.told_in_time(day, changed)
        return named(("A57-5.08", barred), ("A57-5.11", late))

    def decide(self, on: int, day: int, votes: int, present: int, barred: bool) -> Offences:
        if self.state != "draft" or self.day is not None or on < self.last or day < on:
            return NEVER
        if votes > present or present < QUORUM:
            return NEVER
        return self.schedule(on, day, None, barred) if 2 * votes > present else set()

    def move(self, on: int, day: int, place: Words, barred: bool) -> Offences:
        if self.state != "draft" or self.day is None or on < self.last or day < on:
            return NEVER
        if (day, place) == (self.day, self.place):
            return NEVER
        changed = on if place != self.place else self.place_changed
        return self.schedule(on, day, changed, barred)

    def begin(self, on: int, chairs: bool, barred: bool) -> Offences:
        if self.state != "draft" or on < self.last or self.day not in (None, on):
            return NEVER
        ready = self.day is not None and self.told_in_time(self.day, self.place_changed)
        return named(
            ("A57-5.06", self.day is None),
            ("A57-5.07", later(self.form, on)),
            ("A57-5.08", barred),
            ("A57-5.09", later(self.commission, on)),
            ("A57-5.10", all(one > on for one in self.invited)),
            ("A57-5.11", not ready),
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

    def complete(self, on: int) -> Offences:
        if self.state != "ended" or on < self.last:
            return NEVER
        return named(("A57-5.17", self.adopted and len(self.reached) < 3))

    def readings(self) -> Sequence[int]:
        """Who takes part, from the strictest: all who came, those at the start, those there."""
        return len(self.came), len(self.started), len(self.here or ())


def named(*offences: tuple[str, bool]) -> set[str]:
    return {rule for rule, broken in offences if broken}


def later(known: int | None, on: int) -> bool:
    return known is None or known > on


def majority(votes: int, whole: int) -> bool:
    return 2 * votes > whole
