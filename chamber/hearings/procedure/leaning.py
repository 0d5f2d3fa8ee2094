"""Which hearings lean on a sitting, a person or a body, and are judged again with it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Text, and_, cast, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.tables.cases import HearingRow, InvitationRow, MoveRow, OrganiserRow
from chamber.hearings.tables.held import DeputyRow
from chamber.law.terms import ASTANA
from chamber.record.bodies.tables import BodyRow
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.record.resting import tells_of
from chamber.record.sittings.tables.planned import SittingRow

Condition = ColumnElement[bool]
ID = HearingRow.id


async def leaning(
    session: AsyncSession, cases: Sequence[Proceeding], since: date
) -> Collection[int]:
    """`since`: the day of the act that is corrected; what was done before knew nothing of it."""
    match cases[0].noun:
        case "sittings":
            asked = knew_of(cases, since)
        case "people":
            seats = await seats_of(session, cases)
            sat = or_(decided_by(seats), organised_by(seats))
            asked = or_(took_part(cases), and_(acted(since), sat))
        case "bodies":
            asked = or_(organised_by([one.id for one in cases]), prepared_by(cases))
        case _:
            return ()
    return (await session.scalars(select(ID).where(asked))).all()


def knew_of(sittings: Sequence[Proceeding], since: date) -> Condition:
    """Those to whose acts a sitting was given, whether they stand or not. Nothing was decided
    there of a hearing of an earlier day, nor did it stand in the way of one.
    """
    begins = datetime.combine(since, time(), tzinfo=ASTANA)
    moved = exists().where(MoveRow.hearing_id == ID, MoveRow.starts_at >= begins)
    later = or_(HearingRow.held_on.is_(None), HearingRow.held_on >= since, moved)
    return and_(later, exists().where(Entry.proceeding_id == ID, tells_of(sittings)))


async def seats_of(session: AsyncSession, people: Sequence[Proceeding]) -> Sequence[int]:
    """The bodies in which one of them has ever been told to sit, rightly or not."""
    theirs = Entry.proceeding_id.in_(one.id for one in people)
    named = func.strpos(func.convert_from(Entry.body, "UTF8"), cast(Proceeding.uid, Text)) > 0
    told = exists().where(theirs, named)
    query = select(BodyRow.id).join(Proceeding, Proceeding.id == BodyRow.id).where(told)
    return (await session.scalars(query)).all()


def decided_by(bodies: Sequence[int]) -> Condition:
    theirs = select(SittingRow.id).where(SittingRow.body_id.in_(bodies))
    named = (HearingRow.decided_at_id, HearingRow.form_decided_at_id)
    return or_(*(column.in_(theirs) for column in named))


def acted(since: date) -> Condition:
    """Who sits in the Bureau, or is in a committee's chair, bears on these acts."""
    dated = ("decided_on", "form_decided_on", "begun_on")
    return func.greatest(*(getattr(HearingRow, name) for name in dated)) >= since


def took_part(people: Sequence[Proceeding]) -> Condition:
    keys = [one.id for one in people]
    came = exists().where(DeputyRow.hearing_id == ID, DeputyRow.person_id.in_(keys))
    return or_(HearingRow.chair_id.in_(keys), came)


def organised_by(bodies: Sequence[int]) -> Condition:
    return exists().where(OrganiserRow.hearing_id == ID, OrganiserRow.body_id.in_(bodies))


def prepared_by(bodies: Sequence[Proceeding]) -> Condition:
    keys = [one.id for one in bodies]
    invited = exists().where(InvitationRow.hearing_id == ID, InvitationRow.decided_by_id.in_(keys))
    return or_(HearingRow.commission_id.in_(keys), invited)
