"""A ballot is cast exactly once, whoever presses how often, and whatever happens at the close."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record.accounts import Account
from chamber.record.lookup.reading import Connections
from chamber.record.sessions import begin_session, issue_token
from chamber.record.votes.box import Box, Pressed
from chamber.record.votes.casting import Came, cast, stop_casting
from chamber.record.votes.facts import Choice
from chamber.record.votes.tables import Vote
from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.conftest import of_public
from tests.record.filled import NAMES, F, Filled, X

FOR = {"choice": "for"}


@dataclass
class Booth:
    """An open vote, and somebody at each deputy's keys."""

    house: Filled
    vote: UUID
    client: httpx.AsyncClient

    async def token(
        self,
        role: Role,
        deputy: UUID | None,
        chamber: str = "mazhilis",
        *,
        session: bool = False,
    ) -> str:
        db = self.house.session
        account = Account(
            login=uuid4().hex, name="Somebody", password="", role=role, chamber=chamber,
            deputy=deputy,
        )  # fmt: skip
        await self.house.add(account)
        if session:
            token, _ = await begin_session(db, account)
        else:
            token = await issue_token(db, account, "tests")
        await db.commit()
        return token

    async def press(self, token: str, sent: dict[str, Any], vote: UUID | None = None) -> int:
        answer = await self.client.post(
            f"/api/v1/votes/{vote or self.vote}/ballots",
            json=sent, headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip
        return answer.status_code

    async def box(self) -> list[tuple[UUID, str]]:
        query = """
            SELECT p.uid, b.choice FROM ballot_box AS b JOIN proceeding AS p ON p.id = b.person_id
            JOIN vote AS v ON v.id = b.vote_id WHERE v.uid = :vote"""
        rows = await self.house.session.execute(text(query), {"vote": self.vote})
        return [(uid, choice) for uid, choice in rows]


@pytest_asyncio.fixture
async def booth(session: AsyncSession, engine: AsyncEngine, database: str) -> AsyncIterator[Booth]:
    house = await Filled(session).seat()
    vote = await house.open_vote()
    await session.commit()
    app = create_app(Settings(database_url=database, database_read_url=of_public(database)), engine)
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://chamber") as client:
        yield Booth(house, vote.uid, client)
    await close(app.house)


async def test_pressed_twice_it_is_cast_once(booth: Booth) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0))

    assert [await booth.press(token, FOR) for _ in range(3)] == [201, 200, 200]
    assert await booth.box() == [(booth.house.uid(0), "for")]


async def test_pressed_many_times_at_once_it_is_cast_once(booth: Booth) -> None:
    tokens = [await booth.token(Role.DEPUTY, booth.house.uid(n)) for n in range(6)]

    came = await asyncio.gather(*(booth.press(token, FOR) for token in tokens * 8))
    assert Counter(came) == {201: 6, 200: 42}
    assert len(await booth.box()) == 6


async def test_at_the_slot_and_inside_the_answers_are_the_same(booth: Booth) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0))
    address = f"/api/v1/votes/{booth.vote}/ballots"
    shown = {"Authorization": f"Bearer {token}"}

    slot = await booth.client.post(address, json=FOR, headers=shown)
    inside = await booth.client.post(address, json=FOR | {"deputy": None}, headers=shown)
    assert (slot.status_code, inside.status_code) == (201, 200)
    assert slot.json() == inside.json() == {"vote": str(booth.vote), "choice": "for"}
    named = {"content-length", "date", "x-request-id", "vary"}
    assert dict(slot.headers).keys() - named == dict(inside.headers).keys() - named


async def test_a_session_casts_from_our_own_page_and_no_foreign_one(booth: Booth) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0), session=True)
    address = f"/api/v1/votes/{booth.vote}/ballots"
    booth.client.cookies.set("chamber", token)

    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 201)):
        pressed = await booth.client.post(address, json=FOR, headers={"Sec-Fetch-Site": site})
        assert pressed.status_code == status


async def test_another_choice_is_refused_and_the_first_one_stands(booth: Booth) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0))

    assert await booth.press(token, FOR) == 201
    assert await booth.press(token, {"choice": "against"}) == 409
    assert await booth.box() == [(booth.house.uid(0), "for")]


async def test_of_two_choices_at_once_one_stands(booth: Booth) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0))

    both = [FOR, {"choice": "against"}] * 4
    came = Counter(await asyncio.gather(*(booth.press(token, sent) for sent in both)))
    assert came == {201: 1, 200: 3, 409: 4}
    assert len(await booth.box()) == 1


async def test_whose_answer_was_lost_at_the_close_is_told_that_the_ballot_is_cast(
    booth: Booth, engine: AsyncEngine
) -> None:
    token, late = [await booth.token(Role.DEPUTY, booth.house.uid(n)) for n in range(2)]

    assert await booth.press(token, FOR) == 201
    assert await close_it(engine, booth.vote) == 1
    assert await booth.press(token, FOR) == 200
    assert await booth.press(token, {"choice": "against"}) == 409
    assert await booth.press(late, FOR) == 409
    assert len(await booth.box()) == 1


async def test_the_secretariat_casts_for_a_deputy_it_names(booth: Booth) -> None:
    token = await booth.token(Role.SECRETARIAT, None)
    deputy = str(booth.house.uid(2))

    assert await booth.press(token, FOR | {"deputy": deputy}) == 201
    assert await booth.press(token, FOR) == 422
    assert await booth.box() == [(booth.house.uid(2), "for")]


async def test_nobody_casts_what_is_not_his_to_cast(booth: Booth) -> None:
    deputy = str(booth.house.uid(1))
    other = await booth.token(Role.DEPUTY, booth.house.uid(0))
    office = await booth.token(Role.OFFICE, booth.house.uid(1))
    senate = await booth.token(Role.SECRETARIAT, None, chamber="senate")
    stranger = await booth.token(Role.DEPUTY, (await booth.house.case("people")).uid)

    for token in (other, office, senate):
        assert await booth.press(token, FOR | {"deputy": deputy}) == 403
    assert await booth.press(office, FOR) == 403
    assert await booth.press(stranger, FOR) == 403
    assert await booth.press("chamber_nobody", FOR) == 401
    assert await booth.box() == []


async def test_a_vote_that_takes_no_ballots_refuses_them(booth: Booth) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0))
    counted = await booth.house.open_vote(method="totals")
    closed = await booth.house.closed_vote()
    await booth.house.session.commit()

    assert await booth.press(token, FOR, counted.uid) == 409
    assert await booth.press(token, FOR, closed.uid) == 409
    assert await booth.press(token, FOR, uuid4()) == 404
    assert await booth.press(token, {"choice": "absent"}) == 422
    assert await booth.press(token, {"choice": "yes"}) == 422


async def test_a_ballot_that_cannot_be_does_not_keep_the_others_out(
    booth: Booth, database: str
) -> None:
    tokens = [await booth.token(Role.DEPUTY, booth.house.uid(n)) for n in range(3)]
    box = Box(Connections(database, 1))
    choices = (Choice.FOR, Choice.ABSENT, Choice.AGAINST)  # Nobody can cast an absence.

    came = await asyncio.gather(
        *(
            box.cast(Pressed(token, False, booth.vote, None, choice))
            for token, choice in zip(tokens, choices, strict=True)
        ),
        return_exceptions=True,
    )
    cast = (Role.DEPUTY, Came.CAST)
    assert came[::2] == [cast, cast]
    assert isinstance(came[1], asyncpg.CheckViolationError)
    assert len(await booth.box()) == 2
    await box.connections.close()


async def close_it(engine: AsyncEngine, vote: UUID) -> int:
    """What closing does to the box: wait, let no more in, count."""
    async with AsyncSession(engine) as session, session.begin():
        await stop_casting(session, vote)
        counted = "SELECT count(*) FROM ballot_box JOIN vote ON id = vote_id WHERE uid = :vote"
        found = int((await session.execute(text(counted), {"vote": vote})).scalar_one())
        await asyncio.sleep(0.01)  # So that ballots come between the count and the commit.
        closed = update(Vote).where(Vote.uid == vote)
        await session.execute(closed.values(closed_on=date(2026, 3, 4), outcome="adopted"))
        return found


async def test_a_close_that_races_the_last_ballots_loses_none_and_counts_none_twice(
    booth: Booth, engine: AsyncEngine, database: str
) -> None:
    pool = await asyncpg.create_pool(database, min_size=6, max_size=6)
    cut = 0
    for turn in range(25):
        opened = await booth.house.open_vote()
        vote = opened.uid
        await booth.house.session.commit()

        async def press(number: int, vote: int = opened.id, turn: int = turn) -> str:
            await asyncio.sleep(0.0004 * ((number * 7 + turn) % 12))
            person = booth.house.people[number % 6].id
            return str(await pool.fetchval("SELECT cast_ballot($1, $2, 'for')", vote, person))

        async def shut(vote: UUID = vote) -> int:
            await asyncio.sleep(0.002)
            return await close_it(engine, vote)

        counted, *said = await asyncio.gather(shut(), *(press(n) for n in range(12)))
        booth.vote = vote
        came = Counter(said)
        assert came["cast"] == counted == len(await booth.box())
        assert came["other"] == 0
        cut += came["closed"]
    assert cut, "no close came before a ballot: nothing was raced"
    await pool.close()


async def test_a_ballot_under_way_is_waited_for(booth: Booth, engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as late, late.begin():
        came = await cast(late, booth.vote, booth.house.uid(0), Choice.FOR)
        closing = asyncio.create_task(close_it(engine, booth.vote))
        await asyncio.sleep(0.05)
        assert not closing.done(), "the vote was closed over a ballot that was being cast"

    assert came is Came.CAST
    assert await closing == 1


async def test_the_public_sees_no_ballot_of_an_open_vote(booth: Booth, database: str) -> None:
    token = await booth.token(Role.DEPUTY, booth.house.uid(0))
    await booth.press(token, FOR)
    public = await asyncpg.connect(database, server_settings={"role": "chamber_public"})

    assert await public.fetch("SELECT * FROM public_ballot") == []
    assert await public.fetch("SELECT * FROM gallery.ballot") == []
    for table in ("public.ballot_box", "gallery.ballot_box", "public.ballot"):
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.UndefinedTableError)):
            await public.fetch(f"SELECT * FROM {table}")
    await public.close()


async def test_the_roll_is_whole_once_the_vote_is_closed(booth: Booth) -> None:
    assert len(NAMES) == 6
    vote = await booth.house.closed_vote((F, F, F, F, F, X))
    await booth.house.session.commit()

    told = (await booth.client.get(f"/api/v1/votes/{vote.uid}")).json()
    assert [line["choice"] for line in told["roll"]].count("for") == 5
