"""What an act needs to know of the rest of the record, before it is judged."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ledger import last_day
from chamber.law.text import Words
from chamber.mandates.acts import (
    ENDING,
    CloseVote,
    Dissolution,
    MandatesAct,
    Matter,
    OpenVote,
    Resolve,
)
from chamber.mandates.facts import Facts, Given
from chamber.record.people import rows as people
from chamber.record.people.acts import Ground
from chamber.record.people.facts import MandateHeld
from chamber.record.people.roll import in_office
from chamber.record.people.tables import MandateRow, NameRow
from chamber.record.procedure.voting import closing_of, opening_of
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.numbers import numbered


async def gather_first(
    session: AsyncSession, act: Matter | Dissolution, before: Given | None
) -> Given:
    """`before`: what was given to the act when it was first done, if it is judged again."""
    if isinstance(act, Matter):
        return Given(mandates=await mandates_of(session, act.deputy))
    last = last_day(act.on)
    there = set(await in_office(session, act.chamber, last))
    if before is not None:
        there.update(await dissolved_by(session, act.chamber, before.in_office, last))
    return Given(in_office=tuple(sorted(there)))


async def dissolved_by(
    session: AsyncSession, chamber: str, those: Sequence[UUID], last: date
) -> Sequence[UUID]:
    """Of those whose mandates a dissolution ended, who had begun to be deputies by a day."""
    query = select(Proceeding.uid).join(MandateRow, MandateRow.person_id == Proceeding.id)
    query = query.where(
        Proceeding.uid.in_(those), MandateRow.chamber == chamber, MandateRow.starts_on <= last,
        MandateRow.ground == Ground.DISSOLVED, MandateRow.because_id.is_not(None),
    )  # fmt: skip
    return (await session.scalars(query)).all()


async def mandates_of(session: AsyncSession, deputy: UUID) -> tuple[MandateHeld, ...]:
    key = (await ids(session, "people", [deputy]))[deputy]
    return await people.mandates_of(session, key)


def without_own(given: Given, case: UUID) -> Given:
    """What came of the matter itself is not held against it."""
    held = (lasting(one) if one.because == case else one for one in given.mandates)
    return given.model_copy(update={"mandates": tuple(held)})


def lasting(held: MandateHeld) -> MandateHeld:
    nothing = dict.fromkeys(("ends_on", "ground", "document", "because"))
    return held.model_copy(update=nothing)


async def gather_next(
    session: AsyncSession, facts: Facts, act: MandatesAct, before: Given | None
) -> Given:
    match act:
        case OpenVote():
            return await gather_opening(session, facts, act, before)
        case CloseVote():
            told = await closing_of(session, facts.chamber, facts.rounds, act, before)
            return Given(**told)
        case Resolve():
            return await gather_resolution(session, facts, act, before)
        case _:
            return Given()


async def gather_opening(
    session: AsyncSession, facts: Facts, act: OpenVote, before: Given | None
) -> Given:
    opening = await opening_of(session, facts.chamber, facts.rounds, act, before, subject=ENDING)
    held = await held_by(session, facts)
    return Given(opening=opening, mandates=held, question=await question(session, facts))


async def held_by(session: AsyncSession, facts: Facts) -> tuple[MandateHeld, ...]:
    if facts.dissolved is not None:
        return ()
    return await mandates_of(session, facts.deputies[0])


async def question(session: AsyncSession, facts: Facts) -> Words | None:
    """The question as it is put, with the deputy's name."""
    if facts.dissolved is not None:
        return Words(kk="Өкілеттікті тоқтату туралы", ru="О прекращении полномочий")
    query = select(NameRow).join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.where(Proceeding.uid == facts.deputies[0], NameRow.ends_on.is_(None))
    name = (await session.scalars(query)).one()
    return Words(
        kk=f"{name.kk}: депутаттың өкілеттігін тоқтату туралы"[:500],
        ru=f"О прекращении полномочий депутата: {name.ru}"[:500],
    )


async def gather_resolution(
    session: AsyncSession, facts: Facts, act: Resolve, before: Given | None
) -> Given:
    number = await numbered(session, facts.chamber, act, before)
    return Given(mandates=await held_by(session, facts), numbered=number)
