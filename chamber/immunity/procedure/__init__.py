"""The room of immunity: acts, what they need to know, what the law says, what they change."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.acts import AnyAct, OpenVote, Submission
from chamber.immunity.facts import Facts, Given
from chamber.immunity.procedure.again import as_then, refresh
from chamber.immunity.procedure.gathering import gather_next, gather_submission
from chamber.immunity.procedure.leaning import leaning
from chamber.immunity.rows.loading import load
from chamber.immunity.rows.saving import save
from chamber.immunity.rules import due, happened, judge, next_acts, step
from chamber.immunity.rules.results import vote_on
from chamber.law.ruling import Impossible
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
    if isinstance(act, Submission):
        return await gather_submission(session, act)
    if facts is None:
        raise Impossible("kind", "a matter of immunity begins with a submission")
    given = await gather_next(session, facts, act, before)
    return given if before is None else await as_then(session, facts, act, given, before)


async def recall(
    session: AsyncSession, case: Proceeding, facts: Facts, act: AnyAct, given: Given
) -> Given:
    """A vote that was not opened lawfully is on a measure of the matter as it stands now."""

    def void_of(one: Told[AnyAct, Given]) -> Void | None:
        opened = one.act
        assert isinstance(opened, OpenVote), "a vote is opened"
        return void(lambda: vote_on(facts, opened, one.given), one.ruling)

    return await recall_vote(IMMUNITY, session, case, (act, given), void_of)


IMMUNITY = Room[Facts, AnyAct, Given](
    noun="immunity",
    acts=TypeAdapter(AnyAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    happened=happened,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=lambda act: act.chamber if isinstance(act, Submission) else None,
    person=lambda facts, subject: facts.deputy,
    due=due,
    about=lambda facts: About(person=facts.deputy),
    recall=recall,
    refresh=refresh,
    bars=bars,
    leaning=leaning,
)
