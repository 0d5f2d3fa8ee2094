"""The Mazhilis as the faults find it: 98 deputies at their desks, a clerk, and an open sitting.

All of it was entered by acts, so the audit has nothing to say of it.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.accounts import FIRST, admin, staff
from chamber.demo.desk import Clerks
from chamber.demo.founding import found
from chamber.demo.names import invented
from chamber.demo.plan import PLANS
from chamber.demo.sittings import convene, item
from chamber.law.roles import Role
from chamber.law.seats import Chamber
from chamber.record.accounts import Account
from chamber.record.building import build
from chamber.record.engine import connect_engine
from chamber.record.migrating import newest
from chamber.record.sessions import issue_token
from chamber.record.sittings.facts import Kind

DAY = date(2026, 3, 18)
ABOUT = item("Кандидатуралар туралы", "О кандидатурах")


@dataclass(frozen=True)
class Town:
    """Tokens are what programs show at the door."""

    clerk: str
    deputies: dict[UUID, str]
    chair: UUID
    committee: UUID
    members: int  # Of the committee, all of them at its sitting.
    conclusions: UUID  # The committee's sitting.
    plenary: UUID


async def settle(dsn: str) -> Town:
    """From an empty database to a chamber that votes."""
    await build(dsn)
    engine = connect_engine(dsn)
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
            # The tables are those that the migrations come to; tests/house holds them together.
            await session.execute(text("CREATE TABLE alembic_version (version_num text)"))
            await session.execute(
                text("INSERT INTO alembic_version VALUES (:head)"), {"head": newest()}
            )
            return await seat(session)
    finally:
        await engine.dispose()


async def seat(session: AsyncSession) -> Town:
    await admin(session)
    chamber = Chamber.MAZHILIS
    clerks = Clerks(session, await staff(session, chamber, FIRST), lambda: None)
    here = await found(clerks, chamber, PLANS[chamber], invented())
    committee = here.committees[0]
    at_committee = await convene(here, DAY, [ABOUT], body=committee, kind=Kind.COMMITTEE)
    plenary = await convene(here, DAY, [ABOUT])
    return Town(
        clerk=await token(session, Role.SECRETARIAT),
        deputies={one: await token(session, Role.DEPUTY, one) for one in here.deputies},
        chair=here.chair,
        committee=committee,
        members=len(here.members[committee]),
        conclusions=at_committee.uid,
        plenary=plenary.uid,
    )


async def token(session: AsyncSession, role: Role, deputy: UUID | None = None) -> str:
    """Of an account that nobody can log in to: its password is the hash of nothing."""
    account = Account(
        login=uuid4().hex, name=role.value, password="", role=role.value,
        chamber=Chamber.MAZHILIS.value, deputy=deputy,
    )  # fmt: skip
    session.add(account)
    await session.flush()
    return await issue_token(session, account, "faults")
