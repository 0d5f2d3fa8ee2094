"""Who is there: at the sitting, at one of its items, and how each registration changes it."""

from collections.abc import Collection, Iterable
from uuid import UUID

from chamber.law.ruling import Impossible
from chamber.record.sittings.acts import Arrive, Leave, Register
from chamber.record.sittings.facts import HERE, WHOLE, Mark, Roll, Sitting, State

NOBODY = Roll()


def standing(sitting: Sitting, item: int | None = None) -> Roll:
    """The roll that counts for an item: its own, or the sitting's with what changed for it."""
    whole = sitting.rolls.get(WHOLE, NOBODY)
    own = sitting.rolls.get(item or WHOLE, NOBODY)
    if own.full:
        return own
    return whole.model_copy(update={"people": whole.people | own.people})


def here(roll: Roll, gone: Collection[UUID] = ()) -> tuple[UUID, ...]:
    """Those who are present, in a lasting order. `gone`: whose mandate has ended meanwhile."""
    present = (who for who, mark in roll.people.items() if mark.state in HERE)
    return tuple(sorted((who for who in present if who not in gone), key=str))


def chair_there(present: Collection[UUID], chairs: Collection[UUID]) -> bool:
    """Whether the chair is among those present, as far as names are known."""
    return not present or not chairs or bool(set(present) & set(chairs))


def excused(roll: Roll) -> tuple[UUID, ...]:
    marked = roll.people.items()
    return tuple(sorted((who for who, m in marked if m.state is State.EXCUSED), key=str))


def number(roll: Roll, chamber: str | None = None, gone: Collection[UUID] = ()) -> int:
    """How many are present, of one Chamber or in all."""
    named = [who for who in here(roll, gone) if chamber in (None, roll.people[who].chamber)]
    return len(named) + sum(n for whose, n in roll.counted.items() if chamber in (None, whose))


def registered(sitting: Sitting, act: Register, people: dict[UUID, str]) -> Sitting:
    """A registration takes the place of the one before it."""
    lists = ((State.PRESENT, act.present), (State.LATE, act.late), (State.EXCUSED, act.excused))
    marks = {
        who: Mark(state=state, chamber=people[who]) for state, listed in lists for who in listed
    }
    count = act.count if isinstance(act.count, dict) else {sitting.chamber: act.count or 0}
    counted = {} if act.count is None else {str(chamber): n for chamber, n in count.items()}
    roll = Roll(full=True, people=marks, counted=counted)
    return sitting.model_copy(update={"rolls": sitting.rolls | {act.item or WHOLE: roll}})


def check_here(sitting: Sitting, act: Leave) -> None:
    there = here(by_name(standing(sitting, act.item)))
    if absent := [who for who in act.people if who not in there]:
        raise Impossible("people", f"{absent[0]} is not there")


def check_not_here(sitting: Sitting, act: Arrive) -> None:
    there = here(by_name(standing(sitting, act.item)))
    if already := [who for who in act.people if who in there]:
        raise Impossible("people", f"{already[0]} is there already")


def left(sitting: Sitting, act: Leave) -> Sitting:
    roll = standing(sitting, act.item)
    marks = {who: Mark(state=State.LEFT, chamber=roll.people[who].chamber) for who in act.people}
    return marked(sitting, act.item, marks)


def arrived(sitting: Sitting, act: Arrive, people: dict[UUID, str]) -> Sitting:
    roll = standing(sitting, act.item)
    marks = {
        who: Mark(state=state_on_arrival(roll, who), chamber=people[who]) for who in act.people
    }
    return marked(sitting, act.item, marks)


def state_on_arrival(roll: Roll, who: UUID) -> State:
    """Who comes back was there in time; who had not come is late."""
    mark = roll.people.get(who)
    return State.PRESENT if mark is not None and mark.state is State.LEFT else State.LATE


def by_name(roll: Roll) -> Roll:
    if roll.counted:
        raise Impossible("people", "only the number of those present is known, not their names")
    return roll


def marked(sitting: Sitting, item: int | None, marks: dict[UUID, Mark]) -> Sitting:
    """The sitting with these marks. Who leaves the sitting leaves the item now open, too."""
    rolls = dict(sitting.rolls)
    for place in places(sitting, item):
        roll = rolls.get(place, NOBODY)
        rolls[place] = roll.model_copy(update={"people": roll.people | marks})
    return sitting.model_copy(update={"rolls": rolls})


def places(sitting: Sitting, item: int | None) -> Iterable[int]:
    if item is not None:
        return (item,)
    now = sitting.open_item()
    return (WHOLE,) if now is None or now not in sitting.rolls else (WHOLE, now)
