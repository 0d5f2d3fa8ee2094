"""What is known of a Chamber beside its matters: who is a deputy on which day, and who sits where.

A mandate lasts from its first day until the first day out. A deputy is present who is registered,
has not left, and is a deputy (catalogue 2.1, 2.2).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from tests.walk.model_law import DEFECT, QUORUM, VOID, Offence, seats

UNLAWFUL_SITTING, ALONE = "A57-8.09", "A57-0.01"


@dataclass(frozen=True)
class Seen:
    """A sitting as it was at one moment."""

    chamber: str
    kind: str
    opened_on: date | None
    closed_on: date | None
    present: frozenset[UUID]
    open_votes: int = 0

    def is_open(self, day: date) -> bool:
        begun = self.opened_on is not None and self.opened_on <= day
        return begun and (self.closed_on is None or day <= self.closed_on)


@dataclass
class Sitting:
    chamber: str
    kind: str
    planned_on: date
    opened_on: date | None = None
    closed_on: date | None = None
    registered: bool = False
    present: set[UUID] = field(default_factory=set)


class Told(Protocol):
    """A matter of the Chamber, as far as the Chamber as a whole must know of it."""

    def open_at(self, sitting: UUID) -> int: ...

    def ended(self) -> Mapping[UUID, date]: ...

    def sitting_of(self, vote: UUID) -> UUID | None: ...


@dataclass
class Mandate:
    first_day: date
    basis: str
    first_day_out: date | None = None


@dataclass
class House:
    """One Chamber on the record."""

    chamber: str
    mandates: dict[UUID, Mandate] = field(default_factory=dict)
    sittings: dict[UUID, Sitting] = field(default_factory=dict)
    matters: list[Told] = field(default_factory=list)
    commissions: dict[UUID, frozenset[UUID]] = field(default_factory=dict)  # With their members.
    opened: list[UUID] = field(default_factory=list)  # The votes, in the order of their entry.

    def in_office(self, day: date) -> frozenset[UUID]:
        ended = self.ended()
        return frozenset(
            who
            for who, held in self.mandates.items()
            if held.first_day <= day
            and (held.first_day_out is None or day < held.first_day_out)
            and (who not in ended or day < ended[who])
        )

    def ended(self) -> dict[UUID, date]:
        """Whose powers a matter of the Chamber has ended."""
        ended = dict[UUID, date]()
        for matter in self.matters:
            ended |= matter.ended()
        return ended

    def out(self, who: UUID) -> date | None:
        days = {self.mandates[who].first_day_out, self.ended().get(who)} - {None}
        return min(day for day in days if day is not None) if days else None

    def is_deputy(self, who: UUID, day: date) -> bool:
        return who in self.in_office(day)

    def see(self, sitting: UUID) -> Seen:
        one = self.sittings[sitting]
        return Seen(
            one.chamber, one.kind, one.opened_on, one.closed_on, frozenset(one.present),
            sum(matter.open_at(sitting) for matter in self.matters),
        )  # fmt: skip

    def sitting_of(self, vote: UUID) -> UUID | None:
        known = (matter.sitting_of(vote) for matter in self.matters)
        return next((sitting for sitting in known if sitting is not None), None)

    def quorum_lacks(self, present: int, day: date) -> Iterator[Offence]:
        """F-2.02 and A57-8.09: below two thirds of all deputies a sitting decides nothing."""
        whole = seats(self.chamber, day)
        if whole is None:
            return
        of_seats = QUORUM.reached(present, whole)
        of_deputies = QUORUM.reached(present, len(self.in_office(day)))
        if not of_seats:
            yield Offence(UNLAWFUL_SITTING, VOID, sure=not of_deputies)

    def here(self, seen: Seen, day: date) -> int:
        return len(seen.present & self.in_office(day))

    def of_deputies(self, seen: Seen, told: Mapping[str, int], day: date) -> dict[str, int] | None:
        """F-2.07: a deputy votes in person, and nobody else has a vote. None: more than there are.

        Who is registered and no deputy any more may have been counted; nobody can say how he
        voted, so he is taken from those in favour first.
        """
        over = max(0, sum(told.values()) - self.here(seen, day))
        if over > len(seen.present - self.in_office(day)):
            return None
        left = {name: told.get(name, 0) for name in ("for", "against", "abstained")}
        for name, number in left.items():
            left[name] = number - min(over, number)
            over -= number - left[name]
        return left

    def check_place(self, rule: str, seen: Seen, day: date) -> Iterator[Offence]:
        """What is done at a sitting is done at the Chamber's own, while it is open."""
        if seen.chamber != self.chamber or seen.kind == "joint":
            yield Offence(ALONE, VOID)
        elif seen.kind != "plenary":
            yield Offence(rule, DEFECT)
        if not seen.is_open(day):
            yield Offence(rule, DEFECT)
