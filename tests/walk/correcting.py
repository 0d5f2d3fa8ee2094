"""A walk puts entries right: the law tells the whole story again, and so must the house.

A mandate that is found to have ended on another day is told to every vote after it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from tests.walk.checkpoint import take_over
from tests.walk.comparing import Outcome
from tests.walk.here import Here, Told
from tests.walk.leaving_open import leaves_open
from tests.walk.model_law import Expected, expect
from tests.walk.walking import ROOMS, Case, Done, Walk

COUNTS = ("rapporteur", "commission", "set_date")


class Untenable(Exception):
    """An act that stands could not have been, had the other been as it is now told."""


class Unsettled(Exception):
    """What becomes of an act that stands, the catalogue does not say."""


async def put_right(walk: Walk, session: AsyncSession, here: Here) -> None:
    cases = [
        one for one in walk.cases
        if one.chamber == here.chamber and not one.left and len(one.story) > 2
    ]  # fmt: skip
    if not cases:
        return
    case = cases[walk.r.randrange(len(cases))]
    nth = walk.r.randrange(1, len(case.story))
    wrong = case.story[nth]
    right = what_was_done(here, wrong)
    if right is not None and told_in_full(right) == told_in_full(wrong.act):
        return
    mended = [replace(wrong, act=right)] if right is not None else []
    story = [*case.story[:nth], *mended, *case.story[nth + 1 :]]
    came = await walk.desk.correct(
        case.noun, case.chamber, case.uid, wrong.seq, None if right is None else sendable(right)
    )
    told_again(walk, case, story, came)
    if came.mistake is None and came.crash is None:
        await take_over(session, walk.cases)


def what_was_done(here: Here, done: Done) -> Told | None:
    """Another count; or it was not done at all."""
    act = dict(done.act)
    if act["kind"] == "close_vote" and here.chance(0.8):
        sitting = here.house.sitting_of(act["vote"])
        return None if sitting is None else act | {"totals": here.votes(sitting)}
    if act["kind"] in COUNTS and here.chance(0.6):
        return act | {"tally": here.hands(act["sitting"])}
    return None


def told_in_full(act: Told) -> Told:
    """A count that names no abstentions says that there were none."""
    named = {name: act[name] for name in ("tally", "totals") if name in act}
    return act | {name: {"abstained": 0} | one for name, one in named.items()}


def sendable(act: Told) -> Any:
    """As it is written in a request."""
    return {name: written(one) for name, one in act.items()}


def written(value: Any) -> Any:
    if isinstance(value, dict):
        return sendable(value)
    if isinstance(value, list | tuple):
        return [written(one) for one in value]
    plain = value is None or isinstance(value, bool | int | str)
    return value if plain else str(value)


def told_again(walk: Walk, case: Case, story: list[Done], came: Outcome) -> None:
    """The story once more, and that of each case with votes whose number of deputies changes."""
    walk.count("corrections", expect(), came)
    try:
        again = tell(case, story)
    except Unsettled:
        case.left = True
        return
    except Untenable:
        if came.mistake is None:
            case.left = True
            walk.complain(f"{case.noun}: a correction that cannot be was made: {story}")
        return
    if leaves_open(case, again):
        if came.mistake is None:
            case.left = True
            walk.complain(f"{case.noun}: a correction left a vote open: {story}")
        return
    if came.mistake is not None or came.crash is not None:
        case.left = True
        walk.complain(f"{case.noun}: a correction was refused: {came} of {case.story}")
        return
    ended = {**case.matter.ended()} != {**again.ended()}
    put_in_place(case, again, story)
    if ended:
        for other in dependents(walk, case):
            other.left = True


def tell_anew(case: Case) -> None:
    """A deputy's end is told since: what was begun by deputies, or against one, may be no more."""
    try:
        again = tell(case, case.story)
    except (Unsettled, Untenable):
        case.left = True
    else:
        put_in_place(case, again, case.story)


def put_in_place(case: Case, again: Any, story: list[Done]) -> None:
    matters = case.matter.house.matters
    matters[matters.index(case.matter)] = again
    case.matter, case.story = again, story


def dependents(walk: Walk, case: Case) -> Iterator[Case]:
    """Their own story is judged again by the house; the walk leaves them to the audit."""
    for other in walk.cases:
        if other is not case and other.has_voted():
            yield other


def tell(case: Case, story: list[Done]) -> Any:
    """The law's own telling of the whole story, on what was seen then."""
    again = ROOMS[case.noun][0](case.matter.house)
    matters = again.house.matters
    place = matters.index(case.matter)
    matters[place] = again
    try:
        for nth, one in enumerate(story):
            told: Expected = again.expect(one.act, one.seen)
            if told.impossible:
                raise Untenable
            if told.unsettled or told.may_be_impossible:
                raise Unsettled
            if nth == 0 or told.stands(one.how.despite):
                marked = bool(told.refusing())
                again.take(told, vote=one.vote, despite=one.how.despite, marked=marked)
            else:
                told.though()
    finally:
        matters[place] = case.matter
    return again
