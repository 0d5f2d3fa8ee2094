"""Which reports lean on a sitting, a person or a body, and are judged again with it."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.reports.tables.cases import ReportRow, SignatureRow

ID = ReportRow.id


async def leaning(session: AsyncSession, case: Proceeding, since: date) -> Collection[int]:
    """Those with votes are known by their votes; these are the others."""
    match case.noun:
        case "people":
            signed = exists().where(SignatureRow.report_id == ID, SignatureRow.person_id == case.id)
            asked = or_(signed, named_by(case, since))
        case "sittings" | "bodies":
            asked = named_by(case, since)
        case _:
            return ()
    return (await session.scalars(select(ID).where(asked))).all()


def named_by(case: Proceeding, since: date) -> ColumnElement[bool]:
    """Also acts that do not stand were told of it."""
    named = func.strpos(func.convert_from(Entry.body, "UTF8"), str(case.uid)) > 0
    return exists().where(Entry.proceeding_id == ID, Entry.act_on >= since, named)
