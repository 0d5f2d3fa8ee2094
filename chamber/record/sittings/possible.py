"""What cannot be true of a sitting, whatever the law: strangers in it, days that run backwards."""

from collections.abc import Iterable
from uuid import UUID

from chamber.law.ruling import Impossible
from chamber.law.terms import local_day
from chamber.record.sittings.acts import (
    Agenda,
    AgendaAdopted,
    AnySittingAct,
    Arrive,
    Decide,
    ItemClosed,
    ItemOpened,
    Leave,
    Open,
    Plan,
    Register,
    Reschedule,
)
from chamber.record.sittings.facts import Kind, Sitting
from chamber.record.sittings.presence import check_here, check_not_here
from chamber.record.sittings.quorum import Given


def check(sitting: Sitting, act: AnySittingAct, given: Given) -> None:
    """Raises Impossible, and names the field."""
    check_day(sitting, act)
    match act:
        case Agenda():
            check_items(sitting, act)
        case AgendaAdopted():
            check_version(sitting, act)
        case Reschedule():
            check_hour(act, given)
        case Register():
            check_people("present", act.named(), given)
            check_count(sitting, act, given)
        case Leave():
            check_here(sitting, act)
        case Arrive():
            check_people("people", act.people, given)
            check_not_here(sitting, act)
        case Decide():
            check_people("commission", act.commission, given)
        case ItemOpened():
            agenda = sitting.in_force()
            if agenda is None or act.item > len(agenda.items):
                raise Impossible("item", f"the agenda has no item {act.item}")


def check_body(act: Plan, given: Given) -> None:
    """The body that is to sit is one of this Chamber, of this kind, and exists on that day."""
    place, day = given.place, local_day(act.starts_at)
    if place is None:
        return
    if (place.chamber, place.kind) != (str(act.chamber), str(act.sitting)):
        raise Impossible("body", f"is no {act.sitting} of the {act.chamber}")
    if not place.covers(day):
        raise Impossible("body", f"does not exist on {day}")


def check_hour(act: Plan | Reschedule, given: Given) -> None:
    """A sitting is planned for a day to come, and for an hour that the Chamber has free."""
    if (day := local_day(act.starts_at)) < act.on:
        raise Impossible("starts_at", f"{day} is past on {act.on}")
    if given.clashes:
        raise Impossible("starts_at", "another sitting of the Chamber is planned for this hour")


def check_day(sitting: Sitting, act: AnySittingAct) -> None:
    """Acts follow one another; a sitting is opened, and its people registered, on its day."""
    last = sitting.closed_on or sitting.opened_on or sitting.planned_on
    if act.on < last:
        raise Impossible("on", f"{act.on} is before {last}, the day of what went before")
    planned = local_day(sitting.starts_at)
    early = isinstance(act, Open | Register | Arrive | Leave) and sitting.opened_on is None
    if early and act.on != planned:
        raise Impossible("on", f"the sitting is planned for {planned}: reschedule it first")
    if isinstance(act, ItemClosed) and act.on < sitting.taken[act.item].opened_on:
        raise Impossible("on", f"item {act.item} was opened later")


def check_items(sitting: Sitting, act: Agenda) -> None:
    """An item that was taken up keeps its number, for speeches and votes refer to it."""
    agenda = sitting.in_force()
    for number in sitting.taken:
        assert agenda is not None, "an item is taken up by an agenda that was adopted"
        if act.items[number - 1 : number] != agenda.items[number - 1 : number]:
            raise Impossible("items", f"item {number} was taken up: it keeps its place and title")


def check_version(sitting: Sitting, act: AgendaAdopted) -> None:
    if act.version > len(sitting.agenda):
        raise Impossible("version", f"no version {act.version} of the agenda was published")
    published = sitting.agenda[act.version - 1].published_on
    if act.on < published:
        raise Impossible("on", f"{act.on} is before {published}, when it was published")


def check_people(field: str, people: Iterable[UUID], given: Given) -> None:
    if strangers := [who for who in people if who not in given.people]:
        raise Impossible(field, f"{strangers[0]} has no seat in this sitting")


def check_count(sitting: Sitting, act: Register, given: Given) -> None:
    if act.count is None:
        return
    joint = sitting.kind is Kind.JOINT
    if joint != isinstance(act.count, dict):
        raise Impossible("count", "is given by Chamber at a joint sitting, and only there")
    counted = act.count if isinstance(act.count, dict) else {sitting.chamber: act.count}
    if joint and counted.keys() != given.in_office.keys():
        raise Impossible("count", "is given for each Chamber")
    for chamber, count in counted.items():
        most = given.in_office.get(chamber, 0) if given.members is None else given.members
        if count > most:
            raise Impossible("count", f"{count} are counted, but {most} have a seat")
