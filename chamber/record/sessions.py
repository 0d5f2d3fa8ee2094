"""Sessions of people and tokens of programs: random, opaque, and kept only as a hash."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.accounts import Account, Session, Token
from chamber.record.bodies.tables import BodyRow
from chamber.record.desk import Clerk
from chamber.record.people.tables import MandateRow
from chamber.record.proceedings import Proceeding

LASTS = timedelta(hours=12)  # A working day, and a late sitting.
PREFIX = "chamber_"  # So that a token that has leaked is known for what it is.


def digest(token: str) -> bytes:
    # 256 random bits need no salt and no slow hash.
    return hashlib.sha256(token.encode(errors="replace")).digest()


async def begin_session(session: AsyncSession, account: Account) -> tuple[str, datetime]:
    """A new token for somebody who has just logged in, and when it ends."""
    await session.execute(delete(Session).where(Session.expires_at < func.clock_timestamp()))
    token = PREFIX + secrets.token_urlsafe(32)
    until = func.clock_timestamp() + LASTS
    row = Session(token_hash=digest(token), account_id=account.id, expires_at=until)
    session.add(row)
    await session.flush()
    await session.refresh(row)
    return token, row.expires_at


async def end_session(session: AsyncSession, token: str) -> None:
    await session.execute(delete(Session).where(Session.token_hash == digest(token)))


async def issue_token(session: AsyncSession, account: Account, label: str) -> str:
    token = PREFIX + secrets.token_urlsafe(32)
    session.add(Token(token_hash=digest(token), account_id=account.id, label=label))
    await session.flush()
    return token


async def clerk_of_session(session: AsyncSession, token: str, today: date) -> Clerk | None:
    query = select(Account).join(Session, Session.account_id == Account.id)
    query = query.where(
        Session.token_hash == digest(token),
        Session.expires_at > func.clock_timestamp(),
        *may_come_in(today),
    )
    account = await session.scalar(query)
    return account.clerk if account else None


async def clerk_of_token(session: AsyncSession, token: str, today: date) -> Clerk | None:
    query = select(Account).join(Token, Token.account_id == Account.id)
    query = query.where(Token.token_hash == digest(token), *may_come_in(today))
    account = await session.scalar(query)
    return account.clerk if account else None


def may_come_in(today: date) -> Sequence[ColumnElement[bool]]:
    """An account of a deputy, or of a deputy's office, is good on the days of a mandate; one of a
    committee, on the days on which the committee exists. It is asked with each request."""
    return (
        Account.disabled_at.is_(None),
        or_(Account.deputy.is_(None), exists().where(
            Proceeding.uid == Account.deputy,
            MandateRow.person_id == Proceeding.id, MandateRow.during.contains(today),
        )),
        or_(Account.committee.is_(None), exists().where(
            Proceeding.uid == Account.committee,
            BodyRow.id == Proceeding.id, BodyRow.during.contains(today),
        )),
    )  # fmt: skip
