"""An act is done on the version that was read: of two writers one is done, the other is told."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.roles import Role
from chamber.record.engine import connect_engine
from chamber.rooms import ROOMS
from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.conftest import of_public
from tests.once.booth import token
from tests.once.pairs_of_offices import committee as chaired
from tests.once.pairs_of_offices import convocation
from tests.once.served import address_of
from tests.once.stand import Stand
from tests.once.wire import sendable
from tests.walk.ground import Place, database

pytestmark = pytest.mark.timeout(600)
WRITERS, TURNS = 4, 3
OCCURRED = {"source": "отырыстың хаттамасы"}  # What has occurred is entered, whatever the law says.
ACTS = "/acts"
NAME = {"kk": "Жаңа", "ru": "Новый", "latin": "New"}


@dataclass
class Cases:
    """A case of every room, and an act on it that can be done again and again."""

    client: httpx.AsyncClient
    of: dict[str, tuple[UUID, dict[str, Any]]]

    async def tag(self, noun: str) -> str:
        return (await self.shown(noun)).headers["ETag"]

    async def shown(self, noun: str) -> httpx.Response:
        where = "/record" if noun == "votes" else ""  # The vote itself is a document.
        return await self.client.get(f"/api/v1/{noun}/{self.of[noun][0]}{where}")

    async def send(self, noun: str, tag: str | None, key: str) -> httpx.Response:
        uid, act = self.of[noun]
        headers = {"Idempotency-Key": key} | ({"If-Match": tag} if tag else {})
        sent = sendable({"act": act, "occurred": OCCURRED})
        return await self.client.post(f"/api/v1/{noun}/{uid}{ACTS}", json=sent, headers=headers)


@pytest_asyncio.fixture
async def cases(server: str, place: Place) -> AsyncIterator[Cases]:
    async with database(server, place.database) as engine:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            found = await of_every_room(Stand(session, place.town, 0))
            shown = await token(session, Role.SECRETARIAT, None)
            await session.commit()
        dsn = await address_of(engine, server)
        settings = Settings(database_url=dsn, database_read_url=of_public(dsn))
        app = create_app(settings, engine)
        transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
        headers = {"Authorization": f"Bearer {shown}"}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://chamber", headers=headers
        ) as client:
            yield Cases(client, found)
        await close(app.house)


async def of_every_room(here: Stand) -> dict[str, tuple[UUID, dict[str, Any]]]:
    committee = await chaired(here)
    submitted = {"submitted_by": here.deputies[0], "document": "№ 1", "committee": committee}
    words = {"kk": "Сұрақ", "ru": "Вопрос"}
    recorded = {
        "chamber": here.chamber, "convocation": 8, "question": words, "sources": [{"name": "1"}],
    }  # fmt: skip
    appointed = await here.opened(
        "appointments", "submission", chamber=here.chamber, body="cec",
        candidates=[{"person": here.town.ministers[0]}], **submitted,
    )  # fmt: skip
    hearing = {"chamber": here.chamber, "topic": words, "organisers": [committee]}
    opinion = {"candidate": 1, "sitting": await here.sitting(), "deputy": here.deputies[3]}
    return {
        "people": (here.last, here.act("renamed", name=NAME)),
        "bodies": (committee, here.act("dissolved")),
        "convocations": (await convocation(here), here.act("session", number=1, session="regular")),
        "sittings": (await here.planned(2), here.act("agenda", items=[{"title": words}])),
        "votes": (
            await here.opened("votes", "recorded_vote", **recorded),
            here.act("source", source={"name": "2"}),
        ),
        "appointments": (appointed, here.act("opinion", stance="for", **opinion)),
        "hearings": (
            await here.opened("hearings", "proposal", **hearing),
            here.act("material", title="Анықтама"),
        ),
        "immunity": (
            await here.measures("detention"),
            here.act("information_request", to="Тергеуші", text="Сұрақ"),
        ),
        "mandates": (
            await here.resigned(here.deputies[5]),
            here.act("conclusion", favours=True, document="№ 2"),
        ),
        "reports": (await here.report(), here.act("access", granted=True, documents="№ 1")),
    }


def routes_of_acts() -> Iterator[str]:
    """All on which something is changed that has a version, as the house itself lists them."""
    house = create_app(Settings(), connect_engine("postgresql://nowhere/at-all")).house
    for route in house.routes:
        if route.path.endswith(ACTS):
            yield route.path.split("/")[3]


async def test_an_act_names_the_version_that_was_read_in_every_room(cases: Cases) -> None:
    assert set(routes_of_acts()) == set(cases.of) == set(ROOMS)
    for noun in cases.of:
        old = await cases.tag(noun)
        assert (await cases.send(noun, None, f"{noun}/none")).status_code == 428, noun
        assert (await cases.send(noun, '"another"', f"{noun}/other")).status_code == 412, noun
        done = await cases.send(noun, old, f"{noun}/first")
        assert done.status_code == 201, (noun, done.text)
        assert (await cases.send(noun, old, f"{noun}/late")).status_code == 412, noun


async def test_of_writers_at_once_one_is_done_and_nobody_elses_words_are_lost(
    cases: Cases,
) -> None:
    for noun in ("immunity", "hearings"):
        done = 0
        before = await entries(cases, noun)
        for turn in range(TURNS):
            tag = await cases.tag(noun)
            answers = await asyncio.gather(
                *(cases.send(noun, tag, f"{noun}/{turn}/{nth}") for nth in range(WRITERS))
            )
            came = Counter(answer.status_code for answer in answers)
            assert came == {201: 1, 412: WRITERS - 1}, noun
            done += came[201]
        assert await entries(cases, noun) == before + done


async def entries(cases: Cases, noun: str) -> int:
    return len((await cases.shown(noun)).json()["entries"])
