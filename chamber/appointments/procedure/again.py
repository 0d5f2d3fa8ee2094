"""What was given to an act, as the record now tells of the same moment: after a correction."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.acts import AnyAct, NewSubmission, OpenVote, Submission
from chamber.appointments.facts import Facts, Given
from chamber.appointments.procedure.gathering import committee_on
from chamber.record.people.acts import Office
from chamber.record.people.roll import holders, in_office
from chamber.record.procedure.voting import moments, same_moments
from chamber.record.votes.rounds import AtVote


async def refresh(session: AsyncSession, facts: Facts | None, act: AnyAct, given: Given) -> Given:
    """A sitting or a person was corrected: who was there, and who was in office, may differ."""
    if isinstance(act, Submission):
        return given.model_copy(update={"chairs": await chairs(session, act.chamber, act)})
    if facts is None:
        return given
    if isinstance(act, NewSubmission):
        return given.model_copy(update={"chairs": await chairs(session, facts.chamber, act)})
    told = await told_again(session, facts, act, given)
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


async def told_again(
    session: AsyncSession, facts: Facts, act: AnyAct, given: AtVote
) -> dict[str, Any]:
    subject = act.candidates[0] if isinstance(act, OpenVote) else None
    return await moments(session, facts.chamber, facts.rounds, act, given, subject=subject)


async def as_then(
    session: AsyncSession, facts: Facts, act: AnyAct, given: Given, before: Given
) -> Given:
    """An act that is corrected was done at its own moment, and not today."""
    then = same_moments(given, before)
    return given.model_copy(update=await told_again(session, facts, act, then))
