"""Any sitting that may be held: nobody is there twice, and nothing is decided without a quorum."""

from datetime import timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chamber.law.ruling import Impossible
from chamber.record.sittings.acts import (
    AnySittingAct,
    Arrive,
    Close,
    ItemClosed,
    ItemOpened,
    Leave,
    Open,
    Register,
)
from chamber.record.sittings.facts import Sitting
from chamber.record.sittings.presence import here, number, standing
from chamber.record.sittings.quorum import Given
from chamber.record.sittings.rules import judge, next_acts, step
from tests.record.sitting_told import DAY, DEPUTIES, HOUSE, adopt, agenda, decide, plan

SEATS = 98  # Two thirds of them are 66.
IN_OFFICE = DEPUTIES[:SEATS]
crowds = st.integers(60, SEATS).map(lambda n: tuple(IN_OFFICE[:n]))
someone = st.sampled_from(IN_OFFICE)


class AnySitting(RuleBasedStateMachine):
    """A second, simpler telling of who is there: sets of people, beside the rules' own rolls."""

    def __init__(self) -> None:
        super().__init__()
        self.sitting: Sitting = step(None, plan(), HOUSE, judge(None, plan(), HOUSE))
        self.there: set[UUID] = set()
        self.counted: int | None = None  # Where only a number is known.
        self.decided = 0

    def done(self, act: AnySittingAct, given: Given = HOUSE) -> bool:
        """Whether the rules let it through."""
        try:
            ruling = judge(self.sitting, act, given)
        except Impossible:
            return False
        if stood := ruling.stands(None):
            self.sitting = step(self.sitting, act, given, ruling)
        return stood

    @rule(crowd=crowds)
    def register(self, crowd: tuple[UUID, ...]) -> None:
        if self.done(Register(on=DAY, present=crowd)):
            self.there, self.counted = set(crowd), None

    @rule(count=st.integers(60, 100))
    def register_a_number(self, count: int) -> None:
        if self.done(Register(on=DAY, count=count)):
            assert count <= SEATS
            self.there, self.counted = set(), count

    @rule(who=someone)
    def leave(self, who: UUID) -> None:
        may = who in self.there and "leave" in self.open_now
        assert self.done(Leave(on=DAY, people=(who,))) is may
        if may:
            self.there.discard(who)

    @rule(who=someone)
    def arrive(self, who: UUID) -> None:
        if self.done(Arrive(on=DAY, people=(who,))):
            assert who not in self.there
            self.there.add(who)

    @rule()
    def open(self) -> None:
        may = "open" in self.open_now
        assert self.done(Open(on=DAY)) is may

    @rule()
    def close(self) -> None:
        self.done(Close(on=DAY))

    @rule()
    def publish(self) -> None:
        self.done(agenda(3))

    @rule(version=st.integers(1, 3), in_favour=st.integers(30, 70))
    def adopt(self, version: int, in_favour: int) -> None:
        if self.done(adopt(version, in_favour)):
            assert self.quorate()
            adopted = self.sitting.agenda[version - 1].adopted
            assert adopted == (2 * in_favour > self.present())

    @rule(item=st.integers(1, 3))
    def take_up(self, item: int) -> None:
        self.done(ItemOpened(on=DAY, item=item))

    @rule(item=st.integers(1, 3))
    def finish(self, item: int) -> None:
        self.done(ItemClosed(on=DAY, item=item))

    @rule(in_favour=st.integers(0, 100), against=st.integers(0, 40))
    def decide(self, in_favour: int, against: int) -> None:
        if self.done(decide(in_favour, against)):
            self.decided += 1
            assert self.quorate()
            assert in_favour + against <= self.present()
            assert self.sitting.decisions[-1].adopted == (2 * in_favour > self.present())

    @rule()
    @precondition(lambda self: self.sitting.opened_on is not None)
    def a_day_before(self) -> None:
        assert not self.done(Close(on=DAY - timedelta(days=1)))

    @property
    def open_now(self) -> list[str]:
        return next_acts(self.sitting)

    def present(self) -> int:
        return len(self.there) if self.counted is None else self.counted

    def quorate(self) -> bool:
        return 3 * self.present() >= 2 * SEATS

    @invariant()
    def the_rolls_tell_who_is_there(self) -> None:
        roll = standing(self.sitting)
        assert set(here(roll)) == self.there
        assert number(roll) == self.present() <= SEATS

    @invariant()
    def every_decision_was_let_through(self) -> None:
        assert len(self.sitting.decisions) == self.decided

    @invariant()
    def one_item_is_open_at_most(self) -> None:
        still_open = [item for item in self.sitting.taken.values() if item.closed_on is None]
        assert len(still_open) <= 1


AnySitting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnySitting = AnySitting.TestCase
