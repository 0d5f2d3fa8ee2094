"""How many deputies a Chamber has on the days of a mandate: never more than it has seats."""

from datetime import date

from sqlalchemy import Date, and_, func, literal, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.law.seats import Unanswerable, seats_on
from chamber.record.people.rows import load
from chamber.record.people.tables import MandateRow
from chamber.record.proceedings import Proceeding
from chamber.record.turns import change_seats


async def count_in_office(
    session: AsyncSession, chamber: str, on: date, until: date | None
) -> tuple[tuple[date, int], ...]:
    """On the first day, and on each later day on which a mandate begins."""
    await change_seats(session, chamber)
    later = select(MandateRow.starts_on).where(
        MandateRow.chamber == chamber, MandateRow.starts_on > on
    )
    if until is not None:
        later = later.where(MandateRow.starts_on < until)
    days = union(select(literal(on, Date).label("day")), later).subquery()
    there = and_(MandateRow.chamber == chamber, MandateRow.during.contains(days.c.day))
    query = select(days.c.day, func.count(MandateRow.person_id)).outerjoin(MandateRow, there)
    rows = await session.execute(query.group_by(days.c.day).order_by(days.c.day))
    return tuple((day, count) for day, count in rows)


async def check_given_back(session: AsyncSession, case: Proceeding, since: date) -> None:
    """Raises Impossible, if a mandate that lasts again since a day has no seat any more."""
    for held in (await load(session, case.id)).mandates:
        if held.ends_on is not None and held.ends_on <= since:
            continue
        first = max(held.starts_on, since)
        for day, there in await count_in_office(session, held.chamber, first, held.ends_on):
            check_full(held.chamber, day, there)


def check_full(chamber: str, day: date, there: int) -> None:
    try:
        seats = seats_on(chamber, day)
    except Unanswerable:
        return
    if there > seats:
        raise Impossible(
            "entry", f"all {seats} seats of the {chamber} are taken on {day} by other deputies"
        )
