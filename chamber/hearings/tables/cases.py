"""A hearing as it is decided on and announced: its dated facts, and what led to them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chamber.hearings.words import Form, Proposer, Secret
from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.tables import PersonRow
from chamber.record.proceedings import Proceeding

ASTANA = "'Asia/Almaty'"


def whole(name: str, *columns: str) -> CheckConstraint:
    """Either all of these are known, or none of them is."""
    test = f"num_nulls({', '.join(columns)}) IN (0, {len(columns)})"
    return CheckConstraint(test, name=name)


def after(later: str, earlier: str) -> CheckConstraint:
    """On no earlier day; and without it only where a breach was accepted with a reason."""
    known = f"coalesce({later} >= {earlier}, cardinality(defects) > 0)"
    return CheckConstraint(f"{later} IS NULL OR {known}", name=f"{later}_follows_{earlier}")


class HearingRow(Base):
    __tablename__ = "hearing"
    __table_args__ = (
        one_of("chamber", *Chamber),
        one_of("proposed_by", *Proposer),
        one_of("proposed_form", *Form),
        one_of("form", *Form),
        one_of("form_decided_by", "bureau", "committee", "chair"),
        one_of("secret", *Secret),
        # Either somebody has proposed it, or sources tell of the past.
        CheckConstraint("num_nonnulls(proposed_by, sources) = 1", name="proposed_or_told"),
        whole("told_whole", "first_day", "last_day", "organised_by", "sources"),
        whole("decided_whole", "decided_on", "decided_at_id", "decided_tally"),
        whole("form_whole", "form", "form_decided_on", "form_decided_by"),
        whole("ground_whole", "secret", "secret_law"),
        whole("planned_whole", "starts_at", "place_kk", "place_ru"),
        whole("commission_whole", "commission_id", "commission_on", "commission_resolution"),
        whole(
            "cancelled_with_reason", "cancelled_on", "cancelled_because_kk", "cancelled_because_ru"
        ),
        whole("begun_with_a_chair", "begun_on", "chair_id"),
        whole("attended_whole", "deputy_count", "start_count", "here_count", "guest_count"),
        CheckConstraint(
            "(minutes_on IS NULL) = (minutes_text IS NULL AND minutes_source IS NULL)",
            name="minutes_say_something",
        ),
        CheckConstraint("first_day <= last_day", name="last_day_follows_first_day"),
        CheckConstraint("decided_on >= opened_on", name="decided_on_follows_opened_on"),
        after("begun_on", "decided_on"),
        after("ended_on", "begun_on"),
        after("minutes_on", "begun_on"),
        after("completed_on", "begun_on"),
        CheckConstraint(
            "num_nonnulls(cancelled_on, begun_on) < 2 OR cardinality(defects) > 0",
            name="cancelled_or_begun",
        ),
        Index("hearing_listed", text("listed_at DESC"), text("id DESC")),
        Index("hearing_chamber", "chamber", text("listed_at DESC"), text("id DESC")),
        Index("hearing_day", "held_on"),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    topic_kk: Mapped[str]
    topic_ru: Mapped[str]
    topic_en: Mapped[str | None]
    opened_on: Mapped[date]
    proposed_by: Mapped[str | None]
    proposed_form: Mapped[str]
    linked_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    organised_by: Mapped[list[Any] | None]
    sources: Mapped[list[Any] | None]
    decided_on: Mapped[date | None]
    decided_at_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    decided_tally: Mapped[dict[str, Any] | None]
    decision_adopted: Mapped[bool | None]
    form: Mapped[str | None]
    form_decided_on: Mapped[date | None]
    form_decided_by: Mapped[str | None]
    form_decided_at_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    form_tally: Mapped[dict[str, Any] | None]
    secret: Mapped[str | None]
    secret_law: Mapped[str | None]
    starts_at: Mapped[datetime | None]
    place_kk: Mapped[str | None]
    place_ru: Mapped[str | None]
    commission_id: Mapped[int | None] = mapped_column(ForeignKey(BodyRow.id))
    commission_resolution: Mapped[str | None]
    commission_on: Mapped[date | None]
    cancelled_on: Mapped[date | None]
    cancelled_because_kk: Mapped[str | None]
    cancelled_because_ru: Mapped[str | None]
    begun_on: Mapped[date | None]
    chair_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    admitted: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    # Those of whom only the number is known. NULL: nobody was registered yet.
    deputy_count: Mapped[int | None] = mapped_column(SmallInteger)
    start_count: Mapped[int | None] = mapped_column(SmallInteger)
    here_count: Mapped[int | None] = mapped_column(SmallInteger)
    guest_count: Mapped[int | None]
    ended_on: Mapped[date | None]
    minutes_on: Mapped[date | None]
    minutes_text: Mapped[str | None]
    minutes_source: Mapped[str | None]
    completed_on: Mapped[date | None]
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    held_on: Mapped[date | None] = mapped_column(
        Computed(f"coalesce((starts_at AT TIME ZONE {ASTANA})::date, begun_on)", persisted=True)
    )
    # When it starts; of the past, the last day; else the day on which the case was opened.
    listed_at: Mapped[datetime] = mapped_column(
        Computed(
            f"coalesce(starts_at, coalesce(last_day, opened_on)::timestamp AT TIME ZONE {ASTANA})",
            persisted=True,
        )
    )


class OrganiserRow(Base):
    """A committee or commission that is to hold the hearing, in the order of the proposal."""

    __tablename__ = "hearing_organiser"

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey(BodyRow.id), index=True)


class InvitationRow(Base):
    __tablename__ = "hearing_invitation"

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    decided_by_id: Mapped[int] = mapped_column(ForeignKey(BodyRow.id))
    decided_on: Mapped[date]
    guests: Mapped[list[Any]]


class NoticeRow(Base):
    """What the mass media were told, by one channel."""

    __tablename__ = "hearing_notice"

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sent_at: Mapped[datetime]
    channel: Mapped[str]
    text: Mapped[str]
    topic: Mapped[str | None]
    starts_at: Mapped[datetime | None]
    place: Mapped[str | None]


class MoveRow(Base):
    """When and where the hearing had been, before it was moved."""

    __tablename__ = "hearing_move"

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    starts_at: Mapped[datetime]
    place_kk: Mapped[str]
    place_ru: Mapped[str]
    reason_kk: Mapped[str]
    reason_ru: Mapped[str]
    moved_on: Mapped[date]
