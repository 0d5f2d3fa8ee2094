"""A resolution ends the powers as the vote decided, or takes note that they have ended."""

from collections.abc import Iterator
from datetime import date, timedelta

from chamber.law.judging import finding, lawful, note, unanswerable
from chamber.law.ledger import last_day
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Finding, Impossible, Ruling, Verdict
from chamber.law.seats import NoEdition
from chamber.mandates.acts import ResolutionDays, Resolve
from chamber.mandates.facts import Facts, Given
from chamber.mandates.rules.grounds import OWN, check_in_force, not_accepted, with_accepted
from chamber.mandates.rules.holding import check_own, held_on
from chamber.mandates.rules.order import NUMBERED, unmet
from chamber.mandates.sentences import SAID
from chamber.record.people.facts import MandateHeld
from chamber.record.resolutions.facts import dated
from chamber.record.votes.unjudged import check_judged


def judge_resolution(law: Law, facts: Facts, act: Resolve, given: Given) -> Ruling:
    check_end(facts, act)
    findings = [*check_own(law, facts, given, act.on), *unmet(law, facts, act.decision)]
    if act.decision == "end_powers":
        findings += check_ending(law, facts, act, held_on(given, facts.chamber, act.on))
    vote = facts.decided
    if vote is not None and vote.closed_on is not None and vote.closed_on > act.on:
        earliest, sentence = vote.closed_on, SAID.vote_first
        findings.append(finding(law, OWN, Verdict.INVALID, sentence, earliest_lawful=earliest))
    return lawful(law, OWN, with_accepted(law, facts, findings))


def check_ending(
    law: Law, facts: Facts, act: Resolve, held: MandateHeld | None
) -> Iterator[Finding]:
    """Whether the powers can end so: on a vote that was judged, on a ground, on a day with law."""
    yield from check_judged(law, facts.decided)
    in_force = check_in_force(law, facts.ground, facts.happened_on, act.on)
    yield from not_accepted(facts, in_force)
    out = first_day_out(act)
    if held is not None and held.ends_on is not None and held.ends_on < out:
        yield note(law, OWN, SAID.ended_before)
    try:
        LAW.on(facts.chamber, last_day(out))
    except NoEdition as no_law:
        yield from unanswerable(OWN, no_law).findings


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
