"""The board: what the public is told of open hearings, and when. Nothing else ever lies here.

The public reads these tables and never the cases beside them. Each announcement is a whole poster,
so that a feed can show a hearing as it was announced then; the last one is what stands now.

A poster is written seldom and lists are asked for all the time. So each committee has rows of its
own with all that is told, and there is an index for each way to narrow a list: a page is read from
where it begins, and next to nothing is read that does not belong to it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Constraint, ForeignKey, Index, SmallInteger, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from chamber.hearings.board import State
from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.proceedings import Proceeding


def of_lists(table: str, *of: str) -> Iterator[Constraint | Index]:
    yield one_of("chamber", *Chamber)
    yield one_of("state", *State)
    for by in ((), ("chamber",), ("state",), ("chamber", "state")):
        name = "_".join([table, *by])
        yield Index(f"{name}_time", *of, *by, text("listed_at DESC"), text("id DESC"))
        yield Index(f"{name}_updated", *of, *by, "updated_at", "id")
    # The next change among hearings of some days is found in a tree of both.
    tree = (*of, "updated_at", "listed_at", "chamber", "state")
    yield Index(f"{table}_days_updated", *tree, postgresql_using="gist")


class Standing(Base):
    """An open hearing as it stands on the board now."""

    __abstract__ = True

    id: Mapped[int]
    uid: Mapped[UUID]
    chamber: Mapped[str]
    state: Mapped[str]
    listed_at: Mapped[datetime]  # When it starts; of a hearing of the past, its last day.
    sequence: Mapped[int] = mapped_column(SmallInteger)  # 0, 1, 2 …: it rises with each poster.
    first_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    poster: Mapped[dict[str, Any]]


class AnnouncedRow(Standing):
    """In the list of all."""

    __tablename__ = "announced"
    __table_args__ = tuple(of_lists("announced"))

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)


class AnnouncedOrganiserRow(Standing):
    """In the list of a committee: a row for each that holds the hearing."""

    __tablename__ = "announced_organiser"
    __table_args__ = tuple(of_lists("announced_organiser", "body"))

    id: Mapped[int] = mapped_column(ForeignKey(AnnouncedRow.id), primary_key=True)
    body: Mapped[UUID] = mapped_column(primary_key=True)


class AnnouncementRow(Base):
    """One poster as it was put up. Their numbers have no gaps.

    The last of them, with how many places are empty, is the board's version.

    A hearing that should never have stood here, as a correction says, leaves an empty place.
    """

    __tablename__ = "announcement"
    __table_args__ = (
        UniqueConstraint("hearing_id", "serial"),
        one_of("chamber", *Chamber),
        Index("announcement_chamber", "chamber", "serial"),
        Index("announcement_organisers", "organisers", postgresql_using="gin"),
        # How many places are empty is part of the board's version: it is asked all the time.
        Index("announcement_emptied", "serial", postgresql_where=text("poster IS NULL")),
    )

    serial: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 1, 2, 3 …
    hearing_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    chamber: Mapped[str]
    organisers: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    sequence: Mapped[int] = mapped_column(SmallInteger)
    first_at: Mapped[datetime]
    at: Mapped[datetime]
    poster: Mapped[dict[str, Any] | None]


CHANNEL = "hearings_board"

DDL = [
    f"""
    CREATE FUNCTION tell_board() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_notify('{CHANNEL}', '');
        RETURN NULL;
    END $$""",
    """
    CREATE TRIGGER tell_board AFTER INSERT OR UPDATE ON announcement
        FOR EACH STATEMENT EXECUTE FUNCTION tell_board()""",
]
