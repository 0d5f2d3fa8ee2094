"""What the acts of a vote are given, in every room: now, told again, and after a correction."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Value
from chamber.record.journal import entries
from chamber.record.procedure.again import hall_again, moment_again
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import Told, standing
from chamber.record.proceedings import Proceeding, UnknownReference
from chamber.record.sittings.hall import Hall
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.facts import Round
from chamber.record.votes.gathering import at_closing, at_opening
from chamber.record.votes.repeating import so_far
from chamber.record.votes.rounds import AtVote, Void, round_of, rounds_on
from chamber.record.votes.rules import AtOpening

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
V = TypeVar("V", bound=AtVote)


async def opening_of(
    session: AsyncSession,
    chamber: str,
    rounds: Sequence[Round],
    act: Opening,
    before: AtVote | None,
    *,
    subject: int,
) -> AtOpening:
    """`before`: what was given to the act when it was first done, if it is judged again."""
    known = before.opening.vote if before is not None and before.opening is not None else None
    held = so_far(rounds_on(rounds, subject))
    return await at_opening(session, act, chamber=chamber, earlier=held, vote=known)


async def closing_of(
    session: AsyncSession,
    chamber: str,
    rounds: Sequence[Round],
    act: Closing,
    before: AtVote | None,
) -> dict[str, Any]:
    """What is given to the close of a vote, under the names that it has there."""
    vote = round_of(rounds, act.vote)
    if vote is not None:
        return {"closing": await at_closing(session, vote, act, chamber=chamber)}
    # Only an act that does not stand may have opened it.
    same = before is not None and before.void is not None and before.void.vote.vote == act.vote
    return {"void": before.void, "closing": before.closing} if before and same else {}


async def recall(
    room: Room[F, A, V],
    session: AsyncSession,
    case: Proceeding,
    asked: tuple[A, V],
    void_of: Callable[[Told[A, V]], Void | None],
) -> V:
    """A vote that has occurred may be closed, even if it was not opened lawfully."""
    act, given = asked
    if not isinstance(act, Closing) or given.closing is not None:
        return given
    for one in standing(room, await entries(session, case.id)):
        opening = one.given.opening
        if isinstance(one.act, Opening) and opening is not None and opening.vote == act.vote:
            told = void_of(one)
            if told is None:
                return given
            closing = await at_closing(session, told.vote, act, chamber=str(case.chamber))
            return given.model_copy(update={"void": told, "closing": closing})
    raise UnknownReference("votes", act.vote)


async def moments(
    session: AsyncSession,
    chamber: str,
    rounds: Sequence[Round],
    act: Act,
    given: AtVote,
    *,
    subject: int | None = None,
) -> dict[str, Any]:
    """The hall as it was then, by what the record now says of it. `subject`: of what is opened."""
    told: dict[str, Any] = {}
    hall: Hall | None = getattr(given, "hall", None)
    if hall is not None:
        told["hall"] = await hall_again(session, hall, act.on)
    if given.opening is not None and isinstance(act, Opening) and subject is not None:
        again = await moment_again(session, given.opening, chamber, act.on, act.item)
        held = so_far(rounds_on(rounds, subject))
        told["opening"] = again.model_copy(update=held.model_dump())
    if given.closing is not None and isinstance(act, Closing):
        vote = round_of(rounds, act.vote) or (given.void.vote if given.void is not None else None)
        item = vote.item if vote is not None else None
        told["closing"] = await moment_again(session, given.closing, chamber, act.on, item)
    return told


def same_moments(given: AtVote, before: AtVote) -> AtVote:
    """Of what was given before: the sittings that the act still names, as they were then."""
    names = ("hall", "opening", "closing")
    there = {name: sitting_in(before, name) for name in names}
    same = [name for name in names if there[name] and there[name] == sitting_in(given, name)]
    return type(given).model_construct(**{name: getattr(before, name) for name in (*same, "void")})


def sitting_in(given: AtVote, name: str) -> UUID | None:
    told = getattr(given, name, None)
    sitting: UUID | None = getattr(getattr(told, "hall", told), "sitting", None)
    return sitting
