"""The days appointed for a report, and what was done on each, in its order."""

from datetime import date
from typing import Any, get_args

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

from chamber.record.base import Base, follows, one_of
from chamber.record.people.tables import PersonRow
from chamber.record.proceedings import Proceeding
from chamber.record.votes.tables import Vote
from chamber.reports.facts_heard import StepKind
from chamber.reports.tables.cases import ReportRow


class DayRow(Base):
    __tablename__ = "report_day"
    __table_args__ = (
        follows("heard_on", "set_on"),
        CheckConstraint(
            "num_nulls(adjourned_on, adjourned_at_id, reason) IN (0, 3)", name="adjourned_whole"
        ),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    number: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    heard_on: Mapped[date | None]
    set_on: Mapped[date]
    adjourned_on: Mapped[date | None]
    adjourned_at_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    reason: Mapped[str | None]
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class StepRow(Base):
    __tablename__ = "report_step"
    __table_args__ = (
        ForeignKeyConstraint(["report_id", "day"], ["report_day.report_id", "report_day.number"]),
        one_of("kind", *get_args(StepKind)),
        one_of("about", "take_note", "appeal"),
        CheckConstraint("(kind = 'attendance') = (came IS NOT NULL)", name="came_or_not"),
        CheckConstraint("(kind = 'report') = (minutes IS NOT NULL)", name="reported_in_minutes"),
        CheckConstraint("minutes >= 1", name="lasted"),
        CheckConstraint(
            "kind NOT IN ('reasons', 'question', 'opinion') OR speaker_id IS NOT NULL",
            name="said_by_somebody",
        ),
        CheckConstraint(
            "(kind IN ('question', 'opinion')) = (admitted IS NOT NULL)", name="admitted_or_not"
        ),
        CheckConstraint("num_nonnulls(faction_id, deputy_group) < 2", name="for_one"),
        CheckConstraint(
            "(kind = 'question_received') = (about IS NOT NULL)", name="question_of_a_kind"
        ),
        CheckConstraint("about = 'appeal' OR laws = '[]'", name="laws_of_an_appeal"),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey(ReportRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    day: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[str]
    done_on: Mapped[date]
    sitting_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    came: Mapped[bool | None]
    reason: Mapped[str | None]
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey(PersonRow.id))
    minutes: Mapped[int | None] = mapped_column(SmallInteger)
    faction_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id))
    deputy_group: Mapped[str | None]
    admitted: Mapped[bool | None]
    about: Mapped[str | None]
    laws: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    text: Mapped[str | None]


# One vote of a kind is open at a time.
OPEN = Index(
    "vote_on_report_open", Vote.proceeding_id, Vote.subject, unique=True,
    postgresql_where=text("power = '57(6)' AND closed_on IS NULL AND NOT undone"),
)  # fmt: skip
