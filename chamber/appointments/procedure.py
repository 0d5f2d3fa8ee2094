"""The room of appointments: acts, what they need to know, what the law says, what they change."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.acts import AnyAct, Recorded, Submission
from chamber.appointments.facts import Facts, Given
from chamber.appointments.rows.gathering import gather_first, gather_next
from chamber.appointments.rows.loading import load
from chamber.appointments.rows.saving import save
from chamber.appointments.rules import judge, named, next_acts, step
from chamber.law.ruling import Impossible
from chamber.record.people.roll import in_office
from chamber.record.procedure import Room
from chamber.record.procedure.again import hall_again, moment_again


async def gather(
    session: AsyncSession, facts: Facts | None, act: AnyAct, before: Given | None
) -> Given:
    if isinstance(act, Submission | Recorded):
        return await gather_first(session, act, before)
    if facts is None:
        raise Impossible("kind", "an appointment begins with a submission")
    if before is None:
        # A number that stands for nobody is a slip of the pen, and nothing that the law judges.
        for number in named(act):
            if facts.candidate(number) is None:
                raise Impossible("candidate", f"there is no candidate {number} here")
    return await gather_next(session, facts, act, before)


async def refresh(session: AsyncSession, facts: Facts | None, act: AnyAct, given: Given) -> Given:
    """Who was in the hall and in office, after a correction of what was told of that."""
    if facts is None:
        return given
    again: dict[str, object] = {}
    if given.hall is not None:
        again["hall"] = await hall_again(session, given.hall)
    if given.in_office is not None:
        again["in_office"] = len(await in_office(session, facts.chamber, act.on))
    if given.opening is not None:
        item = getattr(act, "item", None)
        again["opening"] = await moment_again(session, given.opening, facts.chamber, act.on, item)
    if given.closing is not None:
        vote = next((one for one in facts.rounds if one.vote == getattr(act, "vote", None)), None)
        again["closing"] = await moment_again(
            session, given.closing, facts.chamber, act.on, vote.item if vote else None
        )
    return given.model_copy(update=again)


def chamber_of(act: AnyAct) -> str | None:
    return act.chamber if isinstance(act, Submission | Recorded) else None


APPOINTMENTS = Room[Facts, AnyAct, Given](
    noun="appointments",
    acts=TypeAdapter(AnyAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=chamber_of,
    refresh=refresh,
)
