"""The immunity of a deputy (catalogue 1.4): nothing without the Prosecutor General's submission."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar
from uuid import UUID

from tests.walk.model_days import surely_in_time, surely_late
from tests.walk.model_house import House, Seen
from tests.walk.model_law import DEFECT, INFORMS, VOID, Expected, Offence, expect, impossible
from tests.walk.model_matter import REFUSED, Act, Matter, lacking, refused
from tests.walk.model_votes import Round

NEW_MEASURES, NEW_SINCE = {"detention", "house_arrest"}, date(2015, 1, 1)
RULE = "A57-4.28"


class Immunity(Matter):
    opening: ClassVar[str] = "submission"

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.deputy: UUID | None = None
        self.received_on: date | None = None
        self.submitted: frozenset[str] = frozenset()  # What consent was asked to.
        self.asked: list[str] = []  # And what was put to the vote besides.
        self.lawful = True  # By the Prosecutor General, of a deputy.
        self.forwarded = False
        self.concluded_on: date | None = None
        self.demands = 0
        self.answered: set[int] = set()
        self.told_of: set[date] = set()
        self.was_there: set[UUID] = set()  # At which sittings.
        self.shut_out: set[UUID] = set()
        self.resolved: set[str] = set()

    def on_submission(self, act: Act, seen: Seen | None) -> Expected:
        asked = [one["measure"] for one in act["measures"]]
        if len(set(asked)) < len(asked):
            return impossible()
        offences = [*self.receivable(act), *lacking("A57-4.22", asked)]
        for one in act["measures"]:
            offences += self.in_time(one, act["on"])
        void = any(one.breach == VOID for one in offences)

        def then() -> None:
            self.begun, self.deputy, self.received_on = True, act["deputy"], act["on"]
            self.asked, self.submitted, self.lawful = asked, frozenset(asked), not void

        return expect(offences, then=then)

    def receivable(self, act: Act) -> Iterator[Offence]:
        if act.get("submitted_by", "prosecutor_general") != "prosecutor_general":
            yield Offence("A57-4.02", VOID)
        if not self.house.is_deputy(act["deputy"], act["on"]):
            yield Offence("A57-4.02", VOID)

    def in_time(self, one: Act, on: date) -> Iterator[Offence]:
        """4.22: a measure that the law of the day knows. 4.24: asked before it is taken."""
        if one["measure"] in NEW_MEASURES and on < NEW_SINCE:
            yield Offence("A57-4.22", DEFECT)
        taken_on = one.get("taken_on")
        if taken_on is not None and one.get("exception") is None:
            yield Offence("A57-4.24", DEFECT, sure=taken_on < on)

    def on_forwarding(self, act: Act, seen: Seen | None) -> Expected:
        odd = self.forwarded or not self.lawful
        return expect(unsettled=odd, then=lambda: setattr(self, "forwarded", True))

    def on_conclusion(self, act: Act, seen: Seen | None) -> Expected:
        """4.23; it binds nobody (Q-33)."""
        odd = self.concluded_on is not None or not self.lawful
        told = lacking("A57-4.23", self.forwarded)
        return expect(told, unsettled=odd, then=lambda: setattr(self, "concluded_on", act["on"]))

    def on_information_request(self, act: Act, seen: Seen | None) -> Expected:
        """4.26: the Chamber may, and no clock stops (Q-39)."""
        return expect(
            unsettled=not self.lawful, then=lambda: setattr(self, "demands", self.demands + 1)
        )

    def on_information(self, act: Act, seen: Seen | None) -> Expected:
        number = act["request"]
        if number > self.demands:
            return impossible()
        again = number in self.answered or not self.lawful
        return expect(unsettled=again, then=lambda: self.answered.add(number))

    def on_told(self, act: Act, seen: Seen | None) -> Expected:
        odd = act["sitting_on"] < act["on"] or not self.lawful
        return expect(unsettled=odd, then=lambda: self.told_of.add(act["sitting_on"]))

    def on_attendance(self, act: Act, seen: Seen | None) -> Expected:
        """4.27: the deputy may take part, and may stay away. To refuse it is disputed.

        W-28: that it was refused has happened, and the vote is marked for it in any case.
        """
        offences = list(self.at_sitting("A57-4.27", act, seen))
        wished, admitted = act["wished"], act.get("admitted", True)
        refused = wished and not admitted
        if refused:
            offences.append(Offence("A57-4.27", DEFECT, sure=False))

        def then() -> None:
            for there, so in ((self.was_there, admitted), (self.shut_out, not admitted)):
                there.discard(act["sitting"])
                there.update([act["sitting"]] if wished and so else [])

        odd = not self.lawful or (not wished and not admitted)
        told = expect(offences, unsettled=odd, then=then)
        told.though = then if refused else told.though
        return told

    def on_open_vote(self, act: Act, seen: Seen | None) -> Expected:
        assert seen is not None, "a vote is held at a sitting"
        on, subject = act["on"], self.subject(act["measure"])
        offences = [*self.rounds.check_opening(act, seen, subject), *self.may_be_put(act, seen)]
        if self.rounds.is_open(subject):
            offences += REFUSED

        def then() -> None:
            assert self.next_vote is not None, "the record has named the vote"
            if act["measure"] not in self.asked:
                self.asked.append(act["measure"])  # Voted on all the same.
            self.rounds.open(self.next_vote, act, seen, self.subject(act["measure"]), RULE)

        odd_hands = self.rounds.miscounted(act, seen)
        return expect(
            may_be_impossible=odd_hands,
            offences=offences,
            then=then,
            verdict_open=not self.surely_in_time(on),
            unsettled=act["measure"] in self.resolved,
        )

    def subject(self, measure: str) -> int:
        return self.asked.index(measure) + 1 if measure in self.asked else len(self.asked) + 1

    def may_be_put(self, act: Act, seen: Seen) -> Iterator[Offence]:
        on = act["on"]
        if not self.lawful:
            yield Offence("A57-4.02", VOID)
        yield from lacking("A57-4.22", act["measure"] in self.submitted)
        concluded = self.concluded_on is not None and self.concluded_on <= on
        yield from lacking("A57-4.23|A57-4.21", concluded)
        assert self.deputy is not None, "a submission names a deputy"
        there = act["sitting"] in self.was_there | self.shut_out
        there |= self.deputy in seen.present & self.house.in_office(on)
        yield from lacking("A57-4.27", there or on in self.told_of, sure=False)
        yield from lacking("A57-4.06", self.house.is_deputy(self.deputy, on))
        if act["sitting"] in self.shut_out:
            yield Offence("A57-4.27", INFORMS, sure=False)
        if self.surely_late(on):
            yield Offence("A57-4.25", INFORMS)

    def surely_in_time(self, on: date) -> bool:
        return self.received_on is not None and surely_in_time(on, self.received_on)

    def timely(self, last: Round) -> bool:
        return last.closed_on is not None and self.surely_in_time(last.closed_on)

    def surely_late(self, on: date) -> bool:
        assert self.received_on is not None, "a submission was received"
        return surely_late(on, self.received_on, self.concluded_on)

    def on_close_vote(self, act: Act, seen: Seen | None) -> Expected:
        told = self.rounds.closing(act, seen)
        told.verdict_open |= not self.surely_in_time(act["on"]) or bool(self.shut_out)
        return told

    def on_resolution_days(self, act: Act, seen: Seen | None) -> Expected:
        """A resolution is signed after it is adopted."""
        if act["measure"] not in self.resolved:
            return expect([Offence("*", VOID)], may_be_impossible=True)
        return expect(verdict_open=True)

    def on_resolution(self, act: Act, seen: Seen | None) -> Expected:
        """4.22: consent to what was asked and put to the vote, as the vote came out, once."""
        measure = act["measure"]
        last = self.rounds.deciding(self.subject(measure)) if measure in self.asked else None
        came_out = {"adopted": "consent", "not_adopted": "refuse"}
        if last is None or came_out.get(last.outcome or "") != act["decision"]:
            return refused()
        if measure in self.resolved:
            return refused()
        odd = self.rounds.is_open(self.subject(measure))
        return expect(
            unsettled=odd,
            verdict_open=last.disputed or bool(self.shut_out) or not self.timely(last),
            then=lambda: self.resolved.add(measure),
        )

    def on_measure_taken(self, act: Act, seen: Seen | None) -> Expected:
        """4.04: outside the tracker; without consent and without an exception it is marked."""
        measure = act["measure"]
        consent = measure in self.asked and self.rounds.adopted(self.subject(measure))
        if consent or act.get("exception") is not None:
            return expect(verdict_open=True)
        return expect([Offence("A57-4.04", INFORMS)], verdict_open=True)
