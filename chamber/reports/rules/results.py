"""What the facts tell of votes, resolutions and appeals."""

from chamber.law.rulebook import LAW
from chamber.law.ruling import Ruling
from chamber.record.resolutions.facts import Resolution, dated
from chamber.record.votes.facts import Round
from chamber.record.votes.rounds import begun, with_closed
from chamber.reports.acts import (
    AppealSent,
    CloseVote,
    Limits,
    OpenVote,
    Refused,
    Released,
    ResolutionDays,
    Resolve,
)
from chamber.reports.facts import Appeal, Facts, Given
from chamber.reports.facts_heard import Day
from chamber.reports.rules.voting import rule_of

POWER = "57(6)"


def vote_opened(facts: Facts, act: OpenVote, given: Given) -> Facts:
    return facts.with_more("rounds", round_begun(facts, act, given))


def round_begun(facts: Facts, act: OpenVote, given: Given) -> Round:
    """Raises NoEdition or NoChamber on a day without law."""
    rule = rule_of(LAW.on(facts.chamber, act.on), facts, act.about)
    subject = facts.subject_of(act.about)
    return begun(facts.chamber, act, given, power=POWER, rule=rule, of=subject)


def vote_closed(facts: Facts, act: CloseVote, given: Given, ruling: Ruling) -> Facts:
    return facts.model_copy(update={"rounds": with_closed(facts.rounds, act, given, ruling)})


def resolved(facts: Facts, act: Resolve, given: Given) -> Facts:
    assert given.numbered is not None, "a resolution is given its number"
    subject = facts.subject_of(act.about)
    vote = facts.decided(subject)
    resolution = Resolution(
        resolution=given.numbered.resolution, convocation=given.numbered.convocation,
        number=given.numbered.number, official_number=act.official_number, subject=subject,
        decision=act.about, vote=vote and vote.vote, text=act.text, adopted_on=act.on,
    )  # fmt: skip
    facts = facts.with_more("resolutions", resolution)
    if act.about != "hear":
        return facts
    appointed = facts.with_more("days", Day(heard_on=act.heard_on, set_on=act.on))
    limits = act.limits if act.limits != Limits() else None
    return appointed.model_copy(update={"limits": limits})


def resolution_dated(facts: Facts, act: ResolutionDays) -> Facts:
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    last = facts.last_resolution(act.about)
    resolutions = tuple(dated(one, **days) if one == last else one for one in facts.resolutions)
    return facts.model_copy(update={"resolutions": resolutions})


def appealed(facts: Facts, act: AppealSent) -> Facts:
    resolution = facts.last_resolution("appeal")
    assert resolution is not None, "an appeal is resolved before it is sent"
    assert resolution.subject is not None, "a resolution of this matter has a subject"
    appeal = Appeal(subject=resolution.subject, sent_on=act.on, document=act.document)
    return facts.with_more("appeals", appeal)


def answered(facts: Facts, act: Released | Refused) -> Facts:
    match act:
        case Released():
            told = {"released_on": act.on, "released_by": act.document}
        case Refused():
            told = {"refused_on": act.on, "refused_by": act.document}
    *before, last = facts.appeals
    return facts.model_copy(update={"appeals": (*before, last.model_copy(update=told))})
