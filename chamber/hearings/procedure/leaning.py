"""Which hearings lean on a sitting, a person or a body, and are judged again with it."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.tables.cases import HearingRow, InvitationRow, MoveRow, OrganiserRow
from chamber.law.terms import ASTANA
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding


async def leaning(session: AsyncSession, case: Proceeding, since: date) -> Collection[int]:
    """`since`: the day of the act that is corrected; what was done before knew nothing of it."""
    match case.noun:
        case "sittings":
            asked = or_(*decided_at(case), knew_of(case, since))
        case "people":
            asked = acted(since)
        case "bodies":
            asked = or_(*named(case))
        case _:
            return ()
    return (await session.scalars(select(HearingRow.id).where(asked))).all()


def decided_at(sitting: Proceeding) -> Iterator[ColumnElement[bool]]:
    yield HearingRow.decided_at_id == sitting.id
    yield HearingRow.form_decided_at_id == sitting.id


def knew_of(plenary: Proceeding, since: date) -> ColumnElement[bool]:
    """Those for whose day the sitting was given to the rules. It was for that day or a later."""
    begins = datetime.combine(since, time(), tzinfo=ASTANA)
    moved = exists().where(MoveRow.hearing_id == HearingRow.id, MoveRow.starts_at >= begins)
    named = func.strpos(func.convert_from(Entry.body, "UTF8"), str(plenary.uid)) > 0
    given = exists().where(Entry.proceeding_id == HearingRow.id, named)
    return and_(or_(HearingRow.held_on >= since, moved), given)


def acted(since: date) -> ColumnElement[bool]:
    """Who was a deputy, a member of the Bureau, or in a committee's chair, bears on these."""
    dated = ("decided_on", "form_decided_on", "begun_on", "ended_on")
    return func.greatest(*(getattr(HearingRow, name) for name in dated)) >= since


def named(body: Proceeding) -> Iterator[ColumnElement[bool]]:
    yield HearingRow.commission_id == body.id
    for table, column in (
        (OrganiserRow, OrganiserRow.body_id),
        (InvitationRow, InvitationRow.decided_by_id),
    ):
        yield exists().where(table.hearing_id == HearingRow.id, column == body.id)
