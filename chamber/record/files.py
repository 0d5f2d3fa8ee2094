"""Files attached to acts: known by their SHA-256, kept whole, never interpreted."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, exists, func, literal, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.accounts import Account
from chamber.record.base import Base
from chamber.record.journal import Entry


class File(Base):
    __tablename__ = "file"
    __table_args__ = (
        CheckConstraint("sha256 = sha256(content)", name="is_what_its_name_says"),
        CheckConstraint("length(content) BETWEEN 1 AND 20 * 1024 * 1024", name="size_in_bounds"),
    )

    sha256: Mapped[bytes] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    content: Mapped[bytes]
    sent_by: Mapped[UUID] = mapped_column(ForeignKey(Account.uid))  # First of all.
    sent_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class FileSender(Base):
    """Another account that has sent the same file."""

    __tablename__ = "file_sender"

    sha256: Mapped[bytes] = mapped_column(ForeignKey(File.sha256), primary_key=True)
    account: Mapped[UUID] = mapped_column(ForeignKey(Account.uid), primary_key=True)
    sent_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class Attachment(Base):
    """A file and an act that names it. The entry's body says it too; this is for looking up."""

    __tablename__ = "attachment"

    entry_id: Mapped[int] = mapped_column(ForeignKey(Entry.id), primary_key=True)
    sha256: Mapped[bytes] = mapped_column(ForeignKey(File.sha256), primary_key=True, index=True)


async def keep(session: AsyncSession, content: bytes, media_type: str, sent_by: UUID) -> str:
    """The SHA-256 by which acts name the file. The same file sent twice is kept once."""
    digest = hashlib.sha256(content)
    row = {"sha256": digest.digest(), "media_type": media_type, "content": content}
    await session.execute(insert(File).values(sent_by=sent_by, **row).on_conflict_do_nothing())
    again = select(File.sha256, literal(sent_by)).where(
        File.sha256 == digest.digest(), File.sent_by != sent_by
    )
    sender = insert(FileSender).from_select(["sha256", "account"], again)
    await session.execute(sender.on_conflict_do_nothing())
    return digest.hexdigest()


async def has_sent(session: AsyncSession, sha256: bytes, account: UUID | None) -> bool:
    again = exists().where(FileSender.sha256 == File.sha256, FileSender.account == account)
    query = select(File.sha256).where(File.sha256 == sha256)
    return await session.scalar(query.where(or_(File.sent_by == account, again))) is not None


async def attach(session: AsyncSession, entry: Entry, names: Sequence[str]) -> None:
    rows = [Attachment(entry_id=entry.id, sha256=bytes.fromhex(name)) for name in names]
    session.add_all(rows)
    await session.flush()
