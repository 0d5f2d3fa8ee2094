"""Who asks for a hearing, and what a reading of one that is not public leaves behind."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.facts import Hearing
from chamber.hearings.knowing import may_know
from chamber.hearings.rows.posting import is_announced, is_veiled
from chamber.hearings.tables.held import ReadingRow
from chamber.hearings.words import Form
from chamber.law.act import Act
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


async def is_closed(session: AsyncSession, case: Proceeding | None, act: Act | None) -> bool:
    """Whether the hearing is never public; an act that says so makes it so, even if it falls."""
    if getattr(act, "form", None) is Form.CLOSED:
        return True
    return case is not None and await is_veiled(session, case)


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
