"""What a clerk enters stands in the feeds, from the first word to the media to the cancellation."""

from collections.abc import AsyncIterator
from typing import Any

import feedparser
import pytest
import pytest_asyncio
import vobject
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.feeds import listening
from chamber.law.roles import Role
from tests.feeds.conftest import Client, Open
from tests.web.conftest import token
from tests.web.hearing_room import (
    HALL,
    PLACE,
    WHY,
    Chambers,
    Matter,
    decision,
    notice,
    prepared,
    proposed,
    ready,
    seat_chambers,
)

STARTS, LATER = "2026-04-10T10:00:00+05:00", "2026-04-17T15:00:00+05:00"
SENT = "2026-03-20T10:00:00+05:00"


@pytest_asyncio.fixture
async def here(engine: AsyncEngine) -> Chambers:
    async with AsyncSession(engine) as session, session.begin():
        return await seat_chambers(session)


@pytest_asyncio.fixture
async def matter(house: Open, engine: AsyncEngine, here: Chambers) -> AsyncIterator[Matter]:
    _, clerk = await house()
    shown = await token(engine, Role.SECRETARIAT, "mazhilis")
    clerk.headers["Authorization"] = f"Bearer {shown}"
    yield await proposed(clerk, here)


async def event(client: Client) -> Any:
    read = vobject.readOne((await client.get("/feeds/hearings.ics?lang=kk")).text)
    return read.vevent


async def test_a_hearing_is_announced_moved_and_cancelled(matter: Matter, house: Open) -> None:
    public = matter.client
    assert "BEGIN:VEVENT" not in (await public.get("/feeds/hearings.ics")).text

    await ready(matter, STARTS, SENT)
    first = await event(public)
    assert first.uid.value == matter.uid
    assert first.status.value == "CONFIRMED"
    assert first.location.value == HALL
    await matter.done("reschedule", "2026-03-24", starts_at=LATER, place=PLACE, reason=WHY)
    moved = await event(public)
    assert moved.status.value == "TENTATIVE"  # No notice tells of that day yet.
    assert moved.dtstart.value.isoformat() == LATER
    await matter.done("notice", **notice("2026-03-25T10:00:00+05:00", LATER))
    assert (await event(public)).status.value == "CONFIRMED"
    await matter.done("cancel", "2026-03-26", reason=WHY)
    last = await event(public)
    assert last.status.value == "CANCELLED"
    assert int(last.sequence.value) > int(moved.sequence.value) > int(first.sequence.value)
    assert last.uid.value == first.uid.value
    (entry,) = feedparser.parse((await public.get("/feeds/hearings.atom?lang=ru")).content).entries
    assert entry.title.startswith("Отменены: ")
    page = (await public.get("/kk/")).text
    assert "өткізілмейді" in page
    assert "2026 жылғы 17 сәуір, 15:00 (Астана уақыты, UTC+5)" in page


async def test_a_hearing_whose_decision_is_found_not_to_have_been_taken_is_not_certain_any_more(
    matter: Matter,
) -> None:
    taken = await decision(matter, STARTS)
    await matter.done("decision", **taken)
    await prepared(matter)
    await matter.done("notice", **notice(SENT, STARTS))
    before = await event(matter.client)
    counted = {"kind": "decision", **taken, "tally": {"for": 3, "against": 11}}
    await matter.done("correction", "2026-03-21", entry=2, act=counted, reason=WHY["kk"])

    after = await event(matter.client)
    assert (before.status.value, after.status.value) == ("CONFIRMED", "TENTATIVE")
    assert after.dtstart.value == before.dtstart.value
    assert int(after.sequence.value) > int(before.sequence.value)
    page = (await matter.client.get("/ru/")).text
    assert matter.uid in page.partition("<h2>Время еще не назначено</h2>")[2]


async def test_what_was_entered_here_is_shown_here_once_it_is_acknowledged(
    matter: Matter, engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "AGAIN", 3600)
    async with engine.begin() as connection:  # So that nobody is called.
        await connection.exec_driver_sql("ALTER TABLE announcement DISABLE TRIGGER tell_board")
    await matter.client.get("/feeds/hearings.ics")
    await ready(matter, STARTS, SENT)
    assert (await event(matter.client)).uid.value == matter.uid


async def test_a_closed_hearing_changes_no_byte(
    matter: Matter, house: Open, here: Chambers
) -> None:
    paths = ["/feeds/hearings.atom", "/feeds/hearings.ics", "/feeds/hearings.json", "/kk/", "/ru/"]
    await ready(matter, STARTS, SENT)
    before = [await matter.client.get(path) for path in paths]

    closed = await proposed(matter.client, here, form="closed")
    after = [await matter.client.get(path) for path in paths]

    assert [one.content for one in after] == [one.content for one in before]
    assert [one.headers["etag"] for one in after] == [one.headers["etag"] for one in before]
    unknown = await matter.client.get(f"/kk/hearings/{closed.uid[:-4]}0000")
    hidden = await matter.client.get(f"/kk/hearings/{closed.uid}")
    assert (hidden.status_code, hidden.content) == (404, unknown.content)
