"""What was answered to a request, kept under the sender's own key: sent twice, done once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, func, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.accounts import Account
from chamber.record.base import Base


class Answered(Base):
    """Written in the transaction of the act itself: both are kept, or neither."""

    __tablename__ = "idempotency"

    account: Mapped[UUID] = mapped_column(ForeignKey(Account.uid), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request: Mapped[bytes]  # SHA-256 of the address and the body.
    status: Mapped[int]
    body: Mapped[bytes]
    etag: Mapped[str | None]
    location: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class InFlight(Exception):
    """The same request is being answered at this moment."""


class KeyUsedBefore(Exception):
    """The key was used for another request."""


async def answered(
    session: AsyncSession, account: UUID, key: str, request: bytes
) -> Answered | None:
    """The answer kept under this key; None where the request is new. Holds the key until the end.

    Raises InFlight and KeyUsedBefore.
    """
    hold = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 57))")
    if not await session.scalar(hold, {"key": f"{account}/{key}"}):
        raise InFlight
    kept = await session.get(Answered, (account, key))
    if kept is not None and kept.request != request:
        raise KeyUsedBefore
    return kept
