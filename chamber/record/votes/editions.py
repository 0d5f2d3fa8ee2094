"""Each edition of a closed vote is kept as the bytes that are given out, and never changed."""

from uuid import UUID

from sqlalchemy import ForeignKey, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base
from chamber.record.votes.tables import Vote


class VoteDocument(Base):
    """The present edition is the last one."""

    __tablename__ = "vote_document"

    uid: Mapped[UUID] = mapped_column(ForeignKey(Vote.uid), primary_key=True)
    edition: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    etag: Mapped[str]  # SHA-256 of the unpacked bytes.
    packed: Mapped[bytes]  # In gzip: 28 KB become 4 KB, and nearly all readers take them so.


# The database need not try to pack what is packed, and keeps it in the row itself: three pages of
# the index and one of the table are all that a reader touches.
DDL = [
    "ALTER TABLE vote_document ALTER packed SET STORAGE EXTERNAL",
    "ALTER TABLE vote_document SET (toast_tuple_target = 8160)",
    """
    CREATE VIEW public_vote_document AS SELECT uid, edition, etag, packed FROM vote_document""",
]
