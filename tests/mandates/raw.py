"""Matters of mandates written by SQL alone, as the application's role could."""

from datetime import date, timedelta
from json import dumps
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

DAY = date(2026, 3, 25)
NEXT = DAY + timedelta(days=1)


async def run(session: AsyncSession, statement: str, **told: Any) -> Any:
    await session.execute(text("SET LOCAL ROLE chamber_app"))
    return await session.execute(text(statement), told)


async def proceeding(session: AsyncSession, noun: str) -> int:
    told = {"noun": noun, "number": str(uuid4())}
    made = """INSERT INTO proceeding (noun, number, chamber) VALUES (:noun, :number, 'mazhilis')
              RETURNING id"""
    key: int = (await run(session, made, **told)).scalar_one()
    return key


async def deputy(session: AsyncSession, **more: Any) -> int:
    key = await proceeding(session, "people")
    await run(session, "INSERT INTO person (id) VALUES (:id)", id=key)
    told = {"id": key, "on": date(2023, 3, 29), "ends": None, "ground": None, "because": None}
    await run(
        session,
        """INSERT INTO mandate (person_id, starts_on, chamber, convocation, basis, ends_on, ground,
               because_id)
           VALUES (:id, :on, 'mazhilis', 8, 'list', :ends, :ground, :because)""",
        **told | more,
    )
    return key


async def matter(session: AsyncSession, person: int, ground: str = "resigned", **more: Any) -> int:
    """Concluded, unless said otherwise."""
    key = await proceeding(session, "mandates")
    told = {
        "id": key, "ground": ground, "happened": DAY, "by": "deputy", "dissolved": None,
        "activity": None, "concluded": DAY, "favours": True, "ends": None, "defects": [],
        "document": None,
    }  # fmt: skip
    if more.get("concluded", DAY) is None:
        more |= {"favours": None}
    await run(
        session,
        """INSERT INTO mandate_matter (id, chamber, opened_on, ground, happened_on, set_off_by,
               dissolved, activity, document, conclusion_on, favours, ends_on, defects)
           VALUES (:id, 'mazhilis', '2026-03-25', :ground, :happened, :by, :dissolved, :activity,
               :document, :concluded, :favours, :ends, :defects)""",
        **told | more,
    )
    of = "INSERT INTO mandate_matter_deputy VALUES (:id, 1, :person)"
    await run(session, of, id=key, person=person)
    return key


async def vote(session: AsyncSession, matter: int, outcome: str = "adopted") -> int:
    told = {"uid": uuid4(), "matter": matter, "outcome": outcome, "day": DAY}
    made = """INSERT INTO vote (uid, proceeding_id, chamber, power, rule, question_kk, question_ru,
                  subject, form, method, number, opened_on, closed_on, outcome)
              VALUES (:uid, :matter, 'mazhilis', '57(4)', 'A57-4.28', 'С', 'В', 1, 'open',
                  'totals', 1, :day, :day, :outcome) RETURNING id"""
    key: int = (await run(session, made, **told)).scalar_one()
    return key


async def resolution(
    session: AsyncSession, matter: int, vote: int | None, decision: str = "end_powers"
) -> None:
    told = {"uid": uuid4(), "matter": matter, "vote": vote, "decision": decision, "day": DAY}
    await run(
        session,
        """INSERT INTO resolution (uid, proceeding_id, subject, chamber, convocation, number,
               decision, vote_id, kk, ru, adopted_on)
           VALUES (:uid, :matter, 1, 'mazhilis', 8, 1, :decision, :vote, 'Қ', 'П', :day)""",
        **told,
    )


async def let_pass(session: AsyncSession, case: int, rule: str) -> None:
    """The journal tells that a breach of the rule was accepted with a reason."""
    told = {"data": {"despite": "себебі бар", "ruling": {"findings": [{"rule": rule}]}}}
    await run(
        session,
        """INSERT INTO journal (proceeding_id, seq, kind, act_on, salt, body)
           VALUES (:case, 1, 'matter', :day, :salt, :body)""",
        case=case, day=DAY, salt=uuid4().bytes, body=dumps(told).encode(),
    )  # fmt: skip


async def refused(session: AsyncSession, because: str) -> None:
    with pytest.raises(DBAPIError, match=because):
        await session.commit()
