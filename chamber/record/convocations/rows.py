"""A convocation's facts to its rows and back."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.seats import Chamber
from chamber.record.convocations.acts import SessionKind
from chamber.record.convocations.facts import Facts, SessionHeld
from chamber.record.convocations.tables import ConvocationRow, SessionRow
from chamber.record.proceedings import Proceeding


async def load(session: AsyncSession, key: int) -> Facts:
    row = await session.get_one(ConvocationRow, key, populate_existing=True)
    query = select(SessionRow).where(SessionRow.convocation_id == key)
    sessions = await session.scalars(
        query.order_by(SessionRow.starts_on), execution_options={"populate_existing": True}
    )
    return told(row, sessions)


def told(row: ConvocationRow, sessions: Iterable[SessionRow]) -> Facts:
    return Facts(
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        chamber=Chamber(row.chamber),
        convocation=row.number,
        sessions=tuple(
            SessionHeld(
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                number=one.number,
                session=SessionKind(one.kind),
            )
            for one in sessions
        ),
    )


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    await session.execute(delete(SessionRow).where(SessionRow.convocation_id == case.id))
    row = ConvocationRow(
        id=case.id,
        chamber=facts.chamber,
        number=facts.convocation,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
    )
    await session.merge(row)
    await session.flush()
    if facts.sessions:
        await session.execute(
            insert(SessionRow),
            [
                {
                    "convocation_id": case.id,
                    "number": one.number,
                    "kind": one.session,
                    "starts_on": one.starts_on,
                    "ends_on": one.ends_on,
                }
                for one in facts.sessions
            ],
        )


async def number_on(session: AsyncSession, chamber: str, on: date) -> int | None:
    """The number of the convocation that a chamber has on a day."""
    query = select(ConvocationRow.number).where(
        ConvocationRow.chamber == chamber, ConvocationRow.during.contains(on)
    )
    return await session.scalar(query)
