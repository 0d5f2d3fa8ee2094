"""The demonstration's matters of the other powers: a report, a consent, a mandate that ended."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.plan import TODAY
from chamber.immunity.procedure import IMMUNITY
from chamber.law.seats import Chamber
from chamber.mandates.procedure import MANDATES
from chamber.record.chambers.overview import overview
from chamber.record.deadlines.tables import DeadlineRow
from chamber.record.procedure.room import Room
from chamber.record.proceedings import Proceeding
from chamber.record.votes.facts import Outcome
from chamber.reports.procedure import REPORTS
from tests.record.test_demo import pytestmark, reading, told

__all__ = ["pytestmark", "reading", "told"]  # The filled database of that module.


async def only(session: AsyncSession, room: Room[Any, Any, Any]) -> Any:
    """The facts of the only case of the room."""
    (case,) = await session.scalars(select(Proceeding.id).where(Proceeding.noun == room.noun))
    return await room.load(session, case)


async def due(session: AsyncSession, noun: str) -> dict[str, DeadlineRow]:
    query = select(DeadlineRow).join(Proceeding, Proceeding.id == DeadlineRow.proceeding_id)
    rows = await session.scalars(query.where(Proceeding.noun == noun))
    return {row.what: row for row in rows}


async def test_a_minister_has_reported_and_the_president_is_awaited(reading: AsyncSession) -> None:
    report = await only(reading, REPORTS)

    assert len(report.signatures) == 36
    outcomes = [(one.rule, one.outcome) for one in report.rounds]
    assert outcomes == [
        (rule, Outcome.ADOPTED) for rule in ("A57-6.03", "A57-6.17", "A57-6.16")
    ]  # fmt: skip
    assert all(one.ruling.verdict == "valid" for one in report.rounds)
    (appeal,) = report.appeals
    assert (appeal.released_on, appeal.refused_on) == (None, None)
    deadlines = await due(reading, "reports")
    assert deadlines["report"].done_on == date(2026, 3, 11)
    assert (deadlines["release"].due_on, deadlines["release"].done_on) == (None, None)


async def test_the_two_weeks_of_a_submission_are_running(reading: AsyncSession) -> None:
    matter = await only(reading, IMMUNITY)

    assert len(matter.measures) == 2
    assert matter.rounds == ()
    clock = (await due(reading, "immunity"))["consideration"]
    assert (clock.since, clock.done_on) == (date(2026, 3, 25), None)
    assert clock.since < TODAY < date(2026, 4, 7)
    assert (clock.due_on, clock.safe_until) == (date(2026, 4, 7), date(2026, 4, 7))


async def test_a_senator_has_resigned_and_the_seat_is_vacant(reading: AsyncSession) -> None:
    matter = await only(reading, MANDATES)

    assert matter.resolution is not None
    assert (matter.ground, matter.ends_on) == ("resigned", date(2026, 3, 27))
    for on, vacancies in ((date(2026, 3, 26), 0), (date(2026, 3, 27), 1)):
        assert (await overview(reading, Chamber.SENATE, on))["vacancies"] == vacancies
