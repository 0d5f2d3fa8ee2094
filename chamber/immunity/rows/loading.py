"""A matter of immunity read from its rows: exactly what its acts have told."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.facts import (
    Answer,
    Attended,
    Concluded,
    Demand,
    Facts,
    Forwarded,
    Notice,
    Taken,
    Wanted,
)
from chamber.immunity.tables.cases import (
    AttendanceRow,
    DemandRow,
    ImmunityRow,
    MeasureRow,
    NoticeRow,
    TakenRow,
)
from chamber.record.base import Base
from chamber.record.proceedings import uids
from chamber.record.resolutions.rows import load_resolutions
from chamber.record.rows import Row, rows_of
from chamber.record.votes.rows import load_rounds

Known = Mapping[int, UUID]
# In the order in which they need one another.
KINDS: tuple[type[Base], ...] = (
    ImmunityRow, MeasureRow, DemandRow, NoticeRow, AttendanceRow, TakenRow,
)  # fmt: skip


async def load(session: AsyncSession, key: int) -> Facts:
    rows = await rows_of(session, KINDS, key)
    (row,), attendances = rows[ImmunityRow], rows[AttendanceRow]
    known = await uids(session, {row["deputy_id"], *(one["sitting_id"] for one in attendances)})
    return Facts(
        chamber=row["chamber"],
        deputy=known[row["deputy_id"]],
        submitted_by=row["submitted_by"],
        document=row["document"],
        opened_on=row["opened_on"],
        measures=tuple(wanted(one) for one in rows[MeasureRow]),
        forwarded=forwarded(row),
        conclusion=concluded(row),
        demands=tuple(demand(one) for one in rows[DemandRow]),
        notices=tuple(notice(one) for one in rows[NoticeRow]),
        attended=tuple(attended(one, known) for one in attendances),
        rounds=await load_rounds(session, key),
        resolutions=await load_resolutions(session, key),
        taken=tuple(taken(one) for one in rows[TakenRow]),
        defects=tuple(row["defects"]),
    )


def wanted(row: Row) -> Wanted:
    return Wanted(
        measure=row["measure"],
        asked=row["asked"],
        taken_on=row["taken_on"],
        exception=row["exception"],
        defects=tuple(row["defects"]),
    )


def forwarded(row: Row) -> Forwarded | None:
    if row["forwarded_on"] is None:
        return None
    return Forwarded(on=row["forwarded_on"], document=row["forwarded_document"])


def concluded(row: Row) -> Concluded | None:
    if row["conclusion_on"] is None:
        return None
    return Concluded(
        received_on=row["conclusion_on"],
        favours=row["favours"],
        text=row["conclusion"],
        document=row["conclusion_document"],
    )


def demand(row: Row) -> Demand:
    answer = None
    if row["answered_on"] is not None:
        answer = Answer(
            received_on=row["answered_on"], document=row["answer_document"], text=row["answer"]
        )
    return Demand(asked_on=row["asked_on"], to=row["recipient"], text=row["text"], answer=answer)


def notice(row: Row) -> Notice:
    return Notice(told_on=row["told_on"], sitting_on=row["sitting_on"], document=row["document"])


def attended(row: Row, known: Known) -> Attended:
    return Attended(
        on=row["came_on"],
        sitting=known[row["sitting_id"]],
        wished=row["wished"],
        admitted=row["admitted"],
        text=row["text"],
    )


def taken(row: Row) -> Taken:
    return Taken(on=row["taken_on"], measure=row["measure"], exception=row["exception"])
