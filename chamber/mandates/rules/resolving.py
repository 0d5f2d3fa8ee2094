"""A resolution ends the powers as the vote decided, or takes note that they have ended."""

from datetime import date, timedelta

from chamber.law.judging import finding, lawful, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Impossible, Ruling, Verdict
from chamber.mandates.acts import ResolutionDays, Resolve
from chamber.mandates.facts import Facts, Given
from chamber.mandates.rules.grounds import OWN, with_accepted
from chamber.mandates.rules.holding import check_own, held_on
from chamber.mandates.rules.order import NUMBERED, unmet
from chamber.mandates.sentences import SAID
from chamber.record.resolutions.facts import dated


def judge_resolution(law: Law, facts: Facts, act: Resolve, given: Given) -> Ruling:
    check_end(facts, act)
    findings = [
        *check_own(law, facts, given, act.on),
        *unmet(law, facts, act.decision),
    ]
    held = held_on(given, facts.chamber, act.on)
    ended = held.ends_on if held is not None and act.decision == "end_powers" else None
    if ended is not None and ended < first_day_out(act):
        findings.append(note(law, OWN, SAID.ended_before))
    vote = facts.decided
    if vote is not None and vote.closed_on is not None and vote.closed_on > act.on:
        earliest, sentence = vote.closed_on, SAID.vote_first
        findings.append(finding(law, OWN, Verdict.INVALID, sentence, earliest_lawful=earliest))
    if facts.by_itself and facts.happened_on > act.on:
        raise Impossible("on", f"the powers ended only on {facts.happened_on}")
    return lawful(law, OWN, with_accepted(law, facts, findings))


def check_end(facts: Facts, act: Resolve) -> None:
    if act.ends_on is None:
        return
    if act.decision == "note_end":
        raise Impossible("ends_on", "what has ended by itself ended on its own day")
    if act.ends_on <= act.on:
        raise Impossible("ends_on", "the powers last through the day of the resolution")


def first_day_out(act: Resolve) -> date:
    """On the day of the resolution itself the deputy still counts."""
    return act.ends_on or act.on + timedelta(days=1)


def judge_days(law: Law, facts: Facts, act: ResolutionDays) -> Ruling:
    if facts.resolution is None:
        return lawful(law, NUMBERED, unmet(law, facts, act.kind))
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    for field, day in days.items():
        if day is not None and day > act.on:
            raise Impossible(field, f"{day} is after the day of this act, {act.on}")
    dated(facts.resolution, **days)
    return lawful(law, NUMBERED)
