"""The names of all whom an act names by their ids: people, bodies, and other proceedings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Sentence
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding


async def names_in(session: AsyncSession, *acts: Act) -> dict[UUID, Sentence]:
    """By the names of today. What has no name is told by its number."""
    wanted = {uid for act in acts for uid in uids_in(act.model_dump())}
    if not wanted:
        return {}
    query = (
        select(Proceeding.uid, Proceeding.number, NameRow, BodyRow)
        .outerjoin(NameRow, (NameRow.person_id == Proceeding.id) & NameRow.ends_on.is_(None))
        .outerjoin(BodyRow, BodyRow.id == Proceeding.id)
        .where(Proceeding.uid.in_(wanted))
    )
    rows = await session.execute(query)
    return {uid: name(number, person or body) for uid, number, person, body in rows}


def uids_in(told: object) -> Iterator[UUID]:
    if isinstance(told, UUID):
        yield told
    elif isinstance(told, Mapping):
        pairs: Iterable[Any] = told.items()
        yield from uids_in(list(pairs))
    elif isinstance(told, list | tuple):
        for one in told:
            yield from uids_in(one)


def name(number: str, row: NameRow | BodyRow | None) -> Sentence:
    if row is None:
        return Sentence(kk=f"№ {number}", ru=f"№ {number}", en=f"No. {number}")
    return Sentence(kk=row.kk, ru=row.ru, en=row.latin)
