"""What the facts tell of votes and resolutions, and of the defects that were accepted."""

from chamber.immunity.acts import AnyAct, CloseVote, OpenVote, ResolutionDays, Resolve, Submission
from chamber.immunity.facts import Facts, Given, Wanted
from chamber.law.ruling import Finding, Ruling
from chamber.record.resolutions.facts import Resolution, dated
from chamber.record.votes.facts import Round
from chamber.record.votes.rounds import begun, round_of, with_closed

POWER, COUNTED = "57(4)", "A57-4.28"


def vote_opened(facts: Facts, act: OpenVote, given: Given) -> Facts:
    """A measure that was not asked, and is put to the vote despite that, gets a number too."""
    vote = vote_on(facts, act, given)
    if facts.number_of(act.measure) is None:
        facts = facts.with_more("measures", Wanted(measure=act.measure, asked=False))
    return facts.with_more("rounds", vote)


def vote_on(facts: Facts, act: OpenVote, given: Given) -> Round:
    number = facts.number_of(act.measure) or len(facts.measures) + 1
    return begun(facts.chamber, act, given, power=POWER, rule=COUNTED, of=number)


def vote_closed(facts: Facts, act: CloseVote, given: Given, ruling: Ruling) -> Facts:
    return facts.model_copy(update={"rounds": with_closed(facts.rounds, act, given, ruling)})


def resolved(facts: Facts, act: Resolve, given: Given) -> Facts:
    assert given.numbered is not None, "a resolution is given its number"
    number = facts.number_of(act.measure)
    assert number is not None, "a resolution follows a vote"
    vote = facts.decided(number)
    resolution = Resolution(
        resolution=given.numbered.resolution, convocation=given.numbered.convocation,
        number=given.numbered.number, official_number=act.official_number, subject=number,
        decision=act.decision, vote=vote and vote.vote, text=act.text, adopted_on=act.on,
    )  # fmt: skip
    return facts.with_more("resolutions", resolution)


def resolution_dated(facts: Facts, act: ResolutionDays) -> Facts:
    number = facts.number_of(act.measure)
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    resolutions = tuple(
        dated(one, **days) if one.subject == number else one for one in facts.resolutions
    )
    return facts.model_copy(update={"resolutions": resolutions})


def marked(facts: Facts, act: AnyAct, ruling: Ruling) -> Facts:
    """The matter, or its measure, bears for ever the defects that were accepted on its way."""
    for found in ruling.findings:
        if found.grave:
            facts = bearing(facts, measure_of(facts, act, found), found.rule)
    return facts


def measure_of(facts: Facts, act: AnyAct, found: Finding) -> int | None:
    """None: it concerns the whole matter."""
    match act:
        case Submission():
            return dict(found.numbers).get("measure")
        case OpenVote() | Resolve():
            return facts.number_of(act.measure)
        case CloseVote():
            vote = round_of(facts.rounds, act.vote)
            return None if vote is None else vote.subject
        case _:
            return None


def bearing(facts: Facts, number: int | None, rule: str) -> Facts:
    if number is None:
        borne = tuple(dict.fromkeys((*facts.defects, rule)))
        return facts.model_copy(update={"defects": borne})
    known = facts.measures[number - 1].defects
    return facts.with_measure(number, {"defects": tuple(dict.fromkeys((*known, rule)))})
