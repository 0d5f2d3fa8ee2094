"""A body's room: what an act needs to know of the chamber's other bodies is gathered here."""

from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import Date, and_, func, literal, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.period import Period
from chamber.record.bodies.acts import Body, BodyAct, BodyKind
from chamber.record.bodies.facts import Facts, Given
from chamber.record.bodies.rows import load, save
from chamber.record.bodies.rules import judge, next_acts, step
from chamber.record.bodies.tables import BodyRow
from chamber.record.procedure.room import Room
from chamber.record.turns import change_seats, take_turn


async def gather(
    session: AsyncSession, facts: Facts | None, act: BodyAct, before: Given | None
) -> Given:
    if not isinstance(act, Body):
        if facts is not None:
            await change_seats(session, facts.chamber)
        return Given()
    await take_turn(session, f"bodies/{act.chamber}")
    given = Given(
        on=act.on,
        committees=await count_committees(session, act),
        bureaus=await bureaus(session, act),
    )
    return without_own(given, before.on) if before and before.on else given


def without_own(given: Given, own: date) -> Given:
    """What is given to an act that is being corrected: its own row is there already."""
    committees = tuple((day, count - (day >= own)) for day, count in given.committees)
    others = tuple(one for one in given.bureaus if one.starts_on != own)
    return given.model_copy(update={"committees": committees, "bureaus": others})


async def count_committees(session: AsyncSession, act: Body) -> tuple[tuple[date, int], ...]:
    if act.body is not BodyKind.COMMITTEE:
        return ()
    standing = and_(BodyRow.chamber == act.chamber, BodyRow.kind == BodyKind.COMMITTEE)
    later = select(BodyRow.starts_on).where(standing, BodyRow.starts_on > act.on)
    if act.until is not None:
        later = later.where(BodyRow.starts_on < act.until)
    days = union(select(literal(act.on, Date).label("day")), later).subquery()
    there = and_(standing, BodyRow.during.contains(days.c.day))
    query = select(days.c.day, func.count(BodyRow.id)).outerjoin(BodyRow, there)
    rows = await session.execute(query.group_by(days.c.day).order_by(days.c.day))
    return tuple((day, count) for day, count in rows)


async def bureaus(session: AsyncSession, act: Body) -> tuple[Period, ...]:
    if act.body is not BodyKind.BUREAU:
        return ()
    query = select(BodyRow.starts_on, BodyRow.ends_on).where(
        BodyRow.chamber == act.chamber, BodyRow.kind == BodyKind.BUREAU
    )
    rows = await session.execute(query.order_by(BodyRow.starts_on))
    return tuple(Period(starts_on=start, ends_on=end) for start, end in rows)


BODIES = Room[Facts, BodyAct, Given](
    noun="bodies",
    acts=TypeAdapter(BodyAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=lambda act: act.chamber if isinstance(act, Body) else None,
)
