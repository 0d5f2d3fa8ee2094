"""Which matters lean on a person, and are judged again when the person's record is corrected."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.mandates.tables.cases import MatterDeputyRow
from chamber.record.proceedings import Proceeding


async def leaning(
    session: AsyncSession, cases: Sequence[Proceeding], since: date
) -> Collection[int]:
    """Of whatever day: since when somebody is a deputy bears on every matter about him."""
    if cases[0].noun != "people":
        return ()
    theirs = MatterDeputyRow.person_id.in_(one.id for one in cases)
    query = select(MatterDeputyRow.matter_id).where(theirs).distinct()
    return (await session.scalars(query)).all()
