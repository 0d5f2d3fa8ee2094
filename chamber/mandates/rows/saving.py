"""A matter of mandates written to its rows."""

from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.mandates.facts import Facts
from chamber.mandates.rows.loading import SAME, deputies_of
from chamber.mandates.tables.cases import MatterDeputyRow, MatterRow
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.rows import save_resolutions
from chamber.record.votes.rows import save_rounds


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    await session.merge(MatterRow(id=case.id, **columns(facts)))
    await session.flush()
    if await deputies_of(session, case.id) != facts.deputies:
        await save_deputies(session, case, facts)
    await save_rounds(session, case, facts.rounds)
    await save_resolutions(session, case, facts.resolutions)


async def save_deputies(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    people = await ids(session, "people", facts.deputies)
    await session.execute(delete(MatterDeputyRow).where(MatterDeputyRow.matter_id == case.id))
    rows = [
        {"matter_id": case.id, "nth": nth, "person_id": people[one]}
        for nth, one in enumerate(facts.deputies, start=1)
    ]
    if rows:
        await session.execute(insert(MatterDeputyRow), rows)


def columns(facts: Facts) -> dict[str, Any]:
    told, heard = {name: getattr(facts, name) for name in SAME}, facts.conclusion
    return told | {
        "conclusion_on": heard and heard.received_on,
        "favours": heard.favours if heard else None,
        "conclusion_document": heard and heard.document,
        "conclusion": heard and heard.text,
        "defects": list(facts.defects),
    }
