"""Whatever is tried, in whatever order: nobody is appointed but by the whole procedure."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chamber.appointments.acts import AnyAct
from chamber.law.ruling import Impossible, Unlawful
from chamber.record.votes.facts import Form, Outcome
from chamber.record.votes.repeating import COUNTS
from tests.appointments.case import DAY, Case, act, hall

CANDIDATES = st.integers(1, 3)
SEVERAL = st.lists(CANDIDATES, min_size=1, max_size=2, unique=True)
DAYS = st.integers(0, 2).map(lambda days: DAY + timedelta(days=days))
AGAIN = {"reason": "…", "repeat": {"for": 50, "against": 10}}
MINORITY = {"for": 32, "against": 33}
DESPITE = st.sampled_from([None, None, None, "a recorded reason"])


class Procedure(RuleBasedStateMachine):
    """The law's order against a clerk who presses every button, with and without an excuse."""

    def __init__(self) -> None:
        super().__init__()
        self.case = Case()
        self.excused = False  # Whether anything was ever entered despite a defect.

    def attempt(self, asked: AnyAct, despite: str | None, **more: Any) -> None:
        try:
            ruling = self.case.take(asked, despite, **more)
        except (Unlawful, Impossible):
            return
        self.excused |= bool(ruling.findings)

    @rule(numbers=SEVERAL, votes=st.integers(4, 9), on=DAYS, despite=DESPITE)
    def conclude(self, numbers: list[int], votes: int, on: date, despite: str | None) -> None:
        tally = {"for": votes, "against": 0}
        self.attempt(act("conclusion", on, candidates=numbers, tally=tally), despite)

    @rule(number=CANDIDATES, on=DAYS, despite=DESPITE)
    def announce(self, number: int, on: date, despite: str | None) -> None:
        self.attempt(act("announcement", on, candidate=number), despite)

    @rule(
        number=CANDIDATES,
        kind=st.sampled_from(["debate_demand", "debate", "question"]),
        on=DAYS,
        despite=DESPITE,
    )
    def speak(self, number: int, kind: str, on: date, despite: str | None) -> None:
        self.attempt(act(kind, on, candidate=number), despite)

    @rule(votes=st.integers(30, 60), form=st.sampled_from(Form), on=DAYS)
    def order(self, votes: int, form: Form, on: date) -> None:
        tally = {"for": votes, "against": 30}
        self.attempt(act("ballot_order", on, form=form, tally=tally), None)

    @rule(
        numbers=SEVERAL,
        form=st.sampled_from(Form),
        present=st.sampled_from([65, 66, 98]),
        on=DAYS,
        despite=DESPITE,
    )
    def open_vote(
        self, numbers: list[int], form: Form, present: int, on: date, despite: str | None
    ) -> None:
        method = "protocol" if form is Form.SECRET else "totals"
        told = {"candidates": numbers, "form": form, "method": method, "reason": despite}
        self.attempt(act("open_vote", on, **told), despite, hall=hall(registered=present))

    @rule(
        number=CANDIDATES,
        told=st.sampled_from([{}, {"reason": "…"}, AGAIN, AGAIN | {"repeat": MINORITY}]),
        despite=DESPITE,
    )
    def vote_again(self, number: int, told: dict[str, Any], despite: str | None) -> None:
        self.attempt(act("open_vote", candidates=[number], **told), despite)

    @rule(number=CANDIDATES, votes=st.sampled_from([49, 50, 66]))
    def go_on(self, number: int, votes: int) -> None:
        """The step that is due for a candidate, so that the whole way is often gone."""
        facts = self.case.known()
        vote = facts.open_round(number)
        if vote is not None:
            asked = act("close_vote", vote=vote.vote, totals={"for": votes, "against": 0})
        elif facts.decided(number) is not None:
            asked = act("resolution", candidates=[number])
        elif facts.candidates[number - 1].announced_on is not None:
            asked = act("open_vote", candidates=[number])
        elif facts.candidates[number - 1].conclusion is not None:
            asked = act("announcement", candidate=number)
        else:
            asked = act("conclusion", candidates=[number])
        self.attempt(asked, None)

    @precondition(lambda self: self.case.known().rounds)
    @rule(votes=st.sampled_from([0, 49, 50, 66]), on=DAYS, data=st.data())
    def close_vote(self, votes: int, on: date, data: st.DataObject) -> None:
        vote = data.draw(st.sampled_from(self.case.known().rounds)).vote
        self.attempt(act("close_vote", on, vote=vote, totals={"for": votes, "against": 0}), None)

    @rule(
        numbers=SEVERAL, decision=st.sampled_from(["appoint", "reject"]), on=DAYS, despite=DESPITE
    )
    def resolve(self, numbers: list[int], decision: str, on: date, despite: str | None) -> None:
        asked = act("resolution", on, candidates=numbers, decision=decision, reasons="…")
        self.attempt(asked, despite)

    @invariant()
    def no_round_that_counted_is_repeated_without_a_decision(self) -> None:
        for number in (1, 2, 3):
            held = self.case.known().rounds_on(number)
            for earlier, later in pairwise(held):
                assert earlier.closed_on is not None
                assert later.number == earlier.number + 1
                if earlier.outcome in COUNTS and not later.unfounded:
                    assert later.reason is not None
                    assert later.repeat is not None

    @invariant()
    def nobody_is_appointed_without_a_majority_of_the_seats_and_a_resolution(self) -> None:
        facts = self.case.known()
        for term in facts.terms:
            vote, resolution = facts.decided(term.subject), facts.resolution_on(term.subject)
            assert resolution is not None
            assert resolution.decision == "appoint"
            assert vote is not None
            assert vote.vote == resolution.vote
            assert vote.outcome is Outcome.ADOPTED
            assert vote.totals is not None
            assert vote.totals.in_favour >= 50
            assert vote.present is not None
            assert vote.present >= 66

    @invariant()
    def nobody_is_appointed_without_conclusion_and_announcement_unless_despite(self) -> None:
        facts = self.case.known()
        for term in facts.terms:
            candidate = facts.candidates[term.subject - 1]
            vote = facts.decided(term.subject)
            assert vote is not None
            before = candidate.conclusion is not None and candidate.announced_on is not None
            in_order = (
                before
                and candidate.conclusion is not None
                and candidate.announced_on is not None
                and candidate.conclusion.given_on <= candidate.announced_on <= vote.opened_on
            )
            assert in_order or candidate.defects
            assert vote.form is Form.OPEN or facts.orders or candidate.defects
            assert not candidate.defects or self.excused

    @invariant()
    def what_is_decided_is_decided_once(self) -> None:
        facts = self.case.known()
        for told in (facts.resolutions, facts.terms):
            subjects = [one.subject for one in told]
            assert len(set(subjects)) == len(subjects)
        for number in (1, 2, 3):
            assert sum(one.closed_on is None for one in facts.rounds_on(number)) <= 1


Procedure.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestProcedure = Procedure.TestCase
