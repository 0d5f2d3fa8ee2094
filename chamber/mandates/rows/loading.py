"""A matter of mandates read from its rows: exactly what its acts have told."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.mandates.facts import Concluded, Facts
from chamber.mandates.tables.cases import MatterDeputyRow, MatterRow
from chamber.record.proceedings import Proceeding
from chamber.record.resolutions.rows import load_resolutions
from chamber.record.votes.rows import load_rounds

SAME = (
    "chamber", "opened_on", "ground", "happened_on", "set_off_by", "dissolved", "document",
    "activity", "ends_on",
)  # fmt: skip


async def load(session: AsyncSession, key: int) -> Facts:
    row = await session.get_one(MatterRow, key, populate_existing=True)
    return Facts.model_validate(
        {name: getattr(row, name) for name in SAME}
        | {
            "deputies": await deputies_of(session, key),
            "conclusion": told_conclusion(row),
            "rounds": await load_rounds(session, key),
            "resolutions": await load_resolutions(session, key),
            "defects": tuple(row.defects),
        }
    )


async def deputies_of(session: AsyncSession, key: int) -> Sequence[UUID]:
    query = select(Proceeding.uid).join(MatterDeputyRow, MatterDeputyRow.person_id == Proceeding.id)
    query = query.where(MatterDeputyRow.matter_id == key).order_by(MatterDeputyRow.nth)
    return tuple(await session.scalars(query))


def told_conclusion(row: MatterRow) -> Concluded | None:
    if row.conclusion_on is None or row.favours is None:
        return None
    return Concluded(
        received_on=row.conclusion_on, favours=row.favours, document=row.conclusion_document,
        text=row.conclusion,
    )  # fmt: skip
