"""Putting an entry right: the correction stands beside it, and all that follows is judged again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import ValidationError

from chamber.law.act import Act, Sentence, Value
from chamber.law.judging import recorded
from chamber.law.ruling import Impossible, Ruling
from chamber.law.sent import Sent
from chamber.record.desk import Desk, check_chamber, check_clerk, check_day, check_seen
from chamber.record.files import attach
from chamber.record.journal import enter, entries
from chamber.record.naming import names_in
from chamber.record.procedure import Done, check_known, check_named
from chamber.record.procedure.changes import Changed, compared, known_of
from chamber.record.procedure.correction import Correction
from chamber.record.procedure.due import keep_due
from chamber.record.procedure.following import Cause, check_given_back, check_own, check_sent
from chamber.record.procedure.known import check_files
from chamber.record.procedure.overlapping import check_apart, overlaps
from chamber.record.procedure.rejudging import Nothing, judge_dependents, reread, spread
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import (
    Told,
    Untenable,
    all_told,
    changed,
    fold,
    judge_again,
    not_taken_away,
)
from chamber.record.proceedings import Proceeding, lock
from chamber.record.remarks import corrected
from chamber.record.resolutions.numbers import CountingAfterAll
from chamber.record.turns import correct_alone

__all__ = ["ACT", "Correction", "correct"]

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)

ACT = "act.act"  # Where the act that should stand is sent: within the correction.


@dataclass(frozen=True)
class Mended(Generic[A, G]):
    """A case before and after its correction, and the entry that was wrong."""

    old: Told[A, G]
    before: Sequence[Told[A, G]]
    after: Sequence[Told[A, G]]

    def acts(self) -> list[A]:
        """As it read, and as it should read."""
        return [one.act for one in (self.old, *self.after) if one.seq == self.old.seq]


async def correct(
    room: Room[F, A, G], desk: Desk, uid: UUID, correction: Correction, sent: Sent
) -> Done:
    """Correct an entry. Raises as do_act does, and Impossible if there is no such entry."""
    await correct_alone(desk.session)
    case = await lock(desk.session, room.noun, uid)
    await check_known(room, desk, case, await room.load(desk.session, case.id))
    check(desk, case, correction, sent)
    acts = all_told(room, await entries(desk.session, case.id))
    old, story = put_right(room, acts, correction, desk.today)
    after = await retell(room, desk, case, story, correction.entry)
    mended = Mended(old, not_taken_away(acts), after)
    await check_named(room, desk, *(one.act for one in story if one.seq == old.seq))
    for one in (old, *(new for new in mended.after if new.seq == old.seq)):
        check_chamber(desk.clerk, correction, room.chamber(one.act) or room.whose(one.given))
    ruling = recorded(await told_correction(desk, correction, mended))
    await check_files(room, desk, case, correction, sent.files)
    if not desk.dry_run:
        return await write(room, desk, case, (correction, sent, ruling), mended)
    async with desk.session.begin_nested() as trial:
        rehearsed = await write(room, desk, case, (correction, sent, ruling), mended)
        await trial.rollback()  # All that it changes elsewhere is known only when it is done.
    await desk.session.refresh(case)
    return replace(rehearsed, entry=None)


async def write(
    room: Room[F, A, G],
    desk: Desk,
    case: Proceeding,
    told: tuple[Correction, Sent, Ruling],
    mended: Mended[A, G],
) -> Done:
    correction, sent, ruling = told
    before, after = mended.before, mended.after
    facts, overlapped = fold(room, after), await overlaps(desk.session, case)
    await room.save(desk.session, case, facts)
    entry = await enter(
        desk.session, case, correction, sent, given=Nothing(), ruling=ruling, clerk=desk.clerk,
        also={"rejudged": changed(before, after)},
    )  # fmt: skip
    await attach(desk.session, entry, sent.files)
    await keep_due(room, desk, case, facts)
    since = min(act.on for act in mended.acts())  # From then on it changes something.
    await check_given_back(desk, case, since)
    cases = await spread(room, desk, Cause(case, entry.seq), before, after)
    cases += await judge_dependents(desk, case, entry.seq, since=since)
    await check_apart(desk, case, correction.entry, overlapped)
    others = await known_of(desk, [one for one in cases if one.id != case.id])
    return Done(case, entry, ruling, Changed(acts=compared(before, after), elsewhere=others))


def check(desk: Desk, case: Proceeding, correction: Correction, sent: Sent) -> None:
    check_clerk(desk.clerk, correction, sent, case.chamber)
    check_seen(desk, case.version)
    check_day(desk, correction)


async def retell(
    room: Room[F, A, G],
    desk: Desk,
    case: Proceeding,
    story: Sequence[Told[A, G]],
    corrected: int,
) -> list[Told[A, G]]:
    """The story judged again, with what was corrected in its place."""

    async def regather(facts: F | None, one: Told[A, G]) -> G:
        if one.seq == corrected:  # What was given to another act says nothing of this one.
            given = await room.gather(desk.session, facts, one.act, one.given)
            return room.without_own(given, case.uid)
        return await reread(room, desk.session, case, facts, one)

    try:
        counting = CountingAfterAll(desk.session, case.chamber)
        return await judge_again(room, story, regather, counting)
    except Untenable as one:
        if one.seq != corrected:
            raise
        raise Impossible(f"{ACT}.{one.wrong.field}", one.wrong.message) from one


def put_right(
    room: Room[F, A, G], acts: dict[int, Told[A, G]], correction: Correction, today: date
) -> tuple[Told[A, G], list[Told[A, G]]]:
    """The entry that was wrong, and the story with what was really done in its place."""
    old = acts.get(correction.entry)
    if old is None:
        raise Impossible("entry", f"no act stands under number {correction.entry}")
    check_own(old.act)
    if correction.act is None:
        check_removable(acts, old)
        new = replace(old, taken_away=True)
    else:
        act = as_it_should_read(room, correction.act, old, today)
        new = replace(old, act=act, taken_away=False)
    return old, not_taken_away(acts | {old.seq: new})


def check_removable(acts: dict[int, Told[A, G]], old: Told[A, G]) -> None:
    if old.seq == min(acts):
        raise Impossible(ACT, "the act that opened the matter cannot be taken away")
    if old.taken_away:
        raise Impossible(ACT, f"the act of entry {old.seq} was taken away already")


def as_it_should_read(room: Room[F, A, G], told: dict[str, Any], old: Told[A, G], today: date) -> A:
    """What was taken away may be put back as it read before; it is done again all the same."""
    act = readable(room, told)
    check_sent(act, within=f"{ACT}.")
    if act.on > today:
        raise Impossible(f"{ACT}.on", f"is after today, {today}")
    if act.kind != old.act.kind:
        raise Impossible(ACT, f"entry {old.seq} is of the kind {old.act.kind}, and stays so")
    if act == old.act and not old.taken_away:
        raise Impossible(ACT, f"says what entry {old.seq} says already: nothing is put right")
    return act


def readable(room: Room[F, A, G], act: dict[str, Any]) -> A:
    """The act as it should read. Raises Impossible, with the place of the first field amiss."""
    try:
        return room.acts.validate_python(act)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        if first["type"].startswith("union_tag"):
            raise Impossible(f"{ACT}.kind", "names no kind of act of this matter") from error
        # The first step only names the kind, where there is more than one.
        place = [str(step) for step in first["loc"] if step != act.get("kind")]
        raise Impossible(".".join([ACT, *place]), first["msg"]) from error


async def told_correction(desk: Desk, correction: Correction, mended: Mended[A, G]) -> Sentence:
    old = None if mended.old.taken_away else mended.old.act
    new = next((one.act for one in mended.after if one.seq == correction.entry), None)
    names = await names_in(desk.session, *(one for one in (old, new) if one is not None))
    return corrected(correction.entry, old, new, correction.reason, names)
