"""Which appointments lean on a post, a seat in the committee, or the committee itself."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.tables.cases import AppointmentRow, CandidateRow
from chamber.record.proceedings import Proceeding


async def leaning(
    session: AsyncSession, cases: Sequence[Proceeding], since: date
) -> Collection[int]:
    """Who is the Chair bears on a submission, and how many sit in the committee on a conclusion."""
    query = select(AppointmentRow.id)
    match cases[0].noun:
        case "people":
            last = func.greatest(CandidateRow.submitted_on, CandidateRow.conclusion_on)
            query = query.join(CandidateRow, CandidateRow.appointment_id == AppointmentRow.id)
            query = query.where(or_(last >= since, AppointmentRow.opened_on >= since))
        case "bodies":
            query = query.where(AppointmentRow.committee_id.in_(one.id for one in cases))
        case _:
            return ()
    return (await session.scalars(query.distinct())).all()
