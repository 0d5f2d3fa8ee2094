"""What was given to an act, as the record now tells of the same moment: after a correction."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.acts import AnyAct, NewSubmission, OpenVote, Submission
from chamber.appointments.facts import Facts, Given
from chamber.appointments.procedure.gathering import committee_on
from chamber.record.people.acts import Office
from chamber.record.people.roll import holders, in_office
from chamber.record.procedure.again import hall_again, moment_again


async def refresh(session: AsyncSession, facts: Facts | None, act: AnyAct, given: Given) -> Given:
    """A sitting or a person was corrected: who was there, and who was in office, may differ."""
    if isinstance(act, Submission):
        return given.model_copy(update={"chairs": await chairs(session, act.chamber, act)})
    if facts is None:
        return given
    if isinstance(act, NewSubmission):
        return given.model_copy(update={"chairs": await chairs(session, facts.chamber, act)})
    told = await moments(session, facts, act, given)
    if given.committee is not None:
        told["committee"] = await committee_on(session, facts.committee, act)
    deputies = await in_office(session, facts.chamber, act.on)
    if given.in_office is not None:
        told["in_office"] = len(deputies)
    if given.speaks:
        told["speaks"] = getattr(act, "deputy", None) in deputies
    return given.model_copy(update=told)


async def chairs(session: AsyncSession, chamber: str, act: AnyAct) -> tuple[Any, ...]:
    return await holders(session, chamber, Office.CHAIR, act.on)


async def moments(session: AsyncSession, facts: Facts, act: AnyAct, given: Given) -> dict[str, Any]:
    """The hall as it was then, by what the record now says of it."""
    told: dict[str, Any] = {}
    if given.hall is not None:
        told["hall"] = await hall_again(session, given.hall)
    if given.opening is not None and isinstance(act, OpenVote):
        opening = given.opening
        again = await moment_again(session, opening, facts.chamber, act.on, act.item)
        before = len(facts.rounds_on(act.candidates[0]))
        told["opening"] = again.model_copy(update={"rounds_before": before})
    if given.closing is not None:
        vote = next((one for one in facts.rounds if one.vote == getattr(act, "vote", None)), None)
        vote = vote or (given.void.vote if given.void is not None else None)
        item = vote.item if vote is not None else None
        told["closing"] = await moment_again(session, given.closing, facts.chamber, act.on, item)
    return told


async def as_then(
    session: AsyncSession, facts: Facts, act: AnyAct, given: Given, before: Given
) -> Given:
    """An act that is corrected was done at its own moment, and not today."""
    names = ("hall", "opening", "closing")
    there = {name: sitting_in(before, name) for name in names}
    same = [name for name in names if there[name] and there[name] == sitting_in(given, name)]
    then = Given.model_construct(**{name: getattr(before, name) for name in (*same, "void")})
    return given.model_copy(update=await moments(session, facts, act, then))


def sitting_in(given: Given, name: str) -> UUID | None:
    told = getattr(given, name)
    sitting: UUID | None = getattr(getattr(told, "hall", told), "sitting", None)
    return sitting
