"""What an act needs to know of the rest of the record, before it is judged."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.acts import (
    Attendance,
    CloseVote,
    MatterAct,
    Measure,
    MeasureTaken,
    OpenVote,
    Resolve,
    Submission,
)
from chamber.immunity.facts import Facts, Given
from chamber.immunity.sentences import question
from chamber.law.act import Act, Sentence
from chamber.law.text import Words
from chamber.record.people.roll import in_office
from chamber.record.people.tables import NameRow
from chamber.record.procedure.voting import closing_of, opening_of
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.numbers import numbered
from chamber.record.sittings.seating import hall


async def gather_submission(session: AsyncSession, act: Submission) -> Given:
    await ids(session, "people", [act.deputy])
    return Given(holds=await holds(session, act.chamber, act.deputy, act))


async def holds(session: AsyncSession, chamber: str, deputy: UUID, act: Act) -> bool:
    return deputy in await in_office(session, chamber, act.on)


async def gather_next(
    session: AsyncSession, facts: Facts, act: MatterAct, before: Given | None
) -> Given:
    match act:
        case Attendance():
            return Given(hall=await hall(session, act.sitting, act.on))
        case OpenVote():
            return await gather_opening(session, facts, act, before)
        case CloseVote():
            return Given(**await closing_of(session, facts.chamber, facts.rounds, act, before))
        case Resolve():
            return Given(numbered=await numbered(session, facts.chamber, act, before))
        case MeasureTaken():
            return Given(holds=await holds(session, facts.chamber, facts.deputy, act))
        case _:
            return Given()


async def gather_opening(
    session: AsyncSession, facts: Facts, act: OpenVote, before: Given | None
) -> Given:
    opening = await opening_of(
        session, facts.chamber, facts.rounds, act, before, subject=subject_of(facts, act)
    )
    return Given(opening=opening, question=await worded(session, facts, act.measure))


def subject_of(facts: Facts, act: OpenVote) -> int:
    return facts.number_of(act.measure) or len(facts.measures) + 1


async def worded(session: AsyncSession, facts: Facts, measure: Measure) -> Words:
    """The question as it is put, from the measure and the deputy's name."""
    query = select(NameRow).join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.where(Proceeding.uid == facts.deputy, NameRow.ends_on.is_(None))
    name = (await session.scalars(query)).one()
    told = question(measure, Sentence(kk=name.kk, ru=name.ru, en=name.latin))
    return Words(kk=told.kk[:500], ru=told.ru[:500])
