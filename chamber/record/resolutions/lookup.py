"""The register of resolutions, the latest first, and one of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.proceedings import Proceeding, Unknown
from chamber.record.resolutions.rows import told as read
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.votes.tables import Vote

NEWEST = (ResolutionRow.adopted_on, ResolutionRow.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of resolutions is asked for."""

    chamber: Chamber | None = None
    convocation: int | None = None
    since: date | None = None
    until: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_resolutions(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    query = asked().where(*conditions(wanted))
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    rows = await session.execute(query)
    return [told(row, case, vote) for row, case, vote in rows]


async def one_resolution(session: AsyncSession, uid: UUID) -> dict[str, Any]:
    """Raises Unknown."""
    found = (await session.execute(asked().where(ResolutionRow.uid == uid))).first()
    if found is None:
        raise Unknown
    return told(*found)


def asked() -> Select[ResolutionRow, Proceeding, UUID]:
    query = select(ResolutionRow, Proceeding, Vote.uid)
    query = query.join(Proceeding, Proceeding.id == ResolutionRow.proceeding_id)
    return query.outerjoin(Vote, Vote.id == ResolutionRow.vote_id)


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(ResolutionRow.chamber == wanted.chamber)
    if wanted.convocation is not None:
        asked.append(ResolutionRow.convocation == wanted.convocation)
    if wanted.since is not None:
        asked.append(ResolutionRow.adopted_on >= wanted.since)
    if wanted.until is not None:
        asked.append(ResolutionRow.adopted_on <= wanted.until)
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).where(ResolutionRow.uid == after)
    place = (await session.execute(query)).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


def told(row: ResolutionRow, case: Proceeding, vote: UUID | None) -> dict[str, Any]:
    resolution = read(row, vote)
    facts = resolution.model_dump(mode="json", exclude={"resolution", "subject", "number"})
    return {
        "id": str(row.uid),
        "number": resolution.written_number,
        "chamber": row.chamber,
        **facts,
        "proceeding": {"id": str(case.uid), "noun": case.noun, "number": case.number},
        "candidate": row.subject,
    }
