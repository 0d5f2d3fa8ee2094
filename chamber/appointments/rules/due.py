"""What is due in an appointment: the end of each term of office, when the seat is to be filled."""

from collections.abc import Sequence
from dataclasses import replace

from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Facts, Term
from chamber.law.calendar import Calendar
from chamber.law.clocks import clock
from chamber.law.limits import Reads
from chamber.law.rulebook import LAW
from chamber.law.seats import Unanswerable
from chamber.law.timing import Timing, check_act_on
from chamber.law.timing_sentences import said
from chamber.record.deadlines.facts import Due, What


def due(facts: Facts) -> Sequence[Due]:
    return tuple(end_of(facts, term) for term in facts.terms)


def end_of(facts: Facts, term: Term) -> Due:
    """It comes by itself: on the first day out, or earlier where the office was left."""
    timing = timing_of(facts, term)
    return Due(
        what=What.OFFICE, rule=timing.rule, cite=timing.cite, since=term.starts_on,
        subject=term.subject, timing=timing, done_on=term.over_on,
    )  # fmt: skip


def timing_of(facts: Facts, term: Term) -> Timing:
    """The last day as the record has it, whatever the resolution said."""
    rule = OFFICES[facts.body].term
    try:
        runs = clock(LAW.on(facts.chamber, term.starts_on), rule, term.starts_on, Calendar.latest())
    except Unanswerable:
        return of_old(facts, term, rule)
    name = runs.readings[0].name
    last = Reads(name, term.last_day, adopted=True)
    return check_act_on(replace(runs, adopted=term.last_day, readings=(last,), note=term.note))


def of_old(facts: Facts, term: Term, rule: str) -> Timing:
    """A term that began before, or after, the editions that we know."""
    words = {"start": term.starts_on, "limit": term.last_day}
    return Timing(
        rule=rule,
        cite=LAW.last_cite(rule, facts.chamber, term.starts_on),
        convention=None,
        last_day=term.last_day,
        verdict=None,
        readings=(),
        calendar=Calendar.latest().version,
        sentence=said("office", "open", words),
        note=term.note,
    )
