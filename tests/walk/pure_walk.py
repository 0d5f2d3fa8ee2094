"""A walk through the pure rules alone: the same clerks, the same law, no record beneath them."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID, uuid5

from tests.walk.days import those_present
from tests.walk.eras import Era
from tests.walk.model_house import House, Mandate, Sitting
from tests.walk.pure import NAMESPACE, PureDesk, at_once
from tests.walk.town import CHAMBERS, Town
from tests.walk.walking import Walk

FEWER_SEATS = date(2023, 3, 29)  # 98 in the Mazhilis, after 107.


def invented(what: str) -> UUID:
    return uuid5(NAMESPACE, what)


def town_of(era: Era) -> Town:
    """The same town as on a record, but of no record."""
    town = Town(era, {chamber: House(chamber) for chamber in CHAMBERS})
    for chamber, house in town.houses.items():
        people = [invented(f"{chamber} {n}") for n in range(era.deputies[chamber])]
        for number, who in enumerate(people):
            basis = era.bases[chamber][number % 10 == 9]
            house.mandates[who] = Mandate(era.convoked, basis)
        town.deputies[chamber] = people
        town.commissions[chamber] = [invented(f"body {chamber} {n}") for n in range(4)]
        groups: Sequence[Sequence[UUID]] = (people[1:4], [*people[4:6], people[-1]], [])
        for body, members in zip(town.commissions[chamber], groups, strict=False):
            house.commissions[body] = frozenset(members)
        town.factions[chamber] = invented(f"faction {chamber}")
    town.ministers = [invented(f"minister {n}") for n in range(3)]
    town.spare = [invented(f"spare {n}") for n in range(4)]
    return town


class PureWalk:
    def __init__(self, era: Era, r: Random, rooms: tuple[str, ...]) -> None:
        town = town_of(era)
        self.r = r
        self.walk = Walk(town, PureDesk(town.houses), r, rooms, said=lambda told: None)
        self.sat = 0
        self.new_day()

    def pass_days(self, days: int) -> None:
        """Not past the day on which the seats become fewer: those who sit here would not fit."""
        today = next(iter(self.walk.here.values())).today
        if not today < FEWER_SEATS <= today + timedelta(days):
            self.walk.pass_days(days)

    def new_day(self) -> None:
        self.pass_days(self.r.choice((1, 1, 1, 2, 3)))
        for here in self.walk.here.values():
            self.sat += 1
            sitting = Sitting(here.chamber, "plenary", here.today, present=set(those_present(here)))
            sitting.opened_on = here.today if here.chance(0.95) else None
            uid = invented(f"sitting {self.sat}")
            here.house.sittings[uid] = sitting
            here.sittings.append(uid)

    def half_a_year(self) -> None:
        self.pass_days(180)
        self.new_day()

    def leave(self, chamber: str, people: int) -> None:
        """Some leave the sitting that is open."""
        here = self.walk.here[chamber]
        for sitting in here.open_sittings():
            there = here.house.sittings[sitting].present
            for who in [one for one in here.deputies if one in there][:people]:
                there.remove(who)

    def mandate_ends(self, chamber: str) -> None:
        here = self.walk.here[chamber]
        for who in reversed(here.deputies):
            if here.house.is_deputy(who, here.today):
                here.house.mandates[who].first_day_out = here.today
                return

    def begin(self, chamber: str) -> None:
        at_once(self.walk.begin(self.walk.here[chamber]))

    def go_on(self, chamber: str) -> None:
        at_once(self.walk.go_on(self.walk.here[chamber]))
