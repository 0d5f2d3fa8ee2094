"""What an act needs to know of the rest of the record, before it is judged."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

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
from chamber.record.people.tables import NameRow
from chamber.record.procedure.voting import closing_of, opening_of
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.facts import Numbered
from chamber.record.resolutions.rows import coming_number, official


async def gather_first(
    session: AsyncSession, act: Matter | Dissolution, before: Given | None
) -> Given:
    """`before`: what was given to the act when it was first done, if it is judged again."""
    if isinstance(act, Matter):
        own = act.ground if before is not None else None
        return Given(mandates=await mandates_of(session, act.deputy, own))
    there = await in_office(session, act.chamber, act.on - timedelta(days=1))
    if before is None:
        return Given(in_office=there)
    return Given(in_office=tuple(sorted({*there, *before.in_office})))


async def mandates_of(
    session: AsyncSession, deputy: UUID, own: Ground | None
) -> tuple[MandateHeld, ...]:
    """`own`: the ground of the matter that asks: what came of it is not held against it."""
    key = (await ids(session, "people", [deputy]))[deputy]
    held = (await people.load(session, key)).mandates
    return tuple(lasting(one) if is_own(one, own) else one for one in held)


def is_own(held: MandateHeld, ground: Ground | None) -> bool:
    return ground is not None and held.because is not None and held.ground is ground


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
    held = await held_by(session, facts, before)
    return Given(opening=opening, mandates=held, question=await question(session, facts))


async def held_by(
    session: AsyncSession, facts: Facts, before: Given | None
) -> tuple[MandateHeld, ...]:
    if facts.dissolved is not None:
        return ()
    own = facts.ground if before is not None else None
    return await mandates_of(session, facts.deputies[0], own)


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
    numbered: Numbered | None = before.numbered if before is not None else None
    if numbered is None and act.official_number is not None:
        numbered = await official(session, facts.chamber, act.on)
    if numbered is None:
        numbered = await coming_number(session, facts.chamber, act.on)
    return Given(mandates=await held_by(session, facts, before), numbered=numbered)
