"""The room of appointments: acts, what they need to know, what the law says, what they change."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.acts import (
    AnyAct,
    CloseVote,
    NewSubmission,
    OpenVote,
    Recorded,
    Submission,
)
from chamber.appointments.facts import Facts, Given
from chamber.appointments.procedure.again import as_then, refresh
from chamber.appointments.procedure.gathering import gather_first, gather_next
from chamber.appointments.rows.loading import load
from chamber.appointments.rows.saving import save
from chamber.appointments.rules import judge, named, next_acts, step
from chamber.appointments.rules.results import void
from chamber.law.ruling import Impossible
from chamber.record.journal import entries
from chamber.record.procedure import Room
from chamber.record.procedure.telling import standing
from chamber.record.proceedings import Proceeding, UnknownReference
from chamber.record.votes.gathering import at_closing


async def gather(
    session: AsyncSession, facts: Facts | None, act: AnyAct, before: Given | None
) -> Given:
    if isinstance(act, Submission | Recorded):
        return await gather_first(session, act, before)
    if facts is None:
        raise Impossible("kind", "an appointment begins with a submission")
    if before is None:
        # A number that stands for nobody is a slip of the pen, and nothing that the law judges.
        for nth, number in enumerate(named(act)):
            if facts.candidate(number) is None:
                raise Impossible(place_of(act, nth), f"there is no candidate {number} here")
    given = await gather_next(session, facts, act, before)
    return given if before is None else await as_then(session, facts, act, given, before)


def place_of(act: AnyAct, nth: int) -> str:
    """Where an act names a candidate by number."""
    if isinstance(act, NewSubmission):
        return f"candidates.{nth}.instead_of"
    return f"candidates.{nth}" if "candidates" in type(act).model_fields else "candidate"


async def recall(session: AsyncSession, case: Proceeding, act: AnyAct, given: Given) -> Given:
    """A vote that has occurred may be closed, even if it was not opened lawfully."""
    if not isinstance(act, CloseVote) or given.closing is not None:
        return given
    for one in standing(APPOINTMENTS, await entries(session, case.id)):
        opening = one.given.opening
        if isinstance(one.act, OpenVote) and opening is not None and opening.vote == act.vote:
            told = void(str(case.chamber), one.act, one.given, one.ruling)
            if told is None:
                return given
            closing = await at_closing(session, told.vote, act, chamber=str(case.chamber))
            return Given(void=told, closing=closing)
    raise UnknownReference("votes", act.vote)


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
    committees=lambda facts, act: (facts.committee,) if facts and facts.committee else (),
    person=lambda facts, subject: facts.candidates[subject - 1].person,
    recall=recall,
    refresh=refresh,
)
