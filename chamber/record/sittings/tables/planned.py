"""A sitting as it is planned: its dated facts, and beside them the versions of its agenda."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base, follows, one_of
from chamber.record.proceedings import Proceeding
from chamber.record.sittings.facts import Kind

Small = SmallInteger


class SittingRow(Base):
    __tablename__ = "sitting"
    __table_args__ = (
        one_of("kind", *Kind),
        CheckConstraint(
            "(kind IN ('committee', 'commission', 'bureau')) = (body_id IS NOT NULL)",
            name="body_where_one_sits",
        ),
        follows("cancelled_on", "planned_on"),
        follows("opened_on", "planned_on"),
        follows("closed_on", "opened_on"),
        follows("minutes_on", "opened_on"),
        CheckConstraint("cancelled_on IS NULL OR opened_on IS NULL", name="cancelled_or_opened"),
        CheckConstraint(
            "(cancelled_on IS NULL) = (cancelled_because IS NULL)", name="cancelled_with_reason"
        ),
        CheckConstraint(
            "(minutes_on IS NULL) = (minutes_text IS NULL AND minutes_source IS NULL)",
            name="minutes_say_something",
        ),
        Index("sitting_time_idx", text("starts_at DESC"), text("id DESC")),
        Index("sitting_chamber_idx", "chamber", text("starts_at DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    kind: Mapped[str]
    body_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id), index=True)
    planned_on: Mapped[date]
    starts_at: Mapped[datetime]
    place: Mapped[str]
    cancelled_on: Mapped[date | None]
    cancelled_because: Mapped[str | None]
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    minutes_on: Mapped[date | None]
    minutes_text: Mapped[str | None]
    minutes_source: Mapped[str | None]


class MoveRow(Base):
    """When and where a sitting had been planned, before it was put off."""

    __tablename__ = "sitting_move"

    sitting_id: Mapped[int] = mapped_column(ForeignKey(SittingRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(Small, primary_key=True)
    starts_at: Mapped[datetime]
    place: Mapped[str]
    reason: Mapped[str]
    moved_on: Mapped[date]


class VersionRow(Base):
    __tablename__ = "agenda_version"
    __table_args__ = (
        follows("voted_on", "published_on"),
        CheckConstraint(
            "num_nonnulls(voted_on, in_favour, against, abstained) IN (0, 4)",
            name="voted_with_counts",
        ),
        CheckConstraint("adopted IS NULL OR voted_on IS NOT NULL", name="adopted_by_vote"),
        CheckConstraint("in_favour >= 0 AND against >= 0 AND abstained >= 0", name="counted"),
    )

    sitting_id: Mapped[int] = mapped_column(ForeignKey(SittingRow.id), primary_key=True)
    version: Mapped[int] = mapped_column(Small, primary_key=True)
    published_on: Mapped[date]
    voted_on: Mapped[date | None]
    in_favour: Mapped[int | None] = mapped_column(Small)
    against: Mapped[int | None] = mapped_column(Small)
    abstained: Mapped[int | None] = mapped_column(Small)
    adopted: Mapped[bool | None]


class ItemRow(Base):
    __tablename__ = "agenda_item"
    __table_args__ = (
        ForeignKeyConstraint(
            ["sitting_id", "version"], [VersionRow.sitting_id, VersionRow.version]
        ),
        CheckConstraint("number >= 1", name="numbered_from_one"),
    )

    sitting_id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(Small, primary_key=True)
    number: Mapped[int] = mapped_column(Small, primary_key=True)
    title_kk: Mapped[str]
    title_ru: Mapped[str]
    proceeding_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id), index=True)


class TakenRow(Base):
    """An item that was taken up. One at a time: the index lets no second one be open."""

    __tablename__ = "sitting_item"
    __table_args__ = (
        follows("closed_on", "opened_on"),
        Index(
            "one_item_open", "sitting_id", unique=True, postgresql_where=text("closed_on IS NULL")
        ),
        CheckConstraint("item >= 1", name="numbered_from_one"),
    )

    sitting_id: Mapped[int] = mapped_column(ForeignKey(SittingRow.id), primary_key=True)
    item: Mapped[int] = mapped_column(Small, primary_key=True)
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
