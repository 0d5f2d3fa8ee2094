"""An appointment as a program of the secretariat moves it on by HTTP. Invented people."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from tests.appointments.seated import Seated, seated
from tests.web.conftest import Client, send

AT = "/api/v1/appointments"
DAY, TODAY = "2026-03-25", "2026-04-01"
SOURCE = {"occurred": {"source": "2026 жылғы 25 наурыздағы отырыстың хаттамасы"}}
Json = dict[str, Any]


@pytest_asyncio.fixture
async def here(engine: AsyncEngine) -> Seated:
    async with AsyncSession(engine) as session, session.begin():
        return await seated(session)


class Matter:
    """An appointment as a program of the secretariat moves it on, act by act."""

    def __init__(self, client: Client, here: Seated) -> None:
        self.client, self.here, self.address, self.tag = client, here, "", ""

    async def open(self, **more: Any) -> httpx.Response:
        envelope: Json = {name: more.pop(name) for name in ("occurred", "despite") if name in more}
        told: Json = {
            "kind": "submission", "on": DAY, "chamber": "mazhilis",
            "body": "constitutional_court", "submitted_by": str(self.here.chair),
            "candidates": [{"person": str(one)} for one in self.here.candidates[:3]],
            "document": "№ 1", "committee": str(self.here.committee),
        }  # fmt: skip
        body: Json = {"act": told | more, **envelope}
        return self.seen(await send(self.client, AT, body))

    async def do(self, kind: str, on: str = DAY, **told: Any) -> httpx.Response:
        envelope: Json = {name: told.pop(name) for name in ("occurred", "despite") if name in told}
        act: Json = {"kind": kind, "on": on} | told
        body: Json = {"act": act, **envelope}
        return self.seen(await send(self.client, f"{self.address}/acts", body, self.tag))

    def seen(self, answer: httpx.Response) -> httpx.Response:
        self.tag = answer.headers.get("ETag", self.tag)
        self.address = answer.headers.get("Location", self.address)
        return answer

    async def done(self, kind: str, **told: Any) -> Json:
        answer = await self.do(kind, **told)
        assert answer.status_code == 201, answer.text
        entry: Json = answer.json()["entry"]
        return entry

    async def announced(self, *numbers: int) -> None:
        for number in numbers:
            await self.done(
                "conclusion", candidates=[number], sitting=str(self.here.committee_sitting),
                recommends=True, tally={"for": 9, "against": 0}, text="Ұсынылды",
            )  # fmt: skip
            await self.done("announcement", candidate=number, sitting=str(self.here.plenary))

    def vote(self, *numbers: int, **more: Any) -> Json:
        told = {"candidates": numbers, "sitting": str(self.here.plenary), "method": "totals"}
        return told | more

    async def voted(self, number: int, for_: int, against: int, abstained: int = 0) -> Json:
        await self.done("open_vote", **self.vote(number))
        shown = (await self.client.get(self.address)).json()
        totals = {"for": for_, "against": against, "abstained": abstained}
        return await self.done("close_vote", vote=shown["rounds"][-1]["vote"], totals=totals)

    def resolution(self, *numbers: int, **more: Any) -> Json:
        text = {"kk": "Тағайындалсын.", "ru": "Назначить."}
        return {"candidates": numbers, "decision": "appoint", "text": text} | more


@pytest_asyncio.fixture
async def matter(visitors: Callable[..., Awaitable[Client]], here: Seated) -> Matter:
    opened = Matter(await visitors(Role.SECRETARIAT, "mazhilis"), here)
    assert (await opened.open()).status_code == 201
    return opened


def refusal(answer: httpx.Response, rule: str, breach: str, verdict: str = "invalid") -> Json:
    assert answer.status_code == 409, answer.text
    told: Json = answer.json()
    found = {one["rule"]: one for one in told["findings"]}
    assert rule in found, sorted(found)
    assert (found[rule]["breach"], found[rule]["verdict"]) == (breach, verdict)
    return told
