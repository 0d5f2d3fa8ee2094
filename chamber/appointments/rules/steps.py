"""What an act changes in the facts. Pure: the journal told again gives the same facts."""

from collections.abc import Collection
from typing import assert_never

from chamber.appointments.acts import (
    Announcement,
    AnyAct,
    AppointmentAct,
    BallotOrder,
    CloseVote,
    Conclusion,
    Debate,
    DebateDemand,
    LeftOffice,
    NewSubmission,
    OpenVote,
    Opinion,
    Question,
    Recorded,
    ResolutionDays,
    Resolve,
    Submission,
)
from chamber.appointments.facts import Facts, Given
from chamber.appointments.rules.candidates import (
    concluded,
    ordered,
    statement,
    submitted,
    submitted_anew,
    told_by_sources,
)
from chamber.appointments.rules.results import (
    left,
    resolution_dated,
    resolved,
    vote_closed,
    vote_opened,
)
from chamber.law.ruling import Ruling


def step(facts: Facts | None, act: AnyAct, given: Given, ruling: Ruling) -> Facts:
    if isinstance(act, Submission):
        return submitted(act, ruling.accepted)
    if isinstance(act, Recorded):
        return told_by_sources(act, given)
    assert facts is not None, "an appointment begins with a submission"
    return marked(move(facts, act, given, ruling), act, ruling)


def move(  # noqa: PLR0911 -- one for each kind of act
    facts: Facts, act: AppointmentAct, given: Given, ruling: Ruling
) -> Facts:
    match act:
        case Conclusion():
            return concluded(facts, act) if ruling.adopted is not False else facts
        case Announcement():
            said = {"announced_on": act.on, "announced_at": act.sitting}
            return facts.with_candidates((act.candidate,), said)
        case Question() | Opinion() | DebateDemand() | Debate():
            return facts.with_more("statements", statement(act))
        case BallotOrder():
            return facts.with_more("orders", ordered(act, ruling))
        case OpenVote():
            return vote_opened(facts, act, given)
        case CloseVote():
            return vote_closed(facts, act, given, ruling)
        case Resolve():
            return resolved(facts, act, given, ruling)
        case ResolutionDays():
            return resolution_dated(facts, act)
        case NewSubmission():
            return submitted_anew(facts, act)
        case LeftOffice():
            return left(facts, act)
        case _:
            assert_never(act)


def marked(facts: Facts, act: AppointmentAct, ruling: Ruling) -> Facts:
    """The candidates bear for ever the defects that were accepted on their way."""
    defects = ruling.accepted
    if not defects:
        return facts
    numbers = touched(facts, act)
    candidates = tuple(
        one.model_copy(update={"defects": tuple(dict.fromkeys((*one.defects, *defects)))})
        if number in numbers
        else one
        for number, one in enumerate(facts.candidates, start=1)
    )
    return facts.model_copy(update={"candidates": candidates})


def touched(facts: Facts, act: AppointmentAct) -> Collection[int | None]:
    everyone = tuple(number for number, _ in enumerate(facts.candidates, start=1))
    match act:
        case Conclusion() | OpenVote() | Resolve():
            return act.candidates
        case CloseVote():
            return {one.subject for one in facts.rounds if one.vote == act.vote}
        case NewSubmission():
            return everyone[-len(act.candidates) :]
        case BallotOrder(candidate=None):
            return everyone
        case _:
            return (act.candidate,)
