"""What the law says of each act. Pure: facts, an act and what is given, and a ruling comes out."""

from typing import assert_never

from chamber.law.judging import unanswerable
from chamber.law.ledger import last_day
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import NoChamber, NoEdition
from chamber.mandates.acts import (
    AnyAct,
    CloseVote,
    Conclusion,
    Dissolution,
    MandatesAct,
    Matter,
    OpenVote,
    ResolutionDays,
    Resolve,
)
from chamber.mandates.facts import Facts, Given
from chamber.mandates.rules.following import due, follows
from chamber.mandates.rules.grounds import OWN, rule_of
from chamber.mandates.rules.opening import (
    DISSOLVED,
    check_told,
    judge_dissolution,
    judge_matter,
)
from chamber.mandates.rules.order import COUNTED, NUMBERED, PREPARED, next_acts
from chamber.mandates.rules.resolving import judge_days, judge_resolution
from chamber.mandates.rules.steps import round_of, step, unopened
from chamber.mandates.rules.voting import judge_close, judge_conclusion, judge_open
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import GROUNDS

__all__ = ["due", "follows", "judge", "next_acts", "round_of", "step", "unopened"]

# The rule under which each kind of act is done; a matter is opened under the rule of its ground.
RULES = {
    "dissolution": DISSOLVED,
    "conclusion": PREPARED,
    "open_vote": OWN,
    "close_vote": COUNTED,
    "resolution": OWN,
    "resolution_days": NUMBERED,
}


def judge(facts: Facts | None, act: AnyAct, given: Given) -> Ruling:
    try:
        if isinstance(act, Matter):
            check_told(act)
            return judge_matter(LAW.in_force(act.chamber, act.on), act, given)
        if isinstance(act, Dissolution):
            return judge_dissolution(LAW.in_force(act.chamber, last_day(act.on)), act, given)
        if facts is None:
            raise Impossible("kind", "a matter of mandates begins with a ground")
        if act.on < facts.opened_on:
            raise Impossible("on", f"the matter was opened on {facts.opened_on}")
        return judge_next(LAW.in_force(facts.chamber, act.on), facts, act, given)
    except (NoEdition, NoChamber) as no_answer:
        rule = of_matter(act) if isinstance(act, Matter) else RULES[act.kind]
        return unanswerable(rule, no_answer)


def of_matter(act: Matter) -> str:
    """What is incompatible is a list for its ground, and no ground by itself."""
    incompatible = act.ground is Ground.INCOMPATIBLE
    return GROUNDS if incompatible else rule_of(act.chamber, act.ground)


def judge_next(law: Law, facts: Facts, act: MandatesAct, given: Given) -> Ruling:
    match act:
        case Conclusion():
            return judge_conclusion(law, facts, act)
        case OpenVote():
            return judge_open(law, facts, act, given)
        case CloseVote():
            return judge_close(law, facts, act, given)
        case Resolve():
            return judge_resolution(law, facts, act, given)
        case ResolutionDays():
            return judge_days(law, facts, act)
        case _:
            assert_never(act)
