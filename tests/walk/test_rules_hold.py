"""Whatever is tried in a room, in whatever order: its rules refuse and accept what the law does."""

from random import Random
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.walk.eras import ERAS
from tests.walk.pure_walk import PureWalk
from tests.walk.town import CHAMBERS
from tests.walk.walking import ROOMS

CHAMBER = st.sampled_from(CHAMBERS)
DICE = st.integers(0, 2**32).map(Random)


class Room(RuleBasedStateMachine):
    """The law's order against a clerk who presses every button, with and without an excuse."""

    room: ClassVar[str]

    @initialize(era=st.sampled_from(ERAS), dice=DICE)
    def sit(self, era: Any, dice: Random) -> None:
        self.going = PureWalk(era, dice, (self.room,))

    @rule(dice=DICE)
    def new_day(self, dice: Random) -> None:
        self.throw(dice).new_day()

    @rule(dice=DICE)
    def half_a_year(self, dice: Random) -> None:
        self.throw(dice).half_a_year()

    @rule(chamber=CHAMBER, people=st.integers(1, 3))
    def leave(self, chamber: str, people: int) -> None:
        self.going.leave(chamber, people)

    @rule(chamber=CHAMBER)
    def a_mandate_ends(self, chamber: str) -> None:
        self.going.mandate_ends(chamber)

    @rule(chamber=CHAMBER, dice=DICE)
    def begin(self, chamber: str, dice: Random) -> None:
        self.throw(dice).begin(chamber)
        self.agreed()

    @rule(chamber=CHAMBER, dice=DICE, steps=st.integers(1, 8))
    def go_on(self, chamber: str, dice: Random, steps: int) -> None:
        for _ in range(steps):
            self.throw(dice).go_on(chamber)
        self.agreed()

    def throw(self, dice: Random) -> PureWalk:
        """From now on these dice decide."""
        self.going.r = self.going.walk.r = dice
        for here in self.going.walk.here.values():
            here.r = dice
        return self.going

    def agreed(self) -> None:
        assert self.going.walk.found == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_rules_say_what_the_law_says(room: str) -> None:
    machine = type(room, (Room,), {"room": room})

    run_state_machine_as_test(
        machine, settings=settings(max_examples=40, stateful_step_count=20, deadline=None)
    )


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
def test_a_walk_in_each_era(room: str, era: Any) -> None:
    dice = Random(f"{room} {era.name}")  # noqa: S311 -- dice, no secret
    going = PureWalk(era, dice, (room,))
    while going.walk.acts < 400:
        chamber, chance = dice.choice(CHAMBERS), dice.random()
        if chance < 0.04:
            going.new_day()
        elif chance < 0.045:
            going.mandate_ends(chamber)
        elif chance < 0.12:
            going.begin(chamber)
        else:
            going.go_on(chamber)

    assert going.walk.found == []
