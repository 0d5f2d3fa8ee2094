"""The hall of a sitting, read from the record: what votes and other rooms ask of it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.proceedings import Proceeding, UnknownReference
from chamber.record.sittings.facts import Sitting
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.possible import local_day
from chamber.record.sittings.presence import excused, here, number, standing
from chamber.record.sittings.rows.loading import load


async def hall(session: AsyncSession, sitting: UUID, item: int | None = None) -> Hall:
    """Who is there now, at the sitting or at one of its items. Raises UnknownReference."""
    query = select(Proceeding.id, Proceeding.version).where(Proceeding.uid == sitting)
    found = (await session.execute(query.where(Proceeding.noun == "sittings"))).one_or_none()
    if found is None:
        raise UnknownReference("sittings", sitting)
    key, version = found
    return told_hall(sitting, await load(session, key), item, as_of=version)


def told_hall(uid: UUID, sitting: Sitting, item: int | None, *, as_of: int) -> Hall:
    roll = standing(sitting, item)
    return Hall(
        sitting=uid,
        chamber=sitting.chamber,
        kind=sitting.kind,
        body=sitting.body,
        planned_on=local_day(sitting.starts_at),
        opened_on=sitting.opened_on,
        closed_on=sitting.closed_on,
        present=here(roll),
        excused=excused(roll),
        registered=number(roll),
        commission=elected(sitting),
        as_of=as_of,
    )


def elected(sitting: Sitting) -> tuple[UUID, ...]:
    """The counting commission: the one elected last, by an open vote."""
    decided = [one.commission for one in sitting.decisions if one.commission and one.adopted]
    return tuple(sorted(decided[-1], key=str)) if decided else ()
