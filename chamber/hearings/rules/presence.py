"""Who takes part in a hearing, and how each registration changes it. Nobody who came is forgotten.

At the start, ever, and now are three different sets: the law can be read as any of them (Q-15).
"""

from chamber.hearings.acts import Arrive, Leave, Register
from chamber.hearings.facts import Attendance, Hearing
from chamber.hearings.rules.possible import attended
from chamber.hearings.words import Guest


def attendance(hearing: Hearing, act: Register | Arrive | Leave) -> Attendance:
    match act:
        case Register():
            return registered(hearing, act)
        case Arrive():
            return arrived(hearing, act)
        case Leave():
            return left(hearing, act)


def registered(hearing: Hearing, act: Register) -> Attendance:
    """Until the hearing begins, a registration takes the place of the one before it."""
    before, named = hearing.attendance, frozenset(act.deputies)
    count, guest_count = act.count or 0, act.guest_count or 0
    if before is None or hearing.begun_on is None:
        return Attendance(
            at_start=named, came=named, here=named, other_chamber=frozenset(act.other_chamber),
            guests=act.guests, count=count, count_at_start=count, count_here=count,
            guest_count=guest_count,
        )  # fmt: skip
    return before.model_copy(
        update={
            "came": before.came | named,
            "here": named,
            "other_chamber": before.other_chamber | set(act.other_chamber),
            "guests": joined(before.guests, act.guests),
            "count": max(before.count, count),
            "count_here": count,
            "guest_count": max(before.guest_count, guest_count),
        }
    )


def arrived(hearing: Hearing, act: Arrive) -> Attendance:
    before, named = attended(hearing), frozenset(act.deputies)
    return before.model_copy(
        update={
            "came": before.came | named,
            "here": before.here | named,
            "other_chamber": before.other_chamber | set(act.other_chamber),
            "guests": joined(before.guests, act.guests),
        }
    )


def left(hearing: Hearing, act: Leave) -> Attendance:
    before = attended(hearing)
    return before.model_copy(update={"here": before.here - set(act.deputies)})


def joined(before: tuple[Guest, ...], more: tuple[Guest, ...]) -> tuple[Guest, ...]:
    return tuple(dict.fromkeys((*before, *more)))
