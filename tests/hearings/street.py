"""A house with hearings of all three states, and everybody who may come to its door."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.procedure import HEARINGS
from chamber.law.roles import Role
from chamber.record import accounts, sessions
from tests.hearings.asked import Client, doors
from tests.hearings.season import (
    House,
    call_off,
    done,
    enveloped,
    form,
    house,
    opened,
    proposal,
    story,
)  # fmt: skip


@dataclass
class Street:
    client: Client
    session: AsyncSession
    here: House
    tokens: dict[str, str]
    closed: UUID
    draft: UUID
    public: UUID
    other: UUID  # A closed one of the Senate's.
    file: str  # Of the closed one.

    @property
    def cases(self) -> dict[str, UUID]:
        told = {"closed": self.closed, "draft": self.draft, "public": self.public}
        return told | {"other": self.other}

    async def ask(self, who: str, method: str, address: str, **more: Any) -> httpx.Response:
        headers = more.pop("headers", {})
        if token := self.tokens[who]:
            headers = {"Authorization": f"Bearer {token}", **headers}
        return await self.client.request(method, address, headers=headers, **more)

    async def file_of(self, case: UUID) -> str:
        query = """SELECT encode(a.sha256, 'hex') FROM attachment AS a
                   JOIN journal AS j ON j.id = a.entry_id
                   JOIN proceeding AS p ON p.id = j.proceeding_id WHERE p.uid = :case LIMIT 1"""
        name = await self.session.scalar(text(query), {"case": case})
        await self.session.rollback()
        return str(name)

    async def readings(self, case: UUID) -> list[Any]:
        query = "SELECT name, what FROM hearing_reading JOIN proceeding AS p ON p.id = hearing_id"
        rows = await self.session.execute(
            text(f"{query} WHERE p.uid = :case ORDER BY hearing_reading.id"), {"case": case}
        )
        found = [tuple(row) for row in rows]
        await self.session.rollback()
        return found


@asynccontextmanager
async def street_of(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    here = await house(session)
    closed = await begun(session, here, "Жабық", "closed")
    draft = await begun(session, here, "Жоба", "open")
    public = await call_off(session, here, "Ашық", "open")
    other = await of_the_senate(session, await begun(session, here, "Басқа", "closed"))
    tokens = await all_tokens(session, here)
    await session.commit()
    async with doors(engine, database) as (_, client):
        street = Street(client, session, here, tokens, closed, draft, public, other, "")
        street.file = await street.file_of(closed)
        yield street


async def begun(session: AsyncSession, here: House, said: str, form: str) -> UUID:
    """As far as the Bureau's decision, with a file at each act."""
    sent = await enveloped(session, said)
    case = await opened(session, HEARINGS, proposal(here, said, form), sent)
    decision = next(story(here, said, form))
    await done(session, HEARINGS, case, decision, await enveloped(session, said))
    return case


async def of_the_senate(session: AsyncSession, case: UUID) -> UUID:
    """As if the Senate held it, by no committee that comes to our door."""
    key = "(SELECT id FROM proceeding WHERE uid = :case)"
    for statement in (
        f"UPDATE hearing SET chamber = 'senate' WHERE id = {key}",
        f"DELETE FROM hearing_organiser WHERE hearing_id = {key}",
        f"DELETE FROM committee_deadline WHERE proceeding_id = {key}",
        f"UPDATE deadline SET chamber = 'senate', committees = '{{}}' WHERE proceeding_id = {key}",
        "UPDATE proceeding SET chamber = 'senate' WHERE uid = :case",
    ):
        await session.execute(text(statement), {"case": case})
    return case


async def all_tokens(session: AsyncSession, here: House) -> dict[str, str]:
    other = await form(session, "committee", here.deputies[2:5])
    former = here.deputies[11]
    await session.execute(
        text("""UPDATE mandate SET ends_on = '2026-03-31', ground = 'term_ended'
                WHERE person_id = (SELECT id FROM proceeding WHERE uid = :uid)"""),
        {"uid": former},
    )
    told: dict[str, dict[str, Any]] = {
        "office": {"role": Role.OFFICE, "deputy": here.deputies[0]},
        "admin": {"role": Role.ADMIN},
        "senate": {"role": Role.SECRETARIAT, "chamber": "senate"},
        "other committee": {"role": Role.COMMITTEE, "committee": other},
        "former deputy": {"role": Role.DEPUTY, "deputy": former},
        "closed account": {"role": Role.SECRETARIAT},
        "secretariat": {"role": Role.SECRETARIAT},
        "presiding": {"role": Role.PRESIDING},
        "committee": {"role": Role.COMMITTEE, "committee": here.committee},
        "deputy": {"role": Role.DEPUTY, "deputy": here.deputies[0]},
        "senator": {"role": Role.DEPUTY, "deputy": here.deputies[12], "chamber": "senate"},
    }
    tokens = {"public": ""}
    for who, more in told.items():
        tokens[who] = await token(session, who, **{"chamber": "mazhilis"} | more)
    await session.execute(
        text("UPDATE account SET disabled_at = now() WHERE name = 'closed account'")
    )
    return tokens


async def token(session: AsyncSession, who: str, role: Role, **more: Any) -> str:
    login, password = uuid4().hex, "a password for the tests"
    account = await accounts.add(session, login, password, role, name=who, **more)
    return await sessions.issue_token(session, account, "tests")
