"""What each act adds to the facts of a hearing. It is told only what the rules let through."""

from typing import Any, assert_never

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
from chamber.hearings.facts import (
    Announced,
    Closing,
    Decided,
    Given,
    Hearing,
    Invited,
    Move,
    SetUp,
    Told,
)
from chamber.hearings.results import (
    Minutes,
    Recommended,
)
from chamber.hearings.rules.following import followed
from chamber.hearings.rules.presence import attendance
from chamber.law.ruling import Ruling

OF_ITS_DAY = ("A57-5.08", "A57-5.11")  # What is wrong with a day leaves with it.


def step(hearing: Hearing | None, act: AnyAct, given: Given, ruling: Ruling) -> Hearing:
    if isinstance(act, Proposal):
        return marked(proposed(act), ruling)
    if isinstance(act, Recorded):
        return told_by_sources(act)
    assert hearing is not None, "a hearing begins with a proposal"
    return marked(told(hearing, act, ruling), ruling)


def marked(hearing: Hearing, ruling: Ruling) -> Hearing:
    """The hearing bears the defects that were accepted on its way."""
    defects = tuple(dict.fromkeys((*hearing.defects, *ruling.accepted)))
    return hearing.model_copy(update={"defects": defects})


def proposed(act: Proposal) -> Hearing:
    return Hearing(
        chamber=act.chamber, topic=act.topic, opened_on=act.on, organisers=act.organisers,
        proposed_by=act.proposed_by, proposed_form=act.form, linked=act.linked,
    )  # fmt: skip


def told_by_sources(act: Recorded) -> Hearing:
    known = Told(
        first_day=act.first_day, last_day=act.on, organised_by=act.organised_by,
        sources=act.sources,
    )  # fmt: skip
    return Hearing(chamber=act.chamber, topic=act.topic, opened_on=act.on, told=known)


def told(hearing: Hearing, act: HearingAct, ruling: Ruling) -> Hearing:
    match act:
        case Reschedule():
            return moved(hearing, act)
        case Register() | Arrive() | Leave():
            return hearing.model_copy(update={"attendance": attendance(hearing, act)})
        case Decision() | FormDecided() | Commission() | Invitation() | Notice():
            return hearing.model_copy(update=prepared(hearing, act, ruling))
        case Cancel() | Begin() | Recommend() | End() | KeepMinutes() | Complete():
            return hearing.model_copy(update=held(hearing, act, ruling))
        case Dispatch() | Publish() | AddMaterial() | HandOver():
            return hearing.model_copy(update=followed(hearing, act))
        case _:
            assert_never(act)


def moved(hearing: Hearing, act: Reschedule) -> Hearing:
    """Whoever was registered for the former day is not there on the new one."""
    assert hearing.starts_at is not None
    assert hearing.place is not None
    move = Move(
        starts_at=hearing.starts_at, place=hearing.place, reason=act.reason, moved_on=act.on
    )
    kept = tuple(rule for rule in hearing.defects if rule not in OF_ITS_DAY)
    return hearing.model_copy(
        update={
            "moves": (*hearing.moves, move), "starts_at": act.starts_at, "place": act.place,
            "attendance": None, "defects": kept,
        }
    )  # fmt: skip


Preparing = Decision | FormDecided | Commission | Invitation | Notice


def prepared(hearing: Hearing, act: Preparing, ruling: Ruling) -> dict[str, Any]:
    match act:
        case Decision():
            return decided(act, ruling)
        case FormDecided():
            return {"form": form_decided(act)}
        case Commission():
            set_up = SetUp(commission=act.commission, resolution=act.resolution, set_up_on=act.on)
            return {"commission": set_up}
        case Invitation():
            invited = Invited(decided_by=act.decided_by, decided_on=act.on, guests=act.guests)
            return {"invited": (*hearing.invited, invited)}
        case Notice():
            return {"notices": (*hearing.notices, announced(act))}
        case _:
            assert_never(act)


def announced(act: Notice) -> Announced:
    return Announced.model_validate(act.model_dump(exclude={"kind", "on"}))


def decided(act: Decision, ruling: Ruling) -> dict[str, Any]:
    """What did not reach its majority decides nothing: neither a time nor a form."""
    adopted = ruling.adopted is not False
    kept = Decided(decided_on=act.on, sitting=act.sitting, tally=act.tally, adopted=adopted)
    if not adopted:
        return {"decision": kept}
    found: dict[str, Any] = {"decision": kept, "starts_at": act.starts_at, "place": act.place}
    if act.form is not None:
        found["form"] = Closing(
            form=act.form, decided_on=act.on, decided_by="bureau", sitting=act.sitting,
            tally=act.tally, ground=act.ground,
        )  # fmt: skip
    return found


def form_decided(act: FormDecided) -> Closing:
    return Closing(
        form=act.form, decided_on=act.on, decided_by=act.decided_by, sitting=act.sitting,
        tally=act.tally, ground=act.ground,
    )  # fmt: skip


Holding = Cancel | Begin | Recommend | End | KeepMinutes | Complete


def held(hearing: Hearing, act: Holding, ruling: Ruling) -> dict[str, Any]:
    match act:
        case Cancel():
            return {"cancelled_on": act.on, "cancelled_because": act.reason}
        case Begin():
            return {"begun_on": act.on, "chair": act.chair, "admitted": act.admitted}
        case Recommend():
            put = Recommended(
                text=act.text, tally=act.tally, others=act.others, put_on=act.on,
                adopted=ruling.adopted,
            )  # fmt: skip
            return {"recommended": (*hearing.recommended, put)}
        case End():
            return {"ended_on": act.on}
        case KeepMinutes():
            return {"minutes": Minutes(text=act.text, source=act.source, kept_on=act.on)}
        case Complete():
            return {"completed_on": act.on}
        case _:
            assert_never(act)
