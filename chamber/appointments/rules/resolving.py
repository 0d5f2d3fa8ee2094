"""A resolution of its own fixes each result; after a rejection the Chair may submit anew."""

from collections.abc import Iterator
from datetime import date

from chamber.appointments.acts import LeftOffice, NewSubmission, ResolutionDays, Resolve
from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Facts, Given
from chamber.appointments.rules.offices import check_end, check_office
from chamber.appointments.rules.submitting import check_body, check_persons, check_proposal
from chamber.appointments.sentences import SAID, of_several
from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.record.resolutions.facts import dated
from chamber.record.votes.facts import Outcome

RESOLVED, REASONED, NUMBERED = "A57-1.18", "F-2.10", "F-2.11"


def judge_resolution(law: Law, facts: Facts, act: Resolve, given: Given) -> Ruling:
    findings = [*check_separate(law, act), *check_reasons(law, act)]
    for number in act.candidates:
        findings += check_voted(law, facts, number, act)
        # Whoever has a resolution already may be in office by it: that is told first.
        if act.decision == "appoint" and facts.resolution_on(number) is None:
            findings += check_term(law, facts, number, act, given)
    return lawful(law, RESOLVED, dict.fromkeys(findings))


def check_separate(law: Law, act: Resolve) -> Iterator[Finding]:
    count = len(act.candidates)
    if count > 1:
        sentence = of_several(SAID.one_resolution_each, count)
        numbers = (("candidates", count),)
        yield finding(law, RESOLVED, Verdict.INVALID, sentence, numbers=numbers)


def check_reasons(law: Law, act: Resolve) -> Iterator[Finding]:
    if act.decision == "reject" and act.reasons is None:
        yield finding(law, REASONED, Verdict.INVALID, SAID.no_reasons)


def check_voted(law: Law, facts: Facts, number: int, act: Resolve) -> Iterator[Finding]:
    """A resolution says what the vote has decided, and says it once."""
    if facts.resolution_on(number) is not None:
        yield finding(law, RESOLVED, Verdict.INVALID, SAID.already_resolved)
    vote = facts.decided(number)
    if vote is None or vote.closed_on is None or facts.open_round(number) is not None:
        yield void(law, SAID.vote_first)
    elif vote.closed_on > act.on:
        yield void(law, SAID.vote_first, earliest_lawful=vote.closed_on)
    elif act.decision == "appoint" and vote.outcome is Outcome.NOT_ADOPTED:
        yield void(law, SAID.not_adopted)
    elif act.decision == "reject" and vote.outcome is Outcome.ADOPTED:
        yield void(law, SAID.adopted)


def void(law: Law, sentence: Sentence, *, earliest_lawful: date | None = None) -> Finding:
    """A resolution fixes what the vote decided; one that says otherwise is no act in law."""
    return finding(law, RESOLVED, Verdict.INVALID, sentence, earliest_lawful=earliest_lawful)


def check_term(
    law: Law, facts: Facts, number: int, act: Resolve, given: Given
) -> Iterator[Finding]:
    starts_on = first_day(facts, number, act)
    check_not_in_office(facts, number, given, starts_on)
    yield from check_office(law, facts, number, given, starts_on)
    if act.last_day is not None:
        office = OFFICES[facts.body]
        yield from check_end(law, office, act.last_day, appointed_on=act.on, starts_on=starts_on)


def first_day(facts: Facts, number: int, act: Resolve) -> date:
    """As the resolution says, or as was proposed; but nobody takes office before the act."""
    if act.starts_on is not None:
        if act.starts_on < act.on:
            raise Impossible("starts_on", "nobody takes office before the appointment")
        return act.starts_on
    return max(facts.candidates[number - 1].starts_on or act.on, act.on)


def check_not_in_office(facts: Facts, number: int, given: Given, starts_on: date) -> None:
    person = facts.candidates[number - 1].person
    if any(one.person == person and one.over_on > starts_on for one in given.held):
        raise Impossible("starts_on", f"the person is in this office on {starts_on}")


def judge_days(law: Law, facts: Facts, act: ResolutionDays) -> Ruling:
    resolution = facts.resolution_on(act.candidate)
    if resolution is None:
        first = finding(law, NUMBERED, Verdict.INVALID, SAID.resolve_first, breach=Breach.VOID)
        return lawful(law, NUMBERED, [first])
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    for field, day in days.items():
        if day is not None and day > act.on:
            raise Impossible(field, f"{day} is after the day of this act, {act.on}")
    dated(resolution, **days)
    return lawful(law, NUMBERED)


def judge_new_submission(law: Law, facts: Facts, act: NewSubmission, given: Given) -> Ruling:
    """The Chair may submit the same persons or others, as often as a candidate is rejected."""
    check_persons(one.person for one in act.candidates)
    places = [one.instead_of for one in act.candidates]
    if len(set(places)) < len(places):
        raise Impossible("candidates", "two candidates in one place")
    taken = {one.instead_of for one in facts.candidates}
    findings = [
        *check_proposal(law, act, given),
        *check_body(law, facts.body, act.on, act.candidates),
    ]
    if any(place in taken or not facts.rejected(place) for place in places):
        findings.append(finding(law, REASONED, Verdict.INVALID, SAID.reject_first))
    return lawful(law, REASONED, findings)


def judge_leaving(law: Law, facts: Facts, act: LeftOffice) -> Ruling:
    term, rule = facts.term_of(act.candidate), OFFICES[facts.body].term
    if term is None:
        first = finding(law, rule, Verdict.INVALID, SAID.resolve_first, breach=Breach.VOID)
        return lawful(law, rule, [first])
    if not term.starts_on <= act.on < term.over_on:
        raise Impossible("on", f"in office from {term.starts_on}, and out from {term.over_on}")
    return lawful(law, rule)
