"""What the law says of each act. Pure: facts, an act and what is given, and a ruling comes out."""

from typing import assert_never

from chamber.immunity.acts import (
    AnyAct,
    Attendance,
    CloseVote,
    Conclusion,
    Forwarding,
    Information,
    InformationRequest,
    MatterAct,
    MeasureTaken,
    OpenVote,
    ResolutionDays,
    Resolve,
    Submission,
    Told,
)
from chamber.immunity.facts import Facts, Given
from chamber.immunity.rules.asking import judge_submission
from chamber.immunity.rules.attending import judge_attendance
from chamber.immunity.rules.preparing import (
    judge_conclusion,
    judge_forwarding,
    judge_information,
    judge_request,
    judge_telling,
)
from chamber.immunity.rules.resolving import judge_days, judge_resolution, judge_taken
from chamber.immunity.rules.stages import next_acts
from chamber.immunity.rules.steps import happened, step
from chamber.immunity.rules.timely import due
from chamber.immunity.rules.voting import judge_close, judge_open
from chamber.law.judging import unanswerable
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import NoChamber, NoEdition

__all__ = ["due", "happened", "judge", "next_acts", "step"]

# The rule under which each kind of act is done.
RULES = {
    "submission": "A57-4.02",
    "forwarding": "A57-4.23",
    "conclusion": "A57-4.23",
    "information_request": "A57-4.26",
    "information": "A57-4.26",
    "told": "A57-4.27",
    "attendance": "A57-4.27",
    "open_vote": "A57-4.02",
    "close_vote": "A57-4.28",
    "resolution": "A57-4.02",
    "resolution_days": "F-2.11",
    "measure_taken": "A57-4.04",
}


def judge(facts: Facts | None, act: AnyAct, given: Given) -> Ruling:
    try:
        if isinstance(act, Submission):
            return judge_submission(LAW.in_force(act.chamber, act.on), act, given)
        if facts is None:
            raise Impossible("kind", "a matter of immunity begins with a submission")
        return judge_next(LAW.in_force(facts.chamber, act.on), facts, act, given)
    except (NoEdition, NoChamber) as no_answer:
        return unanswerable(RULES[act.kind], no_answer)


def judge_next(  # noqa: PLR0911 -- one for each kind of act
    law: Law, facts: Facts, act: MatterAct, given: Given
) -> Ruling:
    match act:
        case Forwarding():
            return judge_forwarding(law, facts, act)
        case Conclusion():
            return judge_conclusion(law, facts, act)
        case InformationRequest():
            return judge_request(law, facts, act)
        case Information():
            return judge_information(law, facts, act)
        case Told():
            return judge_telling(law, facts, act)
        case Attendance():
            return judge_attendance(law, facts, act, given)
        case OpenVote():
            return judge_open(law, facts, act, given)
        case CloseVote():
            return judge_close(law, facts, act, given)
        case Resolve():
            return judge_resolution(law, facts, act)
        case ResolutionDays():
            return judge_days(law, facts, act)
        case MeasureTaken():
            return judge_taken(law, facts, act, given)
        case _:
            assert_never(act)
