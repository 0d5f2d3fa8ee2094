"""Cases of an earlier release, or told by an earlier calendar, are told of in the list once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.procedure import retelling
from chamber.record.procedure.retelling import edition, retell
from chamber.rooms import ROOMS
from tests.appointments.seated import seated
from tests.deadlines.test_kept import appointed, rows


class Bar(list[tuple[int, int]]):
    """Stands in for the progress bar."""

    def __call__(self, done: int, of: int) -> None:
        self.append((done, of))


async def filled(session: AsyncSession) -> tuple[UUID, Sequence[Any]]:
    case = await appointed(session, await seated(session))
    await session.commit()
    return case, await rows(session)


async def tampered(session: AsyncSession, *changes: str) -> None:
    for change in changes:
        await session.execute(text(change))
    await session.commit()


async def in_committees(session: AsyncSession) -> int:
    return len((await session.scalars(text("SELECT body FROM committee_deadline"))).all())


async def test_what_an_earlier_release_did_not_write_is_told_once(
    session: AsyncSession, database: str
) -> None:
    _, (before,) = await filled(session)
    await tampered(session, "DELETE FROM committee_deadline", "DELETE FROM deadline")
    bar = Bar()

    await retell(database, ROOMS, bar)

    (after,) = await rows(session)
    assert {**after, "changed_at": None} == {**before, "changed_at": None}
    assert await in_committees(session) == 1
    assert bar == [(1, 1)]
    await retell(database, ROOMS, bar)
    assert bar == [(1, 1)]


async def test_an_empty_database_has_nothing_to_tell(database: str, session: AsyncSession) -> None:
    bar = Bar()

    await retell(database, ROOMS, bar)

    assert bar == []
    assert (await session.scalars(text("SELECT by FROM deadlines_told"))).all() == [edition()]


async def test_a_newer_calendar_has_all_told_anew_and_changes_only_what_differs(
    session: AsyncSession, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, (before,) = await filled(session)
    await retell(database, ROOMS)
    monkeypatch.setattr(retelling, "edition", lambda: "newer")
    bar = Bar()

    await retell(database, ROOMS, bar)

    assert bar == [(1, 1)]
    assert await rows(session) == [before]
    assert (await session.scalars(text("SELECT by FROM deadlines_told"))).all() == ["newer"]


async def test_a_day_that_moved_is_told_with_a_number_of_its_own(
    session: AsyncSession, database: str
) -> None:
    _, (before,) = await filled(session)
    await tampered(session, "UPDATE deadline SET due_on = due_on - 1, safe_until = due_on - 1")

    await retell(database, ROOMS)

    (after,) = await rows(session)
    assert (after["due_on"], after["safe_until"]) == (before["due_on"], before["safe_until"])
    assert after["sequence"] == before["sequence"] + 1
    assert after["changed_at"] > before["changed_at"]


async def test_what_was_ended_half_way_begins_anew(session: AsyncSession, database: str) -> None:
    await filled(session)
    await tampered(session, "DELETE FROM committee_deadline", "DELETE FROM deadline")

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await retell(database, ROOMS, stop)
    assert await session.scalar(text("SELECT count(*) FROM deadlines_told")) == 0
    await session.rollback()

    bar = Bar()
    await retell(database, ROOMS, bar)
    assert (bar, len(await rows(session))) == ([(1, 1)], 1)
