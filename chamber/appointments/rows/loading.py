"""An appointment read from its rows: exactly what its acts have told."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.bodies import Body
from chamber.appointments.facts import Candidate, Facts, Heard, Order, Statement, Term
from chamber.appointments.tables.cases import AppointmentRow, CandidateRow, OrderRow, StatementRow
from chamber.appointments.tables.offices import TermRow
from chamber.record.proceedings import uids
from chamber.record.resolutions.rows import load_resolutions
from chamber.record.votes.rows import load_rounds

R = TypeVar("R", CandidateRow, StatementRow, OrderRow, TermRow)
ORDER = {CandidateRow: "number", StatementRow: "nth", OrderRow: "nth", TermRow: "subject"}
Known = Mapping[int, UUID]


async def load(session: AsyncSession, key: int) -> Facts:
    row = await session.get_one(AppointmentRow, key, populate_existing=True)
    candidates = await rows_of(session, CandidateRow, key)
    statements = await rows_of(session, StatementRow, key)
    orders = await rows_of(session, OrderRow, key)
    terms = await rows_of(session, TermRow, key)
    known = await uids(session, named(row, candidates, statements, orders, terms))
    return Facts(
        chamber=row.chamber,
        body=Body(row.body),
        committee=None if row.committee_id is None else known[row.committee_id],
        sources=tuple(row.sources or ()),
        opened_on=row.opened_on,
        candidates=tuple(told_candidate(one, known) for one in candidates),
        statements=tuple(told_statement(one, known) for one in statements),
        orders=tuple(told_order(one, known) for one in orders),
        rounds=await load_rounds(session, key),
        resolutions=await load_resolutions(session, key),
        terms=tuple(told_term(one, known) for one in terms),
    )


async def rows_of(session: AsyncSession, table: type[R], key: int) -> Sequence[R]:
    order = {CandidateRow: "number", StatementRow: "nth", OrderRow: "nth", TermRow: "subject"}[
        table
    ]
    query = select(table).where(table.appointment_id == key).order_by(getattr(table, order))
    return (await session.scalars(query, execution_options={"populate_existing": True})).all()


def named(
    row: AppointmentRow,
    candidates: Sequence[CandidateRow],
    statements: Sequence[StatementRow],
    orders: Sequence[OrderRow],
    terms: Sequence[TermRow],
) -> set[int]:
    """Our own keys of all whom the rows name."""
    keys: set[int | None] = {row.committee_id}
    for one in candidates:
        keys |= {one.person_id, one.submitted_by_id, one.conclusion_at_id, one.announced_at_id}
    for said in statements:
        keys |= {said.sitting_id, said.deputy_id}
    keys |= {order.sitting_id for order in orders} | {term.person_id for term in terms}
    return {key for key in keys if key is not None}


def told_candidate(row: CandidateRow, known: Known) -> Candidate:
    return Candidate.model_validate(
        {
            "person": known[row.person_id],
            "starts_on": row.starts_on,
            "submitted_on": row.submitted_on,
            "submitted_by": row.submitted_by_id and known[row.submitted_by_id],
            "document": row.document,
            "instead_of": row.instead_of,
            "conclusion": told_conclusion(row, known),
            "announced_on": row.announced_on,
            "announced_at": row.announced_at_id and known[row.announced_at_id],
            "defects": tuple(row.defects),
        }
    )


def told_conclusion(row: CandidateRow, known: Known) -> Heard | None:
    if row.conclusion_on is None:
        return None
    return Heard.model_validate(
        {
            "given_on": row.conclusion_on,
            "sitting": known[row.conclusion_at_id or 0],
            "recommends": row.recommends,
            "tally": row.tally,
            "text": row.conclusion,
        }
    )


def told_statement(row: StatementRow, known: Known) -> Statement:
    columns = ("kind", "candidate", "said_on", "admitted", "stance", "text")
    told = {name: getattr(row, name) for name in columns}
    who = {"sitting": known[row.sitting_id], "deputy": row.deputy_id and known[row.deputy_id]}
    return Statement.model_validate(told | who | {"to": row.addressee})


def told_order(row: OrderRow, known: Known) -> Order:
    columns = ("candidate", "decided_on", "form", "tally", "adopted")
    readings = {
        "in_favour": tuple(row.adopted_on_readings),
        "against": tuple(row.not_adopted_on_readings),
    }
    told = {name: getattr(row, name) for name in columns}
    return Order.model_validate(told | readings | {"sitting": known[row.sitting_id]})


def told_term(row: TermRow, known: Known) -> Term:
    columns = (
        "subject", "appointed_on", "starts_on", "ends_on", "left_on", "ground", "above_quota",
        "quota",
    )  # fmt: skip
    told = {name: getattr(row, name) for name in columns}
    return Term.model_validate(told | {"person": known[row.person_id]})
