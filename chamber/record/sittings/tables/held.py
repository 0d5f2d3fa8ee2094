"""A sitting as it is held: who was there, who spoke, and what was decided by show of hands."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base, one_of
from chamber.record.proceedings import Proceeding
from chamber.record.sittings.facts import Genre, State
from chamber.record.sittings.tables.planned import SittingRow, TakenRow

Small = SmallInteger


class RollRow(Base):
    """A registration: of the whole sitting (item 0), or for one item that was taken up."""

    __tablename__ = "registration"
    __table_args__ = (
        ForeignKeyConstraint(["sitting_id", "taken"], [TakenRow.sitting_id, TakenRow.item]),
        CheckConstraint("item > 0 OR is_full", name="whole_sitting_in_full"),
    )

    sitting_id: Mapped[int] = mapped_column(ForeignKey(SittingRow.id), primary_key=True)
    item: Mapped[int] = mapped_column(Small, primary_key=True)
    # A registration of its own; if not, only what has changed since that of the sitting.
    is_full: Mapped[bool]
    taken: Mapped[int | None] = mapped_column(Small, Computed("nullif(item, 0)", persisted=True))


class MarkRow(Base):
    """How one person stood in one registration. The key says that nobody is in it twice."""

    __tablename__ = "presence"
    __table_args__ = (
        ForeignKeyConstraint(["sitting_id", "item"], [RollRow.sitting_id, RollRow.item]),
        one_of("state", *State),
        Index("presence_person_idx", "person_id", text("sitting_id DESC")),
    )

    sitting_id: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[int] = mapped_column(Small, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    state: Mapped[str]
    chamber: Mapped[str]


class CountRow(Base):
    """How many were present, of one Chamber, where the minutes know no names."""

    __tablename__ = "presence_count"
    __table_args__ = (
        ForeignKeyConstraint(["sitting_id", "item"], [RollRow.sitting_id, RollRow.item]),
        CheckConstraint("present >= 0", name="counted"),
    )

    sitting_id: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[int] = mapped_column(Small, primary_key=True)
    chamber: Mapped[str] = mapped_column(primary_key=True)
    present: Mapped[int] = mapped_column(Small)


class SpeechRow(Base):
    __tablename__ = "speech"
    __table_args__ = (
        ForeignKeyConstraint(["sitting_id", "item"], [TakenRow.sitting_id, TakenRow.item]),
        one_of("genre", *Genre),
        CheckConstraint("num_nonnulls(person_id, guest) = 1", name="one_speaker"),
    )

    sitting_id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Small, primary_key=True)
    item: Mapped[int] = mapped_column(Small)
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id), index=True)
    guest: Mapped[str | None]
    genre: Mapped[str]


class DecisionRow(Base):
    __tablename__ = "sitting_decision"
    __table_args__ = (
        ForeignKeyConstraint(["sitting_id", "item"], [TakenRow.sitting_id, TakenRow.item]),
        CheckConstraint("in_favour >= 0 AND against >= 0 AND abstained >= 0", name="counted"),
    )

    sitting_id: Mapped[int] = mapped_column(ForeignKey(SittingRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(Small, primary_key=True)
    question_kk: Mapped[str]
    question_ru: Mapped[str]
    rule: Mapped[str]
    item: Mapped[int | None] = mapped_column(Small)
    in_favour: Mapped[int] = mapped_column(Small)
    against: Mapped[int] = mapped_column(Small)
    abstained: Mapped[int] = mapped_column(Small)
    adopted: Mapped[bool | None]
    decided_on: Mapped[date]


class CommissionRow(Base):
    """A member of a counting commission, by the decision that elected it."""

    __tablename__ = "counting_commission"
    __table_args__ = (
        ForeignKeyConstraint(
            ["sitting_id", "number"], [DecisionRow.sitting_id, DecisionRow.number]
        ),
    )

    sitting_id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Small, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
