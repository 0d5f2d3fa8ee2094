"""Accounts of the demonstration: one for each role of each Chamber, all with one known password."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.founding import Founded
from chamber.law.roles import Role
from chamber.law.seats import Chamber
from chamber.record import accounts
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


async def staff(
    session: AsyncSession, chamber: Chamber, roles: Iterable[Role], **belongs: Any
) -> dict[Role, Clerk]:
    made = {}
    for role in roles:
        name = login(chamber, role)
        account = await accounts.add(session, name, PASSWORD, role, chamber=chamber, **belongs)
        made[role] = account.clerk
    return made


async def staff_of_members(session: AsyncSession, here: Founded) -> dict[Role, Clerk]:
    """The accounts that belong to a committee or to a deputy: the first that there is."""
    committee = here.committees[0]
    deputy = here.members[committee][0]
    of_committee = await staff(session, here.chamber, (Role.COMMITTEE,), committee=committee)
    of_deputy = (Role.DEPUTY, Role.OFFICE)
    return of_committee | await staff(session, here.chamber, of_deputy, deputy=deputy)


async def admin(session: AsyncSession) -> None:
    await accounts.add(session, ADMIN, PASSWORD, Role.ADMIN)
