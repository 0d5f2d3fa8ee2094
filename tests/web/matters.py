"""A matter of any room as a program of the secretariat moves it on, and the sittings it needs."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.law.terms import ASTANA
from chamber.record.desk import Clerk, Desk
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act, open_case
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.web.conftest import Client, send

LATEST = date(2026, 7, 3)  # The day after the last of the catalogue's cases.
SOURCE = {"occurred": {"source": "отырыстың хаттамасы"}}
TEXTS = {"kk": "Қаулы қабылдансын.", "ru": "Принять постановление."}
ENVELOPE = ("occurred", "despite")
TERMS = {"mazhilis": ("2016-03-24", "2023-03-29"), "senate": ("2014-10-07", "2023-01-25")}
Json = dict[str, Any]


class Matter:
    """What a program sends, act by act; what came of it is read back as anybody may read it."""

    def __init__(self, client: Client, noun: str) -> None:
        self.client, self.at = client, f"/api/v1/{noun}"
        self.address = self.tag = ""

    async def open(self, kind: str, on: str, **told: Any) -> httpx.Response:
        return self.seen(await send(self.client, self.at, body(kind, on, told)))

    async def do(self, kind: str, on: str, **told: Any) -> httpx.Response:
        return self.seen(
            await send(self.client, f"{self.address}/acts", body(kind, on, told), self.tag)
        )

    def seen(self, answer: httpx.Response) -> httpx.Response:
        self.tag = answer.headers.get("ETag", self.tag)
        self.address = answer.headers.get("Location", self.address)
        return answer

    async def opened(self, kind: str, on: str, **told: Any) -> Json:
        return entry_of(await self.open(kind, on, **told))

    async def done(self, kind: str, on: str, **told: Any) -> Json:
        return entry_of(await self.do(kind, on, **told))

    async def shown(self) -> Json:
        told: Json = (await self.client.get(self.address)).json()
        return told

    async def counted(self, on: str, for_: int, against: int = 0, abstained: int = 0) -> Json:
        """The vote that was opened last is closed."""
        vote = (await self.shown())["rounds"][-1]["vote"]
        totals = {"for": for_, "against": against, "abstained": abstained}
        return await self.done("close_vote", on, vote=vote, totals=totals)


def body(kind: str, on: str, told: Json) -> Json:
    envelope = {name: told.pop(name) for name in ENVELOPE if name in told}
    return {"act": {"kind": kind, "on": on} | told, **envelope}


def entry_of(answer: httpx.Response) -> Json:
    assert answer.status_code == 201, answer.text
    entry: Json = answer.json()["entry"]
    return entry


def verdict(entry: Json) -> tuple[str, bool]:
    """What the ruling says, and whether the act opens later steps."""
    return entry["ruling"]["verdict"], entry["stands"]


def found(told: Json, rule: str) -> Json:
    """The gravest that was found of a rule, in a ruling or in a refusal."""
    of_rule: list[Json] = [one for one in told["findings"] if one["rule"] == rule]
    assert of_rule, sorted({one["rule"] for one in told["findings"]})
    return of_rule[0]


def refused(answer: httpx.Response, rule: str, breach: str, verdict: str = "invalid") -> Json:
    assert answer.status_code == 409, answer.text
    told: Json = answer.json()
    one = found(told, rule)
    assert (one["breach"], one["verdict"]) == (breach, verdict)
    return told


def desk(session: AsyncSession, chamber: str) -> Desk:
    clerk = Clerk(uuid4(), "Айгүл", Role.SECRETARIAT, chamber=chamber)
    return Desk(session=session, clerk=clerk, today=LATEST, rooms=ROOMS)


async def seat(engine: AsyncEngine, chamber: str, deputies: int, on: str) -> list[UUID]:
    """Deputies of the convocation of that day, made by the shortest way. Invented people."""
    people = [uuid4() for _ in range(deputies)]
    start = max(one for one in TERMS[chamber] if one <= on)
    told = {"people": people, "start": date.fromisoformat(start), "chamber": chamber}
    statements = (
        """INSERT INTO proceeding (uid, noun, number)
           SELECT uid, 'people', 'p/' || uid FROM unnest(CAST(:people AS uuid[])) AS uid""",
        """INSERT INTO person (id)
           SELECT id FROM proceeding WHERE uid = ANY (CAST(:people AS uuid[]))""",
        """INSERT INTO person_name (person_id, starts_on, kk, ru, latin)
           SELECT id, :start, 'Депутат', 'Депутат', 'Deputy' FROM proceeding
           WHERE uid = ANY (CAST(:people AS uuid[]))""",
        """INSERT INTO mandate (person_id, starts_on, chamber, convocation, basis)
           SELECT id, :start, :chamber, 8, 'list' FROM proceeding
           WHERE uid = ANY (CAST(:people AS uuid[]))""",
        "INSERT INTO proceeding (noun, number) VALUES ('convocations', 'c/' || :chamber)",
        """INSERT INTO convocation (id, chamber, number, starts_on)
           SELECT id, :chamber, 8, :start FROM proceeding WHERE number = 'c/' || :chamber""",
    )
    async with engine.begin() as connection:
        for one in statements:
            used = {name: value for name, value in told.items() if f":{name}" in one}
            await connection.execute(text(one), used)
    return people


async def convene(
    engine: AsyncEngine, chamber: str, on: str, present: Sequence[UUID], hours: int = 10
) -> str:
    """An open plenary sitting of that day, at which these are registered."""
    day = date.fromisoformat(on)
    hour = datetime.combine(day, time(), tzinfo=ASTANA) + timedelta(hours=hours)

    def act(kind: str, **told: Any) -> Any:
        return SITTINGS.acts.validate_python({"kind": kind, "on": day, **told})

    async with AsyncSession(engine) as session, session.begin():
        plan = act("plan", chamber=chamber, sitting="plenary", place="Астана", starts_at=hour)
        done = await open_case(SITTINGS, desk(session, chamber), plan, Sent())
        assert done.proceeding is not None
        for one in (act("register", present=present), act("open")):
            await do_act(SITTINGS, desk(session, chamber), done.proceeding.uid, one, Sent())
        return str(done.proceeding.uid)


async def enter_deputy(engine: AsyncEngine, chamber: str, basis: str, since: str) -> UUID:
    """One whose mandate was entered by its acts, and may so be ended by another."""
    name = {"kk": "Асқар Әбенов", "ru": "Аскар Абенов", "latin": "Askar Abenov"}
    term = {"chamber": chamber, "convocation": 8, "basis": basis}
    told: list[Json] = [{"kind": "person", "name": name}, {"kind": "mandate", **term}]
    person, mandate = (PEOPLE.acts.validate_python({"on": since, **one}) for one in told)
    async with AsyncSession(engine) as session, session.begin():
        there = desk(session, chamber)
        done = await open_case(PEOPLE, there, person, Sent())
        assert done.proceeding is not None
        await do_act(PEOPLE, there, done.proceeding.uid, mandate, Sent())
        return done.proceeding.uid


async def form(engine: AsyncEngine, chamber: str, members: Sequence[UUID]) -> str:
    """A commission of the Chamber with these members, for as long as they have been there."""
    body = uuid4()
    told = {"body": body, "chamber": chamber, "people": list(members)}
    statements = (
        "INSERT INTO proceeding (uid, noun, number) VALUES (:body, 'bodies', 'b/1')",
        """INSERT INTO body (id, chamber, kind, kk, ru, latin, convocation, starts_on)
           SELECT p.id, :chamber, 'commission', 'Комиссия', 'Комиссия', 'Commission', 8,
                  c.starts_on
           FROM proceeding AS p, convocation AS c WHERE p.uid = :body""",
        """INSERT INTO membership (person_id, body_id, chamber, body_kind, role, starts_on)
           SELECT p.id, b.id, :chamber, 'commission', 'member', b.starts_on
           FROM proceeding AS p, body AS b WHERE p.uid = ANY (CAST(:people AS uuid[]))""",
    )
    async with engine.begin() as connection:
        for one in statements:
            used = {name: value for name, value in told.items() if f":{name}" in one}
            await connection.execute(text(one), used)
    return str(body)


async def enter_person(engine: AsyncEngine, chamber: str, on: str) -> str:
    name = {"kk": "Тимур Ыбыраев", "ru": "Тимур Ибраев", "latin": "Timur Ybyraiev"}
    person = PEOPLE.acts.validate_python({"kind": "person", "on": on, "name": name})
    async with AsyncSession(engine) as session, session.begin():
        done = await open_case(PEOPLE, desk(session, chamber), person, Sent())
        assert done.proceeding is not None
        return str(done.proceeding.uid)
