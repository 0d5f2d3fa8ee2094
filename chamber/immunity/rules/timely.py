"""The two weeks: a late decision is entered, and marked as late on the readings that say so."""

from collections.abc import Iterator
from datetime import date

from chamber.immunity.facts import Facts
from chamber.immunity.sentences import SAID
from chamber.law.act import Sentence
from chamber.law.calendar import Calendar, CalendarEnds
from chamber.law.clocks import SUBMISSION, submission
from chamber.law.judging import finding
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.law.timing import Timing, check_act_on
from chamber.record.deadlines.facts import Due, What
from chamber.record.votes.facts import Outcome
from chamber.record.votes.rounds import rounds_on

DECIDED = "A57-4.02"


def check_in_time(law: Law, facts: Facts, number: int | None, on: date) -> Iterator[Finding]:
    """Of a vote on a measure on that day, or of the first one that has decided on it."""
    first = first_decided(facts, number) if number is not None else None
    on = first if first is not None and first < on else on
    if on < facts.opened_on:
        return  # Not late; but too early, which another rule tells.
    try:
        timing = timing_of(facts, Calendar.as_known_on(on), on)
    except CalendarEnds:
        return
    if timing.verdict in (Verdict.DISPUTED, Verdict.INVALID):
        late = tuple(
            one.name for one in timing.readings if one.last_day is not None and one.last_day < on
        )
        yield finding(
            law, SUBMISSION, timing.verdict, timing.sentence, breach=Breach.INFORMS,
            readings=late if timing.verdict is Verdict.DISPUTED else (),
        )  # fmt: skip


def timing_of(facts: Facts, calendar: Calendar, on: date | None = None) -> Timing:
    """Raises CalendarEnds where the working days are not known, NoEdition on a day without law."""
    law = LAW.on(facts.chamber, facts.opened_on)
    conclusion = facts.conclusion
    arrived = conclusion.received_on if conclusion is not None else None
    if arrived is not None and on is not None and arrived > on:
        arrived = None  # Nobody knew of it then.
    return check_act_on(submission(law, facts.opened_on, arrived, calendar), on)


def due(facts: Facts) -> tuple[Due, ...]:
    """The consideration, from the first day of the matter."""
    if DECIDED in facts.defects or not any(one.asked for one in facts.measures):
        return ()
    timing, why = computed(facts)
    rule = LAW.on(facts.chamber, facts.opened_on)[SUBMISSION]
    return (
        Due(
            what=What.CONSIDERATION, rule=rule.id, cite=rule.cite, since=facts.opened_on,
            timing=timing, why=why, done_on=considered_on(facts),
        ),
    )  # fmt: skip


def computed(facts: Facts) -> tuple[Timing | None, Sentence | None]:
    try:
        return timing_of(facts, Calendar.latest(), considered_on(facts)), None
    except CalendarEnds:
        return None, SAID.days_unknown


def considered_on(facts: Facts) -> date | None:
    """The day of the last first decision, once each measure that was asked has one."""
    asked = [nth for nth, one in enumerate(facts.measures, start=1) if one.asked]
    days = [first_decided(facts, number) for number in asked]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def first_decided(facts: Facts, number: int) -> date | None:
    """The day of the first vote that was not annulled: to vote again makes nothing late."""
    held = rounds_on(facts.rounds, number)
    decided = (one for one in held if one.outcome not in (None, Outcome.ANNULLED))
    return next((one.closed_on for one in decided), None)
