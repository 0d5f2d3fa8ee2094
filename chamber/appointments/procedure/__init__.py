"""The room of appointments: acts, what they need to know, what the law says, what they change."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.acts import (
    AnyAct,
    NewSubmission,
    OpenVote,
    Recorded,
    Submission,
)
from chamber.appointments.bodies import OFFICES, Body
from chamber.appointments.facts import Facts, Given
from chamber.appointments.procedure.again import as_then, refresh
from chamber.appointments.procedure.gathering import gather_first, gather_next
from chamber.appointments.procedure.leaning import leaning
from chamber.appointments.rows.loading import load
from chamber.appointments.rows.saving import save
from chamber.appointments.rules import judge, named, next_acts, step
from chamber.appointments.rules.due import due
from chamber.appointments.rules.results import round_of
from chamber.law.ruling import Impossible
from chamber.law.text import Words
from chamber.record.deadlines.facts import About
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import Told
from chamber.record.procedure.voting import recall as recall_vote
from chamber.record.proceedings import Proceeding
from chamber.record.votes.bars import bars
from chamber.record.votes.rounds import Void, void


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


async def recall(
    session: AsyncSession, case: Proceeding, facts: Facts, act: AnyAct, given: Given
) -> Given:
    def void_of(one: Told[AnyAct, Given]) -> Void | None:
        opened = one.act
        assert isinstance(opened, OpenVote), "a vote is opened"
        return void(lambda: round_of(str(case.chamber), opened, one.given), one.ruling)

    return await recall_vote(APPOINTMENTS, session, case, (act, given), void_of)


def chamber_of(act: AnyAct) -> str | None:
    return act.chamber if isinstance(act, Submission | Recorded) else None


def name_of(body: Body) -> Words:
    name = OFFICES[body].name
    return Words(kk=name.kk, ru=name.ru)


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
    due=due,
    about=lambda facts: About(words=name_of(facts.body)),
    recall=recall,
    refresh=refresh,
    bars=bars,
    leaning=leaning,
)
