"""What an act changes in the facts. Pure: the journal told again gives the same facts."""

from chamber.law.ruling import Ruling
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
from chamber.reports.facts import HEAR, OWN, Facts, Given
from chamber.reports.rules.heard import RULES
from chamber.reports.rules.results import (
    answered,
    appealed,
    resolution_dated,
    resolved,
    vote_closed,
    vote_opened,
)
from chamber.reports.rules.told import (
    asked,
    done,
    formed,
    moved,
    named,
    notified,
    received,
    signed,
    with_day,
    withdrawn,
)


def step(facts: Facts | None, act: AnyAct, given: Given, ruling: Ruling) -> Facts:
    if isinstance(act, Initiative):
        return signed(act, given, ruling, ruling.accepted)
    assert facts is not None, "a report begins with an initiative"
    if isinstance(act, NameRapporteur | FormCommission | SetDate) and ruling.adopted is False:
        return facts
    return marked(move(facts, act, given, ruling), act, ruling.accepted)


def move(  # noqa: PLR0911 -- one for each kind of act
    facts: Facts, act: ReportAct, given: Given, ruling: Ruling
) -> Facts:
    match act:
        case Withdrawal():
            return withdrawn(facts, act)
        case NameRapporteur():
            return facts.model_copy(update={"rapporteur": named(act)})
        case FormCommission():
            return facts.model_copy(update={"commission": formed(act, given)})
        case SetDate():
            return moved(facts, act)
        case Notification() | Receipt() | Access():
            return told(facts, act)
        case OpenVote():
            return vote_opened(facts, act, given)
        case CloseVote():
            return vote_closed(facts, act, given, ruling)
        case Resolve() | ResolutionDays():
            return fixed(facts, act, given)
        case AppealSent():
            return appealed(facts, act)
        case Released() | Refused():
            return answered(facts, act)
        case _:
            return done(facts, act)


def told(facts: Facts, act: Notification | Receipt | Access) -> Facts:
    match act:
        case Notification():
            return notified(facts, act)
        case Receipt():
            return received(facts, act)
        case Access():
            return asked(facts, act)


def fixed(facts: Facts, act: Resolve | ResolutionDays, given: Given) -> Facts:
    match act:
        case Resolve():
            return resolved(facts, act, given)
        case ResolutionDays():
            return resolution_dated(facts, act)


def marked(facts: Facts, act: ReportAct, defects: tuple[str, ...]) -> Facts:
    """The matter, its question or the day of the report bears for ever what was accepted."""
    if not defects:
        return facts
    field = OWN.get(question_of(facts, act), "defects")
    facts = facts.model_copy(update={field: joined(getattr(facts, field), defects)})
    if act.kind not in RULES or facts.day is None:
        return facts
    return with_day(facts, {"defects": joined(facts.day.defects, defects)})


def question_of(facts: Facts, act: ReportAct) -> int:
    """On the decision to hear, and on what was done to prepare and to hear, all others rest."""
    match act:
        case OpenVote() | Resolve():
            return facts.subject_of(act.about)
        case CloseVote():
            vote = round_of(facts.rounds, act.vote)
            return (vote.subject if vote is not None else None) or HEAR
        case _:
            return HEAR


def joined(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))
