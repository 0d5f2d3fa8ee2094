"""A body's facts to its row and back."""

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.bodies.acts import BodyKind
from chamber.record.bodies.facts import Facts
from chamber.record.bodies.tables import BodyRow
from chamber.record.proceedings import Proceeding


async def load(session: AsyncSession, key: int) -> Facts:
    return told(await session.get_one(BodyRow, key, populate_existing=True))


def told(row: BodyRow) -> Facts:
    return Facts(
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        chamber=Chamber(row.chamber),
        body=BodyKind(row.kind),
        name=Name(kk=row.kk, ru=row.ru, latin=row.latin),
        convocation=row.convocation,
    )


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    row = BodyRow(
        id=case.id,
        chamber=facts.chamber,
        kind=facts.body,
        kk=facts.name.kk,
        ru=facts.name.ru,
        latin=facts.name.latin,
        convocation=facts.convocation,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
    )
    await session.merge(row)
    await session.flush()
