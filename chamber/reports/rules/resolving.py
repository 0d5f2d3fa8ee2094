"""A resolution fixes what a vote decided; that to hear a report sets its day and its limits."""

from collections.abc import Iterator

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.record.resolutions.facts import dated
from chamber.record.votes.facts import Outcome
from chamber.record.votes.place import later
from chamber.record.votes.rounds import open_round
from chamber.record.votes.unjudged import check_judged
from chamber.reports.acts import ResolutionDays, Resolve
from chamber.reports.facts import Facts
from chamber.reports.rules.length import check_length
from chamber.reports.rules.voting import carried
from chamber.reports.sentences import SAID

RESOLVED, DAY_SET = "F-2.11", "A57-6.04"


def judge_resolution(law: Law, facts: Facts, act: Resolve) -> Ruling:
    findings = list(check_voted(law, facts, act))
    if act.about == "hear":
        findings += check_day(law, act)
    elif act.heard_on is not None or act.limits is not None:
        field = "heard_on" if act.heard_on is not None else "limits"
        raise Impossible(field, "only the resolution to hear the report sets it")
    rests_on = carried(law, facts, facts.subject_of(act.about), findings)
    return lawful(law, RESOLVED, findings).beside(*rests_on)


def check_voted(law: Law, facts: Facts, act: Resolve) -> Iterator[Finding]:
    """A resolution says what the vote has decided, and says it once."""
    subject = facts.subject_of(act.about)
    if facts.resolution_on(subject) is not None:
        yield void(law, SAID.already_resolved)
    vote = facts.decided(subject)
    if vote is None or vote.closed_on is None or open_round(facts.rounds, subject) is not None:
        yield void(law, SAID.vote_first)
    elif vote.closed_on > act.on:
        opens = later(act.on, vote.closed_on)
        yield finding(
            law, RESOLVED, Verdict.INVALID, SAID.vote_first, breach=Breach.VOID,
            earliest_lawful=opens,
        )  # fmt: skip
    elif vote.outcome is Outcome.NOT_ADOPTED:
        yield void(law, SAID.not_adopted)
    else:
        yield from check_judged(law, vote)


def void(law: Law, sentence: Sentence) -> Finding:
    """A resolution that says what no vote has decided is no act in law."""
    return finding(law, RESOLVED, Verdict.INVALID, sentence, breach=Breach.VOID)


def check_day(law: Law, act: Resolve) -> Iterator[Finding]:
    limits = act.limits
    if act.heard_on is None:
        yield finding(law, DAY_SET, Verdict.INVALID, SAID.no_date)
    elif act.heard_on < act.on:
        raise Impossible("heard_on", f"{act.heard_on} is before {act.on}, the day of the decision")
    if limits is None or not any((limits.rapporteur, limits.report, limits.questions)):
        yield finding(law, DAY_SET, Verdict.INVALID, SAID.no_limits)
    elif limits.report is not None:
        yield from check_length(law, limits.report)


def judge_days(law: Law, facts: Facts, act: ResolutionDays) -> Ruling:
    resolution = facts.last_resolution(act.about)
    if resolution is None:
        return lawful(law, RESOLVED, [void(law, SAID.resolve_first)])
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    for field, day in days.items():
        if day is not None and day > act.on:
            raise Impossible(field, f"{day} is after the day of this act, {act.on}")
    dated(resolution, **days)
    return lawful(law, RESOLVED)
