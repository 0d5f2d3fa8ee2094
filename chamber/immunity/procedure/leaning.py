"""Which matters lean on a sitting or a person, and are judged again with it."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.tables.cases import ImmunityRow
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.record.resting import tells_of

ID = ImmunityRow.id


async def leaning(
    session: AsyncSession, cases: Sequence[Proceeding], since: date
) -> Collection[int]:
    """Those with votes are known by their votes; these are the others."""
    match cases[0].noun:
        case "people":
            asked: ColumnElement[bool] = ImmunityRow.deputy_id.in_(one.id for one in cases)
        case "sittings":
            # Also to acts that do not stand the sitting was given.
            told = (Entry.act_on >= since, tells_of(cases))
            asked = exists().where(Entry.proceeding_id == ID, *told)
        case _:
            return ()
    return (await session.scalars(select(ID).where(asked))).all()
