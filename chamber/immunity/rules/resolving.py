"""A resolution of its own gives or refuses the consent to each measure; then it may be taken."""

from collections.abc import Iterator
from datetime import date

from chamber.immunity.acts import MeasureTaken, ResolutionDays, Resolve
from chamber.immunity.facts import Facts, Given
from chamber.immunity.rules.asking import EXEMPT, NEEDED, is_listed
from chamber.immunity.rules.attending import shut_out
from chamber.immunity.rules.preparing import DECIDED
from chamber.immunity.rules.timely import check_in_time
from chamber.immunity.rules.voting import OVER, beside
from chamber.immunity.sentences import SAID, exempt, not_a_measure, not_asked
from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.record.resolutions.facts import dated
from chamber.record.votes.facts import Outcome
from chamber.record.votes.unjudged import check_judged

NUMBERED = "F-2.11"


def judge_resolution(law: Law, facts: Facts, act: Resolve) -> Ruling:
    findings = [*check_voted(law, facts, act), *of_vote(law, facts, act)]
    findings += beside(law, facts, act.measure, findings)
    return lawful(law, DECIDED, findings)


def of_vote(law: Law, facts: Facts, act: Resolve) -> Iterator[Finding]:
    """What is told of the vote is told of what it has decided, on whatever day it is fixed."""
    number = facts.number_of(act.measure)
    vote = facts.decided(number) if number is not None else None
    if vote is not None and vote.closed_on is not None:
        yield from check_in_time(law, facts, number, vote.closed_on)
        yield from shut_out(law, facts, vote.sitting, vote.closed_on)


def check_voted(law: Law, facts: Facts, act: Resolve) -> Iterator[Finding]:
    """A resolution says what the vote has decided, and says it once."""
    number = facts.number_of(act.measure)
    if number is None:
        yield void(law, not_asked(act.measure))
        return
    if facts.resolution_on(number) is not None:
        yield void(law, SAID.already_resolved)
    vote = facts.decided(number)
    if vote is None or vote.closed_on is None or facts.open_round(number) is not None:
        yield void(law, SAID.vote_first)
    elif vote.closed_on > act.on:
        yield void(law, SAID.vote_first, earliest_lawful=vote.closed_on)
    elif act.decision == "consent" and vote.outcome is Outcome.NOT_ADOPTED:
        yield void(law, SAID.not_adopted)
    elif act.decision == "refuse" and vote.outcome is Outcome.ADOPTED:
        yield void(law, SAID.adopted)
    else:
        yield from check_judged(law, vote, adopted=act.decision == "consent")


def void(law: Law, sentence: Sentence, *, earliest_lawful: date | None = None) -> Finding:
    """Consent is what the Chamber has voted; a resolution that says otherwise is no act in law."""
    return finding(
        law, DECIDED, Verdict.INVALID, sentence, breach=Breach.VOID,
        earliest_lawful=earliest_lawful,
    )  # fmt: skip


def judge_days(law: Law, facts: Facts, act: ResolutionDays) -> Ruling:
    number = facts.number_of(act.measure)
    resolution = None if number is None else facts.resolution_on(number)
    if resolution is None:
        first = finding(law, NUMBERED, Verdict.INVALID, SAID.resolve_first, breach=Breach.VOID)
        return lawful(law, NUMBERED, [first])
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    for field, day in days.items():
        if day is not None and day > act.on:
            raise Impossible(field, f"{day} is after the day of this act, {act.on}")
    dated(resolution, **days)
    return lawful(law, NUMBERED)


def judge_taken(law: Law, facts: Facts, act: MeasureTaken, given: Given) -> Ruling:
    """What others did with the measure is theirs to answer for; the record says what it knew."""
    return lawful(law, NEEDED, [told] if (told := taken(law, facts, act, given)) else [])


def taken(law: Law, facts: Facts, act: MeasureTaken, given: Given) -> Finding | None:
    if act.exception is not None:
        return note(law, EXEMPT, exempt(act.exception))
    if not given.holds:
        return note(law, OVER, SAID.no_longer_a_deputy)
    if not is_listed(law, NEEDED, act.measure):
        return note(law, NEEDED, not_a_measure(act.on))
    if is_agreed(facts, act):
        return None
    return finding(law, NEEDED, Verdict.INVALID, SAID.without_consent)


def is_agreed(facts: Facts, act: MeasureTaken) -> bool:
    number = facts.number_of(act.measure)
    resolution = None if number is None else facts.resolution_on(number)
    if resolution is None:
        return False
    return resolution.decision == "consent" and resolution.adopted_on <= act.on
