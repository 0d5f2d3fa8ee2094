"""The end of a deputy's powers (catalogue 1.4): on which ground, by whom, by itself or by vote."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from tests.walk.model_grounds import (
    ALLOWED,
    BY_ITSELF,
    IN_FORCE_FIRST,
    OF_A_PARTY,
    PREPARED_BY_THE_COMMISSION,
    RECALLS,
    is_known,
    is_odd,
)  # fmt: skip
from tests.walk.model_house import House, Seen
from tests.walk.model_law import DEFECT, INFORMS, LAST_DAY, VOID, Expected, Offence, expect
from tests.walk.model_matter import REFUSED, Act, Matter, lacking, refused

RULE, ENDING = "A57-4.28", 1


class Mandates(Matter):
    opening: ClassVar[str] = "matter"

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.deputy: UUID | None = None
        self.ground = ""
        self.lawful = True
        self.in_force_on: date | None = None  # Of a sentence or a court's decision.
        self.concluded = False
        self.resolved = False
        self.ends: dict[UUID, date] = {}  # The first day out of those whose powers have ended.

    def ended(self) -> Mapping[UUID, date]:
        return self.ends

    def expect(self, act: Act, seen: Seen | None) -> Expected:
        told = super().expect(act, seen)
        told.may_be_impossible |= act["kind"] == "matter" and is_odd(act)
        return told

    def day_of(self, act: Act) -> date:
        """Deputies of a dissolved Chamber are in office for the last time on the day before."""
        on = super().day_of(act)
        return on - timedelta(1) if act["kind"] == "dissolution" else on

    def on_matter(self, act: Act, seen: Seen | None) -> Expected:
        who, ground, on = act["deputy"], act["ground"], act["on"]
        by_itself = ground in BY_ITSELF
        offences = [*self.own(who, act), *self.ground_holds(act)]
        stands_void = any(one.breach == VOID for one in offences)

        def then() -> None:
            self.begun, self.deputy, self.ground = True, who, ground
            self.lawful, self.in_force_on = not stands_void, act["happened_on"]
            self.concluded = act["set_off_by"] == "cec"
            if by_itself and told.stands(self.despite):
                out: date = act["happened_on"]
                self.ends = {who: out}

        told = expect(offences, then=then)
        told.may_be_impossible = bool(list(self.recalls(act)))
        ahead = act["happened_on"] > on and ground not in IN_FORCE_FIRST
        # The day of the end is known: whether it may still come sooner, the law does not say.
        told.unsettled = ahead or (who in self.house.mandates and self.house.out(who) is not None)
        return told

    def own(self, who: UUID, act: Act) -> Iterator[Offence]:
        """4.01: each Chamber ends the powers of its own deputies."""
        day = act["on"]
        if act["ground"] in BY_ITSELF:
            day = min(day, act["happened_on"]) - timedelta(1)
        if not self.house.is_deputy(who, day):
            yield Offence("A57-4.01", VOID)

    def ground_holds(self, act: Act) -> Iterator[Offence]:
        ground, on = act["ground"], act["on"]
        yield from self.recalls(act)
        yield from self.of_a_party(act)
        if ground == "other":
            yield Offence("A57-4.08", DEFECT)
        if ground in IN_FORCE_FIRST and act["happened_on"] > on:
            yield Offence(IN_FORCE_FIRST[ground], DEFECT)
        if ground == "incompatible":
            if act.get("activity") in ALLOWED:
                yield Offence("A57-4.10|A57-4.09", DEFECT)
            yield from lacking("A57-4.11", act["set_off_by"] == "cec")

    def recalls(self, act: Act) -> Iterator[Offence]:
        if act["ground"] not in RECALLS:
            return
        rule, basis, decides = RECALLS[act["ground"]]
        if not is_known(self.chamber, act["ground"], act["on"]):
            yield Offence(rule, VOID)
        held = self.house.mandates.get(act["deputy"])
        if held is not None and held.basis != basis:
            yield Offence(rule, VOID)  # Sent by others, who alone may recall.
        yield from lacking(rule, act["set_off_by"] == decides and held is not None)

    def of_a_party(self, act: Act) -> Iterator[Offence]:
        """Only a Mazhilis deputy elected by a party's list; of a single mandate it is disputed."""
        if act["ground"] not in OF_A_PARTY:
            return
        held = self.house.mandates.get(act["deputy"])
        if self.chamber == "senate":
            yield Offence(OF_A_PARTY[act["ground"]], DEFECT)
        elif held is not None and held.basis != "list":
            yield Offence(OF_A_PARTY[act["ground"]], DEFECT, sure=held.basis != "single_mandate")

    def on_dissolution(self, act: Act, seen: Seen | None) -> Expected:
        """4.20: the Senate stays when only the Mazhilis is dissolved."""
        out: date = act["on"]
        those, offences = self.house.in_office(self.day_of(act)), []
        if self.chamber == "senate" and act["of"] == "mazhilis":
            offences.append(Offence("A57-4.20", VOID))

        def then() -> None:
            self.begun, self.ground = True, "dissolved"
            if not offences:
                self.ends = dict.fromkeys(those, out)

        return expect(offences, then=then, impossible=not those)

    def on_conclusion(self, act: Act, seen: Seen | None) -> Expected:
        """Q-40: the Commission prepares the matter (4.21)."""
        odd = self.concluded or self.ends != {} or not self.lawful
        return expect(unsettled=odd, then=lambda: setattr(self, "concluded", True))

    def on_open_vote(self, act: Act, seen: Seen | None) -> Expected:
        assert seen is not None, "a vote is held at a sitting"
        offences = list(self.rounds.check_opening(act, seen, ENDING))
        if self.ground in BY_ITSELF | {"dissolved"}:
            # there is nothing to vote on; and without a rule nobody can.
            known = is_known(self.chamber, self.ground, act["on"])
            offences.append(Offence("*", DEFECT if known else VOID))
        else:
            offences += lacking(PREPARED_BY_THE_COMMISSION, self.concluded)
            in_force = self.in_force_on is None or self.in_force_on <= act["on"]
            if (rule := IN_FORCE_FIRST.get(self.ground)) and not in_force:
                # What was accepted is not asked again, and marks the vote.
                offences.append(Offence(rule, INFORMS if rule in self.passed else DEFECT))
            if not self.lawful or not self.still_deputy(act["on"]):
                offences.append(Offence("*", VOID))
        if self.rounds.is_open(ENDING):
            offences += REFUSED

        def then() -> None:
            assert self.next_vote is not None, "the record has named the vote"
            self.rounds.open(self.next_vote, act, seen, ENDING, RULE)

        odd_hands = self.rounds.miscounted(act, seen)
        return expect(
            may_be_impossible=odd_hands,
            offences=offences,
            then=then,
            unsettled=self.resolved,
        )

    def still_deputy(self, on: date) -> bool:
        return self.deputy is not None and self.house.is_deputy(self.deputy, on)

    def on_close_vote(self, act: Act, seen: Seen | None) -> Expected:
        return self.rounds.closing(act, seen)

    def on_resolution_days(self, act: Act, seen: Seen | None) -> Expected:
        """A resolution is signed after it is adopted."""
        if not self.resolved:
            return expect([Offence("*", VOID)], may_be_impossible=True)
        return expect(verdict_open=True)

    def on_resolution(self, act: Act, seen: Seen | None) -> Expected:
        """4.01 and Q-34: it ends the powers as a vote adopted, or notes that they have ended."""
        by_itself = self.ground in BY_ITSELF | {"dissolved"}
        if by_itself and act["decision"] == "end_powers" and not self.resolved:
            return expect([Offence("*", DEFECT)], unsettled=True)
        if self.resolved or (act["decision"] == "note_end") != by_itself:
            return refused()
        if by_itself:
            return expect(then=lambda: setattr(self, "resolved", True), unsettled=not self.ends)
        if not self.rounds.adopted(ENDING):
            return refused()
        return self.end_powers(act)

    def end_powers(self, act: Act) -> Expected:
        tomorrow: date = act["on"] + timedelta(1)
        out: date = tomorrow if act.get("ends_on") is None else act["ends_on"]
        assert self.deputy is not None, "a matter names a deputy"
        who = self.deputy

        def then() -> None:
            self.resolved = True
            self.ends = {who: out}

        if out - timedelta(1) > LAST_DAY:  # Powers end by the law of their last day.
            return refused()
        odd = self.rounds.is_open(ENDING) or not self.still_deputy(act["on"]) or out < tomorrow
        return expect(unsettled=odd, then=then, verdict_open=self.rounds.of(ENDING)[-1].disputed)
