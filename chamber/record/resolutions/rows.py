"""Resolutions to rows and back, and the number that the next one is given."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.law.text import Texts
from chamber.record.convocations.rows import number_on
from chamber.record.proceedings import Proceeding
from chamber.record.resolutions.facts import Numbered, Resolution
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.series import Series, next_number
from chamber.record.turns import take_turn
from chamber.record.votes.tables import Vote

SERIES = "resolutions"
SAME = (
    "convocation", "number", "official_number", "subject", "decision", "reasons", "adopted_on",
    "signed_on", "published_on", "sent_on",
)  # fmt: skip


async def coming_number(session: AsyncSession, chamber: str, on: date) -> Numbered:
    """The number that a resolution adopted now is given. Nobody else gets it before we are done.

    Only `save_resolutions` takes it: an act that comes to nothing leaves no gap.
    """
    convocation = await convocation_on(session, chamber, on)
    scope = f"{chamber}/{convocation}"
    await take_turn(session, f"{SERIES}/{scope}")
    query = select(Series.last).where(Series.kind == SERIES, Series.scope == scope)
    last = await session.scalar(query, execution_options={"populate_existing": True})
    return Numbered(resolution=uuid4(), convocation=convocation, number=(last or 0) + 1)


async def official(session: AsyncSession, chamber: str, on: date) -> Numbered:
    """A resolution of the past keeps the number it has."""
    return Numbered(resolution=uuid4(), convocation=await convocation_on(session, chamber, on))


async def convocation_on(session: AsyncSession, chamber: str, on: date) -> int:
    number = await number_on(session, chamber, on)
    if number is None:
        raise Impossible("on", f"no convocation of this chamber is on the record for {on}")
    return number


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
            await take_number(session, case, one)
        if before.get(one.resolution) != one:
            await save_resolution(session, case, one)


async def let_fall(session: AsyncSession, case: Proceeding, gone: set[UUID]) -> None:
    """What was issued is never taken out of the register: it only stands no longer."""
    if gone:
        coming = case.version + 1  # The entry of the correction, which is written after.
        fall = update(ResolutionRow).where(ResolutionRow.uid.in_(gone)).values(fell_by=coming)
        await session.execute(fall)


async def take_number(session: AsyncSession, case: Proceeding, one: Resolution) -> None:
    if one.number is None:
        return
    given = await next_number(session, SERIES, f"{case.chamber}/{one.convocation}")
    if given != one.number:
        raise Impossible("resolution", f"number {one.number} is not the next: that is {given}")


async def save_resolution(session: AsyncSession, case: Proceeding, one: Resolution) -> None:
    columns = {name: getattr(one, name) for name in SAME}
    columns |= {"proceeding_id": case.id, "chamber": case.chamber, "fell_by": None}
    columns |= {"kk": one.text and one.text.kk, "ru": one.text and one.text.ru}
    columns["vote_id"] = await session.scalar(select(Vote.id).where(Vote.uid == one.vote))
    row = insert(ResolutionRow).values(uid=one.resolution, **columns)
    await session.execute(row.on_conflict_do_update(index_elements=["uid"], set_=columns))
