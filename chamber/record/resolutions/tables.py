"""A resolution as it stands in the register of its chamber and convocation."""

from datetime import date
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.seats import Chamber
from chamber.record.base import Base, follows, one_of
from chamber.record.proceedings import Proceeding
from chamber.record.votes.tables import Vote


class ResolutionRow(Base):
    __tablename__ = "resolution"
    __table_args__ = (
        UniqueConstraint("chamber", "convocation", "number"),
        # On one subject one resolution stands. Those that came to nothing keep their numbers.
        Index(
            "resolution_standing", "proceeding_id", "subject", unique=True,
            postgresql_where=text("fell_by IS NULL"),
        ),
        one_of("chamber", *Chamber),
        CheckConstraint("number >= 1", name="numbered_from_one"),
        CheckConstraint("num_nonnulls(number, official_number) = 1", name="one_number"),
        CheckConstraint("(kk IS NULL) = (ru IS NULL)", name="in_both_languages"),
        CheckConstraint("number IS NULL OR kk IS NOT NULL", name="ours_has_its_text"),
        follows("signed_on", "adopted_on"),
        follows("published_on", "signed_on"),
        follows("sent_on", "signed_on"),
        Index("resolution_newest", text("adopted_on DESC"), text("id DESC")),
        Index("resolution_of_chamber", "chamber", text("adopted_on DESC"), text("id DESC")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    subject: Mapped[int | None] = mapped_column(SmallInteger)
    chamber: Mapped[str]
    convocation: Mapped[int]
    number: Mapped[int | None]
    official_number: Mapped[str | None]
    decision: Mapped[str]
    vote_id: Mapped[int | None] = mapped_column(ForeignKey(Vote.id), index=True)
    kk: Mapped[str | None]
    ru: Mapped[str | None]
    reasons: Mapped[str | None]
    adopted_on: Mapped[date]
    signed_on: Mapped[date | None]
    published_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    fell_by: Mapped[int | None]  # The entry of its proceeding by which it came to nothing.
