"""Which reports lean on a sitting, a person or a body, and are judged again with it."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.record.resting import tells_of
from chamber.reports.tables.cases import ReportRow, SignatureRow

ID = ReportRow.id


async def leaning(
    session: AsyncSession, cases: Sequence[Proceeding], since: date
) -> Collection[int]:
    """Those with votes are known by their votes; these are the others."""
    match cases[0].noun:
        case "people":
            theirs = SignatureRow.person_id.in_(one.id for one in cases)
            signed = exists().where(SignatureRow.report_id == ID, theirs)
            asked = or_(signed, named_by(cases, since))
        case "sittings" | "bodies":
            asked = named_by(cases, since)
        case _:
            return ()
    return (await session.scalars(select(ID).where(asked))).all()


def named_by(cases: Sequence[Proceeding], since: date) -> ColumnElement[bool]:
    """Also acts that do not stand were told of it."""
    return exists().where(Entry.proceeding_id == ID, Entry.act_on >= since, tells_of(cases))
