"""Accounts of the demonstration: one for each role of each Chamber, all with one known password."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.founding import Founded
from chamber.law.roles import Role
from chamber.law.seats import Chamber
from chamber.record import accounts
from chamber.record.accounts import Account
from chamber.record.desk import Clerk

PASSWORD = "demonstration-only"  # noqa: S105 -- printed for everybody to use
ADMIN = "demo-admin"
FIRST = (Role.SECRETARIAT, Role.PRESIDING)  # Those who need no committee and no deputy.
LATER = (Role.COMMITTEE, Role.DEPUTY, Role.OFFICE)


def login(chamber: Chamber, role: Role) -> str:
    return f"{chamber}-{role}"


def logins() -> dict[str, str]:
    """Every account, with what it may do."""
    of_chambers = {
        login(chamber, role): f"{role} of the {chamber}"
        for chamber in Chamber
        for role in (*FIRST, *LATER)
    }
    return of_chambers | {ADMIN: "admin"}


async def admin(session: AsyncSession) -> None:
    await accounts.add(session, ADMIN, PASSWORD, Role.ADMIN)


async def staff(
    session: AsyncSession, chamber: Chamber, roles: Iterable[Role], **belongs: Any
) -> dict[Role, Clerk]:
    """Accounts with the administrator's password, whose slow hash is made only once."""
    hashed = await session.scalar(select(Account.password).where(Account.login == ADMIN))
    made = {
        role: Account(
            login=login(chamber, role), name=login(chamber, role), password=hashed,
            role=role.value, chamber=chamber.value, **belongs,
        )
        for role in roles
    }  # fmt: skip
    session.add_all(made.values())
    await session.flush()
    return {role: account.clerk for role, account in made.items()}


async def staff_of_members(session: AsyncSession, here: Founded) -> dict[Role, Clerk]:
    """The accounts that belong to a committee or to a deputy: the first that there is."""
    committee = here.committees[0]
    deputy = here.members[committee][0]
    of_committee = await staff(session, here.chamber, (Role.COMMITTEE,), committee=committee)
    of_deputy = (Role.DEPUTY, Role.OFFICE)
    return of_committee | await staff(session, here.chamber, of_deputy, deputy=deputy)
