"""The legal clocks: from what each term runs, and where it ends on every reading that counts."""

from collections.abc import Iterator
from datetime import date, datetime

from chamber.law.calendar import Calendar
from chamber.law.limits import (
    Clock,
    Limit,
    Moment,
    Reads,
    Since,
    convention_of,
    day_of,
    hour_of,
    read,
    term_of,
)
from chamber.law.rulebook import Law
from chamber.law.terms import Convention, Roll, Term, rolled_to
from chamber.law.timing_sentences import transition

SUBMISSION, NOTICE, REPEAT, REPORT = "A57-4.25", "A57-5.11", "A57-6.19", "A57-6.12"
OFFICES = ("A57-1.01", "A57-1.02", "A57-1.03", "F-2.09")

INCLUSIVE, EXCLUSIVE, CLEAR = Convention


def clock(
    law: Law, rule: str, start: Moment, calendar: Calendar, conclusion_on: date | None = None
) -> Clock:
    """The clock of any rule with a term. KeyError, NoEdition: as `law[rule]` raises them."""
    match rule:
        case "A57-4.25":
            return submission(law, day_of(start), conclusion_on, calendar)
        case "A57-5.11":
            return notice(law, hour_of(start), calendar)
        case "A57-6.19":
            return repeat_appeal(law, day_of(start), calendar)
        case "A57-6.12":
            return plain(law, rule, start, calendar, says="report")
        case _ if rule in OFFICES:
            return office(law, rule, day_of(start), calendar)
        case _:
            return plain(law, rule, start, calendar)


def kind_of(rule: str) -> Limit:
    """What the clock of this rule says, also on a day when it does not run."""
    match rule:
        case "A57-5.11" | "A57-6.12":
            return Limit.LATEST
        case "A57-6.19":
            return Limit.EARLIEST
        case _:
            return Limit.LAST_DAY


def submission(
    law: Law, received_on: date, conclusion_on: date | None, calendar: Calendar
) -> Clock:
    """The two weeks for a submission of the Prosecutor General, and for the conclusion on it."""
    term = term_of(law[SUBMISSION])
    readings = read(law, "Q-02", two_weeks(term, received_on, calendar))
    arrived = [Since("submission", received_on)]
    if conclusion_on is not None:
        later = read(law, "Q-02", two_weeks(term, conclusion_on, calendar))
        pairs = zip(readings, later, strict=True)
        readings = tuple(product for pair in pairs for product in whence_it_runs(law, *pair))
        arrived.append(Since("conclusion", conclusion_on))
    return Clock(
        law=law,
        rule=law[SUBMISSION],
        says="submission",
        kind=Limit.LAST_DAY,
        start=received_on,
        # The strictest reading, on a working day: in time on every other too.
        adopted=rolled_to(min(reads.limit for reads in readings), Roll.PREVIOUS, calendar),
        readings=readings,
        calendar=calendar.version,
        not_before=tuple(arrived),
    )


def two_weeks(term: Term, received_on: date, calendar: Calendar) -> dict[str, date]:
    """Q-02: the day of receipt is day 0; it is day 1; day 0, and moved from a day off."""
    same_weekday = term.after(received_on, EXCLUSIVE, calendar)
    return {
        "A": same_weekday,
        "B": term.after(received_on, INCLUSIVE, calendar),
        "D": rolled_to(same_weekday, Roll.NEXT, calendar),
    }


def whence_it_runs(law: Law, submission: Reads, conclusion: Reads) -> Iterator[Reads]:
    """Q-03: from the submission; from the later of the two; each from its own day."""
    ends = (submission.limit, conclusion.limit)
    for whence in read(law, "Q-03", {"A": submission.limit, "B": max(ends), "C": min(ends)}):
        adopted = submission.adopted and whence.adopted
        yield Reads(f"{submission.name} × {whence.name}", whence.limit, adopted)


def notice(law: Law, opens_at: datetime, calendar: Calendar) -> Clock:
    """The seven days before a hearing opens."""
    rule, opens_on = law[NOTICE], day_of(opens_at)
    term = term_of(rule)
    # as many hours; as many clear days; the dates differ by as many.
    limits: dict[str, Moment] = {
        "A": term.before_instant(opens_at),
        "B": term.before(opens_on, CLEAR, calendar),
        "C": term.before(opens_on, EXCLUSIVE, calendar),
    }
    return Clock(
        law=law,
        rule=rule,
        says="notice",
        kind=Limit.LATEST,
        start=opens_on,
        adopted=limits["B"],
        readings=read(law, "Q-01", limits),
        calendar=calendar.version,
        in_time_for=lambda sent: earliest_hearing(law, day_of(sent), calendar),
    )


def earliest_hearing(law: Law, notice_on: date, calendar: Calendar) -> date:
    """The first day of a hearing for which a notice of this day is in time on every reading."""
    return term_of(law[NOTICE]).after(notice_on, CLEAR, calendar)


def repeat_appeal(law: Law, first_on: date, calendar: Calendar) -> Clock:
    """The months after which an appeal that was refused could be raised again."""
    term = term_of(law[REPEAT])
    # on the same day number; on the day after it.
    limits = {
        "A": term.after(first_on, EXCLUSIVE, calendar),
        "B": term.after(first_on, CLEAR, calendar),
    }
    return Clock(
        law=law,
        rule=law[REPEAT],
        says="repeat",
        kind=Limit.EARLIEST,
        start=first_on,
        adopted=limits["B"],
        readings=read(law, "Q-31", limits),
        calendar=calendar.version,
    )


def office(law: Law, rule: str, first_day: date, calendar: Calendar) -> Clock:
    """A term of office, from its first day (Q-35 B: the day named in the act)."""
    last = term_of(law[rule]).after(first_day, convention_of(law[rule]), calendar)
    edition_ends = law.book.chambers.editions[law.book.editions[rule]].last_day
    return Clock(
        law=law,
        rule=law[rule],
        says="office",
        kind=Limit.LAST_DAY,
        start=first_day,
        adopted=last,
        readings=(Reads("Q-35 B", last, adopted=True),),
        calendar=calendar.version,
        not_before=(Since("office", first_day),),
        by_chamber=False,
        note=transition(edition_ends) if last > edition_ends else None,
    )


def plain(law: Law, rule: str, start: Moment, calendar: Calendar, says: str = "term") -> Clock:
    """A term that can be read in one way only."""
    term = term_of(law[rule])
    if term.in_time_of_day:
        limit: Moment = term.after_instant(hour_of(start))
    else:
        limit = term.after(day_of(start), convention_of(law[rule]), calendar)
    return Clock(
        law=law,
        rule=law[rule],
        says=says,
        kind=Limit.LATEST if term.in_time_of_day else Limit.LAST_DAY,
        start=start,
        adopted=limit,
        calendar=calendar.version,
        not_before=(Since("term", start),),
    )
