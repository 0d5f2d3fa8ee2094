"""A person's facts to rows and back."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.period import Period
from chamber.law.text import Name
from chamber.record.people.facts import Facts, MandateHeld, Named, PostHeld, SeatHeld
from chamber.record.people.tables import MandateRow, MembershipRow, NameRow, PersonRow, PostRow
from chamber.record.people.telling import in_order
from chamber.record.proceedings import Proceeding, ids, uids

R = TypeVar("R", NameRow, MandateRow, PostRow, MembershipRow)
P = TypeVar("P", bound=Period)


async def load(session: AsyncSession, key: int) -> Facts:
    person = await session.get_one(PersonRow, key, populate_existing=True)
    seats = await rows_of(session, MembershipRow, key)
    bodies = await uids(session, (row.body_id for row in seats))
    return Facts(
        born_on=person.born_on,
        names=tuple(named(row) for row in await rows_of(session, NameRow, key)),
        mandates=await mandates_of(session, key),
        posts=tuple(held(PostHeld, row) for row in await rows_of(session, PostRow, key)),
        memberships=in_order(*(held(SeatHeld, row, body=bodies[row.body_id]) for row in seats)),
    )


async def mandates_of(session: AsyncSession, key: int) -> tuple[MandateHeld, ...]:
    rows = await rows_of(session, MandateRow, key)
    matters = await uids(session, (row.because_id for row in rows if row.because_id))
    return tuple(mandate(row, matters) for row in rows)


async def rows_of(session: AsyncSession, table: type[R], key: int) -> Sequence[R]:
    query = select(table).where(table.person_id == key).order_by(table.starts_on)
    return (await session.scalars(query, execution_options={"populate_existing": True})).all()


def named(row: NameRow) -> Named:
    return Named(starts_on=row.starts_on, name=Name(kk=row.kk, ru=row.ru, latin=row.latin))


def mandate(row: MandateRow, matters: Mapping[int, UUID]) -> MandateHeld:
    because = matters[row.because_id] if row.because_id is not None else None
    return held(MandateHeld, row, because=because)


def held(kind: type[P], row: MandateRow | PostRow | MembershipRow, **known: UUID | None) -> P:
    columns = {name: getattr(row, name) for name in kind.model_fields if name not in known}
    return kind.model_validate(columns | known)


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    bodies = await ids(session, "bodies", (one.body for one in facts.memberships))
    matters = await ids(session, "mandates", (one.because for one in facts.mandates if one.because))
    await session.merge(PersonRow(id=case.id, born_on=facts.born_on))
    await session.flush()
    # Those that lie within a mandate are taken away before it, and written after it.
    for table in (MembershipRow, PostRow, MandateRow, NameRow):
        await session.execute(delete(table).where(table.person_id == case.id))
    await write(session, NameRow, case.id, names(facts))
    mandates = [mandate_row(one, matters) for one in facts.mandates]
    await write(session, MandateRow, case.id, mandates)
    await write(session, PostRow, case.id, [columns(one) for one in facts.posts])
    seats = [columns(one) | {"body_id": bodies[one.body]} for one in facts.memberships]
    await write(session, MembershipRow, case.id, seats)


def names(facts: Facts) -> list[dict[str, Any]]:
    """Each name lasts until the next begins."""
    ends = [one.starts_on for one in facts.names[1:]]
    return [
        {"starts_on": one.starts_on, "ends_on": until, **one.name.model_dump()}
        for one, until in zip(facts.names, [*ends, None], strict=True)
    ]


def mandate_row(one: MandateHeld, matters: Mapping[UUID, int]) -> dict[str, Any]:
    because = matters[one.because] if one.because is not None else None
    return columns(one) | {"because_id": because}


def columns(held: Period) -> dict[str, Any]:
    return held.model_dump(exclude={"body", "because"})


async def write(
    session: AsyncSession, table: type[R], key: int, rows: Sequence[dict[str, Any]]
) -> None:
    if rows:
        await session.execute(insert(table), [{"person_id": key, **row} for row in rows])
