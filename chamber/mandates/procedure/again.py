"""What was given to an act, as the record now tells of the same moment: after a correction."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.mandates.acts import ENDING, AnyAct, Matter, OpenVote, Resolve
from chamber.mandates.facts import Facts, Given
from chamber.mandates.procedure.gathering import held_by, mandates_of
from chamber.record.procedure.voting import moments, same_moments
from chamber.record.votes.rounds import AtVote


async def refresh(session: AsyncSession, facts: Facts | None, act: AnyAct, given: Given) -> Given:
    """A sitting or a person was corrected: who was there, and who was in office, may differ."""
    if isinstance(act, Matter):
        held = await mandates_of(session, act.deputy)
        return given.model_copy(update={"mandates": held})
    if facts is None:
        return given
    told = await told_again(session, facts, act, given)
    if isinstance(act, OpenVote | Resolve):
        told["mandates"] = await held_by(session, facts)
    return given.model_copy(update=told)


async def told_again(
    session: AsyncSession, facts: Facts, act: AnyAct, given: AtVote
) -> dict[str, Any]:
    return await moments(session, facts.chamber, facts.rounds, act, given, subject=ENDING)


async def as_then(
    session: AsyncSession, facts: Facts, act: AnyAct, given: Given, before: Given
) -> Given:
    """An act that is corrected was done at its own moment, and not today."""
    then = same_moments(given, before)
    return given.model_copy(update=await told_again(session, facts, act, then))
