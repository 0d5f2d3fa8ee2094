"""What each act adds to the facts of a sitting. It is told only what the rules let through."""

from typing import Any, assert_never

from chamber.law.ruling import Ruling
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
from chamber.record.sittings.facts import Decision, Minutes, Move, Sitting, Speech, Taken, Version
from chamber.record.sittings.presence import arrived, left, registered, standing
from chamber.record.sittings.quorum import Given


def step(sitting: Sitting | None, act: AnySittingAct, given: Given, ruling: Ruling) -> Sitting:
    if isinstance(act, Plan):
        return planned(act)
    assert sitting is not None, "a sitting is planned first"
    match act:
        case Register():
            return registered(sitting, act, given.people)
        case Leave():
            return left(sitting, act)
        case Arrive():
            return arrived(sitting, act, given.people)
        case Agenda() | AgendaAdopted() | ItemOpened() | ItemClosed() | Speak() | Decide():
            return sitting.model_copy(update=dealt_with(sitting, act, ruling))
        case _:
            return sitting.model_copy(update=held(sitting, act))


def planned(act: Plan) -> Sitting:
    return Sitting(
        chamber=str(act.chamber),
        kind=act.sitting,
        body=act.body,
        planned_on=act.on,
        starts_at=act.starts_at,
        place=act.place,
    )


def held(sitting: Sitting, act: Reschedule | Cancel | Open | KeepMinutes | Close) -> dict[str, Any]:
    match act:
        case Reschedule():
            return moved(sitting, act)
        case Cancel():
            return {"cancelled_on": act.on, "cancelled_because": act.reason}
        case Open():
            return {"opened_on": act.on}
        case KeepMinutes():
            return {"minutes": Minutes(text=act.text, source=act.source, kept_on=act.on)}
        case Close():
            return {"closed_on": act.on}
        case _:
            assert_never(act)


Business = Agenda | AgendaAdopted | ItemOpened | ItemClosed | Speak | Decide


def dealt_with(sitting: Sitting, act: Business, ruling: Ruling) -> dict[str, Any]:
    match act:
        case Agenda():
            return {"agenda": (*sitting.agenda, Version(items=act.items, published_on=act.on))}
        case AgendaAdopted():
            return {"agenda": voted(sitting, act, ruling)}
        case ItemOpened():
            return {"taken": sitting.taken | {act.item: Taken(opened_on=act.on)}}
        case ItemClosed():
            return item_closed(sitting, act)
        case Speak():
            return {"speeches": (*sitting.speeches, spoken(act))}
        case Decide():
            return {"decisions": (*sitting.decisions, decided(act, ruling))}
        case _:
            assert_never(act)


def voted(sitting: Sitting, act: AgendaAdopted, ruling: Ruling) -> tuple[Version, ...]:
    told = {"voted_on": act.on, "totals": act.tally, "adopted": ruling.adopted}
    return tuple(
        version.model_copy(update=told) if number == act.version else version
        for number, version in enumerate(sitting.agenda, start=1)
    )


def moved(sitting: Sitting, act: Reschedule) -> dict[str, Any]:
    """Whoever was registered for the former day is not there on the new one."""
    move = Move(
        starts_at=sitting.starts_at, place=sitting.place, reason=act.reason, moved_on=act.on
    )
    told = {"moves": (*sitting.moves, move), "rolls": {}}
    return told | {"starts_at": act.starts_at, "place": act.place}


def item_closed(sitting: Sitting, act: ItemClosed) -> dict[str, Any]:
    """Who was there for the item is kept as it was, whoever comes or leaves later."""
    taken = sitting.taken[act.item].model_copy(update={"closed_on": act.on})
    told: dict[str, Any] = {"taken": sitting.taken | {act.item: taken}}
    if sitting.rolls:
        roll = standing(sitting, act.item).model_copy(update={"full": True})
        told["rolls"] = sitting.rolls | {act.item: roll}
    return told


def spoken(act: Speak) -> Speech:
    return Speech(item=act.item, speaker=act.speaker, guest=act.guest, genre=act.speech)


def decided(act: Decide, ruling: Ruling) -> Decision:
    return Decision(
        question=act.question,
        rule=act.rule,
        item=act.item,
        totals=act.tally,
        adopted=ruling.adopted,
        decided_on=act.on,
        commission=frozenset(act.commission),
    )
