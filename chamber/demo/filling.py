"""Filling an empty database with the demonstration: all of it, or none of it."""

from collections.abc import Callable, Iterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.accounts import ADMIN, FIRST, admin, staff, staff_of_members
from chamber.demo.desk import Clerks
from chamber.demo.founding import Founded, found
from chamber.demo.hearings import tell_hearings
from chamber.demo.immunity import tell_immunity
from chamber.demo.mandates import tell_mandates
from chamber.demo.mazhilis import tell_mazhilis
from chamber.demo.names import invented
from chamber.demo.plan import PLANS
from chamber.demo.reports import tell_reports
from chamber.demo.senate import tell_senate
from chamber.demo.sources import enter_sources
from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.accounts import Account
from chamber.record.engine import connect_engine
from chamber.record.proceedings import Proceeding
from chamber.record.turns import take_turn

ACTS = 1003  # How many acts it tells.


class NotEmpty(Exception):
    """The database holds a record that is not the demonstration's."""


async def fill(dsn: str, told: Callable[[], None] = lambda: None) -> bool:
    """Whether there was anything to do. `told` hears of each act. Raises NotEmpty."""
    engine = connect_engine(dsn)
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
            await take_turn(session, "demonstration")
            if await filled(session):
                return False
            await tell_everything(session, told)
            return True
    finally:
        await engine.dispose()


async def filled(session: AsyncSession) -> bool:
    if await session.scalar(select(Account.id).where(Account.login == ADMIN)):
        return True
    for kept in (Account, Proceeding):
        if await session.scalar(select(kept.id).limit(1)):
            raise NotEmpty
    return False


async def tell_everything(session: AsyncSession, told: Callable[[], None]) -> None:
    names = invented()
    await admin(session)
    senate, mazhilis = [
        await found_chamber(session, chamber, names, told)
        for chamber in (Chamber.SENATE, Chamber.MAZHILIS)
    ]
    await enter_sources({here.chamber: here.clerks for here in (senate, mazhilis)})
    await tell_senate(senate, names)
    await tell_mazhilis(mazhilis, names)
    await tell_reports(mazhilis, names)
    await tell_hearings({here.chamber: here for here in (senate, mazhilis)})
    await tell_mandates(senate)
    await tell_immunity(mazhilis)


async def found_chamber(
    session: AsyncSession, chamber: Chamber, names: Iterator[Name], told: Callable[[], None]
) -> Founded:
    clerks = Clerks(session, await staff(session, chamber, FIRST), told)
    here = await found(clerks, chamber, PLANS[chamber], names)
    clerks.clerks.update(await staff_of_members(session, here))
    return here
