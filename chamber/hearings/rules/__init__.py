"""What the law says of each act of a hearing. Pure: facts, an act and what is given go in."""

from typing import assert_never

from chamber.hearings.acts import (
    AddMaterial,
    AnyAct,
    Arrive,
    Begin,
    Cancel,
    Commission,
    Complete,
    Decision,
    Dispatch,
    End,
    FormDecided,
    HandOver,
    HearingAct,
    Invitation,
    KeepMinutes,
    Leave,
    Notice,
    Proposal,
    Publish,
    Recommend,
    Recorded,
    Register,
    Reschedule,
)
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules.afterwards import judge_afterwards
from chamber.hearings.rules.closing import judge_form
from chamber.hearings.rules.deciding import judge_decision
from chamber.hearings.rules.holding import judge_beginning, judge_recommendations
from chamber.hearings.rules.notices import judge_notice
from chamber.hearings.rules.order import next_acts, out_of_order
from chamber.hearings.rules.possible import check
from chamber.hearings.rules.preparing import judge_preparation
from chamber.hearings.rules.proposing import judge_proposal, judge_recorded
from chamber.hearings.rules.schedule import judge_change
from chamber.hearings.rules.telling import step
from chamber.law.judging import lawful, recorded, unanswerable
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import NoChamber, NoEdition

__all__ = ["judge", "next_acts", "step"]

# The rule under which each kind of act is done.
RULES = {
    "proposal": "A57-5.01",
    "recorded": "A57-5.01",
    "decision": "A57-5.06",
    "form": "A57-5.07",
    "commission": "A57-5.09",
    "invitation": "A57-5.10",
    "notice": "A57-5.11",
    "reschedule": "A57-5.08",
    "cancel": "A57-5.06",
    "begin": "A57-5.15",
    "register": "A57-5.16",
    "arrive": "A57-5.16",
    "leave": "A57-5.16",
    "recommendations": "A57-5.16",
    "end": "A57-5.02",
    "minutes": "F-2.16",
    "dispatch": "A57-5.17",
    "publication": "A57-5.20",
    "material": "A57-5.21",
    "hand_over": "A57-5.21",
    "complete": "A57-5.17",
}


def judge(hearing: Hearing | None, act: AnyAct, given: Given) -> Ruling:
    """Raises Impossible for what cannot be true."""
    rule = RULES[act.kind]
    try:
        if isinstance(act, Proposal):
            return judge_proposal(LAW.in_force(act.chamber, act.on), act, given)
        if isinstance(act, Recorded):
            return judge_recorded(LAW.in_force(act.chamber, act.on), act)
        if hearing is None:
            raise Impossible("kind", "a hearing begins with a proposal")
        law = LAW.in_force(hearing.chamber, act.on)
        if shut := out_of_order(law, hearing, act):
            return lawful(law, rule, [shut])
        check(hearing, act, given)
        return judge_next(law, hearing, act, given)
    except (NoEdition, NoChamber) as no_answer:
        return unanswerable(rule, no_answer)


def judge_next(  # noqa: PLR0911 -- one for each kind of act
    law: Law, hearing: Hearing, act: HearingAct, given: Given
) -> Ruling:
    match act:
        case Decision():
            return judge_decision(law, hearing, act, given)
        case FormDecided():
            return judge_form(law, hearing, act, given)
        case Commission() | Invitation():
            return judge_preparation(law, hearing, act, given)
        case Notice():
            return judge_notice(law, hearing, act)
        case Reschedule() | Cancel():
            return judge_change(law, hearing, act, given)
        case Begin():
            return judge_beginning(law, hearing, act, given)
        case Recommend():
            return judge_recommendations(law, hearing, act)
        case Dispatch() | Publish() | HandOver() | Complete():
            return judge_afterwards(law, hearing, act)
        case Register() | Arrive() | Leave() | End() | KeepMinutes() | AddMaterial():
            return recorded()
        case _:
            assert_never(act)
