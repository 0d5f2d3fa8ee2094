"""The rows beneath a proceeding: read by one statement, and written where they differ."""

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record.proceedings import find
from chamber.record.rows import Rows, rewrite, rows_of, table_of
from chamber.record.sittings.rows.loading import KINDS
from chamber.record.sittings.tables.held import MarkRow
from chamber.record.sittings.tables.planned import ItemRow, SittingRow
from chamber.web.troubles import is_away
from tests.record.roster import deputy, named
from tests.record.sitting_kept import QUESTION, act, begin


async def held(session: AsyncSession) -> int:
    """A sitting with an agenda, at which two deputies are registered."""
    there = [await deputy(session, named(name)) for name in ("Әбенов Асқар", "Сәрсен Айгүл")]
    uid = await begin(session, act("agenda", items=[{"title": QUESTION}, {"title": QUESTION}]),
                      act("register", present=there))  # fmt: skip
    return (await find(session, "sittings", uid)).id


def listening(session: AsyncSession) -> list[str]:
    sent: list[str] = []
    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", lambda *told: sent.append(told[2]))
    return sent


async def test_the_rows_of_all_kinds_come_by_one_statement_as_they_stand(
    session: AsyncSession,
) -> None:
    key = await held(session)
    sent = listening(session)

    rows = await rows_of(session, KINDS, key)

    assert len(sent) == 1
    assert len(rows[ItemRow]) == len(rows[MarkRow]) == 2
    for kind in KINDS:
        table = table_of(kind)
        query = select(table).where(next(iter(table.primary_key)) == key)
        alone = (await session.execute(query.order_by(*table.primary_key))).mappings().all()
        assert rows[kind] == [dict(one) for one in alone]


async def test_what_differs_is_written_and_nothing_else(session: AsyncSession) -> None:
    key = await held(session)
    rows = await rows_of(session, KINDS, key)
    sent = listening(session)

    await rewrite(session, key, rows)
    assert len(sent) == 1

    (sitting,), fewer = rows[SittingRow], rows[ItemRow][:1]
    changed: Rows = {**rows, SittingRow: [{**sitting, "place": "Астана"}], ItemRow: fewer}
    await rewrite(session, key, changed)

    written = [" ".join(one.split()[:3]) for one in sent[2:]]
    assert written == ["DELETE FROM agenda_item", "UPDATE sitting SET"]
    assert await rows_of(session, KINDS, key) == changed


async def test_a_table_that_is_changed_meanwhile_costs_one_answer_and_no_more(
    session: AsyncSession, engine: AsyncEngine
) -> None:
    key = await held(session)
    before = await rows_of(session, KINDS, key)
    await session.commit()
    async with engine.begin() as migrating:
        await migrating.execute(text("ALTER TABLE sitting ADD COLUMN added text"))

    with pytest.raises(DBAPIError) as refused:
        await rows_of(session, KINDS, key)

    assert is_away(refused.value), "whoever asked is not told to ask again"
    await session.rollback()
    assert await rows_of(session, KINDS, key) == before
