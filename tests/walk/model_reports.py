"""A report of a member of the Government (catalogue 1.6): the initiative and what is decided."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar
from uuid import UUID

from tests.walk.model_days import months_on
from tests.walk.model_house import Seen
from tests.walk.model_law import DEFECT, VOID, Expected, Offence, expect, impossible
from tests.walk.model_matter import REFUSED, Act, lacking
from tests.walk.model_reports_after import After
from tests.walk.model_reports_heard import Heard
from tests.walk.model_reports_known import AGAIN, APPEAL, HEAR, NO_REFUSAL_SINCE, SUBJECTS

RULES = {HEAR: "A57-6.03", SUBJECTS["take_note"]: "A57-6.16", APPEAL: "A57-6.17"}


class Report(Heard, After):
    opening: ClassVar[str] = "initiative"

    def on_initiative(self, act: Act, seen: Seen | None) -> Expected:
        signers = set(act["signatures"])
        own = signers & self.house.in_office(act["on"])
        start = self.a_third(len(own), act["on"])
        offences = [start] if start else []
        if not act.get("own_activity", True):
            offences.append(Offence("A57-6.02", DEFECT))

        def then() -> None:
            self.begun, self.own, self.start = True, own, start
            self.doubt_accepted = start is not None  # A matter that is there is there.
            self.signed = dict.fromkeys(act["signatures"])

        beside = act.get("prime_minister", False) or own != signers  # Q-26; others' signatures.
        return expect(offences, verdict_open=beside, then=then)

    def on_withdrawal(self, act: Act, seen: Seen | None) -> Expected:
        who = act["deputy"]
        if who not in self.signed or self.signed[who] is not None:
            return impossible()  # Did not sign, or has withdrawn already.
        # where less than a third is left it is marked.
        return expect(verdict_open=True, then=lambda: self.signed.update({who: act["on"]}))

    def on_rapporteur(self, act: Act, seen: Seen | None) -> Expected:
        told = self.by_hands("A57-6.06", act, seen)
        if not told.impossible and act["deputy"] not in self.signers(act["on"]):
            told.offences |= {Offence("A57-6.06", DEFECT)}
        told.offences |= frozenset(self.not_decided(act["on"]))
        if told.count and told.count.adopted:
            told.then = lambda: setattr(self, "rapporteur", act["deputy"])
        return told

    def on_commission(self, act: Act, seen: Seen | None) -> Expected:
        told = self.by_hands("A57-6.09", act, seen)
        members: frozenset[UUID] | None = self.house.commissions.get(act["body"])
        if not told.impossible and (not members or not members <= self.own):
            told.offences |= {Offence("A57-6.09", DEFECT)}
        elif not told.impossible and members is not None:
            told.unsettled = not members <= self.signers(act["on"])  # Is an initiator who left one?
        told.offences |= frozenset(self.not_decided(act["on"]))
        if told.count and told.count.adopted:
            told.then = lambda: setattr(self, "commission", True)
        return told

    def not_decided(self, on: date) -> Iterator[Offence]:
        """6.03: the Chamber names whom it needs once it has decided to hear the report."""
        yield from self.not_begun()
        yield from lacking("A57-6.03", HEAR in self.resolved and self.resolved[HEAR] <= on)

    def on_set_date(self, act: Act, seen: Seen | None) -> Expected:
        told = self.by_hands("A57-6.04", act, seen)
        told.unsettled |= self.day is not None or HEAR not in self.resolved or self.at.begun
        if told.count and told.count.adopted:
            told.then = lambda: setattr(self, "day", act["heard_on"])
        return told

    # Votes (6.03, 6.14 to 6.19).

    def subject(self, act: Act) -> int:
        again = act["about"] == "appeal" and self.refused_on is not None
        return AGAIN if again else SUBJECTS[act["about"]]

    def rule(self, subject: int, on: date) -> str:
        if subject == AGAIN:
            return "A57-6.19" if on < NO_REFUSAL_SINCE else "A57-6.17"
        return RULES[subject]

    def was_put(self, about: str) -> bool:
        return bool(self.rounds.of(SUBJECTS[about]))

    def on_open_vote(self, act: Act, seen: Seen | None) -> Expected:
        assert seen is not None, "a vote is held at a sitting"
        subject, on = self.subject(act), act["on"]
        offences = list(self.rounds.check_opening(act, seen, subject))
        doubts = list(self.at_decision(on)) if subject == HEAR else []
        offences += doubts if subject == HEAR else self.after_hearing(act, subject)
        if self.rounds.is_open(subject):
            offences += REFUSED

        def then() -> None:
            assert self.next_vote is not None, "the record has named the vote"
            self.doubt_accepted |= bool(doubts) and self.despite is not None
            self.rounds.open(self.next_vote, act, seen, subject, self.rule(subject, on))

        odd_hands = self.rounds.miscounted(act, seen)
        return expect(
            may_be_impossible=odd_hands,
            offences=offences,
            then=then,
            unsettled=subject in self.resolved,
        )

    def after_hearing(self, act: Act, subject: int) -> Iterator[Offence]:
        if HEAR not in self.resolved:
            yield Offence("A57-6.03", VOID)
        yield from self.six_months(act["on"]) if subject == AGAIN else self.may_be_put(act)

    def six_months(self, on: date) -> Iterator[Offence]:
        """A57-6.19 and Q-31: after six months; on the very day it is disputed. Gone in 2017."""
        first = self.rounds.deciding(APPEAL)
        if on >= NO_REFUSAL_SINCE or first is None or first.closed_on is None:
            return
        due = months_on(first.closed_on, 6)
        if on <= due:
            yield Offence("A57-6.19", DEFECT, sure=on < due)

    def on_close_vote(self, act: Act, seen: Seen | None) -> Expected:
        told = self.rounds.closing(act, seen)
        vote = self.rounds.held.get(act["vote"])
        if vote is None or told.count is None:
            return told
        if vote.subject == HEAR:
            self.at_close(told, list(self.at_decision(act["on"])))
        elif not self.at.reported and vote.subject != AGAIN:
            told.verdict_open = True  # W-56: adopted, and disputed for want of a report.
        return told

    def at_close(self, told: Expected, doubts: list[Offence]) -> None:
        """Q-24 B: the third is there when the Chamber decides."""
        told.offences |= frozenset(doubts)
        counted = told.then

        def then() -> None:
            counted()
            self.doubt_accepted |= bool(doubts) and self.despite is not None

        told.then = then
