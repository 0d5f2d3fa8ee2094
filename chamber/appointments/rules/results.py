"""What the facts tell of votes, resolutions and terms of office."""

from chamber.appointments.acts import CloseVote, LeftOffice, OpenVote, ResolutionDays, Resolve
from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Facts, Given, Term, Void
from chamber.appointments.rules.offices import seats_of, term_ends
from chamber.appointments.rules.resolving import first_day
from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach, Ruling
from chamber.law.seats import NoChamber, NoEdition
from chamber.record.resolutions.facts import Resolution, dated
from chamber.record.votes.facts import Method, Round
from chamber.record.votes.rules import closed, opened

POWER, COUNTED = "57(1)", "A57-1.17"


def vote_opened(facts: Facts, act: OpenVote, given: Given) -> Facts:
    return facts.with_more("rounds", round_of(facts.chamber, act, given))


def round_of(chamber: str, act: OpenVote, given: Given) -> Round:
    """Raises NoEdition or NoChamber on a day on which no vote can be held."""
    assert given.opening is not None, "a vote opens in a hall"
    worded = act.model_copy(update={"question": act.question or given.question})
    law = LAW.on(chamber, act.on)
    vote = opened(worded, given.opening, law, power=POWER, rule=COUNTED)
    return vote.model_copy(update={"subject": act.candidates[0]})


def void(chamber: str, act: OpenVote, given: Given, ruling: Ruling) -> Void | None:
    """A vote that does not stand, with what speaks against it. Nobody could cast a ballot in it."""
    try:
        vote = round_of(chamber, act, given)
    except (NoEdition, NoChamber):
        return None
    if vote.method is Method.BALLOTS:
        vote = vote.model_copy(update={"method": Method.TOTALS})
    return Void(vote=vote, findings=ruling.findings)


def vote_closed(facts: Facts, act: CloseVote, given: Given, ruling: Ruling) -> Facts:
    assert given.closing is not None, "a vote closes in a hall"
    closing = given.closing
    rounds = tuple(
        closed(one, act, closing, ruling) if one.vote == act.vote else one for one in facts.rounds
    )
    return facts.model_copy(update={"rounds": rounds})


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
        above_quota=office.quota in accepted(ruling),
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


def accepted(ruling: Ruling) -> tuple[str, ...]:
    grave = (Breach.DEFECT, Breach.VOID)
    return tuple(dict.fromkeys(one.rule for one in ruling.findings if one.breach in grave))
