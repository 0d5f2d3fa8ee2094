"""How many a Chamber appoints to a body, for how long, and how often one person."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from chamber.appointments.bodies import OFFICES, Office
from chamber.appointments.facts import Facts, Given, Held
from chamber.appointments.sentences import no_such_body, not_twice, quota_full, wrong_end
from chamber.law.calendar import Calendar
from chamber.law.clocks import clock
from chamber.law.judging import finding
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Finding, Verdict
from chamber.law.seats import NoEdition
from chamber.record.votes.facts import Outcome

FIVE_YEARS = "A57-1.02"
DAY = timedelta(days=1)


def check_office(
    law: Law, facts: Facts, number: int, given: Given, starts_on: date
) -> Iterator[Finding]:
    """Whether there is a seat for the candidate from that day, and the candidate may take it."""
    office = OFFICES[facts.body]
    ends_on = term_ends(office, law.chamber, starts_on) if office.existed_on(starts_on) else None
    if ends_on is None:
        yield absent(law, office, starts_on)
        return
    yield from check_quota(law, facts, number, given, (starts_on, ends_on))
    person = facts.candidates[number - 1].person
    if office.once is not None and any(one.person == person for one in given.held):
        yield finding(law, office.once, Verdict.INVALID, not_twice(office))


def absent(law: Law, office: Office, starts_on: date) -> Finding:
    """There is no such body on that day, though there may be one later."""
    first = office.first_day if office.first_day > starts_on else None
    sentence = no_such_body(starts_on)
    return finding(law, office.quota, Verdict.INVALID, sentence, earliest_lawful=first)


def check_quota(
    law: Law, facts: Facts, number: int, given: Given, term: tuple[date, date]
) -> Iterator[Finding]:
    office = OFFICES[facts.body]
    starts_on, ends_on = term
    quota = seats_of(office, law.chamber, starts_on)
    own = [one for one in given.held if one.chamber == facts.chamber]
    held = [*own, *awaiting(facts, number)]
    taken = most_at_once(held, starts_on, ends_on)
    if taken >= quota:
        yield finding(
            law, office.quota, Verdict.INVALID, quota_full(office, quota=quota, held=taken),
            numbers=(("quota", quota), ("in office", taken)),
            earliest_lawful=first_free(office, law.chamber, held, starts_on),
        )  # fmt: skip


def first_free(office: Office, chamber: str, held: Collection[Held], after: date) -> date | None:
    """The first day from which a seat is free for a whole term, where the law tells of that day."""
    for day in sorted({one.over_on for one in held if one.over_on > after}):
        ends_on = term_ends(office, chamber, day) if office.existed_on(day) else None
        if ends_on is not None and most_at_once(held, day, ends_on) < seats_of(
            office, chamber, day
        ):
            return day
    return None


def seats_of(office: Office, chamber: str, starts_on: date) -> int:
    """How many the Chamber appoints, by the law of the day on which the term starts (Q-41)."""
    quota = LAW.on(chamber, starts_on)[office.quota].quota
    assert isinstance(quota, int), f"{office.quota} has no quota"
    return quota


def awaiting(facts: Facts, number: int) -> Iterator[Held]:
    """The others of this submission who were voted in and have no resolution yet."""
    for other, candidate in enumerate(facts.candidates, start=1):
        vote = facts.decided(other)
        if other == number or vote is None or vote.outcome is not Outcome.ADOPTED:
            continue
        if facts.resolution_on(other) is None:
            yield Held(
                person=candidate.person,
                chamber=facts.chamber,
                starts_on=candidate.starts_on or vote.opened_on,
                over_on=date.max,
            )


def most_at_once(held: Collection[Held], starts_on: date, ends_on: date) -> int:
    """The greatest number of seats that are taken on one day of the term."""
    # It can grow only on a day on which somebody's time starts.
    days = {max(one.starts_on, starts_on) for one in held if one.starts_on < ends_on}
    taken = [sum(one.starts_on <= day < one.over_on for one in held) for day in days]
    return max(taken, default=0)


def term_ends(
    office: Office, chamber: str, starts_on: date, rule: str | None = None
) -> date | None:
    """The first day out of office. None where no edition is in force when the term starts."""
    try:
        law = LAW.on(chamber, starts_on)
    except NoEdition:
        return None
    last = clock(law, rule or office.term, starts_on, Calendar.latest()).adopted
    return last + DAY


def check_end(
    law: Law, office: Office, last_day: date, *, appointed_on: date, starts_on: date
) -> Iterator[Finding]:
    """A stated end must be the lawful one, from the day of appointment and from the first day."""
    starts = {"Q-35 A": appointed_on, "Q-35 B": starts_on}
    ends = {name: term_ends(office, law.chamber, start) for name, start in starts.items()}
    against = tuple(name for name, end in ends.items() if end is None or end - DAY != last_day)
    if not against or ends["Q-35 B"] is None:
        return
    verdict = Verdict.INVALID if len(against) == len(ends) else Verdict.DISPUTED
    rule = office.term
    if office.not_term is not None:
        five = {term_ends(office, law.chamber, start, FIVE_YEARS) for start in starts.values()}
        rule = office.not_term if last_day + DAY in five else office.term
    readings = against if verdict is Verdict.DISPUTED else ()
    sentence = wrong_end(ends["Q-35 B"] - DAY)
    yield finding(law, rule, verdict, sentence, readings=readings)
