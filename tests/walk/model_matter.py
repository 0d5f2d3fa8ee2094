"""A matter of a Chamber, as the catalogue tells it: each act is judged by the law of its own day.

An act that the law refuses changes nothing. One that is done despite a defect counts, and what
rests on it is marked. An act that has occurred is kept, and counts only if the law lets it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from tests.walk.model_house import House, Seen
from tests.walk.model_law import (
    ANY_RULE,
    DEFECT,
    VOID,
    Expected,
    NoLaw,
    Offence,
    count,
    expect,
    impossible,
    seats,
)  # fmt: skip
from tests.walk.model_votes import Rounds

Act = Mapping[str, Any]
REFUSED = frozenset({Offence(ANY_RULE, VOID)})
RESOLUTION_OF_THE_CHAMBER = "F-2.11"


class Matter:
    """What is known of one case. Each room says what its own acts need."""

    opening: ClassVar[str]  # The kind of act that opens it.

    def __init__(self, house: House) -> None:
        self.house, self.chamber = house, house.chamber
        self.rounds = Rounds(house)
        self.begun = False
        self.passed = set[str]()  # The rules whose breach was accepted.
        self.marked = False  # Something was accepted despite a defect.
        self.despite: str | None = None  # Why the act that is taken was accepted.
        self.next_vote: UUID | None = None  # How the record names the vote that is being opened.

    def open_at(self, sitting: UUID) -> int:
        return self.rounds.open_at(sitting)

    def sitting_of(self, vote: UUID) -> UUID | None:
        held = self.rounds.held.get(vote)
        return held.sitting if held is not None else None

    def take(self, told: Expected, *, vote: UUID | None, despite: str | None, marked: bool) -> None:
        """The act counts. `vote`: how the record names the one that it opens.

        A matter that is there is there: what its opening breaks is not asked again.
        """
        opens = not self.begun
        self.next_vote, self.despite = vote, despite
        if despite is not None or opens:
            self.passed |= {rule for one in told.refusing() for rule in one.rule.split("|")}
        self.marked |= marked
        told.then()

    def ended(self) -> Mapping[UUID, date]:
        """Whose powers this matter has ended, with the first day out."""
        return {}

    def expect(self, act: Act, seen: Seen | None) -> Expected:
        try:
            seats(self.chamber, self.day_of(act))
        except NoLaw:
            return refused()
        told: Expected = getattr(self, f"on_{act['kind']}")(act, seen)
        told.verdict_open |= self.marked
        return told

    def day_of(self, act: Act) -> date:
        """By whose law the act is judged."""
        on: date = act["on"]
        return on

    def at_sitting(self, rule: str, act: Act, seen: Seen | None) -> Iterator[Offence]:
        assert seen is not None, "the act names a sitting"
        yield from self.house.check_place(rule, seen, act["on"])

    def by_hands(self, rule: str, act: Act, seen: Seen | None) -> Expected:
        """A resolution of the Chamber: by a majority of all seats, at a sitting with a quorum."""
        assert seen is not None, "the act names a sitting"
        on, tally = act["on"], act["tally"]
        present = self.house.here(seen, on)
        elsewhere = seen.chamber != self.chamber or seen.kind == "joint"  # Whose hands are counted?
        left = self.house.of_deputies(seen, tally, on)
        if left is None and not elsewhere:
            return impossible()
        offences = [*self.at_sitting(rule, act, seen), *self.house.quorum_lacks(present, on)]
        deputies = len(self.house.in_office(on))
        shown = tally["for"]
        votes = shown if left is None else left["for"]
        found = count(RESOLUTION_OF_THE_CHAMBER, self.chamber, on, votes, deputies, shown=shown)
        return expect(offences, count=None if elsewhere else found, may_be_impossible=elsewhere)


def lacking(rule: str, is_there: object, *, sure: bool = True) -> Iterator[Offence]:
    """A step that the law puts before this one, and that was not done."""
    if not is_there:
        yield Offence(rule, DEFECT, sure=sure)


def refused() -> Expected:
    return expect(REFUSED)
