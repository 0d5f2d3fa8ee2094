"""What was given to an act, as the record now tells of the same moment: after a correction."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.procedure.voting import moments, same_moments
from chamber.record.votes.rounds import AtVote
from chamber.reports.acts import AnyAct, Initiative, OpenVote
from chamber.reports.facts import Facts, Given
from chamber.reports.procedure.gathering import gather_first, there


async def refresh(session: AsyncSession, facts: Facts | None, act: AnyAct, given: Given) -> Given:
    """A sitting, a person or a body was corrected: who was there, or in office, may differ."""
    if isinstance(act, Initiative):
        return await gather_first(session, act)
    if facts is None:
        return given
    told = await told_again(session, facts, act, given)
    if given.hall is not None:
        told |= await there(session, facts, act)
    return given.model_copy(update=told)


async def told_again(
    session: AsyncSession, facts: Facts, act: AnyAct, given: AtVote
) -> dict[str, Any]:
    subject = facts.subject_of(act.about) if isinstance(act, OpenVote) else None
    return await moments(session, facts.chamber, facts.rounds, act, given, subject=subject)


async def as_then(
    session: AsyncSession, facts: Facts, act: AnyAct, given: Given, before: Given
) -> Given:
    """An act that is corrected was done at its own moment, and not today."""
    then = same_moments(given, before)
    return given.model_copy(update=await told_again(session, facts, act, then))
