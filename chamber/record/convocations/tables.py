"""A convocation of a chamber, and its sessions."""

from datetime import date

from sqlalchemy import CheckConstraint, Computed, ForeignKey, UniqueConstraint
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.convocations.acts import SessionKind
from chamber.record.proceedings import Proceeding


class ConvocationRow(Base):
    __tablename__ = "convocation"
    __table_args__ = (
        UniqueConstraint("chamber", "number"),
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        one_of("chamber", *Chamber),
        ExcludeConstraint(("chamber", "="), ("during", "&&"), name="one_convocation"),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    number: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    during: Mapped[Range[date]] = mapped_column(
        DATERANGE, Computed("daterange(starts_on, ends_on)", persisted=True)
    )


class SessionRow(Base):
    __tablename__ = "convocation_session"
    __table_args__ = (
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        one_of("kind", *SessionKind),
        ExcludeConstraint(("convocation_id", "="), ("during", "&&"), name="one_session"),
    )

    convocation_id: Mapped[int] = mapped_column(ForeignKey(ConvocationRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    during: Mapped[Range[date]] = mapped_column(
        DATERANGE, Computed("daterange(starts_on, ends_on)", persisted=True)
    )
