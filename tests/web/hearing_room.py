"""Both Chambers with what a hearing needs, and a hearing as a clerk's program moves it on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.record.seated import seat
from tests.web.conftest import Client, send

AT = "/api/v1/hearings"
HALL = "Астана, 1014-зал"
PLACE = {"kk": HALL, "ru": "Астана, зал 1014"}
WHY = {"kk": "Зал бос емес", "ru": "Зал занят"}
TOPIC = {"kk": "Ауыл мектептері туралы", "ru": "О сельских школах"}
MINUTES = {"occurred": {"source": "2026 жылғы тыңдаудың хаттамасы"}}
SECRET = {"secret": "state_secret", "law": "«Мемлекеттік құпиялар туралы» Заң"}
Json = dict[str, Any]


@dataclass
class Chambers:
    """Ids as they stand in a body. The first member of each body is its chair."""

    mazhilis: list[str]
    senate: list[str]
    committee: str
    second: str  # Another committee of the Mazhilis.
    of_the_senate: str
    bureau: str  # Of 14 members.
    commission: str
    members: dict[str, list[str]] = field(default_factory=dict)


async def seat_chambers(session: AsyncSession) -> Chambers:
    mazhilis = await seat(session, "mazhilis", 98)
    senate = await seat(session, "senate", 50)
    seats = {
        "committee": ("mazhilis", "committee", mazhilis[10:20]),
        "second": ("mazhilis", "committee", mazhilis[20:30]),
        "of_the_senate": ("senate", "committee", senate[10:20]),
        "bureau": ("mazhilis", "bureau", [mazhilis[0], *mazhilis[10:23]]),
        "commission": ("mazhilis", "commission", mazhilis[30:35]),
    }
    formed = {name: await form(session, *seated) for name, seated in seats.items()}
    members = {formed[name]: plain(people) for name, (_, _, people) in seats.items()}
    return Chambers(plain(mazhilis), plain(senate), members=members, **formed)


def plain(people: Sequence[UUID]) -> list[str]:
    return [str(one) for one in people]


async def form(session: AsyncSession, chamber: str, kind: str, people: Sequence[UUID]) -> str:
    body = uuid4()
    told: Json = {"people": people, "kind": kind, "body": body, "chamber": chamber}
    told |= {"chair": people[0], "number": f"b/{body}"}
    for statement in (
        "INSERT INTO proceeding (uid, noun, number) VALUES (:body, 'bodies', :number)",
        """INSERT INTO body (id, chamber, kind, kk, ru, latin, convocation, starts_on)
           SELECT id, :chamber, :kind, 'Комитет', 'Комитет', 'Committee', 8, '2023-04-01'
           FROM proceeding WHERE uid = :body""",
        """INSERT INTO membership (person_id, body_id, chamber, body_kind, role, starts_on)
           SELECT p.id, b.id, :chamber, :kind,
                  CASE WHEN p.uid = :chair THEN 'chair' ELSE 'member' END, '2023-04-01'
           FROM proceeding AS p, proceeding AS b
           WHERE p.uid = ANY (CAST(:people AS uuid[])) AND b.uid = :body""",
    ):
        used = {name: told[name] for name in told if f":{name}" in statement}
        await session.execute(text(statement), used)
    return str(body)


class Matter:
    """A hearing, or a sitting, as a program of the secretariat moves it on, act by act."""

    def __init__(self, client: Client, here: Chambers) -> None:
        self.client, self.here, self.address, self.tag = client, here, "", ""

    @property
    def uid(self) -> str:
        return self.address.rpartition("/")[2]

    async def open(self, act: Json, at: str = AT, **more: Any) -> httpx.Response:
        return self.seen(await send(self.client, at, {"act": act, **more}))

    async def do(self, kind: str, on: str, **told: Any) -> httpx.Response:
        envelope: Json = {name: told.pop(name) for name in ("occurred", "despite") if name in told}
        act: Json = {"kind": kind, "on": on} | told
        body: Json = {"act": act, **envelope}
        return self.seen(await send(self.client, f"{self.address}/acts", body, self.tag))

    def seen(self, answer: httpx.Response) -> httpx.Response:
        self.tag = answer.headers.get("ETag", self.tag)
        self.address = answer.headers.get("Location", self.address)
        return answer

    async def done(self, kind: str, on: str, **told: Any) -> Json:
        answer = await self.do(kind, on, **told)
        assert answer.status_code == 201, answer.text
        entry: Json = answer.json()["entry"]
        return entry

    async def shown(self) -> Json:
        told: Json = (await self.client.get(self.address)).json()
        return told


def proposal(here: Chambers, on: str = "2026-03-02", **more: Any) -> Json:
    told = {"chamber": "mazhilis", "topic": TOPIC, "organisers": [here.committee]}
    return {"kind": "proposal", "on": on} | told | more


async def proposed(client: Client, here: Chambers, **more: Any) -> Matter:
    matter = Matter(client, here)
    answer = await matter.open(proposal(here, **more))
    assert answer.status_code == 201, answer.text
    return matter


async def sits(client: Client, here: Chambers, body: str, on: str, present: int) -> str:
    """An open sitting of a committee or of the Bureau, with so many of its members."""
    sitting = Matter(client, here)
    plan = {
        "kind": "plan", "on": on, "chamber": "mazhilis", "body": body,
        "sitting": "bureau" if body == here.bureau else "committee",
        "starts_at": f"{on}T09:00:00+05:00", "place": HALL,
    }  # fmt: skip
    assert (await sitting.open(plan, "/api/v1/sittings")).status_code == 201
    await sitting.done("register", on, present=here.members[body][:present])
    await sitting.done("open", on)
    return sitting.uid


async def plenary(client: Client, here: Chambers, day: str, **more: Any) -> httpx.Response:
    plan = {
        "kind": "plan", "on": "2026-03-02", "chamber": "mazhilis", "sitting": "plenary",
        "starts_at": f"{day}T10:00:00+05:00", "place": HALL,
    } | more  # fmt: skip
    return await Matter(client, here).open(plan, "/api/v1/sittings")


async def decision(matter: Matter, starts_at: str, on: str = "2026-03-10", **more: Any) -> Json:
    """The Bureau's decision, as all its members take it; the hearing is open if not said."""
    hall = await sits(matter.client, matter.here, matter.here.bureau, on, 14)
    told = {"sitting": hall, "tally": {"for": 14, "against": 0}, "form": "open", "place": PLACE}
    return {"on": on, "starts_at": starts_at} | told | more


async def decided(matter: Matter, starts_at: str, **more: Any) -> Json:
    return await matter.done("decision", **await decision(matter, starts_at, **more))


async def prepared(matter: Matter, on: str = "2026-03-11") -> None:
    """All that comes before a hearing but the notice."""
    await matter.done("commission", on, commission=matter.here.commission, resolution="№ 1-VIII")
    guests = [{"name": "Айдос Бекенов", "of": "Министрлік", "capacity": "government"}]
    await matter.done("invitation", on, decided_by=matter.here.committee, guests=guests)


def notice(sent_at: str, starts_at: str, **more: Any) -> Json:
    told = {"channel": "Казинформ", "text": "Парламенттік тыңдау", "place": HALL}
    told |= {"topic": TOPIC["kk"], "starts_at": starts_at, "sent_at": sent_at}
    return {"on": sent_at[:10]} | told | more


async def ready(matter: Matter, starts_at: str, sent_at: str, **more: Any) -> Json:
    """Decided, prepared, and announced: what comes back is the notice's entry."""
    await decided(matter, starts_at)
    await prepared(matter)
    return await matter.done("notice", **notice(sent_at, starts_at, **more))


def begin(matter: Matter, on: str, **more: Any) -> Json:
    return {"on": on, "chair": matter.here.members[matter.here.committee][0]} | more
