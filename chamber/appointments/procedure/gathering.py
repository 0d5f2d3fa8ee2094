"""What an act needs to know of the rest of the record, before it is judged."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.acts import (
    AnyAct,
    AppointmentAct,
    BallotOrder,
    CloseVote,
    Conclusion,
    DebateDemand,
    NewSubmission,
    OpenVote,
    Opinion,
    Proposed,
    Question,
    Recorded,
    Resolve,
    Submission,
)
from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Committee, Facts, Given, Held
from chamber.appointments.rows.offices import held_in, held_in_turn
from chamber.law.text import Words
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.acts import Office
from chamber.record.people.roll import holders, in_office, members
from chamber.record.people.tables import NameRow
from chamber.record.procedure.voting import closing_of, opening_of
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.numbers import numbered, official
from chamber.record.sittings.seating import hall


async def gather_first(
    session: AsyncSession, act: Submission | Recorded, before: Given | None
) -> Given:
    """`before`: what was given to the act when it was first done, if it is judged again."""
    if isinstance(act, Recorded):
        return await gather_recorded(session, act, before)
    return await gather_submission(session, act.chamber, act, act.committee)


async def gather_next(
    session: AsyncSession, facts: Facts, act: AppointmentAct, before: Given | None
) -> Given:
    match act:
        case NewSubmission():
            return await gather_submission(session, facts.chamber, act, facts.committee)
        case OpenVote():
            return await gather_opening(session, facts, act, before)
        case CloseVote():
            return await gather_closing(session, facts, act, before)
        case Resolve():
            return await gather_resolution(session, facts, act, before)
        case _:
            return await gather_sitting(session, facts, act)


async def gather_submission(
    session: AsyncSession,
    chamber: str,
    act: Submission | NewSubmission,
    committee: UUID | None,
) -> Given:
    await check_people(session, act.submitted_by, *act.candidates)
    chairs = await holders(session, chamber, Office.CHAIR, act.on)
    return Given(chairs=chairs, committee=await committee_on(session, committee, act))


async def check_people(session: AsyncSession, *named: UUID | Proposed) -> None:
    """Raises UnknownReference unless all of them are on the record."""
    await ids(
        session, "people", [one.person if isinstance(one, Proposed) else one for one in named]
    )


async def committee_on(
    session: AsyncSession, committee: UUID | None, act: AnyAct
) -> Committee | None:
    if committee is None:
        return None
    key = (await ids(session, "bodies", [committee]))[committee]
    body = await session.get_one(BodyRow, key, populate_existing=True)
    count = len(await members(session, committee, act.on))
    return Committee(chamber=body.chamber, kind=body.kind, members=count)


async def gather_recorded(session: AsyncSession, act: Recorded, before: Given | None) -> Given:
    await check_people(session, act.person)
    held = await held_in_turn(session, act.body)
    if before is not None:
        held = tuple(one for one in held if one.person != act.person)
        return Given(held=held, numbered=before.numbered)
    if act.official_number is None:
        return Given(held=held)
    return Given(held=held, numbered=await official(session, act.chamber, act.on))


async def gather_sitting(session: AsyncSession, facts: Facts, act: AnyAct) -> Given:
    """For what is done at a sitting; an act that names none needs to know nothing."""
    sitting = getattr(act, "sitting", None)
    if sitting is None:
        return Given()
    told = Given(hall=await hall(session, sitting, act.on))
    if isinstance(act, Conclusion):
        committee = await committee_on(session, facts.committee, act)
        return told.model_copy(update={"committee": committee})
    deputies = await in_office(session, facts.chamber, act.on)
    if isinstance(act, BallotOrder):
        return told.model_copy(update={"in_office": len(deputies)})
    if isinstance(act, Question | Opinion | DebateDemand):
        await check_people(session, act.deputy)
        return told.model_copy(update={"speaks": act.deputy in deputies})
    return told


async def gather_opening(
    session: AsyncSession, facts: Facts, act: OpenVote, before: Given | None
) -> Given:
    subject = act.candidates[0]
    opening = await opening_of(session, facts.chamber, facts.rounds, act, before, subject=subject)
    held = await held_in(session, facts.body)
    words = await question(session, facts, act.candidates[0])
    return Given(opening=opening, held=without_own(facts, act.candidates, held, before),
                 question=words)  # fmt: skip


def without_own(
    facts: Facts, numbers: Iterable[int], held: tuple[Held, ...], before: Given | None
) -> tuple[Held, ...]:
    """What is given to an act that is judged again: what came of it is there already."""
    if before is None:
        return held
    own = {candidate.person for n in numbers if (candidate := facts.candidate(n)) is not None}
    earlier = set(before.held)
    return tuple(one for one in held if one in earlier or one.person not in own)


async def question(session: AsyncSession, facts: Facts, number: int) -> Words | None:
    """The question as it is put, from the office and the candidate's name."""
    candidate = facts.candidate(number)
    if candidate is None:
        return None
    query = select(NameRow).join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.where(Proceeding.uid == candidate.person, NameRow.ends_on.is_(None))
    name = (await session.scalars(query)).one()
    post = OFFICES[facts.body].post
    return Words(
        kk=f"{name.kk}: {post.kk} тағайындау туралы"[:500],
        ru=f"О назначении {post.ru}: {name.ru}"[:500],
    )


async def gather_closing(
    session: AsyncSession, facts: Facts, act: CloseVote, before: Given | None
) -> Given:
    return Given(**await closing_of(session, facts.chamber, facts.rounds, act, before))


async def gather_resolution(
    session: AsyncSession, facts: Facts, act: Resolve, before: Given | None
) -> Given:
    held = await held_in_turn(session, facts.body)
    held = without_own(facts, act.candidates, held, before)
    return Given(held=held, numbered=await numbered(session, facts.chamber, act, before))
