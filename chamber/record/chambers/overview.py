"""What a chamber was on a day, put together from the people and the bodies."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chamber.law.seats import CHAMBERS, Chamber, NoChamber, Unanswerable, seats_on
from chamber.law.text import Name
from chamber.record.bodies.acts import BodyKind
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.acts import BodyRole, Office
from chamber.record.people.roll import holders, in_office, vacant
from chamber.record.people.tables import MembershipRow, NameRow
from chamber.record.proceedings import Proceeding

Json = dict[str, Any]


async def overview(session: AsyncSession, chamber: Chamber, on: date) -> Json:
    found = len(await in_office(session, chamber, on))
    chair = await holders(session, chamber, Office.CHAIR, on)
    deputy_chairs = await holders(session, chamber, Office.DEPUTY_CHAIR, on)
    bodies = await bodies_of(session, chamber, on)
    chairs = {uid for body in bodies for uid in body["chairs"]}
    names = await names_of(session, {*chair, *deputy_chairs, *chairs})
    return {
        "chamber": chamber.value,
        "name": CHAMBERS.chambers[chamber].name.model_dump(),
        "on": on.isoformat(),
        "seats": known_seats(chamber, on),
        "in_office": known_deputies(found, chamber, on),
        "vacancies": vacant(chamber, on, deputies=found),
        "chair": named(names, chair),
        "deputy_chairs": [{"id": str(uid), "name": names[uid]} for uid in deputy_chairs],
        "factions": told(bodies, BodyKind.FACTION, names),
        "committees": told(bodies, BodyKind.COMMITTEE, names),
    }


def known_seats(chamber: Chamber, on: date) -> int | None:
    try:
        return seats_on(chamber, on)
    except Unanswerable:
        return None


def known_deputies(found: int, chamber: Chamber, on: date) -> int | None:
    """None where the record knows of nobody, and the law does not say how many there were."""
    try:
        seats_on(chamber, on)
    except NoChamber:
        return found
    except Unanswerable:
        return found or None
    return found


async def bodies_of(session: AsyncSession, chamber: Chamber, on: date) -> list[Json]:
    """The bodies of that day with their sizes and chairs, in the Kazakh order of their names."""
    person = aliased(Proceeding)
    seats = (
        select(
            MembershipRow.body_id,
            func.count().label("size"),
            func.array_agg(person.uid).filter(MembershipRow.role == BodyRole.CHAIR).label("chairs"),
        )
        .join(person, person.id == MembershipRow.person_id)
        .where(MembershipRow.chamber == chamber, MembershipRow.during.contains(on))
        .group_by(MembershipRow.body_id)
        .subquery()
    )
    query = select(Proceeding.uid, BodyRow, seats.c.size, seats.c.chairs)
    query = query.join(Proceeding, Proceeding.id == BodyRow.id)
    query = query.outerjoin(seats, seats.c.body_id == BodyRow.id)
    query = query.where(BodyRow.chamber == chamber, BodyRow.during.contains(on))
    query = query.order_by(func.kk_key(BodyRow.kk).collate("C"), BodyRow.id)
    return [
        {"id": uid, "body": row, "size": size or 0, "chairs": leaders or []}
        for uid, row, size, leaders in (await session.execute(query))
    ]


async def names_of(session: AsyncSession, people: Collection[UUID]) -> dict[UUID, Json]:
    query = select(Proceeding.uid, NameRow).join(NameRow, NameRow.person_id == Proceeding.id)
    query = query.where(Proceeding.uid.in_(people), NameRow.ends_on.is_(None))
    rows = (await session.execute(query)) if people else ()
    return {uid: written(row) for uid, row in rows}


def written(row: NameRow | BodyRow) -> Json:
    return Name(kk=row.kk, ru=row.ru, latin=row.latin).model_dump()


def told(bodies: list[Json], kind: BodyKind, names: dict[UUID, Json]) -> list[Json]:
    return [
        {
            "id": str(body["id"]),
            "name": written(body["body"]),
            "size": body["size"],
            "chair": named(names, body["chairs"]),
        }
        for body in bodies
        if body["body"].kind == kind
    ]


def named(names: dict[UUID, Json], people: Collection[UUID]) -> Json | None:
    first = next(iter(people), None)
    return None if first is None else {"id": str(first), "name": names[first]}
