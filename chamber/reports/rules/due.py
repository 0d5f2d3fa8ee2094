"""What is to be done in the matter: the day of the report, the release, the earliest new appeal."""

from collections.abc import Iterator, Sequence
from datetime import date

from chamber.law.calendar import Calendar
from chamber.law.clocks import repeat_appeal
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Verdict
from chamber.law.timing import Timing, check_act_on
from chamber.record.deadlines.facts import Due, What
from chamber.record.votes.rounds import rounds_on
from chamber.reports.facts import APPEAL, HEAR, REPEAT, TAKE_NOTE, Appeal, Facts
from chamber.reports.facts_heard import Day
from chamber.reports.sentences import SAID, of_day

DAY_SET, RELEASED, REPEATED = "A57-6.04", "A57-6.18", "A57-6.19"


def due(facts: Facts) -> Sequence[Due]:
    return [*report_due(facts), *release_due(facts), *repeat_due(facts)]


def report_due(facts: Facts) -> Iterator[Due]:
    day = facts.day
    if facts.resolution_on(HEAR) is None or day is None:
        return
    report, voted_on = facts.done("report"), first_vote(facts)
    unheard = report is None and voted_on is not None
    law = Law(LAW, facts.chamber, day.set_on)
    rule = law.find(DAY_SET)
    if rule is None:
        return
    timing = day_timing(rule.cite, day, unheard=unheard) if day.heard_on or unheard else None
    yield Due(
        what=What.REPORT, rule=DAY_SET, cite=rule.cite, since=day.set_on, subject=HEAR,
        timing=timing, why=None if timing else SAID.no_date,
        done_on=report.done_on if report else voted_on,
    )  # fmt: skip


def first_vote(facts: Facts) -> date | None:
    """The first day of a vote on the results: after it no report is awaited any more."""
    rounds = [*rounds_on(facts.rounds, TAKE_NOTE), *rounds_on(facts.rounds, APPEAL)]
    return min((one.opened_on for one in rounds), default=None)


def day_timing(cite: str, day: Day, *, unheard: bool) -> Timing:
    """The day that the Chamber has set itself: no term is counted.

    `unheard`: a vote was put despite that no report had been heard, which is disputed (Q-27).
    """
    sentence = of_day(SAID.report_day, day.heard_on) if day.heard_on else SAID.no_date
    return Timing(
        rule=DAY_SET, cite=cite, convention=None, last_day=day.heard_on,
        verdict=Verdict.DISPUTED if unheard else None, readings=(),
        calendar=Calendar.as_known_on(day.set_on).version,
        sentence=SAID.never_heard if unheard else sentence,
    )  # fmt: skip


def release_due(facts: Facts) -> Iterator[Due]:
    """No term is set for the President (Q-25): nobody can say by when."""
    for appeal in facts.appeals:
        rule = Law(LAW, facts.chamber, appeal.sent_on).find(RELEASED)
        if rule is not None:
            yield Due(
                what=What.RELEASE, rule=RELEASED, cite=rule.cite, since=appeal.sent_on,
                subject=appeal.subject, why=SAID.no_release_day,
                done_on=appeal.released_on or appeal.refused_on,
            )  # fmt: skip


def repeat_due(facts: Facts) -> Iterator[Due]:
    """Not before six months from the first appeal, where the President refused it."""
    first, vote = facts.appeal(APPEAL), facts.decided(APPEAL)
    if first is None or first.refused_on is None or vote is None or vote.closed_on is None:
        return
    law = Law(LAW, facts.chamber, first.refused_on)
    if law.find(REPEATED) is None:
        return
    calendar = Calendar.as_known_on(first.refused_on)
    timing = check_act_on(repeat_appeal(law, vote.closed_on, calendar))
    again = [one.opened_on for one in rounds_on(facts.rounds, REPEAT)]
    yield Due(
        what=What.REPEAT, rule=REPEATED, cite=timing.cite, since=refused_on(first),
        subject=REPEAT, timing=timing, done_on=min(again, default=None),
    )  # fmt: skip


def refused_on(appeal: Appeal) -> date:
    assert appeal.refused_on is not None, "only after a refusal an appeal is repeated"
    return appeal.refused_on
