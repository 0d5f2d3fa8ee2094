"""The sitting at which the member reports: each step after the one that the law puts before it."""

from collections.abc import Iterator

from tests.walk.model_house import Seen
from tests.walk.model_law import INFORMS, VOID, Expected, Offence, expect
from tests.walk.model_matter import Act, lacking
from tests.walk.model_reports_known import HEAR, Day, Known

HALF_AN_HOUR = 30


class Heard(Known):
    def on_opening_word(self, act: Act, seen: Seen | None) -> Expected:
        """6.03 and 6.04: decided, and when; 6.05: a good notice of this very day was received."""
        offences = [*self.at_the_hearing("A57-6.10", act, seen)]
        good = any(
            one.good and one.day == act["on"] and one.received_on is not None
            and one.received_on <= act["on"] for one in self.notices[self.good_from :]
        )  # fmt: skip
        offences += lacking("A57-6.05", good)
        offences += lacking("A57-6.04", self.day)
        offences += lacking("A57-6.09", self.commission, sure=False)  # or mere practice.
        unsettled = (
            self.at.opened or self.day is None or (self.day is not None and self.day != act["on"])
        )
        return expect(offences, unsettled=unsettled, then=lambda: self.mark(opened=True))

    def at_the_hearing(self, rule: str, act: Act, seen: Seen | None) -> Iterator[Offence]:
        """6.03: nothing is heard that the Chamber has not decided to hear."""
        yield from self.at_sitting(rule, act, seen)
        if HEAR not in self.resolved:
            yield Offence("A57-6.03", VOID)

    def may_speak(self, act: Act, seen: Seen | None) -> bool:
        """Whoever speaks is a deputy, and there."""
        who = act.get("deputy")
        there = seen is not None and who in seen.present
        return who is None or (there and self.house.is_deputy(who, act["on"]))

    def in_order(self, *steps: tuple[str, bool]) -> Iterator[Offence]:
        """What the law puts before a step; what was let pass once is not asked for again."""
        for rule, done in steps:
            if not self.passed & set(rule.split("|")):
                yield from lacking(rule, done)

    def mark(self, **told: bool) -> None:
        self.at.begun = True
        for name, value in told.items():
            setattr(self.at, name, value)

    def on_attendance(self, act: Act, seen: Seen | None) -> Expected:
        offences = [
            *self.at_the_hearing("A57-6.08", act, seen),
            *self.in_order(("A57-6.10", self.at.opened)),
        ]
        return expect(
            offences, verdict_open=not act["came"], unsettled=not self.at.opened or self.at.came,
            then=lambda: self.mark(came=act["came"], away=not act["came"]),
        )  # fmt: skip

    def on_reasons(self, act: Act, seen: Seen | None) -> Expected:
        offences = [
            *self.at_the_hearing("A57-6.11", act, seen),
            *self.in_order(("A57-6.10", self.at.opened)),
        ]
        named = self.rapporteur is not None and act["speaker"] == self.rapporteur
        offences += lacking("A57-6.06|A57-6.11", named)
        # Whether who has left the initiators may still speak for them, the law does not say.
        stays = not named or act["speaker"] in self.signers(act["on"])
        offences += lacking("A57-6.06", stays, sure=False)
        again = self.at.reasoned
        return expect(offences, unsettled=again, then=lambda: self.mark(reasoned=True))

    def on_report(self, act: Act, seen: Seen | None) -> Expected:
        """6.12: third; in the Mazhilis at most thirty minutes. It needs that the member came."""
        offences = [
            *self.at_the_hearing("A57-6.12", act, seen),
            *self.in_order(("A57-6.10", self.at.opened)),
        ]
        offences += self.in_order(("A57-6.11", self.at.reasoned), ("A57-6.08", self.at.came))
        if self.of_the_regulation(act["on"]) and act["minutes"] > HALF_AN_HOUR:
            offences.append(Offence("A57-6.12", INFORMS))  # It has happened.
        again = self.at.reported
        # 6.04: longer than the Chamber allowed is entered, and marked.
        then, long = lambda: self.mark(reported=True), act["minutes"] > self.allowed
        then = self.marking(then, bool(offences))
        return expect(offences, unsettled=again, verdict_open=long, then=then)

    def on_question(self, act: Act, seen: Seen | None) -> Expected:
        """6.13: fourth. A faction of the Mazhilis must be given the floor; any deputy may."""
        offences = [*self.at_the_hearing("A57-6.13", act, seen)]
        offences += self.in_order(("A57-6.12|A57-6.10|A57-6.11", self.at.reported))
        if not act.get("admitted", True):
            owed = self.of_the_regulation(act["on"]) and act.get("for_faction") is not None
            offences.append(Offence("A57-6.13", INFORMS, sure=owed))
        odd = self.at.debated or self.at.away or not self.may_speak(act, seen)
        return expect(offences, unsettled=odd, then=self.marking(self.mark, bool(offences)))

    on_opinion = on_question

    def on_debate_closed(self, act: Act, seen: Seen | None) -> Expected:
        odd = self.at.debated or not self.at.reported
        offences = self.at_the_hearing("A57-6.14", act, seen)
        return expect(offences, unsettled=odd, then=lambda: self.mark(debated=True))

    def on_question_received(self, act: Act, seen: Seen | None) -> Expected:
        offences = self.at_the_hearing("A57-6.14", act, seen)
        told = (act["about"], tuple(act.get("laws", ())))
        odd = not self.at.opened or not self.may_speak(act, seen)
        nothing_broken = act["about"] == "appeal" and not act.get("laws")

        def then() -> None:
            self.at.received.append(told)
            self.mark()

        # 6.15: an appeal that names no laws is marked as soon as it is received.
        return expect(offences, unsettled=odd, verdict_open=nothing_broken, then=then)

    def on_adjourned(self, act: Act, seen: Seen | None) -> Expected:
        """Q-27: a new day, and a new written notice."""
        odd = self.day is None or self.at.reported

        def then() -> None:
            self.day, self.at = None, Day(received=self.at.received)
            self.passed = set()
            self.good_from = len(self.notices)

        return expect(self.at_the_hearing("A57-6.08|A57-6.14", act, seen), unsettled=odd, then=then)

    def may_be_put(self, act: Act) -> Iterator[Offence]:
        """6.14: after the debate, in the order that the Chamber has. 6.15: with the laws broken."""
        about, received = act["about"], [name for name, _ in self.at.received]
        yield from self.in_order(("A57-6.14", self.at.debated))
        yield from lacking("A57-6.08", self.at.reported, sure=False)
        if about == "appeal":
            named = any(name == "appeal" and laws for name, laws in self.at.received)
            yield from lacking("A57-6.15", named)
        yield from self.in_order(("A57-6.14", self.is_its_turn(act, received)))

    def is_its_turn(self, act: Act, received: list[str]) -> bool:
        """Q-22: in the Mazhilis as they were received; else taking note first, then the appeal."""
        order = ["take_note", "appeal"]
        if self.of_the_regulation(act["on"]):
            order = list(dict.fromkeys(received))
            if act["about"] not in order:
                return False
        return all(self.was_put(one) for one in order[: order.index(act["about"])])

    def was_put(self, about: str) -> bool:
        raise NotImplementedError
