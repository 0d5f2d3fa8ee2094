"""Matters of immunity written by SQL alone, as the application's role could."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from tests.appointments.seated import DAY
from tests.immunity.seated import CONCLUDED, FORWARDED, RECEIVED


async def run(session: AsyncSession, statement: str, **told: Any) -> Any:
    await session.execute(text("SET LOCAL ROLE chamber_app"))
    return await session.execute(text(statement), told)


async def proceeding(session: AsyncSession, noun: str) -> int:
    told = {"noun": noun, "number": str(uuid4())}
    made = """INSERT INTO proceeding (noun, number, chamber) VALUES (:noun, :number, 'mazhilis')
              RETURNING id"""
    key: int = (await run(session, made, **told)).scalar_one()
    return key


async def person(session: AsyncSession) -> int:
    key = await proceeding(session, "people")
    await run(session, "INSERT INTO person (id) VALUES (:id)", id=key)
    return key


async def matter(session: AsyncSession, *measures: str, **more: Any) -> int:
    """Asked for, forwarded and concluded, unless said otherwise."""
    key = await proceeding(session, "immunity")
    told = {
        "id": key, "deputy": await person(session), "by": "prosecutor_general", "on": RECEIVED,
        "sent": FORWARDED, "concluded": CONCLUDED, "favours": True, "text": "Қ", "defects": [],
    }  # fmt: skip
    if more.get("concluded", CONCLUDED) is None:
        more |= {"favours": None, "text": None}
    await run(
        session,
        """INSERT INTO immunity (id, chamber, deputy_id, submitted_by, opened_on, forwarded_on,
               conclusion_on, favours, conclusion, defects)
           VALUES (:id, 'mazhilis', :deputy, :by, :on, :sent, :concluded, :favours, :text,
               :defects)""",
        **told | more,
    )
    for number, measure in enumerate(measures or ("detention",), start=1):
        await measured(session, key, number, measure)
    return key


async def measured(
    session: AsyncSession, key: int, number: int = 2, measure: str = "custody", **more: Any
) -> None:
    told = {"asked": True, "taken": None, "exception": None, "defects": []} | more
    await run(
        session,
        """INSERT INTO immunity_measure (immunity_id, number, measure, asked, taken_on, exception,
               defects)
           VALUES (:id, :number, :measure, :asked, :taken, :exception, :defects)""",
        id=key, number=number, measure=measure, **told,
    )  # fmt: skip


async def voted(session: AsyncSession, key: int, **more: Any) -> int:
    told = {
        "uid": uuid4(), "id": key, "subject": 1, "on": DAY, "closed": DAY, "outcome": "adopted",
        "number": 1, "power": "57(4)",
    }  # fmt: skip
    made = """INSERT INTO vote (uid, proceeding_id, chamber, power, rule, question_kk, question_ru,
                  subject, form, method, number, opened_on, closed_on, in_favour, against,
                  abstained, outcome, electorate)
              VALUES (:uid, :id, 'mazhilis', :power, 'A57-4.28', 'С', 'В', :subject, 'open',
                  'totals', :number, :on, :closed, 0, 0, 0, :outcome, '{}')
              RETURNING id"""
    vote: int = (await run(session, made, **told | more)).scalar_one()
    return vote


async def resolved(session: AsyncSession, key: int, vote: int | None, **more: Any) -> int:
    told = {
        "uid": uuid4(), "id": key, "subject": 1, "decision": "consent", "vote": vote, "on": DAY,
    }  # fmt: skip
    made = """INSERT INTO resolution (uid, proceeding_id, subject, chamber, convocation,
                  official_number, decision, vote_id, adopted_on)
              VALUES (:uid, :id, :subject, 'mazhilis', 8, '№ 1', :decision, :vote, :on)
              RETURNING id"""
    resolution: int = (await run(session, made, **told | more)).scalar_one()
    return resolution


async def refused(session: AsyncSession, constraint: str) -> None:
    with pytest.raises(DBAPIError) as told:
        await session.commit()
    assert told.value.orig is not None
    assert getattr(told.value.orig.__cause__, "constraint_name", "").startswith(constraint)
    await session.rollback()
