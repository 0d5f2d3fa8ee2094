"""Whom a case is about stands in the list by the name of today; a list looks no names up."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.text import Words
from chamber.record.deadlines.facts import About
from chamber.record.people.tables import NameRow
from chamber.record.proceedings import Proceeding

TABLES = ("deadline", "committee_deadline")
SET = """UPDATE {table} SET told = jsonb_set(told, '{{about}}', told -> 'about'
             || jsonb_build_object('kk', CAST(:kk AS text), 'ru', CAST(:ru AS text)))
         WHERE told #>> '{{about,person}}' = :person
           AND (told #>> '{{about,kk}}', told #>> '{{about,ru}}') IS DISTINCT FROM (:kk, :ru)"""


async def told_about(session: AsyncSession, about: About | None) -> dict[str, Any] | None:
    if about is None:
        return None
    words = about.words
    if about.person is not None:
        words = await name_of(session, about.person)
    told = {"person": str(about.person) if about.person is not None else None}
    return told | {"kk": words.kk, "ru": words.ru} if words is not None else None


async def name_of(session: AsyncSession, person: UUID) -> Words | None:
    query = select(NameRow.kk, NameRow.ru).join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.where(Proceeding.uid == person, NameRow.ends_on.is_(None))
    found = (await session.execute(query)).first()
    return Words(kk=found.kk, ru=found.ru) if found is not None else None


async def tell_name(session: AsyncSession, person: UUID) -> None:
    """Somebody may be called otherwise now."""
    name = await name_of(session, person)
    if name is not None:
        told = {"person": str(person), "kk": name.kk, "ru": name.ru}
        for table in TABLES:
            await session.execute(text(SET.format(table=table)), told)
