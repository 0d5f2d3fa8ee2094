"""The list of reports, the latest first."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding, uids
from chamber.reports.tables.cases import ReportRow

NEWEST = (ReportRow.opened_on, ReportRow.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of reports is asked for."""

    chamber: Chamber | None = None
    member: UUID | None = None
    since: date | None = None
    until: date | None = None
    after: UUID | None = None
    limit: int = 20


async def find_reports(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    now = (NameRow.person_id == ReportRow.member_id) & NameRow.ends_on.is_(None)
    query = select(Proceeding, ReportRow, NameRow).where(*conditions(wanted))
    query = query.join(ReportRow, ReportRow.id == Proceeding.id).join(NameRow, now)
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    found = (await session.execute(query)).all()
    members = await uids(session, [row.member_id for _, row, _ in found])
    return [told(case, row, name, members[row.member_id]) for case, row, name in found]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(ReportRow.chamber == wanted.chamber)
    if wanted.member is not None:
        query = select(Proceeding.id).where(Proceeding.uid == wanted.member)
        asked.append(ReportRow.member_id == query.scalar_subquery())
    if wanted.since is not None:
        asked.append(ReportRow.opened_on >= wanted.since)
    if wanted.until is not None:
        asked.append(ReportRow.opened_on <= wanted.until)
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).join(Proceeding, Proceeding.id == ReportRow.id)
    place = (await session.execute(query.where(Proceeding.uid == after))).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


def told(case: Proceeding, row: ReportRow, name: NameRow, member: UUID) -> dict[str, Any]:
    return {
        "id": str(case.uid),
        "number": case.number,
        "chamber": row.chamber,
        "member": {"id": str(member), "kk": name.kk, "ru": name.ru, "latin": name.latin},
        "office": row.office,
        "subject": row.subject,
        "opened_on": row.opened_on.isoformat(),
    }
