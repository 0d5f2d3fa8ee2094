"""Which matters lean on a person, and are judged again when the person's record is corrected."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.mandates.tables.cases import MatterDeputyRow
from chamber.record.proceedings import Proceeding


async def leaning(session: AsyncSession, case: Proceeding, since: date) -> Collection[int]:
    """Of whatever day: since when somebody is a deputy bears on every matter about him."""
    if case.noun != "people":
        return ()
    query = select(MatterDeputyRow.matter_id).where(MatterDeputyRow.person_id == case.id)
    return (await session.scalars(query)).all()
