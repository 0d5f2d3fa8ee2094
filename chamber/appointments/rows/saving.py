"""An appointment written to its rows. The rows of what was said are few, and written anew."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.facts import Candidate, Facts, Order, Statement, Term
from chamber.appointments.tables.cases import AppointmentRow, CandidateRow, OrderRow, StatementRow
from chamber.appointments.tables.offices import TermRow
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.rows import save_resolutions
from chamber.record.votes.rows import save_rounds

Known = Mapping[UUID, int]
Row = dict[str, Any]


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    people = await ids(session, "people", people_in(facts))
    sittings = await ids(session, "sittings", sittings_in(facts))
    await save_case(session, case, facts)
    await save_candidates(session, case, candidate_rows(facts, people, sittings))
    await save_terms(session, case, [term_row(one, facts, people) for one in facts.terms])
    said = [statement_row(one, people, sittings) for one in facts.statements]
    await write_anew(session, StatementRow, case, said)
    await write_anew(session, OrderRow, case, [order_row(one, sittings) for one in facts.orders])
    await save_rounds(session, case, facts.rounds)
    await save_resolutions(session, case, facts.resolutions)


async def save_case(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    committee = None
    if facts.committee is not None:
        committee = (await ids(session, "bodies", [facts.committee]))[facts.committee]
    row = AppointmentRow(
        id=case.id, chamber=facts.chamber, body=facts.body, committee_id=committee,
        sources=list(facts.sources) or None, opened_on=facts.opened_on,
    )  # fmt: skip
    await session.merge(row)
    await session.flush()


async def save_candidates(session: AsyncSession, case: Proceeding, rows: Sequence[Row]) -> None:
    """Candidates stay where they are: terms of office lean on them."""
    for table in (StatementRow, OrderRow):
        await session.execute(delete(table).where(table.appointment_id == case.id))
    gone = (TermRow.subject > len(rows), TermRow.appointment_id == case.id)
    await session.execute(delete(TermRow).where(*gone))
    after = (CandidateRow.number > len(rows), CandidateRow.appointment_id == case.id)
    await session.execute(delete(CandidateRow).where(*after))
    for row in rows:
        told = {"appointment_id": case.id} | row
        await put(session, CandidateRow, told, ["appointment_id", "number"])


async def save_terms(session: AsyncSession, case: Proceeding, rows: Sequence[Row]) -> None:
    subjects = [row["subject"] for row in rows]
    held = TermRow.appointment_id == case.id
    await session.execute(delete(TermRow).where(held, TermRow.subject.not_in(subjects)))
    for row in rows:
        told = {"appointment_id": case.id} | row
        await put(session, TermRow, told, ["appointment_id", "subject"])


async def write_anew(
    session: AsyncSession,
    table: type[StatementRow | OrderRow],
    case: Proceeding,
    rows: Sequence[Row],
) -> None:
    if rows:
        numbered = [
            {"appointment_id": case.id, "nth": nth} | row for nth, row in enumerate(rows, 1)
        ]
        await session.execute(insert(table), numbered)


async def put(
    session: AsyncSession, table: type[CandidateRow | TermRow], row: Row, key: list[str]
) -> None:
    """Write a row that is new or has changed; one that is as it was is left alone."""
    same = select(table).where(*(getattr(table, name) == row[name] for name in key))
    found = await session.scalar(same, execution_options={"populate_existing": True})
    if found is not None and all(getattr(found, name) == value for name, value in row.items()):
        return
    new = upsert(table).values(row)
    told = {name: new.excluded[name] for name in row if name not in key}
    await session.execute(new.on_conflict_do_update(index_elements=key, set_=told))


def people_in(facts: Facts) -> set[UUID]:
    named = {one.person for one in facts.candidates}
    named |= {one.submitted_by for one in facts.candidates if one.submitted_by is not None}
    return named | {one.deputy for one in facts.statements if one.deputy is not None}


def sittings_in(facts: Facts) -> set[UUID]:
    concluded = {one.conclusion.sitting for one in facts.candidates if one.conclusion is not None}
    announced = {one.announced_at for one in facts.candidates if one.announced_at is not None}
    said = {one.sitting for one in facts.statements} | {one.sitting for one in facts.orders}
    return concluded | announced | said


def candidate_rows(facts: Facts, people: Known, sittings: Known) -> list[Row]:
    return [
        {"number": number} | candidate_row(one, people, sittings)
        for number, one in enumerate(facts.candidates, start=1)
    ]


def candidate_row(one: Candidate, people: Known, sittings: Known) -> Row:
    heard = one.conclusion
    return {
        "person_id": people[one.person],
        "starts_on": one.starts_on,
        "submitted_on": one.submitted_on,
        "submitted_by_id": one.submitted_by and people[one.submitted_by],
        "document": one.document,
        "instead_of": one.instead_of,
        "conclusion_on": heard and heard.given_on,
        "conclusion_at_id": heard and sittings[heard.sitting],
        "recommends": heard.recommends if heard else None,
        "tally": heard and heard.tally.model_dump(mode="json"),
        "conclusion": heard and heard.text,
        "announced_on": one.announced_on,
        "announced_at_id": one.announced_at and sittings[one.announced_at],
        "defects": list(one.defects),
    }


def statement_row(one: Statement, people: Known, sittings: Known) -> Row:
    return {
        "kind": one.kind,
        "candidate": one.candidate,
        "said_on": one.said_on,
        "sitting_id": sittings[one.sitting],
        "deputy_id": one.deputy and people[one.deputy],
        "addressee": one.to,
        "admitted": one.admitted,
        "stance": one.stance,
        "text": one.text,
    }


def order_row(one: Order, sittings: Known) -> Row:
    return {
        "candidate": one.candidate,
        "decided_on": one.decided_on,
        "sitting_id": sittings[one.sitting],
        "form": one.form,
        "tally": one.tally.model_dump(mode="json"),
        "adopted": one.adopted,
        "adopted_on_readings": list(one.in_favour),
        "not_adopted_on_readings": list(one.against),
    }


def term_row(one: Term, facts: Facts, people: Known) -> Row:
    told = one.model_dump(exclude={"person", "last_day", "note"})
    return told | {
        "person_id": people[one.person], "chamber": facts.chamber, "body": facts.body.value,
    }  # fmt: skip
