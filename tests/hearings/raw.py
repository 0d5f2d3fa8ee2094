"""Hearings and sittings written by SQL alone, as the application's role could."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.sight import see_all
from tests.hearings.housed import HELD, PLACE, at

OPENED = date(2026, 3, 2)


async def run(session: AsyncSession, statement: str, **told: Any) -> Any:
    await session.execute(text("SET LOCAL ROLE chamber_app"))
    await see_all(session)
    return await session.execute(text(statement), told)


async def matter(session: AsyncSession, noun: str) -> int:
    told = {"noun": noun, "number": str(uuid4())}
    made = "INSERT INTO proceeding (noun, number) VALUES (:noun, :number) RETURNING id"
    key: int = (await run(session, made, **told)).scalar_one()
    return key


async def hearing(session: AsyncSession, day: date = HELD, **more: Any) -> int:
    key = await matter(session, "hearings")
    told = {"id": key, "at": at(day), "opened": OPENED, "place": PLACE}
    told |= {"chamber": "mazhilis", "begun": None, "chair": None, "defects": []} | more
    await run(
        session,
        """INSERT INTO hearing (id, chamber, topic_kk, topic_ru, opened_on, proposed_by,
               proposed_form, starts_at, place_kk, place_ru, decided_on, decided_at_id,
               decided_tally, begun_on, chair_id, defects)
           VALUES (:id, :chamber, 'Т', 'Т', :opened, 'committee', 'open', :at, :place, :place,
               :opened, :id, '{}', :begun, :chair, :defects)""",
        **told,
    )
    return key


async def sitting(
    session: AsyncSession, day: date = HELD, kind: str = "plenary", chamber: str = "mazhilis"
) -> int:
    key = await matter(session, "sittings")
    told = {"id": key, "kind": kind, "chamber": chamber, "at": at(day, 9), "opened": OPENED}
    await run(
        session,
        """INSERT INTO sitting (id, chamber, kind, planned_on, starts_at, place)
           VALUES (:id, :chamber, :kind, :opened, :at, 'Зал')""",
        **told,
    )
    return key


async def person(session: AsyncSession) -> int:
    key = await matter(session, "people")
    await run(session, "INSERT INTO person (id) VALUES (:id)", id=key)
    return key


async def notice(session: AsyncSession, key: int, sent: date, **more: Any) -> None:
    told = {"id": key, "sent": at(sent), "topic": "Т", "at": at(HELD), "place": PLACE} | more
    await run(
        session,
        """INSERT INTO hearing_notice (hearing_id, nth, sent_at, channel, text, topic, starts_at,
               place)
           VALUES (:id, 1, :sent, 'БАҚ', 'Мәтін', :topic, :at, :place)""",
        **told,
    )


async def begun(session: AsyncSession, **more: Any) -> int:
    return await hearing(session, begun=HELD, chair=await person(session), **more)


async def refused(session: AsyncSession, why: str) -> None:
    with pytest.raises(DBAPIError, match=why):
        await session.commit()
    await session.rollback()
