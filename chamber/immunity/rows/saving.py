"""A matter of immunity written to its rows."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.facts import Demand, Facts
from chamber.immunity.rows.loading import KINDS
from chamber.immunity.tables.cases import (
    AttendanceRow,
    DemandRow,
    ImmunityRow,
    MeasureRow,
    NoticeRow,
    TakenRow,
)
from chamber.record.base import Base
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.rows import load_resolutions, save_resolutions
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.rows import Row, rewrite
from chamber.record.votes.rows import load_rounds, save_rounds
from chamber.record.votes.tables import Vote

Written = Iterator[tuple[type[Base], Row]]


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    people = await ids(session, "people", [facts.deputy])
    sittings = await ids(session, "sittings", [one.sitting for one in facts.attended])
    wanted: dict[type[Base], list[Row]] = {kind: [] for kind in KINDS}
    wanted[ImmunityRow].append({"deputy_id": people[facts.deputy], **own_row(facts)})
    for kind, row in written(facts, sittings):
        wanted[kind].append(row)
    await rewrite(session, case.id, wanted)
    await set_aside(session, case, facts)
    await save_rounds(session, case, facts.rounds)
    await save_resolutions(session, case, facts.resolutions)


def own_row(facts: Facts) -> dict[str, Any]:
    sent, conclusion = facts.forwarded, facts.conclusion
    return {
        "chamber": facts.chamber,
        "submitted_by": facts.submitted_by,
        "document": facts.document,
        "opened_on": facts.opened_on,
        "forwarded_on": sent and sent.on,
        "forwarded_document": sent and sent.document,
        "conclusion_on": conclusion and conclusion.received_on,
        "favours": None if conclusion is None else conclusion.favours,
        "conclusion": conclusion and conclusion.text,
        "conclusion_document": conclusion and conclusion.document,
        "defects": list(facts.defects),
    }


def written(facts: Facts, sittings: Mapping[UUID, int]) -> Written:
    for number, one in enumerate(facts.measures, start=1):
        row = one.model_dump() | {"measure": one.measure.value, "defects": list(one.defects)}
        yield MeasureRow, {"number": number, **row}
    for nth, demand in enumerate(facts.demands, start=1):
        yield DemandRow, {"nth": nth, **demand_row(demand)}
    for nth, notice in enumerate(facts.notices, start=1):
        yield NoticeRow, {"nth": nth, **notice.model_dump()}
    for nth, came in enumerate(facts.attended, start=1):
        told = came.model_dump(exclude={"on", "sitting"})
        told |= {"came_on": came.on, "sitting_id": sittings[came.sitting]}
        yield AttendanceRow, {"nth": nth, **told}
    for nth, taken in enumerate(facts.taken, start=1):
        told = {"taken_on": taken.on, "measure": taken.measure.value, "exception": taken.exception}
        yield TakenRow, {"nth": nth, **told}


def demand_row(demand: Demand) -> dict[str, Any]:
    answer = demand.answer
    return {
        "asked_on": demand.asked_on,
        "recipient": demand.to,
        "text": demand.text,
        "answered_on": answer and answer.received_on,
        "answer_document": answer and answer.document,
        "answer": answer and answer.text,
    }


async def set_aside(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    """A correction of the submission may give the measures other numbers: two never share one."""
    votes = {one.vote: one.subject for one in facts.rounds}
    resolutions = {one.resolution: one.subject for one in facts.resolutions}
    for vote in await load_rounds(session, case.id):
        if votes.get(vote.vote, vote.subject) != vote.subject:
            aside = update(Vote).where(Vote.uid == vote.vote).values(subject=None)
            await session.execute(aside)
    for resolution in await load_resolutions(session, case.id):
        number = resolution.subject
        if resolutions.get(resolution.resolution, number) != number:
            its = ResolutionRow.uid == resolution.resolution
            await session.execute(update(ResolutionRow).where(its).values(subject=None))
