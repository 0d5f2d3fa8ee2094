"""What is due in all cases, in one table: written anew whenever a case is, and read as a list.

A case is written seldom and the list is asked for all day long. So each committee has rows of its
own with all that is told, and a page is read from where it begins, of one kind or of all. Of the
two Chambers either has much: theirs is told apart within the index, without a look at the rows.
What is not done yet is the least of it, and has indexes of its own.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Computed,
    Constraint,
    ForeignKey,
    Index,
    SmallInteger,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.deadlines.facts import ENDS_BY_ITSELF, What
from chamber.record.proceedings import Proceeding

ORDER = ("listed_on", "proceeding_id", "nth")
KINDS = ", ".join(f"'{one}'" for one in sorted(ENDS_BY_ITSELF))
BY_ITSELF, BY_SOMEBODY = f"what IN ({KINDS})", f"what NOT IN ({KINDS})"
ABOUT = "(told #>> '{about,person}')"
OPEN, DONE = "done_on IS NULL", f"done_on IS NOT NULL AND {BY_SOMEBODY}"


def of_lists(table: str, *of: str) -> Iterator[Constraint | Index]:
    yield one_of("chamber", *Chamber)
    yield one_of("what", *What)
    for by in ((), ("what",)):
        for state, condition in (("open", OPEN), ("done", DONE)):
            name = "_".join([table, state, *by])
            yield Index(name, *of, *by, *ORDER, "chamber", postgresql_where=text(condition))
    yield Index(f"{table}_about", text(ABOUT), postgresql_where=text(f"{ABOUT} IS NOT NULL"))
    yield Index(f"{table}_by_itself", *of, *ORDER, "chamber", postgresql_where=text(BY_ITSELF))


class Listed(Base):
    """One thing that is due in a case, as the list tells it."""

    __abstract__ = True

    proceeding_id: Mapped[int]
    uid: Mapped[UUID]  # Always the same for the same thing of the same case.
    nth: Mapped[int] = mapped_column(SmallInteger)
    noun: Mapped[str]
    case_uid: Mapped[UUID]
    number: Mapped[str]
    chamber: Mapped[str | None]
    committees: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))  # Whose matter it is.
    hidden: Mapped[bool]  # The public may not know of the case.
    what: Mapped[str]
    rule: Mapped[str]
    since: Mapped[date]
    due_on: Mapped[date | None]  # The day that we adopt; None: it cannot be known yet.
    safe_until: Mapped[date | None]
    done_on: Mapped[date | None]
    sequence: Mapped[int]  # The version of the case with which it last changed.
    changed_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    told: Mapped[dict[str, Any]]
    # What has no day yet comes last.
    listed_on: Mapped[date] = mapped_column(
        Computed("coalesce(due_on, 'infinity'::date)", persisted=True)
    )


class DeadlineRow(Listed):
    """In the list of all."""

    __tablename__ = "deadline"
    __table_args__ = (
        *of_lists("deadline"),
        Index("deadline_uid", "uid", unique=True),
    )

    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    uid: Mapped[UUID] = mapped_column(primary_key=True)


class CommitteeDeadlineRow(Listed):
    """In the list of a committee: a row for each whose matter it is."""

    __tablename__ = "committee_deadline"
    __table_args__ = tuple(of_lists("committee_deadline", "body"))

    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    uid: Mapped[UUID] = mapped_column(primary_key=True)
    body: Mapped[UUID] = mapped_column(primary_key=True)


class DeadlinesToldRow(Base):
    """By which edition of the record and of the calendar all rows are told; one row, or none."""

    __tablename__ = "deadlines_told"

    by: Mapped[str] = mapped_column(primary_key=True)
