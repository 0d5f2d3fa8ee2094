"""What follows a decision: the resolution, the notice, the appeal and the President's answer."""

from dataclasses import replace

from tests.walk.model_house import Seen
from tests.walk.model_law import DEFECT, INFORMS, VOID, Expected, Offence, expect, impossible
from tests.walk.model_matter import Act, lacking, refused
from tests.walk.model_reports_known import (
    AGAIN,
    APPEAL,
    HEAR,
    NO_LIMIT,
    NO_REFUSAL_SINCE,
    SUBJECTS,
    Known,
    Notice,
)

HALF_AN_HOUR = 30


class After(Known):
    def on_resolution(self, act: Act, seen: Seen | None) -> Expected:
        """It fixes what a vote has adopted, and nothing else, once."""
        again = act["about"] == "appeal" and self.refused_on is not None
        subject = AGAIN if again else SUBJECTS[act["about"]]
        if subject in self.resolved or not self.rounds.adopted(subject):
            return refused()
        offences = list(self.says_when(act)) if subject == HEAR else []

        def then() -> None:
            self.resolved[subject] = act["on"]
            if subject == HEAR:
                self.day = act.get("heard_on")
                self.allowed = (act.get("limits") or {}).get("report") or NO_LIMIT

        return expect(
            offences,
            unsettled=self.rounds.is_open(subject),
            then=then,
            verdict_open=self.rounds.of(subject)[-1].disputed,
        )

    def says_when(self, act: Act) -> list[Offence]:
        """6.04: the day and the time limits; 6.12: no more than half an hour in the Mazhilis."""
        limits = act.get("limits") or {}
        found = list(lacking("A57-6.04", act.get("heard_on")))
        found += lacking("A57-6.04", any(limits.values()))
        long = limits.get("report") or 0
        if self.of_the_regulation(act["on"]) and long > HALF_AN_HOUR:
            found.append(Offence("A57-6.12", DEFECT))
        return found

    def on_resolution_days(self, act: Act, seen: Seen | None) -> Expected:
        """A resolution is signed after it is adopted."""
        adopted_on = self.resolved.get(SUBJECTS[act["about"]])
        if adopted_on is None or act["signed_on"] < adopted_on:
            return expect([Offence("*", VOID)], may_be_impossible=True)
        return expect(verdict_open=True)

    def on_notification(self, act: Act, seen: Seen | None) -> Expected:
        """6.05. What was sent is entered; only one in writing, of decision and day, is good.

        Until the resolution (6.03, 6.04) there is neither: nobody can be told of it before.
        """
        good = act["in_writing"] and act["states_decision"] and HEAR in self.resolved
        told = Notice(act["on"], good, act.get("day"))
        return expect(verdict_open=True, then=lambda: self.notices.append(told))

    def on_receipt(self, act: Act, seen: Seen | None) -> Expected:
        number = act["notification"]
        if number > len(self.notices):
            return impossible()
        notice = self.notices[number - 1]
        if act["received_on"] < notice.sent_on:
            return impossible()
        again = notice.received_on is not None

        def then() -> None:
            self.notices[number - 1] = replace(notice, received_on=act["received_on"])

        return expect(unsettled=again, then=then)

    def on_access(self, act: Act, seen: Seen | None) -> Expected:
        """6.07: the member may read what the decision was based on."""
        odd = HEAR not in self.resolved
        refused = [] if act["granted"] else [Offence("A57-6.07", INFORMS)]  # It has happened.
        told = [*refused, *self.not_begun(INFORMS)]
        return expect(told, unsettled=odd, then=self.marking(lambda: None, bool(refused)))

    def on_appeal_sent(self, act: Act, seen: Seen | None) -> Expected:
        again = self.refused_on is not None
        subject = AGAIN if again else APPEAL
        if not self.rounds.adopted(subject):
            return refused()
        odd = subject in self.sent_appeals or subject not in self.resolved or self.released
        return expect(unsettled=odd, then=lambda: self.sent_appeals.add(subject))

    def on_released(self, act: Act, seen: Seen | None) -> Expected:
        """6.18 and 6.20: nothing but an adopted appeal asks for it."""
        if not self.rounds.adopted(APPEAL):
            return refused()
        odd = self.released or not self.waiting()
        return expect(unsettled=odd, then=lambda: setattr(self, "released", True))

    def on_refused(self, act: Act, seen: Seen | None) -> Expected:
        """6.18: he could refuse until March 2017, and not a second time (6.19)."""
        if not self.rounds.adopted(APPEAL):
            return refused()
        odd = self.released or not self.waiting() or self.refused_on is not None
        late = act["on"] >= NO_REFUSAL_SINCE
        return expect(
            unsettled=odd, verdict_open=late, then=lambda: setattr(self, "refused_on", act["on"])
        )

    def waiting(self) -> bool:
        return (APPEAL if self.refused_on is None else AGAIN) in self.sent_appeals
