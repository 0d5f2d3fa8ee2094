"""What the law says of each act. Pure: facts, an act and what is given, and a ruling comes out."""

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
from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Facts, Given
from chamber.appointments.rules.committee import judge_announcement, judge_conclusion
from chamber.appointments.rules.resolving import (
    judge_days,
    judge_leaving,
    judge_new_submission,
    judge_resolution,
)
from chamber.appointments.rules.sitting import judge_order, judge_statement
from chamber.appointments.rules.stages import next_acts
from chamber.appointments.rules.steps import step
from chamber.appointments.rules.submitting import judge_recorded, judge_submission
from chamber.appointments.rules.voting import judge_close, judge_open
from chamber.appointments.sentences import SAID
from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, unanswerable
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Impossible, Ruling, Verdict
from chamber.law.seats import NoChamber, NoEdition

__all__ = ["judge", "named", "next_acts", "step"]

# The rule under which each kind of act is done.
RULES = {
    "submission": "A57-1.07",
    "recorded": "A57-1.17",
    "conclusion": "A57-1.09",
    "announcement": "A57-1.10",
    "question": "A57-1.11",
    "opinion": "A57-1.12",
    "debate_demand": "A57-1.13",
    "debate": "A57-1.13",
    "ballot_order": "A57-1.16",
    "open_vote": "A57-1.14",
    "close_vote": "A57-1.17",
    "resolution": "A57-1.18",
    "resolution_days": "F-2.11",
    "new_submission": "F-2.10",
    "left_office": "F-2.09",
}


def judge(facts: Facts | None, act: AnyAct, given: Given) -> Ruling:
    try:
        if isinstance(act, Submission):
            return judge_submission(LAW.in_force(act.chamber, act.on), act, given)
        if isinstance(act, Recorded):
            return judge_recorded(LAW.in_force(act.chamber, act.on), act, given)
        if facts is None:
            raise Impossible("kind", "an appointment begins with a submission")
        law = LAW.in_force(facts.chamber, act.on)
        if any(facts.candidate(number) is None for number in named(act)):
            return void(law, rule_of(facts, act), SAID.no_such_candidate)
        if facts.sources and not isinstance(act, ResolutionDays | LeftOffice):
            return void(law, rule_of(facts, act), SAID.told_by_sources)
        return judge_next(law, facts, act, given)
    except (NoEdition, NoChamber) as no_answer:
        return unanswerable(rule_of(facts, act), no_answer)


def rule_of(facts: Facts | None, act: AnyAct) -> str:
    """The rule under which an act is done: a term of office has one for each body."""
    if facts is not None and isinstance(act, LeftOffice):
        return OFFICES[facts.body].term
    return RULES[act.kind]


def void(law: Law, rule: str, sentence: Sentence) -> Ruling:
    """The ruling on an act that names nobody, or is done where nothing is decided any more."""
    return lawful(law, rule, [finding(law, rule, Verdict.INVALID, sentence, breach=Breach.VOID)])


def judge_next(  # noqa: PLR0911 -- one for each kind of act
    law: Law, facts: Facts, act: AppointmentAct, given: Given
) -> Ruling:
    match act:
        case Conclusion():
            return judge_conclusion(law, facts, act, given)
        case Announcement():
            return judge_announcement(law, facts, act, given)
        case Question() | Opinion() | DebateDemand() | Debate():
            return judge_statement(law, facts, act, given)
        case BallotOrder():
            return judge_order(law, facts, act, given)
        case OpenVote():
            return judge_open(law, facts, act, given)
        case CloseVote():
            return judge_close(law, facts, act, given)
        case Resolve():
            return judge_resolution(law, facts, act, given)
        case ResolutionDays():
            return judge_days(law, facts, act)
        case NewSubmission():
            return judge_new_submission(law, facts, act, given)
        case LeftOffice():
            return judge_leaving(law, facts, act)
        case _:
            assert_never(act)


def named(act: AppointmentAct) -> tuple[int, ...]:
    """The candidates that an act names, by their numbers."""
    match act:
        case Conclusion() | OpenVote() | Resolve():
            return act.candidates
        case NewSubmission():
            return tuple(one.instead_of for one in act.candidates)
        case CloseVote():
            return ()
        case BallotOrder(candidate=None):
            return ()
        case _:
            assert act.candidate is not None
            return (act.candidate,)
