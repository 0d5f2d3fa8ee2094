"""What a matter brings about elsewhere: entered there, and put right or taken away with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import select

from chamber.law.act import Act, Value
from chamber.law.alphabets import check_alphabets
from chamber.law.following import Because, Follow, Following
from chamber.law.judging import recorded
from chamber.law.ruling import Impossible
from chamber.law.sent import Sent
from chamber.record.desk import Desk
from chamber.record.journal import Entry, enter, entries
from chamber.record.naming import names_in
from chamber.record.procedure.correction import Correction
from chamber.record.procedure.due import keep_due
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import Told, changed, fold, judge_again, standing
from chamber.record.proceedings import Proceeding
from chamber.record.remarks import corrected
from chamber.record.resolutions.numbers import CountingAfterAll

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)
AnyRoom = Room[Any, Any, Any]
Story = Sequence[Told[Any, Any]]


class Reached(NamedTuple):
    """Another case that has changed, and from which day on it tells something else."""

    case: Proceeding
    since: date


class Cause(NamedTuple):
    """The matter, and the entry by which something follows, or follows no longer."""

    matter: Proceeding
    entry: int

    def behind(self, follow: Follow) -> Following:
        because = Because(matter=self.matter.uid, entry=self.entry, defects=follow.defects)
        return follow.act.model_copy(update={"because": because})

    def told(self) -> dict[str, Any]:
        return {"matter": str(self.matter.uid), "entry": self.entry}


async def follow(
    room: Room[F, A, G], desk: Desk, cause: Cause, before: Story, after: Story
) -> list[Reached]:
    """Bring about elsewhere what the matter now says. The cases are locked in one order."""
    if room.follows is None:
        return []
    had, has = following(room, before), following(room, after)
    named = [one for one in {**had, **has} if had.get(one) != has.get(one)]
    query = select(Proceeding).where(Proceeding.uid.in_(named)).order_by(Proceeding.id)
    query = query.with_for_update(key_share=True)
    found = await desk.session.scalars(query, execution_options={"populate_existing": True})
    cases = found.all()
    told = [await bring_about(desk, cause, case, has.get(case.uid)) for case in cases]
    reached = [one for one in told if one is not None]
    for case, since in reached:
        if case.uid in had:
            await check_given_back(desk, case, since)
    return reached


async def check_given_back(desk: Desk, case: Proceeding, since: date) -> None:
    """Once all is told: what was given to one may have been taken from another."""
    room: AnyRoom | None = desk.rooms.get(case.noun)
    if room is not None and room.given_back is not None:
        await room.given_back(desk.session, case, since)


def check_sent(act: Act, *, within: str = "") -> None:
    """Raises Impossible, if somebody sends where an act comes from; or a name in two alphabets."""
    check_alphabets(act, within=within)
    if isinstance(act, Following) and act.because is not None:
        raise Impossible(
            f"{within}because", "tells from which matter an act follows, and is never sent"
        )


def check_own(act: Act) -> None:
    """Raises Impossible for an act that is put right in the matter from which it follows."""
    if isinstance(act, Following) and act.because is not None:
        matter = act.because.matter
        raise Impossible("entry", f"follows from the matter {matter}, and is put right there")


def following(room: Room[F, A, G], story: Story) -> Mapping[UUID, Follow]:
    if room.follows is None or not story:
        return {}
    return {one.case: one for one in room.follows(fold(room, story))}


async def bring_about(
    desk: Desk, cause: Cause, case: Proceeding, wanted: Follow | None
) -> Reached | None:
    room: AnyRoom = desk.rooms[case.noun]
    story = standing(room, await entries(desk.session, case.id))
    old = next((one for one in story if is_from(cause.matter, one.act)), None)
    act = cause.behind(wanted) if wanted is not None else None
    if old is None:
        return await enter_there(room, desk, case, act) if act is not None else None
    await put_right_there(room, desk, cause, case, (story, old, act))
    since = old.act.on if act is None else min(old.act.on, act.on)
    return Reached(case, since)


def is_from(matter: Proceeding, act: Act) -> bool:
    because = act.because if isinstance(act, Following) else None
    return because is not None and because.matter == matter.uid


async def enter_there(room: AnyRoom, desk: Desk, case: Proceeding, act: Following) -> Reached:
    """The four steps, in the other case. What the matter was let through with holds here too."""
    facts = await room.load(desk.session, case.id)
    given = await room.gather(desk.session, facts, act, None)
    ruling = room.judge(facts, act, given)
    if ruling.stands(None):
        facts = room.step(facts, act, given, ruling)
        await room.save(desk.session, case, facts)
    elif ruling.reason is not None:  # It may come to nothing there, but never for want of a law.
        raise Impossible("on", ruling.sentence.en)
    await enter(desk.session, case, act, Sent(), given=given, ruling=ruling, clerk=desk.clerk)
    await keep_due(room, desk, case, facts)
    return Reached(case, act.on)


async def put_right_there(
    room: AnyRoom,
    desk: Desk,
    cause: Cause,
    case: Proceeding,
    told: tuple[Story, Told[Any, Any], Following | None],
) -> Entry:
    """As a clerk would correct it: the first entry is kept, and all after it is judged again."""
    story, old, act = told

    async def regather(facts: Any, one: Told[Any, Any]) -> Any:
        if one.seq == old.seq:
            return await room.gather(desk.session, facts, one.act, one.given)
        if room.refresh is None:
            return one.given
        return await room.refresh(desk.session, facts, one.act, one.given)

    counting = CountingAfterAll(desk.session, case.chamber)
    after = await judge_again(room, mended(story, old, act), regather, counting)
    facts = fold(room, after)
    await room.save(desk.session, case, facts)
    correction, said = await told_of(desk, cause, old, act)
    entry = await enter(
        desk.session, case, correction, Sent(), given=Value(), ruling=recorded(said),
        clerk=desk.clerk, also={"rejudged": changed(story, after), "cause": cause.told()},
    )  # fmt: skip
    await keep_due(room, desk, case, facts)
    return entry


def mended(story: Story, old: Told[Any, Any], act: Following | None) -> Story:
    if act is None:
        return [one for one in story if one is not old]
    return [replace(one, act=act) if one is old else one for one in story]


async def told_of(
    desk: Desk, cause: Cause, old: Told[Any, Any], act: Following | None
) -> tuple[Correction, Any]:
    reason = f"{cause.matter.noun}/{cause.matter.number}, № {cause.entry}"
    told = act.model_dump(mode="json") if act is not None else None
    correction = Correction(on=desk.today, entry=old.seq, act=told, reason=reason)
    bare = [one.model_copy(update={"because": None}) for one in (old.act, act) if one is not None]
    names = await names_in(desk.session, *bare)
    return correction, corrected(old.seq, bare[0], bare[1] if act else None, reason, names)
