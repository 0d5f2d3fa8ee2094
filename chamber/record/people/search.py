"""Finding people: by any of their names, by chamber and day, by body; in the Kazakh order."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, collate, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.roll import faction_of
from chamber.record.people.tables import MandateRow, MembershipRow, NameRow
from chamber.record.proceedings import Proceeding

NOW = NameRow.ends_on.is_(None)
ORDER = (collate(NameRow.sorted_by, "C"), NameRow.person_id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of people is asked for. Who is in office or in a body is so on the day `on`."""

    on: date
    name: str | None = None
    chamber: Chamber | None = None
    body: UUID | None = None
    after: UUID | None = None
    limit: int = 20


async def find_people(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    serving = and_(MandateRow.person_id == NameRow.person_id, MandateRow.during.contains(wanted.on))
    query = select(Proceeding.uid, NameRow, MandateRow).where(NOW)
    query = query.join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.outerjoin(MandateRow, serving)
    query = query.where(*conditions(wanted))
    if wanted.after is not None:
        query = query.where(tuple_(*ORDER) > await place_of(session, wanted.after))
    rows = await session.execute(query.order_by(*ORDER).limit(wanted.limit + 1))
    found = rows.all()
    factions = await faction_of(session, [uid for uid, _, _ in found], wanted.on)
    return [told(uid, name, mandate, factions.get(uid)) for uid, name, mandate in found]


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.name is not None:
        asked.append(NameRow.person_id.in_(named(wanted.name)))
    if wanted.chamber is not None:
        asked.append(MandateRow.chamber == wanted.chamber)
    if wanted.body is not None:
        asked.append(NameRow.person_id.in_(seated(wanted.body, wanted.on)))
    return asked


def named(words: str) -> Select[int]:
    """Who has, or had, a name with words that begin so, or that is spelt much like it."""
    small = words.lower().replace("ё", "е").replace("-", " ")
    begun = (NameRow.found_by.like(f"% {escaped(word)}%", escape="\\") for word in small.split())
    like = NameRow.found_by.op("%>", is_comparison=True)(small)
    return select(NameRow.person_id).where(or_(and_(*begun), like))


def escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def seated(body: UUID, on: date) -> Select[int]:
    query = select(MembershipRow.person_id).join(BodyRow, BodyRow.id == MembershipRow.body_id)
    query = query.join(Proceeding, Proceeding.id == BodyRow.id)
    return query.where(
        Proceeding.uid == body, MembershipRow.during.contains(on), BodyRow.during.contains(on)
    )


async def place_of(session: AsyncSession, person: UUID) -> ColumnElement[Any]:
    query = select(NameRow.sorted_by, NameRow.person_id).where(NOW)
    query = query.join(Proceeding, Proceeding.id == NameRow.person_id)
    found = (await session.execute(query.where(Proceeding.uid == person))).first()
    if found is None:
        raise BadQuestion("after", "is not the id of a person")
    return tuple_(*found)


def told(
    uid: UUID, name: NameRow, mandate: MandateRow | None, faction: UUID | None
) -> dict[str, Any]:
    return {
        "id": str(uid),
        "name": Name(kk=name.kk, ru=name.ru, latin=name.latin).model_dump(),
        "mandate": mandate
        and {
            "chamber": mandate.chamber,
            "convocation": mandate.convocation,
            "basis": mandate.basis,
            "starts_on": mandate.starts_on.isoformat(),
            "ends_on": mandate.ends_on and mandate.ends_on.isoformat(),
        },
        "faction": faction and str(faction),
    }
