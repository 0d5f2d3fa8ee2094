"""The room of reports: acts, what they need to know, what the law says, what they change."""

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.record.deadlines.facts import About
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import Told
from chamber.record.procedure.voting import recall as recall_vote
from chamber.record.proceedings import Proceeding
from chamber.record.votes.bars import bars
from chamber.record.votes.rounds import Void, void
from chamber.reports.acts import AnyAct, Initiative, OpenVote
from chamber.reports.facts import Facts, Given
from chamber.reports.procedure.again import as_then, refresh
from chamber.reports.procedure.gathering import gather_first, gather_next
from chamber.reports.procedure.leaning import leaning
from chamber.reports.rows.loading import load
from chamber.reports.rows.saving import save
from chamber.reports.rules import due, judge, next_acts, step
from chamber.reports.rules.results import round_begun


async def gather(
    session: AsyncSession, facts: Facts | None, act: AnyAct, before: Given | None
) -> Given:
    if isinstance(act, Initiative):
        return await gather_first(session, act)
    if facts is None:
        raise Impossible("kind", "a report begins with an initiative")
    given = await gather_next(session, facts, act, before)
    return given if before is None else await as_then(session, facts, act, given, before)


async def recall(
    session: AsyncSession, case: Proceeding, facts: Facts, act: AnyAct, given: Given
) -> Given:
    def void_of(one: Told[AnyAct, Given]) -> Void | None:
        opened = one.act
        assert isinstance(opened, OpenVote), "a vote is opened"
        return void(lambda: round_begun(facts, opened, one.given), one.ruling)

    return await recall_vote(REPORTS, session, case, (act, given), void_of)


REPORTS = Room[Facts, AnyAct, Given](
    noun="reports",
    acts=TypeAdapter(AnyAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=lambda act: act.chamber if isinstance(act, Initiative) else None,
    person=lambda facts, subject: facts.member,
    due=due,
    about=lambda facts: About(person=facts.member),
    recall=recall,
    refresh=refresh,
    bars=bars,
    leaning=leaning,
)
