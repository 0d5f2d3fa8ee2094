"""A report is its dated facts: who signed, whom the Chamber named, what the member was told."""

from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.seats import Chamber
from chamber.record.base import Base, follows, one_of
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.tables import PersonRow
from chamber.record.proceedings import Proceeding
from chamber.reports.facts import APPEAL, REPEAT


class ReportRow(Base):
    __tablename__ = "report"
    __table_args__ = (
        one_of("chamber", *Chamber),
        # What was begun by nobody who could begin it, as without an edition, leads to nothing.
        CheckConstraint(
            "own_activity OR 'A57-6.02' = ANY (defects) OR enough IS FALSE AND NOT doubted",
            name="of_own_activity",
        ),
        CheckConstraint("enough OR 'A57-6.01' = ANY (defects)", name="enough_signed"),
        Index("report_newest", text("opened_on DESC"), text("id DESC")),
        Index("report_of_chamber", "chamber", text("opened_on DESC"), text("id DESC")),
        Index("report_of_member", "member_id", text("opened_on DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    office: Mapped[str]
    prime_minister: Mapped[bool]
    subject: Mapped[str]
    own_activity: Mapped[bool]
    opened_on: Mapped[date]
    enough: Mapped[bool | None]
    doubted: Mapped[bool]
    limit_rapporteur: Mapped[int | None] = mapped_column(SmallInteger)  # Minutes, as the next two.
    limit_report: Mapped[int | None] = mapped_column(SmallInteger)
    limit_questions: Mapped[int | None] = mapped_column(SmallInteger)
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    # Accepted at the vote on one question: on taking note, on the appeal, on the appeal again.
    note_defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    appeal_defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    repeat_defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class SignatureRow(Base):
    __tablename__ = "report_signature"
    __table_args__ = (Index("report_signature_person", "person_id"),)

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger)
    counts: Mapped[bool]
    withdrawn_on: Mapped[date | None]


def of_initiators() -> ForeignKeyConstraint:
    """Whoever it is signed the initiative; without a signature a defect was accepted."""
    return ForeignKeyConstraint(
        ["report_id", "signed_id"], ["report_signature.report_id", "report_signature.person_id"]
    )


class RapporteurRow(Base):
    __tablename__ = "report_rapporteur"
    __table_args__ = (
        of_initiators(),
        CheckConstraint("signed_id = person_id", name="one_person"),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    signed_id: Mapped[int | None]
    named_on: Mapped[date]
    sitting_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    tally: Mapped[dict[str, Any]]


class CommissionRow(Base):
    __tablename__ = "report_commission"

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey(BodyRow.id))
    formed_on: Mapped[date]
    sitting_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    tally: Mapped[dict[str, Any]]


class CommissionMemberRow(Base):
    __tablename__ = "report_commission_member"
    __table_args__ = (
        of_initiators(),
        CheckConstraint("signed_id = person_id", name="one_person"),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey(CommissionRow.report_id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger)
    signed_id: Mapped[int | None]


class NoticeRow(Base):
    """What the member of the Government was told, and when it was received."""

    __tablename__ = "report_notice"
    __table_args__ = (
        follows("received_on", "sent_on"),
        CheckConstraint("(received_on IS NULL) = (proof IS NULL)", name="received_with_proof"),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    for_day: Mapped[int] = mapped_column(SmallInteger)  # 0: none was appointed yet.
    sent_on: Mapped[date]
    in_writing: Mapped[bool]
    states_decision: Mapped[bool]
    day: Mapped[date | None]
    document: Mapped[str | None]
    received_on: Mapped[date | None]
    proof: Mapped[str | None]


class AccessRow(Base):
    """The member asked to read the documents."""

    __tablename__ = "report_access"

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    asked_on: Mapped[date]
    granted: Mapped[bool]
    documents: Mapped[str]


class AppealRow(Base):
    """What became of an appeal to the President."""

    __tablename__ = "report_appeal"
    __table_args__ = (
        CheckConstraint(f"subject IN ({APPEAL}, {REPEAT})", name="first_or_again"),
        CheckConstraint("num_nonnulls(released_on, refused_on) < 2", name="answered_once"),
        CheckConstraint("(released_on IS NULL) = (released_by IS NULL)", name="released_by_an_act"),
        CheckConstraint("refused_on IS NOT NULL OR refused_by IS NULL", name="refused_on_a_day"),
        follows("released_on", "sent_on"),
        follows("refused_on", "sent_on"),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    subject: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sent_on: Mapped[date]
    document: Mapped[str]
    released_on: Mapped[date | None]
    released_by: Mapped[str | None]
    refused_on: Mapped[date | None]
    refused_by: Mapped[str | None]
