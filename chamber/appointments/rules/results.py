"""What the facts tell of votes, resolutions and terms of office."""

from chamber.appointments.acts import CloseVote, LeftOffice, OpenVote, ResolutionDays, Resolve
from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Facts, Given, Term
from chamber.appointments.rules.offices import seats_of, term_ends
from chamber.appointments.rules.resolving import first_day
from chamber.law.ruling import Ruling
from chamber.record.resolutions.facts import Resolution, dated
from chamber.record.votes.facts import Round
from chamber.record.votes.rounds import begun, with_closed

POWER, COUNTED = "57(1)", "A57-1.17"


def vote_opened(facts: Facts, act: OpenVote, given: Given) -> Facts:
    return facts.with_more("rounds", round_of(facts.chamber, act, given))


def round_of(chamber: str, act: OpenVote, given: Given) -> Round:
    return begun(chamber, act, given, power=POWER, rule=COUNTED, of=act.candidates[0])


def vote_closed(facts: Facts, act: CloseVote, given: Given, ruling: Ruling) -> Facts:
    return facts.model_copy(update={"rounds": with_closed(facts.rounds, act, given, ruling)})


def resolved(facts: Facts, act: Resolve, given: Given, ruling: Ruling) -> Facts:
    assert given.numbered is not None, "a resolution is given its number"
    number = act.candidates[0]
    vote = facts.decided(number)
    resolution = Resolution(
        resolution=given.numbered.resolution, convocation=given.numbered.convocation,
        number=given.numbered.number, official_number=act.official_number, subject=number,
        decision=act.decision, vote=vote and vote.vote, text=act.text, reasons=act.reasons,
        adopted_on=act.on,
    )  # fmt: skip
    facts = facts.with_more("resolutions", resolution)
    starts_on = first_day(facts, number, act)
    office = OFFICES[facts.body]
    ends_on = term_ends(office, facts.chamber, starts_on)
    if act.decision == "reject" or ends_on is None:
        return facts
    term = Term(
        subject=number, person=facts.candidates[number - 1].person, appointed_on=act.on,
        starts_on=starts_on, ends_on=ends_on, quota=seats_of(office, facts.chamber, starts_on),
        above_quota=office.quota in ruling.accepted,
    )  # fmt: skip
    terms = sorted((*facts.terms, term), key=lambda one: one.subject)
    return facts.model_copy(update={"terms": tuple(terms)})


def resolution_dated(facts: Facts, act: ResolutionDays) -> Facts:
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    resolutions = tuple(
        dated(one, **days) if one.subject == act.candidate else one for one in facts.resolutions
    )
    return facts.model_copy(update={"resolutions": resolutions})


def left(facts: Facts, act: LeftOffice) -> Facts:
    gone = {"left_on": act.on, "ground": act.ground}
    terms = tuple(
        one.model_copy(update=gone) if one.subject == act.candidate else one for one in facts.terms
    )
    return facts.model_copy(update={"terms": terms})
