"""Listing sittings: of a chamber, of a kind, between two days; the latest first."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chamber.law.asking import BadQuestion
from chamber.law.terms import ASTANA
from chamber.record.proceedings import Proceeding
from chamber.record.sittings.tables.planned import SittingRow

PLACE = (SittingRow.starts_at, SittingRow.id)
DATES = ("cancelled_on", "opened_on", "closed_on")


@dataclass(frozen=True, slots=True)
class Wanted:
    chamber: str | None = None
    kind: str | None = None
    body: UUID | None = None
    first: date | None = None  # The first day of the list, in Astana.
    last: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_sittings(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    body = aliased(Proceeding)
    query = select(Proceeding.uid, Proceeding.number, body.uid, SittingRow)
    query = query.join(SittingRow, SittingRow.id == Proceeding.id)
    query = query.outerjoin(body, body.id == SittingRow.body_id).where(*conditions(wanted))
    if wanted.body is not None:
        query = query.where(body.uid == wanted.body)
    if wanted.after is not None:
        query = query.where(tuple_(*PLACE) < await place_of(session, wanted.after))
    latest = query.order_by(*(column.desc() for column in PLACE)).limit(wanted.limit + 1)
    rows = await session.execute(latest)
    return [told(uid, number, of, row) for uid, number, of, row in rows]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(SittingRow.chamber == wanted.chamber)
    if wanted.kind is not None:
        asked.append(SittingRow.kind == wanted.kind)
    if wanted.first is not None:
        asked.append(SittingRow.starts_at >= midnight("from", wanted.first))
    if wanted.last is not None:
        asked.append(SittingRow.starts_at < midnight("until", wanted.last) + timedelta(days=1))
    return asked


def midnight(field: str, day: date) -> datetime:
    """The first instant of a day in Astana. Raises BadQuestion far from our time."""
    if not 1990 <= day.year <= 2100:
        raise BadQuestion(field, "must lie between 1990 and 2100")
    return datetime.combine(day, time(), tzinfo=ASTANA)


async def place_of(session: AsyncSession, sitting: UUID) -> ColumnElement[Any]:
    query = select(*PLACE).join(Proceeding, Proceeding.id == SittingRow.id)
    found = (await session.execute(query.where(Proceeding.uid == sitting))).first()
    if found is None:
        raise BadQuestion("after", "is not the id of a sitting")
    return tuple_(*found)


def told(uid: UUID, number: str, body: UUID | None, row: SittingRow) -> dict[str, Any]:
    dates = {name: getattr(row, name) for name in DATES}
    return {
        "id": str(uid),
        "number": number,
        "chamber": row.chamber,
        "kind": row.kind,
        "body": body and str(body),
        "starts_at": row.starts_at.isoformat(),
        "place": row.place,
        **{name: day and day.isoformat() for name, day in dates.items()},
    }
