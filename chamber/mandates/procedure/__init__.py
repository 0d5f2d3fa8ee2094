"""The room of mandates: acts, what they need to know, what the law says, what they change."""

from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.mandates.acts import AnyAct, Dissolution, Matter, OpenVote
from chamber.mandates.facts import Facts, Given
from chamber.mandates.procedure.again import as_then, refresh
from chamber.mandates.procedure.gathering import gather_first, gather_next, without_own
from chamber.mandates.procedure.leaning import leaning
from chamber.mandates.rows.loading import load
from chamber.mandates.rows.saving import save
from chamber.mandates.rules import due, follows, judge, next_acts, round_of, step, unopened
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
    if isinstance(act, Matter | Dissolution):
        return await gather_first(session, act, before)
    if facts is None:
        raise Impossible("kind", "a matter of mandates begins with a ground")
    given = await gather_next(session, facts, act, before)
    return given if before is None else await as_then(session, facts, act, given, before)


async def recall(
    session: AsyncSession, case: Proceeding, facts: Facts, act: AnyAct, given: Given
) -> Given:
    def void_of(one: Told[AnyAct, Given]) -> Void | None:
        opened = one.act
        assert isinstance(opened, OpenVote), "a vote is opened"
        return void(lambda: round_of(str(case.chamber), opened, one.given), one.ruling)

    return await recall_vote(MANDATES, session, case, (act, given), void_of)


def chamber_of(act: AnyAct) -> str | None:
    return act.chamber if isinstance(act, Matter | Dissolution) else None


def deputy_of(facts: Facts, _: int) -> UUID | None:
    return None if facts.dissolved is not None else facts.deputies[0]


MANDATES = Room[Facts, AnyAct, Given](
    noun="mandates",
    acts=TypeAdapter(AnyAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=chamber_of,
    person=deputy_of,
    due=due,
    about=lambda facts: About(person=deputy_of(facts, 1)),
    follows=follows,
    unopened=unopened,
    without_own=without_own,
    recall=recall,
    refresh=refresh,
    bars=bars,
    leaning=leaning,
)
