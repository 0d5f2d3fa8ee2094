"""Who asks for a hearing, and what a reading of one that is not public leaves behind."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.facts import Hearing
from chamber.hearings.knowing import may_know
from chamber.hearings.rows.posting import is_announced
from chamber.hearings.tables.held import ReadingRow
from chamber.law.roles import Role
from chamber.record.desk import Clerk
from chamber.record.people.tables import MandateRow
from chamber.record.proceedings import Proceeding


async def known_to(
    session: AsyncSession, case: Proceeding, hearing: Hearing, clerk: Clerk, today: date
) -> bool:
    if await is_announced(session, case):
        return True
    deputy = clerk.role is Role.DEPUTY
    return may_know(
        hearing, clerk.role, clerk.chamber, clerk.committee,
        in_office=deputy and await in_office(session, clerk, today),
    )  # fmt: skip


async def in_office(session: AsyncSession, clerk: Clerk, today: date) -> bool:
    """Whether a deputy has a mandate on this day, of either Chamber."""
    query = select(MandateRow.person_id).join(Proceeding, Proceeding.id == MandateRow.person_id)
    query = query.where(Proceeding.uid == clerk.deputy, MandateRow.during.contains(today))
    return await session.scalar(query.limit(1)) is not None


async def keep_reading(
    session: AsyncSession, case: Proceeding, hearing: Hearing, clerk: Clerk, what: str
) -> None:
    """In the same transaction: nobody reads what it was not kept of."""
    if await is_announced(session, case):
        return
    session.add(
        ReadingRow(
            hearing_id=case.id, account=clerk.account, name=clerk.name, role=clerk.role.value,
            what=what,
        )
    )  # fmt: skip
    await session.flush()
