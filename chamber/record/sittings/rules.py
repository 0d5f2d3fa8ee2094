"""What the law says of each act of a sitting. Pure: facts and an act go in, a ruling comes out."""

from typing import assert_never

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, recorded, unanswerable
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Ruling, Verdict
from chamber.law.seats import NoChamber, NoEdition, SeatsUnknown
from chamber.law.terms import local_day
from chamber.record.sittings.acts import (
    Agenda,
    AgendaAdopted,
    AnySittingAct,
    Arrive,
    Cancel,
    Close,
    Decide,
    ItemClosed,
    ItemOpened,
    KeepMinutes,
    Leave,
    Open,
    Plan,
    Register,
    Reschedule,
    Speak,
)
from chamber.record.sittings.booked import not_free
from chamber.record.sittings.facts import Kind, Sitting
from chamber.record.sittings.order import next_acts, why_not_now
from chamber.record.sittings.possible import check, check_body, check_hour
from chamber.record.sittings.presence import standing
from chamber.record.sittings.quorum import UNLAWFUL_SITTING, Given, missing, told
from chamber.record.sittings.sentences import FIRST, NO_LONGER
from chamber.record.sittings.showing import judge_show
from chamber.record.sittings.telling import step

__all__ = ["judge", "next_acts", "step"]

# The order of sittings of the Chambers, and that of their working bodies, as regulations fix it.
OF_CHAMBERS, OF_BODIES = "A57-8.03", "A57-8.05"


def judge(sitting: Sitting | None, act: AnySittingAct, given: Given) -> Ruling:
    if isinstance(act, Plan):
        kind, chamber = act.sitting, str(act.chamber)
    else:
        assert sitting is not None, "a sitting is planned first"
        kind, chamber = sitting.kind, sitting.chamber
    rule = OF_CHAMBERS if kind in (Kind.PLENARY, Kind.JOINT) else OF_BODIES
    try:
        law = LAW.on(chamber, act.on)
        if isinstance(act, Plan | Reschedule):
            check_chamber(LAW.on(chamber, local_day(act.starts_at)))
        else:
            check_chamber(law)
    except (NoEdition, NoChamber) as no_answer:
        return unanswerable(rule, no_answer)
    if sitting is None:
        assert isinstance(act, Plan), "a sitting is planned first"
        check_body(act, given)
        check_hour(act, given)
        return lawful(law, rule, not_free(law, kind, given))
    if sentence := why_not_now(sitting, act) or still_voting(act, given):
        return out_of_order(law, rule, sentence)
    check(sitting, act, given)
    return judge_step(law, rule, sitting, act, given)


def still_voting(act: AnySittingAct, given: Given) -> Sentence | None:
    return FIRST["close_vote"] if isinstance(act, Close) and given.open_votes else None


def judge_step(law: Law, rule: str, sitting: Sitting, act: AnySittingAct, given: Given) -> Ruling:
    match act:
        case Plan() | Agenda() | Reschedule() | Cancel():
            return lawful(law, rule, not_free(law, sitting.kind, given))
        case Open():
            return judge_opening(sitting, act, given)
        case Register() | Leave() | Arrive():
            after = step(sitting, act, given, recorded())
            return told(after, act.on, given, standing(after, act.item))
        case AgendaAdopted() if sitting.agenda[act.version - 1].voted_on is not None:
            return out_of_order(law, rule, NO_LONGER["voted"])
        case AgendaAdopted() | Decide():
            return judge_show(sitting, act, given)
        case ItemOpened() | ItemClosed() | Speak() | KeepMinutes() | Close():
            return recorded()
        case _:
            assert_never(act)


def judge_opening(sitting: Sitting, act: Open, given: Given) -> Ruling:
    """Without a quorum a sitting may be opened, so that people can be registered; it is said."""
    roll = standing(sitting)
    lacking = missing(sitting, act.on, given, roll, breach=Breach.INFORMS)
    return told(sitting, act.on, given, roll).against(*lacking)


def out_of_order(law: Law, rule: str, sentence: Sentence) -> Ruling:
    """What is done without the order of the regulations is not done (A57-8.09)."""
    against = finding(law, UNLAWFUL_SITTING, Verdict.INVALID, sentence)
    return lawful(law, rule, [against])


def check_chamber(law: Law) -> None:
    """Raises NoChamber where the Chamber is dissolved, and its successor has not met."""
    try:
        assert law.seats
    except SeatsUnknown:
        return  # It sat, though nobody knows how many they were.
