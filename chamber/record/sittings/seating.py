"""The hall of a sitting, read from the record: what votes and other rooms ask of it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.seats import Chamber
from chamber.law.terms import local_day
from chamber.record.people.roll import in_office, members
from chamber.record.proceedings import ids
from chamber.record.sittings.facts import Kind, Roll, Sitting
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.presence import excused, here, number, standing
from chamber.record.sittings.rows.loading import load_at
from chamber.record.turns import keep_seats


async def hall(session: AsyncSession, sitting: UUID, on: date, item: int | None = None) -> Hall:
    """Who is there now, at the sitting or at one of its items. Raises UnknownReference.

    `on`: the day of the act. Whose mandate or membership has ended by then is not present.
    """
    key = (await ids(session, "sittings", [sitting]))[sitting]
    told, version = await load_at(session, key)
    return await hall_of(session, sitting, told, on, item, as_of=version)


async def hall_of(
    session: AsyncSession, uid: UUID, sitting: Sitting, on: date, item: int | None, *, as_of: int
) -> Hall:
    seats = await seated(session, sitting, on)
    return told_hall(uid, sitting, standing(sitting, item), seats, as_of=as_of)


async def seated(session: AsyncSession, sitting: Sitting, on: date) -> Collection[UUID]:
    """Who has a seat in the sitting on that day: as a member of the body, or as a deputy."""
    chambers = list(Chamber) if sitting.kind is Kind.JOINT else [sitting.chamber]
    for chamber in chambers:
        await keep_seats(session, chamber)
    if sitting.body is not None:
        return {who for who, _ in await members(session, sitting.body, on)}
    return {who for one in chambers for who in await in_office(session, one, on)}


def told_hall(
    uid: UUID, sitting: Sitting, roll: Roll, seats: Collection[UUID], *, as_of: int
) -> Hall:
    gone = roll.people.keys() - seats
    counted = number(roll, gone=gone)
    registered = min(counted, len(seats))  # One of them may have been found since to have none.
    return Hall(
        sitting=uid,
        chamber=sitting.chamber,
        kind=sitting.kind,
        body=sitting.body,
        planned_on=local_day(sitting.starts_at),
        opened_on=sitting.opened_on,
        closed_on=sitting.closed_on,
        present=here(roll, gone),
        excused=excused(roll),
        registered=registered,
        gone=tuple(one for one in here(roll) if one in gone),
        beyond=counted - registered,
        commission=elected(sitting),
        as_of=as_of,
    )


def elected(sitting: Sitting) -> tuple[UUID, ...]:
    """The counting commission: the one elected last, by an open vote."""
    decided = [one.commission for one in sitting.decisions if one.commission and one.adopted]
    return tuple(sorted(decided[-1], key=str)) if decided else ()
