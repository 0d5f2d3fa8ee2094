"""The hearings of the demonstration: what sources tell, and a season by a clerk's own acts."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.plan import TODAY
from chamber.demo.season import HEARINGS_TOLD
from chamber.hearings.board import State
from chamber.hearings.facts import Hearing
from chamber.hearings.rows.loading import load
from chamber.hearings.tables.board import AnnouncedRow, AnnouncementRow
from chamber.hearings.tables.cases import HearingRow
from chamber.law.ruling import Verdict
from chamber.law.terms import ASTANA
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from tests.record.test_demo import pytestmark, reading, told

__all__ = ["pytestmark", "reading", "told"]  # The filled database of that module.


async def hearings(reading: AsyncSession) -> dict[str, Hearing]:
    query = select(Proceeding).where(Proceeding.noun == "hearings").order_by(Proceeding.id)
    cases = (await reading.scalars(query)).all()
    return {case.number: await load(reading, case.id) for case in cases}


async def posters(reading: AsyncSession) -> dict[str, Any]:
    rows = (await reading.scalars(select(AnnouncedRow))).all()
    return {row.poster["number"]: row for row in rows}


async def test_the_past_is_told_with_its_sources_and_judged_by_nobody(
    reading: AsyncSession,
) -> None:
    past = [one for one in (await hearings(reading)).values() if one.told is not None]

    spans = [(one.told.first_day, one.told.last_day) for one in past if one.told]
    session = (date(2016, 9, 1), date(2017, 6, 30))
    assert spans == [session, session, (date(2017, 9, 11), date(2017, 9, 11))]
    assert all(one.told and one.told.sources and one.goes_out for one in past)
    kinds = await reading.scalars(select(Entry).where(Entry.kind == "recorded"))
    told = [one.read()["data"] for one in kinds]
    assert all(one["occurred"] and one["ruling"]["verdict"] is None for one in told)


async def test_the_season_has_every_kind_of_hearing(reading: AsyncSession) -> None:
    board = await posters(reading)

    season = [row for number, row in board.items() if "/2026/" in number]
    states = sorted(row.state for row in season)
    assert states == sorted(["held"] * 4 + ["moved", "cancelled"] + ["planned"] * 4)
    adopted = [row.poster["recommendations"] for row in season if row.state == State.HELD]
    assert sorted(adopted) == [False, True, True, True]
    assert len(board["mazhilis/2026/5"].poster["organisers"]) == 2  # A joint one.
    assert any(one.linked for one in (await hearings(reading)).values())
    late = board["mazhilis/2026/3"].poster
    assert (late["defects"], late["notice"]["late_on"]) == (["A57-5.11"], ["Q-01 B"])
    rest = [row.poster for row in season if row.poster["number"] != late["number"]]
    assert {one["notice"]["verdict"] for one in rest} == {Verdict.VALID}


async def test_a_hearing_that_was_moved_was_announced_anew(reading: AsyncSession) -> None:
    board = await posters(reading)
    moved = board["mazhilis/2026/4"]

    query = select(AnnouncementRow).where(AnnouncementRow.hearing_id == moved.id)
    rows = (await reading.scalars(query.order_by(AnnouncementRow.serial))).all()
    told = [
        (row.poster["starts_at"], row.poster["notice"]["verdict"]) for row in rows if row.poster
    ]
    before, after = "2026-04-03T05:00:00Z", "2026-04-10T05:00:00Z"
    assert told == [(before, "valid"), (after, "invalid"), (after, "valid")]
    assert [row.sequence for row in rows] == [0, 1, 2]


async def test_closed_ones_and_drafts_are_on_no_board(reading: AsyncSession) -> None:
    board, all_of_them = await posters(reading), await hearings(reading)

    unseen = set(all_of_them) - set(board)
    assert unseen == {"mazhilis/2026/closed/1", "mazhilis/2026/draft/7", "senate/2026/closed/1"}
    assert all_of_them["mazhilis/2026/closed/1"].materials
    assert all_of_them["senate/2026/closed/1"].begun_on is None
    assert [all_of_them[number].goes_out for number in sorted(unseen)] == [False] * 3


async def test_none_is_held_on_a_day_of_a_plenary_and_those_to_come_are_after_today(
    reading: AsyncSession,
) -> None:
    rows = (await reading.scalars(select(HearingRow))).all()

    assert not [row for row in rows if "A57-5.08" in row.defects]
    coming = [row for row in rows if row.starts_at and not row.ended_on and not row.cancelled_on]
    assert len(coming) == 6
    assert all(row.starts_at.astimezone(ASTANA).date() > TODAY for row in coming if row.starts_at)


def test_guests_of_the_season_bear_no_name_of_anybody_else() -> None:
    names = [guest.name for guest in HEARINGS_TOLD.guests]
    assert len(set(names)) == len(names) == 4
