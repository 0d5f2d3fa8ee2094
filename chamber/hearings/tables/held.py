"""A hearing as it is held: who took part, what was recommended, and to whom it went."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, SmallInteger, func
from sqlalchemy.orm import Mapped, mapped_column

from chamber.hearings.tables.cases import HearingRow
from chamber.hearings.words import Addressee, Capacity, Product, Reader
from chamber.record.base import Base, one_of
from chamber.record.people.tables import PersonRow


class DeputyRow(Base):
    """A deputy who came. The key says that nobody takes part twice."""

    __tablename__ = "hearing_deputy"
    __table_args__ = (CheckConstraint("own OR NOT (at_start OR here)", name="own_deputies_count"),)

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    own: Mapped[bool]  # Of the Chamber that holds the hearing, or of the other one.
    at_start: Mapped[bool]
    here: Mapped[bool]


class GuestRow(Base):
    """A guest who came."""

    __tablename__ = "hearing_guest"
    __table_args__ = (one_of("capacity", *Capacity),)

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    name: Mapped[str]
    body: Mapped[str | None]  # That the guest represents.
    capacity: Mapped[str]


class RecommendationRow(Base):
    """Recommendations that were put to those taking part."""

    __tablename__ = "hearing_recommendation"

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    kk: Mapped[str]
    ru: Mapped[str]
    tally: Mapped[dict[str, Any]]
    others: Mapped[dict[str, Any] | None]
    put_on: Mapped[date]
    adopted: Mapped[bool | None]


class DispatchRow(Base):
    __tablename__ = "hearing_dispatch"
    __table_args__ = (one_of("recipient", *Addressee),)

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    recipient: Mapped[str]
    addressee: Mapped[str]
    document: Mapped[str | None]
    sent_on: Mapped[date]


class PublicationRow(Base):
    __tablename__ = "hearing_publication"
    __table_args__ = (one_of("what", *Product),)

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    what: Mapped[str]
    place_kk: Mapped[str]
    place_ru: Mapped[str]
    text: Mapped[str | None]
    published_on: Mapped[date]


class MaterialRow(Base):
    """A material of the hearing. The file itself is attached to the act that adds it."""

    __tablename__ = "hearing_material"

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    title: Mapped[str]
    added_on: Mapped[date]


class HandOverRow(Base):
    """Materials were shown or given to somebody, by hand."""

    __tablename__ = "hearing_hand_over"
    __table_args__ = (one_of("recipient", *Reader),)

    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    recipient: Mapped[str]
    name: Mapped[str]
    body: Mapped[str | None]  # That the person represents.
    handed_on: Mapped[date]


class ReadingRow(Base):
    """Somebody has read the case of a closed hearing, or one of its files (A57-5.21)."""

    __tablename__ = "hearing_reading"
    __table_args__ = (Index("hearing_reading_latest", "hearing_id", "id"),)

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey(HearingRow.id))
    account: Mapped[UUID | None]
    name: Mapped[str]
    role: Mapped[str]
    what: Mapped[str]  # "case", or the SHA-256 of a file.
    read_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
