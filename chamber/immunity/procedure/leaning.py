"""Which matters lean on a sitting or a person, and are judged again with it."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.tables.cases import ImmunityRow
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding

ID = ImmunityRow.id


async def leaning(session: AsyncSession, case: Proceeding, since: date) -> Collection[int]:
    """Those with votes are known by their votes; these are the others."""
    match case.noun:
        case "people":
            asked = ImmunityRow.deputy_id == case.id
        case "sittings":
            # Also to acts that do not stand the sitting was given.
            named = func.strpos(func.convert_from(Entry.body, "UTF8"), str(case.uid)) > 0
            asked = exists().where(Entry.proceeding_id == ID, Entry.act_on >= since, named)
        case _:
            return ()
    return (await session.scalars(select(ID).where(asked))).all()
