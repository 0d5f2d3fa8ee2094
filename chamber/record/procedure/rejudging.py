"""What a correction changes elsewhere: in the proceedings that rest on what it told of."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Literal, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Sentence, Value
from chamber.law.judging import recorded
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record.desk import Desk
from chamber.record.journal import Entry, enter, entries
from chamber.record.procedure.due import keep_due
from chamber.record.procedure.following import Cause, Reached, Story, follow
from chamber.record.procedure.known import may_know
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import (
    CORRECTION,
    REJUDGED,
    Told,
    Untenable,
    changed,
    fold,
    judge_again,
    standing,
)
from chamber.record.proceedings import Proceeding
from chamber.record.remarks import JUDGED_AFTER_AN_ACT, JUDGED_AGAIN, NOT_JUDGED_AGAIN
from chamber.record.resolutions.numbers import CountingAfterAll
from chamber.record.resting import on_sittings, with_votes_since
from chamber.record.votes.rounds import AtVote

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


class Rejudged(Act):
    """A correction elsewhere on the record changed what some acts of this proceeding come to."""

    by: ClassVar[frozenset[Role]] = frozenset()  # Nobody sends it: it follows from a correction.

    kind: Literal["rejudged"] = "rejudged"
    because: str  # The proceeding that was corrected: its noun and id.
    entry: int  # The number of the correction there.


class Nothing(Value):
    """Some acts need to know nothing from elsewhere."""


async def judge_dependents(
    desk: Desk, case: Proceeding, entry: int, *, since: date
) -> list[Proceeding]:
    return await judge_those(desk, Cause(case, entry), await dependents(desk, [case], since))


async def judge_those(desk: Desk, cause: Cause, cases: Sequence[Proceeding]) -> list[Proceeding]:
    """Those of which something has changed, and all that this has changed in turn."""
    found: list[Proceeding] = []
    for dependent in cases:
        room = desk.rooms.get(dependent.noun)
        if room is not None:
            found += await judge_one(room, desk, dependent, cause.matter, cause.entry)
    return found


async def spread(
    room: Room[F, A, G], desk: Desk, cause: Cause, before: Story, after: Story
) -> list[Proceeding]:
    """What follows elsewhere is brought about, and whatever rests on that is judged again, once.

    All the cases that have changed by it.
    """
    reached = await follow(room, desk, cause, before, after)
    resting: dict[int, Proceeding] = {}
    for (_, since), cases in together(reached).items():
        if since <= desk.today:  # Nothing rests yet on what is to come.
            resting |= {case.id: case for case in await dependents(desk, cases, since)}
    own = {cause.matter.id, *(one.case.id for one in reached)}
    others = [resting[key] for key in sorted(resting.keys() - own)]
    return [one.case for one in reached] + await judge_those(desk, cause, others)


def together(reached: Sequence[Reached]) -> Mapping[tuple[str, date], Sequence[Proceeding]]:
    """Those of one noun that tell something else from the same day on."""
    found: dict[tuple[str, date], list[Proceeding]] = {}
    for case, since in reached:
        found.setdefault((case.noun, since), []).append(case)
    return found


async def dependents(desk: Desk, cases: Sequence[Proceeding], since: date) -> Sequence[Proceeding]:
    """The proceedings that rest on what the corrected ones tell, locked in one order."""
    keys = set(await with_votes(desk, cases, since))
    for room in desk.rooms.values():
        if room.leaning is not None:
            keys.update(await room.leaning(desk.session, cases, since))
    keys -= {one.id for one in cases}
    query = select(Proceeding).where(Proceeding.id.in_(keys)).order_by(Proceeding.id)
    return (await desk.session.scalars(query.with_for_update(key_share=True))).all()


async def with_votes(desk: Desk, cases: Sequence[Proceeding], since: date) -> Sequence[int]:
    """Those of rooms that vote: what was done at the sitting, and each vote since a mandate."""
    noun = cases[0].noun
    if noun == "sittings":
        resting = on_sittings(one.uid for one in cases)
    elif noun == "people":
        resting = with_votes_since(since)
    else:
        return ()
    rooms = [noun for noun, room in desk.rooms.items() if issubclass(room.given, AtVote)]
    query = select(Proceeding.id).where(Proceeding.id.in_(resting), Proceeding.noun.in_(rooms))
    return (await desk.session.scalars(query)).all()


async def judge_one(
    room: Room[F, A, G], desk: Desk, dependent: Proceeding, case: Proceeding, entry: int
) -> list[Proceeding]:
    before = standing(room, await entries(desk.session, dependent.id))

    async def regather(facts: F | None, one: Told[A, G]) -> G:
        return await reread(room, desk.session, dependent, facts, one)

    because = Rejudged(on=desk.today, because=f"{case.noun}/{case.uid}", entry=entry)
    try:
        counting = CountingAfterAll(desk.session, dependent.chamber)
        after = await judge_again(room, before, regather, counting)
    except Untenable as wrong:
        if await may_know(desk, dependent):
            raise wrong.elsewhere(dependent.number) from wrong
        # Whoever may not know of a case is not told by a refusal that there is one.
        await remark(desk, dependent, because, [], NOT_JUDGED_AGAIN)
        return [dependent]
    if not (rejudged := changed(before, after)):
        return []
    facts = fold(room, after)
    await room.save(desk.session, dependent, facts)
    await remark(desk, dependent, because, rejudged, await why(desk, case, entry))
    await keep_due(room, desk, dependent, facts)
    cause = Cause(dependent, dependent.version)
    return [dependent, *await spread(room, desk, cause, before, after)]


async def why(desk: Desk, case: Proceeding, entry: int) -> Sentence:
    """It was corrected there, or judged again by a correction; or else an act was entered."""
    query = select(Entry.kind).where(Entry.proceeding_id == case.id, Entry.seq == entry)
    kind = (await desk.session.scalars(query)).one_or_none()
    return JUDGED_AGAIN if kind in (None, CORRECTION, REJUDGED) else JUDGED_AFTER_AN_ACT


async def remark(
    desk: Desk,
    case: Proceeding,
    because: Rejudged,
    rejudged: list[dict[str, Any]],
    said: Sentence,
) -> None:
    """The case's own journal says what came of it."""
    await enter(
        desk.session, case, because, Sent(), given=Nothing(), ruling=recorded(said),
        clerk=desk.clerk, also={"rejudged": rejudged},
    )  # fmt: skip


async def reread(
    room: Room[F, A, G], session: AsyncSession, case: Proceeding, facts: F | None, one: Told[A, G]
) -> G:
    """What was given to an act, as the record now tells of the same moment."""
    if room.refresh is None:
        return one.given
    given = await room.refresh(session, facts, one.act, one.given)
    return room.without_own(given, case.uid)
