"""What the law says of each act. Pure: facts, an act and what is given, and a ruling comes out."""

from chamber.law.judging import unanswerable
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import NoChamber, NoEdition
from chamber.record.votes.rounds import round_of
from chamber.reports.acts import (
    Access,
    AnyAct,
    AppealSent,
    CloseVote,
    FormCommission,
    Initiative,
    NameRapporteur,
    Notification,
    OpenVote,
    Receipt,
    Refused,
    Released,
    ReportAct,
    ResolutionDays,
    Resolve,
    SetDate,
    Withdrawal,
)
from chamber.reports.facts import APPEAL, REPEAT, Facts, Given
from chamber.reports.rules import heard
from chamber.reports.rules.deciding import judge_decision
from chamber.reports.rules.due import due
from chamber.reports.rules.heard import judge_step
from chamber.reports.rules.initiative import judge_initiative, judge_withdrawal
from chamber.reports.rules.president import check_crossing, judge_president
from chamber.reports.rules.resolving import judge_days, judge_resolution
from chamber.reports.rules.stages import next_acts
from chamber.reports.rules.steps import step
from chamber.reports.rules.telling import judge_telling
from chamber.reports.rules.voting import judge_close, judge_open

__all__ = ["due", "judge", "next_acts", "step"]

# The rule under which each kind of act is done; that of a vote is told by what it is about.
RULES = heard.RULES | {
    "initiative": "A57-6.01", "withdrawal": "A57-6.01", "rapporteur": "A57-6.06",
    "commission": "A57-6.09", "resolution": "F-2.11", "resolution_days": "F-2.11",
    "set_date": "A57-6.04", "notification": "A57-6.05", "receipt": "A57-6.05",
    "access": "A57-6.07", "appeal_sent": "A57-6.17", "released": "A57-6.18",
    "refused": "A57-6.18",
}  # fmt: skip
OF_VOTES = {"hear": "A57-6.03", "take_note": "A57-6.16", "appeal": "A57-6.17"}


def judge(facts: Facts | None, act: AnyAct, given: Given) -> Ruling:
    try:
        if isinstance(act, Initiative):
            return judge_initiative(LAW.in_force(act.chamber, act.on), act, given)
        if facts is None:
            raise Impossible("kind", "a report begins with an initiative")
        if act.on < facts.opened_on:
            raise Impossible("on", f"the matter was opened on {facts.opened_on}")
        law = LAW.in_force(facts.chamber, act.on)
        ruling = judge_next(law, facts, act, given)
        return ruling.beside(*check_crossing(law, facts)) if appeals(facts, act) else ruling
    except (NoEdition, NoChamber) as no_answer:
        return unanswerable(rule_of(facts, act), no_answer)


def rule_of(facts: Facts | None, act: AnyAct) -> str:
    match act:
        case OpenVote():
            return OF_VOTES[act.about]
        case CloseVote():
            vote = round_of(facts.rounds, act.vote) if facts is not None else None
            return vote.rule if vote is not None else OF_VOTES["hear"]
        case _:
            return RULES[act.kind]


def appeals(facts: Facts, act: ReportAct) -> bool:
    """Whether the act is of an appeal, whose rule has changed most."""
    match act:
        case OpenVote() | Resolve() | ResolutionDays():
            return act.about == "appeal"
        case CloseVote():
            vote = round_of(facts.rounds, act.vote)
            return vote is not None and vote.subject in (APPEAL, REPEAT)
        case _:
            return isinstance(act, AppealSent | Released | Refused)


def judge_next(  # noqa: PLR0911 -- one for each kind of act
    law: Law, facts: Facts, act: ReportAct, given: Given
) -> Ruling:
    match act:
        case Withdrawal():
            return judge_withdrawal(law, facts, act, given)
        case NameRapporteur() | FormCommission() | SetDate():
            return judge_decision(law, facts, act, given)
        case OpenVote():
            return judge_open(law, facts, act, given)
        case CloseVote():
            return judge_close(law, facts, act, given)
        case Resolve():
            return judge_resolution(law, facts, act)
        case ResolutionDays():
            return judge_days(law, facts, act)
        case Notification() | Receipt() | Access():
            return judge_telling(law, facts, act)
        case AppealSent() | Released() | Refused():
            return judge_president(law, facts, act)
        case _:
            return judge_step(law, facts, act, given)
