"""Files attached to acts: known by their SHA-256, kept whole, never interpreted."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.ruling import Impossible
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
    sent_by: Mapped[UUID] = mapped_column(ForeignKey(Account.uid))
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
    return digest.hexdigest()


async def check_kept(session: AsyncSession, names: Sequence[str]) -> None:
    """Raises Impossible where an act names a file twice, or one that nobody has sent."""
    if not names:
        return
    wanted = {bytes.fromhex(name) for name in names}
    found = set(await session.scalars(select(File.sha256).where(File.sha256.in_(wanted))))
    for place, name in enumerate(names):
        if bytes.fromhex(name) not in found:
            raise Impossible(f"files.{place}", f"no file with the SHA-256 {name} has been sent")
        if name in names[:place]:
            raise Impossible(f"files.{place}", "the same file is named twice")


async def attach(session: AsyncSession, entry: Entry, names: Sequence[str]) -> None:
    rows = [Attachment(entry_id=entry.id, sha256=bytes.fromhex(name)) for name in names]
    session.add_all(rows)
    await session.flush()
