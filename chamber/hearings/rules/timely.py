"""Whether the media were told in time, or still can be; and the first day for which they can."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta

from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules.certificate import Certificate, certificate, clock_of, limits, timed
from chamber.hearings.sentences import SAID, with_earliest
from chamber.law.act import Sentence
from chamber.law.calendar import Calendar
from chamber.law.clocks import NOTICE, earliest_hearing
from chamber.law.judging import finding
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import GRAVITY, Finding, Verdict
from chamber.law.seats import Unanswerable
from chamber.law.terms import ASTANA

DAY = timedelta(days=1)


def first_free(
    law: Law, on: date, taken: Collection[date] = (), after: date | None = None
) -> date | None:
    """The first day of a hearing for which a notice of today is in time, and no plenary bars it.

    None where the edition ends before.
    """
    day = earliest_hearing(law, on, Calendar.as_known_on(on))
    if after is not None:
        day = max(day, after + DAY)
    while day in taken:
        day += DAY
    try:
        _ = LAW.on(law.chamber, day).known_seats
    except Unanswerable:
        return None
    return day


def check_still_in_time(law: Law, planned: Hearing, on: date, given: Given) -> Iterator[Finding]:
    """Whether a notice was given in time for this, or one of today would be."""
    assert planned.starts_at is not None
    told = certificate(planned)
    assert told is not None
    clock, today = clock_of(law.chamber, planned.starts_at), first_moment(on)
    timing = timed(clock, today)
    assert timing.verdict is not None, "a moment was asked about"
    if GRAVITY(told.verdict) < GRAVITY(timing.verdict):
        yield from check_notified(law, told, on, given)
    elif timing.verdict is Verdict.DISPUTED:
        late = tuple(limit.name for limit in limits(clock, today) if not limit.kept)
        yield too_late(law, timing.verdict, timing.sentence, late, free_for(law, on, given))
    elif timing.verdict is Verdict.INVALID:
        yield too_late(law, timing.verdict, SAID.late_today, (), free_for(law, on, given))


def first_moment(day: date) -> datetime:
    return datetime.combine(day, time(), ASTANA)


def check_notified(law: Law, told: Certificate, on: date, given: Given) -> Iterator[Finding]:
    """Whether the best notice that was given is good enough."""
    if told.verdict is Verdict.VALID:
        return
    late: tuple[str, ...] = ()
    decisive, said = told.decisive, told.sentence
    if decisive is not None and decisive.satisfies:
        late = decisive.late_on if told.verdict is Verdict.DISPUTED else ()
        said = told.sentence if late else SAID.late
    yield too_late(law, told.verdict, said, late, free_for(law, on, given))


def free_for(law: Law, on: date, given: Given) -> date | None:
    return first_free(law, on, given.plenary_days)


def too_late(
    law: Law, verdict: Verdict, said: Sentence, late: tuple[str, ...], free: date | None
) -> Finding:
    told = with_earliest(said, free)
    return finding(law, NOTICE, verdict, told, readings=late, earliest_lawful=free)
