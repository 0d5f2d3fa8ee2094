"""The roll: who is in office on a day, who holds a post, who sits in a body."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chamber.law.seats import Unanswerable, seats_on
from chamber.record.bodies.acts import BodyKind
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.acts import BodyRole, Office
from chamber.record.people.tables import MandateRow, MembershipRow, NameRow, PostRow
from chamber.record.proceedings import Proceeding


async def in_office(session: AsyncSession, chamber: str, on: date) -> tuple[UUID, ...]:
    """The deputies of a chamber, ordered by their ids."""
    query = select(Proceeding.uid).join(MandateRow, MandateRow.person_id == Proceeding.id)
    query = query.where(MandateRow.chamber == chamber, MandateRow.during.contains(on))
    return tuple(await session.scalars(query.order_by(Proceeding.uid)))


async def holder(session: AsyncSession, chamber: str, post: Office, on: date) -> UUID | None:
    """Who holds the post; of several deputy chairs, the one who has held it longest."""
    return next(iter(await holders(session, chamber, post, on)), None)


async def holders(session: AsyncSession, chamber: str, post: Office, on: date) -> tuple[UUID, ...]:
    query = select(Proceeding.uid).join(PostRow, PostRow.person_id == Proceeding.id)
    query = query.where(
        PostRow.chamber == chamber, PostRow.post == post, PostRow.during.contains(on)
    )
    return tuple(await session.scalars(query.order_by(PostRow.starts_on, Proceeding.uid)))


async def members(session: AsyncSession, body: UUID, on: date) -> tuple[tuple[UUID, BodyRole], ...]:
    """Who sits in a body and in which role, ordered by their ids. None once it is dissolved."""
    named = select(BodyRow.id).join(Proceeding, Proceeding.id == BodyRow.id)
    there = named.where(Proceeding.uid == body, BodyRow.during.contains(on)).scalar_subquery()
    query = select(Proceeding.uid, MembershipRow.role)
    query = query.join(MembershipRow, MembershipRow.person_id == Proceeding.id)
    query = query.where(MembershipRow.body_id == there, MembershipRow.during.contains(on))
    rows = await session.execute(query.order_by(Proceeding.uid))
    return tuple((person, BodyRole(role)) for person, role in rows)


async def faction_of(session: AsyncSession, people: Collection[UUID], on: date) -> dict[UUID, UUID]:
    """The faction of each of these people who is in one."""
    person, faction = aliased(Proceeding), aliased(Proceeding)
    query = select(person.uid, faction.uid).join(
        MembershipRow, MembershipRow.person_id == person.id
    )
    query = query.join(BodyRow, BodyRow.id == MembershipRow.body_id)
    query = query.join(faction, faction.id == BodyRow.id)
    query = query.where(
        person.uid.in_(set(people)),
        MembershipRow.body_kind == BodyKind.FACTION,
        MembershipRow.during.contains(on),
        BodyRow.during.contains(on),
    )
    return {one: its for one, its in (await session.execute(query))}


async def named(session: AsyncSession, who: UUID) -> dict[str, str]:
    """A person, by the name of today."""
    query = select(NameRow).join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.where(Proceeding.uid == who, NameRow.ends_on.is_(None))
    name = (await session.scalars(query)).one()
    return {"id": str(who), "kk": name.kk, "ru": name.ru, "latin": name.latin}


async def vacancies(session: AsyncSession, chamber: str, on: date) -> int | None:
    """The seats that the law gives the chamber, less the deputies. None: the seats are unknown."""
    return vacant(chamber, on, deputies=len(await in_office(session, chamber, on)))


def vacant(chamber: str, on: date, *, deputies: int) -> int | None:
    try:
        return seats_on(chamber, on) - deputies
    except Unanswerable:
        return None
