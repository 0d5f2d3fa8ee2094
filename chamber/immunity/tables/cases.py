"""A matter of immunity is its dated facts: who is asked for, for what, and how it went."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chamber.immunity.acts import Measure
from chamber.law.seats import Chamber
from chamber.record.base import Base, follows, one_of
from chamber.record.people.tables import PersonRow
from chamber.record.proceedings import Proceeding

EXEMPT = ("scene_of_crime", "grave_crime", "especially_grave_crime")


def after(later: str, earlier: str, rule: str) -> CheckConstraint:
    """`later` follows `earlier`, unless the breach of the rule was accepted with a reason."""
    test = f"{later} IS NULL OR coalesce({later} >= {earlier}, false) OR '{rule}' = ANY (defects)"
    return CheckConstraint(test, name=f"{later}_follows_{earlier}")


class ImmunityRow(Base):
    __tablename__ = "immunity"
    __table_args__ = (
        one_of("chamber", *Chamber),
        one_of("submitted_by", "prosecutor_general", "deputies", "other"),
        CheckConstraint(
            "submitted_by = 'prosecutor_general' OR 'A57-4.02' = ANY (defects)",
            name="by_the_prosecutor",
        ),
        after("forwarded_on", "opened_on", "A57-4.23"),
        after("conclusion_on", "forwarded_on", "A57-4.23"),
        CheckConstraint(
            "num_nulls(conclusion_on, favours, conclusion) IN (0, 3)", name="conclusion_whole"
        ),
        CheckConstraint(
            "forwarded_on IS NOT NULL OR forwarded_document IS NULL", name="forwarded_by_letter"
        ),
        CheckConstraint(
            "conclusion_on IS NOT NULL OR conclusion_document IS NULL", name="conclusion_numbered"
        ),
        Index("immunity_newest", text("opened_on DESC"), text("id DESC")),
        Index("immunity_of_chamber", "chamber", text("opened_on DESC"), text("id DESC")),
        Index("immunity_of_deputy", "deputy_id", text("opened_on DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    deputy_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    submitted_by: Mapped[str]
    document: Mapped[str | None]
    opened_on: Mapped[date]  # The day of the receipt: the clock starts.
    forwarded_on: Mapped[date | None]
    forwarded_document: Mapped[str | None]
    conclusion_on: Mapped[date | None]
    favours: Mapped[bool | None]
    conclusion: Mapped[str | None]
    conclusion_document: Mapped[str | None]
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class MeasureRow(Base):
    """A measure to which consent is wanted."""

    __tablename__ = "immunity_measure"
    __table_args__ = (
        # A correction may put them in another order.
        UniqueConstraint("immunity_id", "measure", deferrable=True, initially="DEFERRED"),
        one_of("measure", *Measure),
        one_of("exception", *EXEMPT),
        CheckConstraint("number >= 1", name="numbered_from_one"),
        # Consent covers only the measures that were asked for.
        CheckConstraint("asked OR 'A57-4.22' = ANY (defects)", name="asked_for"),
        CheckConstraint("asked OR num_nonnulls(taken_on, exception) = 0", name="told_as_asked"),
    )

    immunity_id: Mapped[int] = mapped_column(ForeignKey(ImmunityRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    measure: Mapped[str]
    asked: Mapped[bool]
    taken_on: Mapped[date | None]
    exception: Mapped[str | None]
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class DemandRow(Base):
    """A demand for additional information, with its answer."""

    __tablename__ = "immunity_demand"
    __table_args__ = (
        follows("answered_on", "asked_on"),
        CheckConstraint(
            "answered_on IS NOT NULL OR num_nonnulls(answer_document, answer) = 0",
            name="answered_on_a_day",
        ),
    )

    immunity_id: Mapped[int] = mapped_column(ForeignKey(ImmunityRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    asked_on: Mapped[date]
    recipient: Mapped[str]
    text: Mapped[str]
    answered_on: Mapped[date | None]
    answer_document: Mapped[str | None]
    answer: Mapped[str | None]


class NoticeRow(Base):
    """The deputy was told of the day of a sitting."""

    __tablename__ = "immunity_notice"

    immunity_id: Mapped[int] = mapped_column(ForeignKey(ImmunityRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    told_on: Mapped[date]
    sitting_on: Mapped[date]
    document: Mapped[str | None]


class AttendanceRow(Base):
    """Whether the deputy took part at a sitting."""

    __tablename__ = "immunity_attendance"

    immunity_id: Mapped[int] = mapped_column(ForeignKey(ImmunityRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    came_on: Mapped[date]
    sitting_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    wished: Mapped[bool]
    admitted: Mapped[bool]
    text: Mapped[str | None]


class TakenRow(Base):
    """A measure that was taken."""

    __tablename__ = "immunity_taken"
    __table_args__ = (one_of("measure", *Measure), one_of("exception", *EXEMPT))

    immunity_id: Mapped[int] = mapped_column(ForeignKey(ImmunityRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    taken_on: Mapped[date]
    measure: Mapped[str]
    exception: Mapped[str | None]
