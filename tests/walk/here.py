"""Where and when a clerk of the walk stands, and the numbers and people that are near the edges."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from tests.walk.model_house import House, Seen
from tests.walk.model_law import NoLaw, seats
from tests.walk.town import Town

T = TypeVar("T")
Told = dict[str, Any]
TEXTS = {"kk": "Қаулы", "ru": "Постановление"}


@dataclass
class Here:
    r: Random
    town: Town
    house: House
    today: date
    sittings: list[UUID] = field(default_factory=list)  # Of this Chamber, the newest last.
    elsewhere: list[UUID] = field(default_factory=list)  # Of the other Chamber.

    @property
    def chamber(self) -> str:
        return self.house.chamber

    @property
    def deputies(self) -> list[UUID]:
        return self.town.deputies[self.chamber]

    def chance(self, of: float) -> bool:
        return self.r.random() < of

    def one_of(self, *choices: T) -> T:
        return choices[self.r.randrange(len(choices))]

    def act(self, kind: str, **told: Any) -> Told:
        return {"kind": kind, "on": self.today, **told}

    def open_sittings(self) -> list[UUID]:
        return [one for one in self.sittings if self.house.see(one).is_open(self.today)]

    def sitting(self) -> UUID | None:
        """Mostly one that is open today; now and then any, or the other Chamber's."""
        if self.elsewhere and self.chance(0.02):
            return self.one_of(*self.elsewhere)
        if self.sittings and self.chance(0.04):
            return self.one_of(*self.sittings)
        there = self.open_sittings()
        return there[-1] if there else (self.sittings[-1] if self.sittings else None)

    def see(self, act: Told) -> Seen | None:
        """The sitting that an act names, or at which the vote is held that it closes."""
        sitting = act.get("sitting")
        if sitting is None and "vote" in act:
            sitting = self.house.sitting_of(act["vote"])
        if sitting is None:
            return None
        theirs = next(one for one in self.town.houses.values() if sitting in one.sittings)
        return theirs.see(sitting)

    def present(self, sitting: UUID) -> int:
        theirs = next(one for one in self.town.houses.values() if sitting in one.sittings)
        return len(theirs.sittings[sitting].present & self.house.in_office(self.today))

    def edges(self) -> list[int]:
        """A third, a half, two thirds: of the seats, and of the deputies in office."""
        try:
            whole = seats(self.chamber, self.today) or 98
        except NoLaw:
            whole = 98
        wholes = {whole, len(self.house.in_office(self.today))}
        return sorted({(base * k + 5) // 6 for base in wholes for k in (2, 3, 4)})

    def votes(self, sitting: UUID) -> Told:
        """Votes near an edge, mostly no more than there are deputies present."""
        present = self.present(sitting)
        edge = self.one_of(*self.edges(), *self.edges()[-2:], present)
        in_favour = max(0, edge + self.one_of(-1, 0, 0, 1, 1, 2))
        if self.chance(0.97):
            in_favour = min(in_favour, present)
        left = max(0, present - in_favour)
        against = self.r.randint(0, left)
        abstained = self.r.randint(0, left - against)
        return {"for": in_favour, "against": against, "abstained": abstained}

    def hands(self, sitting: UUID) -> Told:
        """A show of hands that mostly adopts."""
        if self.chance(0.25):
            return self.votes(sitting)
        present = self.present(sitting)
        return {"for": present, "against": 0}

    def deputy(self) -> UUID:
        if self.chance(0.05):
            return self.one_of(*self.town.ministers, *self.town.spare)
        return self.one_of(*self.deputies[:60])

    def deputies_and_new(self) -> list[UUID]:
        """Whoever is or was a deputy of either Chamber, in the order of their entry."""
        return [who for house in self.town.houses.values() for who in house.mandates]

    def elsewhere_deputies(self) -> list[UUID]:
        other = next(one for one in self.town.deputies if one != self.chamber)
        return [*self.town.deputies[other][:5], *self.town.ministers]

    def soon(self, most: int = 3) -> date:
        return self.today + timedelta(self.r.randint(0, most))

    def opening(self, sitting: UUID, counted_before: bool, **told: Any) -> Told:
        """A vote by show of hands; again with its reason and its decision, mostly."""
        act = self.act("open_vote", sitting=sitting, method="totals", **told)
        if counted_before or self.chance(0.03):
            if self.chance(0.9):
                act["reason"] = "қайта санау"
            if self.chance(0.85):
                act["repeat"] = self.hands(sitting)
        return act

    def closing(self, vote: UUID, sitting: UUID) -> Told:
        act = self.act("close_vote", vote=vote, totals=self.votes(sitting))
        if self.chance(0.05):
            act["annulled"] = True
        return act
