"""Resolutions to rows and back."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.text import Texts
from chamber.record.proceedings import Proceeding
from chamber.record.resolutions.facts import Resolution
from chamber.record.resolutions.numbers import take_number
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.votes.tables import Vote

SAME = (
    "convocation", "number", "official_number", "subject", "decision", "reasons", "adopted_on",
    "signed_on", "published_on", "sent_on",
)  # fmt: skip


async def load_resolutions(session: AsyncSession, proceeding_id: int) -> tuple[Resolution, ...]:
    """Those that stand."""
    query = select(ResolutionRow, Vote.uid).outerjoin(Vote, Vote.id == ResolutionRow.vote_id)
    query = query.where(ResolutionRow.proceeding_id == proceeding_id)
    query = query.where(ResolutionRow.fell_by.is_(None)).order_by(ResolutionRow.id)
    rows = await session.execute(query, execution_options={"populate_existing": True})
    return tuple(told(row, vote) for row, vote in rows)


def told(row: ResolutionRow, vote: UUID | None) -> Resolution:
    text = None if row.kk is None or row.ru is None else Texts(kk=row.kk, ru=row.ru)
    columns = {name: getattr(row, name) for name in SAME}
    return Resolution.model_validate(columns | {"resolution": row.uid, "vote": vote, "text": text})


async def save_resolutions(
    session: AsyncSession, case: Proceeding, resolutions: Sequence[Resolution]
) -> None:
    """Write those that are new or have changed. The votes they rest on are written before."""
    before = {one.resolution: one for one in await load_resolutions(session, case.id)}
    await let_fall(session, case, set(before) - {one.resolution for one in resolutions})
    issued = select(ResolutionRow.uid).where(ResolutionRow.proceeding_id == case.id)
    known = set(await session.scalars(issued))
    for one in resolutions:
        if one.resolution not in known:
            await take_number(session, case.chamber, one)
        if before.get(one.resolution) != one:
            await save_resolution(session, case, one)


async def let_fall(session: AsyncSession, case: Proceeding, gone: set[UUID]) -> None:
    """What was issued is never taken out of the register: it only stands no longer."""
    if gone:
        coming = case.version + 1  # The entry of the correction, which is written after.
        fall = update(ResolutionRow).where(ResolutionRow.uid.in_(gone)).values(fell_by=coming)
        await session.execute(fall)


async def save_resolution(session: AsyncSession, case: Proceeding, one: Resolution) -> None:
    columns = {name: getattr(one, name) for name in SAME}
    columns |= {"proceeding_id": case.id, "chamber": case.chamber, "fell_by": None}
    columns |= {"kk": one.text and one.text.kk, "ru": one.text and one.text.ru}
    columns["vote_id"] = await session.scalar(select(Vote.id).where(Vote.uid == one.vote))
    row = insert(ResolutionRow).values(uid=one.resolution, **columns)
    await session.execute(row.on_conflict_do_update(index_elements=["uid"], set_=columns))
