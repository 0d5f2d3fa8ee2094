"""The calendar of deadlines keeps to RFC 5545, and its events stay the same from day to day."""

from datetime import date
from typing import Any

import httpx
import pytest_asyncio
from icalendar import Calendar
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.rooms import ROOMS
from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.web.conftest import Client
from tests.web.hearing_house import app, clerk, here, matter
from tests.web.hearing_room import Chambers, Matter, decided, notice, proposed

__all__ = ["app", "clerk", "here", "matter"]  # Fixtures. Today is 30 April 2026.
ADDRESS = "/api/v1/deadlines.ics"
AT, AGAIN = "2026-05-20T10:00:00+05:00", "2026-05-27T10:00:00+05:00"


@pytest_asyncio.fixture
async def due(matter: Matter, here: Chambers, clerk: Client) -> Matter:
    """A hearing whose notice is due; of another it cannot be known yet."""
    await decided(matter, AT)
    await proposed(clerk, here)
    return matter


async def events(client: Client, query: str = "") -> list[dict[str, str]]:
    answer = await client.get(ADDRESS + query)
    assert answer.status_code == 200, answer.text
    return [{name: one[name].to_ical().decode() for name in one} for one in walked(answer.content)]


def walked(content: bytes) -> list[Any]:
    return Calendar.from_ical(content).walk("VEVENT")


async def test_it_is_a_calendar_in_lines_of_75_octets(due: Matter, clerk: Client) -> None:
    answer = await clerk.get(ADDRESS)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert (lines[0], lines[-2]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR")
    whole = Calendar.from_ical(answer.content)
    assert {"VERSION", "PRODID"} <= set(whole)
    for event in whole.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"} <= set(event)


async def test_a_day_is_a_whole_day_and_what_has_none_is_left_out(
    due: Matter, clerk: Client
) -> None:
    answer = await clerk.get(ADDRESS)
    (event,) = walked(answer.content)

    assert event["DTSTART"].dt == date(2026, 5, 12)
    assert b"DTSTART;VALUE=DATE:20260512\r\n" in answer.content
    assert event["URL"].endswith(due.address)


async def test_an_event_keeps_its_name_and_its_number_rises_with_each_change(
    due: Matter, clerk: Client
) -> None:
    (first,) = await events(clerk)
    (again,) = await events(clerk, "?lang=en&week=2026-W20&chamber=mazhilis&what=notice")
    assert (again["UID"], again["SEQUENCE"], again["DTSTAMP"]) == (
        first["UID"], first["SEQUENCE"], first["DTSTAMP"],
    )  # fmt: skip
    assert again["SUMMARY"].startswith("Notice to the mass media: mazhilis/2026/")

    guests = [{"name": "Айдос Бекенов", "of": "Министрлік", "capacity": "government"}]
    by = due.here.committee
    await due.done("invitation", "2026-03-11", decided_by=by, guests=guests)
    (unchanged,) = await events(clerk)
    assert unchanged["SEQUENCE"] == first["SEQUENCE"]

    where = {"kk": "Астана, 2-зал", "ru": "Астана, зал 2"}
    moved = {"starts_at": AGAIN, "place": where, "reason": where}
    await due.done("reschedule", "2026-03-12", **moved)
    (later,) = await events(clerk)
    assert (later["UID"], later["DTSTART"]) == (first["UID"], "20260519")
    assert int(later["SEQUENCE"]) > int(first["SEQUENCE"])

    at, place = AGAIN, where["kk"]
    await due.done("notice", **notice("2026-04-20T09:00:00+05:00", at, place=place))
    assert await events(clerk) == []
    (done,) = await events(clerk, "?open=false&lang=ru")
    assert int(done["SEQUENCE"]) > int(later["SEQUENCE"])
    assert done["STATUS"] == "CONFIRMED"


DAYS = (date(2026, 4, 30), date(2026, 5, 12), date(2026, 5, 13), date(2026, 7, 2))


async def test_the_passing_of_days_alone_changes_nothing(
    due: Matter, clerk: Client, engine: AsyncEngine, database: str
) -> None:
    """Safe, then unsafe, then late: that is told in the list; a copy of the calendar stays true."""
    told, states = [], []
    for day in DAYS:
        settings = Settings(chamber_as_of=day, database_url=database)
        gate = create_app(settings, engine, rooms=ROOMS)
        transport = httpx.ASGITransport(gate)  # type: ignore[arg-type]
        async with Client(transport=transport, base_url="http://chamber") as client:
            client.headers = clerk.headers
            told.append((await client.get(f"{ADDRESS}?lang=en")).content)
            items = (await client.get("/api/v1/deadlines?week=2026-W20")).json()["items"]
            states.append(items[0]["state"])
        await close(gate.house)

    assert states == ["safe", "safe", "unsafe", "late"]
    assert len(set(told)) == 1
    (event,) = walked(told[0])
    sentence, *readings, cite, address = event["DESCRIPTION"].split("\n")
    assert sentence
    assert readings == ["Q-01 A: 13 May 2026", "Q-01 B: 12 May 2026", "Q-01 C: 13 May 2026"]
    assert cite.startswith("Constitution, art. 57(5)")
    assert address.endswith(due.address)


async def test_a_day_before_it_reminds_in_the_morning_of_astana(due: Matter, clerk: Client) -> None:
    answer = await clerk.get(f"{ADDRESS}?lang=ru")

    (alarm,) = Calendar.from_ical(answer.content).walk("VALARM")
    assert (alarm["ACTION"], alarm["DESCRIPTION"]) == (
        "DISPLAY", "Уведомление средств массовой информации",
    )  # fmt: skip
    assert b"TRIGGER;VALUE=DATE-TIME:20260511T040000Z\r\n" in answer.content

    await due.done("notice", **notice("2026-04-20T09:00:00+05:00", AT))
    done = await clerk.get(f"{ADDRESS}?open=false")
    assert (b"BEGIN:VEVENT" in done.content, b"VALARM" in done.content) == (True, False)


async def test_it_is_sent_once_and_then_known(due: Matter, clerk: Client) -> None:
    tag = (await clerk.get(ADDRESS)).headers["ETag"]

    again = await clerk.get(ADDRESS, headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")


async def test_what_is_asked_amiss_is_refused(clerk: Client) -> None:
    for query in ("?lang=de", "?limit=5", "?week=2026-W60", "?after=1"):
        assert (await clerk.get(ADDRESS + query)).status_code in (400, 422), query
