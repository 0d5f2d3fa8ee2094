"""An appointment is its dated facts: its candidates, what was said of them, how they fared."""

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

from chamber.appointments.bodies import Body
from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.tables import PersonRow
from chamber.record.proceedings import Proceeding


class AppointmentRow(Base):
    __tablename__ = "appointment"
    __table_args__ = (
        one_of("chamber", *Chamber),
        one_of("body", *Body),
        # Either a committee is in charge, or sources tell of the past.
        CheckConstraint("num_nonnulls(committee_id, sources) = 1", name="submitted_or_told"),
        Index("appointment_newest", text("opened_on DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    body: Mapped[str]
    committee_id: Mapped[int | None] = mapped_column(ForeignKey(BodyRow.id))
    sources: Mapped[list[Any] | None]
    opened_on: Mapped[date]


def after(later: str, earlier: str, rule: str) -> CheckConstraint:
    """`later` follows `earlier`, unless the breach of the rule was accepted with a reason."""
    test = f"{later} IS NULL OR coalesce({later} >= {earlier}, false) OR '{rule}' = ANY (defects)"
    return CheckConstraint(test, name=f"{later}_follows_{earlier}")


class CandidateRow(Base):
    __tablename__ = "candidate"
    __table_args__ = (
        ForeignKeyConstraint(
            ["appointment_id", "instead_of"],
            ["candidate.appointment_id", "candidate.number"],
            deferrable=True,
            initially="DEFERRED",
        ),
        after("announced_on", "conclusion_on", "A57-1.09"),
        CheckConstraint(
            "num_nulls(conclusion_on, conclusion_at_id, recommends, tally, conclusion) IN (0, 5)",
            name="conclusion_whole",
        ),
        CheckConstraint("num_nulls(announced_on, announced_at_id) IN (0, 2)", name="announced_at"),
        CheckConstraint("instead_of < number", name="after_the_rejected"),
        Index("candidate_person", "person_id"),
    )

    appointment_id: Mapped[int] = mapped_column(ForeignKey(AppointmentRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    starts_on: Mapped[date | None]
    submitted_on: Mapped[date | None]
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    document: Mapped[str | None]
    instead_of: Mapped[int | None] = mapped_column(SmallInteger)
    conclusion_on: Mapped[date | None]
    conclusion_at_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    recommends: Mapped[bool | None]
    tally: Mapped[dict[str, Any] | None]
    conclusion: Mapped[str | None]
    announced_on: Mapped[date | None]
    announced_at_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class StatementRow(Base):
    """A question, an opinion, a demand for debate, or the opening of one."""

    __tablename__ = "candidate_statement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["appointment_id", "candidate"], ["candidate.appointment_id", "candidate.number"]
        ),
        one_of("kind", "question", "opinion", "debate_demand", "debate"),
        one_of("stance", "for", "against"),
        one_of("addressee", "candidate", "proposer"),
        CheckConstraint("(kind = 'debate') = (deputy_id IS NULL)", name="said_by_a_deputy"),
        CheckConstraint("(kind = 'opinion') = (stance IS NOT NULL)", name="opinion_has_a_stance"),
    )

    appointment_id: Mapped[int] = mapped_column(primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    kind: Mapped[str]
    candidate: Mapped[int] = mapped_column(SmallInteger)
    said_on: Mapped[date]
    sitting_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    addressee: Mapped[str | None]
    admitted: Mapped[bool | None]
    stance: Mapped[str | None]
    text: Mapped[str | None]


class OrderRow(Base):
    """A decision on the form of the ballot."""

    __tablename__ = "ballot_order"
    __table_args__ = (
        ForeignKeyConstraint(
            ["appointment_id", "candidate"], ["candidate.appointment_id", "candidate.number"]
        ),
        one_of("form", "open", "secret"),
    )

    appointment_id: Mapped[int] = mapped_column(ForeignKey(AppointmentRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    candidate: Mapped[int | None] = mapped_column(SmallInteger)
    decided_on: Mapped[date]
    sitting_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    form: Mapped[str]
    tally: Mapped[dict[str, Any]]
    adopted: Mapped[bool | None]
    adopted_on_readings: Mapped[list[str]] = mapped_column(ARRAY(Text))
    not_adopted_on_readings: Mapped[list[str]] = mapped_column(ARRAY(Text))
