"""No byte that the public is told has anything of a closed hearing in it, or changes with one."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID, uuid4

import asyncpg
import pytest_asyncio
from litestar import Litestar
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.tables.board import AnnouncedRow
from chamber.record.gallery import ROWS
from chamber.record.proceedings import Proceeding
from tests.hearings.asked import Client, Told, addresses, all_bytes, doors
from tests.hearings.attacks import KNOWN_HALF
from tests.hearings.planted import found_in, plant
from tests.hearings.season import PLAIN, House, call_off, hold, house

MARK = KNOWN_HALF + uuid4().hex


@dataclass
class Street:
    """The house as it is seen from outside."""

    house: Litestar
    public: Client
    session: AsyncSession
    here: House

    async def places(self) -> list[str]:
        cases = list(await self.session.scalars(select(Proceeding.uid).order_by(Proceeding.id)))
        names = await self.session.scalars(text("SELECT encode(sha256, 'hex') FROM file"))
        await self.session.rollback()
        # Of each deputy the public is told in the same way: two stand for all.
        few = [one for one in cases if one not in self.here.deputies[2:]]
        return list(addresses(self.house, few, list(names), self.here.committee))


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    here = await house(session)
    await hold(session, here, PLAIN, "open")
    await call_off(session, here, PLAIN, "open")
    await session.commit()
    async with doors(engine, database) as (inside, public):
        yield Street(inside, public, session, here)


async def hide(street: Street) -> UUID:
    """Every act of closed business."""
    await call_off(street.session, street.here, MARK, "closed")
    case = await hold(street.session, street.here, MARK, "closed")
    await street.session.commit()
    return case


async def test_closed_business_changes_no_public_byte(street: Street) -> None:
    places = await street.places()
    before = await all_bytes(street.public, places)
    await hide(street)
    after = await all_bytes(street.public, places)

    assert [asked for asked, told in before.items() if after[asked] != told] == []
    assert sum(told[0] == 200 for told in before.values()) > 400
    broken = [asked for asked, told in before.items() if told[0] >= 500]
    assert {asked[1] for asked in broken} <= {"/readyz"}  # No migration made these tables.


async def test_open_business_does_change_them(street: Street) -> None:
    """Or the test before would say nothing."""
    places = [one for one in await street.places() if "hearings" in one]
    before = await all_bytes(street.public, places)
    await call_off(street.session, street.here, PLAIN, "open")
    await street.session.commit()
    after = await all_bytes(street.public, places)

    assert sum(after[asked] != told for asked, told in before.items()) > 50


async def test_no_public_byte_has_the_mark(street: Street, database: str) -> None:
    hidden = await hide(street)
    admin = await asyncpg.connect(database)
    await plant(admin, hidden, MARK)
    await admin.close()

    found = await all_bytes(street.public, await street.places())
    assert [one for one, told in found.items() if found_in(unfolded(told), MARK)] == []
    assert len(found) > 2000


def unfolded(told: Told) -> str:
    """iCalendar breaks a long line, and goes on after a space."""
    return repr((told[1], told[2].replace(b"\r\n ", b"")))


async def test_the_mark_is_found_where_it_is_told(street: Street) -> None:
    await hold(street.session, street.here, MARK, "open")
    await street.session.commit()

    found = await all_bytes(street.public, await street.places())
    marked = " ".join(one[1] for one, told in found.items() if found_in(unfolded(told), MARK))
    for place in ("/api/v1/hearings?", "/feeds/hearings.atom", "/feeds/hearings.ics", "/kk/"):
        assert place in marked, place


async def test_a_hidden_hearing_is_told_of_like_one_that_never_was(street: Street) -> None:
    hidden, never = await hide(street), uuid4()
    names = await street.session.scalars(
        text("SELECT encode(sha256, 'hex') FROM file WHERE content LIKE convert_to(:mark, 'UTF8')"),
        {"mark": f"{MARK}%"},
    )
    pairs = [(str(hidden), str(never)), *((name, uuid4().hex * 2) for name in names)]
    await street.session.rollback()

    assert len(pairs) > 20
    for one, other in pairs:
        there = [place for place in await street.places() if one in place]
        found = await all_bytes(street.public, there)
        same = await all_bytes(street.public, [place.replace(one, other) for place in there])
        for told, like in zip(found.values(), same.values(), strict=True):
            assert (told[0], told[1]) == (like[0], like[1])
            assert told[2].replace(one.encode(), b"") == like[2].replace(other.encode(), b"")


async def test_what_is_found_to_have_been_closed_leaves_the_street(street: Street) -> None:
    """A57-5.14: the remedy for a leak is a correction; the board keeps an empty place."""
    case = await street.session.scalar(select(AnnouncedRow.uid).limit(1))
    place = f"/api/v1/hearings/{case}"
    assert (await street.public.get(place)).status_code == 200
    await street.session.execute(text("DELETE FROM announced_organiser"))
    await street.session.execute(text("DELETE FROM announced"))
    await street.session.commit()

    assert (await street.public.get(place)).status_code == 404


async def test_the_room_asks_once_more_where_the_database_has_not(
    street: Street, database: str
) -> None:
    hidden = await hide(street)
    admin = await asyncpg.connect(database)
    for table in ROWS:
        await admin.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    await admin.close()

    assert (await street.public.get(f"/api/v1/hearings/{hidden}")).status_code == 404
