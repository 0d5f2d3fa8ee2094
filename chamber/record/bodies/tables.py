"""A body of a chamber, with the days on which it exists."""

from datetime import date

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.bodies.acts import BodyKind
from chamber.record.proceedings import Proceeding


class BodyRow(Base):
    __tablename__ = "body"
    __table_args__ = (
        UniqueConstraint("id", "chamber", "kind"),  # Members repeat both, and cannot differ.
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        one_of("chamber", *Chamber),
        one_of("kind", *BodyKind),
        ExcludeConstraint(
            ("chamber", "="), ("during", "&&"), where=text("kind = 'bureau'"), name="one_bureau"
        ),
        Index("body_chamber_idx", "chamber", text("starts_on DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    kind: Mapped[str]
    kk: Mapped[str]
    ru: Mapped[str]
    latin: Mapped[str]
    convocation: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    during: Mapped[Range[date]] = mapped_column(
        DATERANGE, Computed("daterange(starts_on, ends_on)", persisted=True)
    )
