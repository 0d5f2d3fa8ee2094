"""Recording a vote of the past."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.procedure.room import Room
from chamber.record.recorded.acts import RecordedAct, RecordedVote
from chamber.record.recorded.rules import Facts, Given, judge, next_acts, step
from chamber.record.recorded.tables import load, save


async def gather(
    session: AsyncSession, facts: Facts | None, act: RecordedAct, before: Given | None
) -> Given:
    return Given()


def chamber_of(act: RecordedAct) -> str | None:
    return act.chamber if isinstance(act, RecordedVote) else None


RECORDED: Room[Facts, RecordedAct, Given] = Room(
    noun="votes",
    acts=TypeAdapter(RecordedAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=chamber_of,
)
