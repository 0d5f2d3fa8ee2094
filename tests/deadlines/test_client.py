"""Debian's vdirsyncer and khal subscribe to the deadlines of a served house, with a token."""

from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.feeds.test_client import KHAL, SYNC, Reader, address, matter, programs, stamped
from tests.web.conftest import token
from tests.web.hearing_room import Matter, decided

__all__ = ["address", "matter", "programs", "stamped"]  # Fixtures. Today is 1 April 2026.
SHOWN = 'url = "{url}"\nusername = "calendar"\npassword = "{password}"'
TOLD = "{start-date-long}|{title}|{status}"


class Subscriber(Reader):
    def told(self) -> list[str]:
        self.run("vdirsyncer", "-c", "sync.conf", "sync")
        asked = ("list", "--format", TOLD, "--day-format", "", "2026-03-01", "120d")
        said = self.run("khal", "-c", "khal.conf", *asked)
        return [line.strip() for line in said.splitlines() if "|" in line]


@pytest_asyncio.fixture
async def subscriber(address: str, engine: AsyncEngine, tmp_path: Path) -> Subscriber:
    home = tmp_path / "subscriber"
    (home / "calendar").mkdir(parents=True)
    shown = await token(engine, Role.SECRETARIAT, "mazhilis")
    told = {"home": home, "url": f"{address}/api/v1/deadlines.ics?lang=kk", "password": shown}
    (home / "sync.conf").write_text(SYNC.replace('url = "{url}"', SHOWN).format(**told))
    (home / "khal.conf").write_text(KHAL.format(**told))
    one = Subscriber(home)
    one.run("vdirsyncer", "-c", "sync.conf", "discover")
    return one


@pytest.mark.timeout(300)
async def test_a_calendar_program_sees_a_deadline_come_and_move(
    matter: Matter, subscriber: Subscriber
) -> None:
    assert subscriber.told() == []

    await decided(matter, "2026-05-20T10:00:00+05:00")
    title = f"Бұқаралық ақпарат құралдарын хабардар ету: {await number(matter)}"
    assert subscriber.told() == [f"2026-05-12|{title}|CONFIRMED"]

    where = {"kk": "Астана, 2-зал", "ru": "Астана, зал 2"}
    moved = {"starts_at": "2026-05-27T10:00:00+05:00", "place": where, "reason": where}
    await matter.done("reschedule", "2026-03-24", **moved)
    assert subscriber.told() == [f"2026-05-19|{title}|CONFIRMED"]
    assert subscriber.told() == [f"2026-05-19|{title}|CONFIRMED"]  # Nothing twice.


async def number(matter: Matter) -> str:
    told: str = (await matter.shown())["number"]
    return told
