"""Logging in: ten tries in a quarter of an hour for an account from one network, and no more."""

import hashlib
import ipaddress
from datetime import date, datetime, timedelta

from sqlalchemy import Identity, Index, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.accounts import Account
from chamber.record.base import Base
from chamber.record.passwords import matches
from chamber.record.sessions import may_come_in
from chamber.record.turns import take_turn

TRIES = 10
WITHIN = timedelta(minutes=15)


class LoginAttempt(Base):
    """One try. Who tried is kept as a hash: people type a password where the login belongs."""

    __tablename__ = "login_attempt"
    __table_args__ = (Index(None, "who", "tried_at"), {"prefixes": ["UNLOGGED"]})

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    who: Mapped[bytes]
    tried_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class TooManyTries(Exception):
    """Too many wrong passwords; `wait` is the number of seconds until the next try."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"try again in {wait} seconds")
        self.wait = wait


async def count_try(session: AsyncSession, login: str, address: str) -> None:
    """Raises TooManyTries. The caller commits first: a try counts whatever becomes of it."""
    # Only tries of the one who comes from the same network: nobody else can lock a deputy out.
    who = one_who_tries(login, address)
    await take_turn(session, f"logins/{who.hex()}")  # Else many tries at once count as one.
    now = func.clock_timestamp()
    await session.execute(delete(LoginAttempt).where(LoginAttempt.tried_at < now - WITHIN))
    mine = select(LoginAttempt.tried_at).where(LoginAttempt.who == who)
    recent = mine.order_by(LoginAttempt.tried_at.desc()).limit(TRIES)
    tries = (await session.scalars(recent)).all()
    if len(tries) == TRIES:
        moment = await session.scalar(select(now))
        assert moment is not None
        raise TooManyTries(max(1, int((tries[-1] + WITHIN - moment).total_seconds()) + 1))
    session.add(LoginAttempt(who=who))
    await session.flush()


async def forget_tries(session: AsyncSession, login: str, address: str) -> None:
    """The right password was given: what went before was a slip of the hand."""
    who = one_who_tries(login, address)
    await session.execute(delete(LoginAttempt).where(LoginAttempt.who == who))


def one_who_tries(login: str, address: str) -> bytes:
    return hashlib.sha256(f"{login.lower()}\0{network(address)}".encode(errors="replace")).digest()


def network(address: str) -> str:
    """The /24 or /64 around an address: whoever has one of its addresses mostly has them all."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    prefix = 24 if found.version == 4 else 64
    return str(ipaddress.ip_network((found, prefix), strict=False))


async def account_of(
    session: AsyncSession, login: str, password: str, today: date
) -> Account | None:
    """The account, if the password is its own. A wrong login takes as long as a wrong password."""
    query = select(Account).where(Account.login == login.lower(), *may_come_in(today))
    account = await session.scalar(query)
    right = await matches(password, account.password if account else None)
    return account if right else None
