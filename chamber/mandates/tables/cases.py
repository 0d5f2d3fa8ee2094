"""A matter of mandates is a row with its dated facts, and a row for each deputy it is about."""

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

from chamber.law.seats import Chamber
from chamber.mandates.rules.grounds import BY_COURT
from chamber.mandates.words import Activity, SetOffBy
from chamber.record.base import Base, one_of
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import BY_ITSELF
from chamber.record.people.tables import PersonRow
from chamber.record.proceedings import Proceeding


def listed(grounds: frozenset[Ground]) -> str:
    return ", ".join(f"'{one}'" for one in sorted(grounds))


ENDS_BY_ITSELF = f"ground IN ({listed(BY_ITSELF)})"


class MatterRow(Base):
    __tablename__ = "mandate_matter"
    __table_args__ = (
        one_of("chamber", *Chamber),
        one_of("ground", *(one for one in Ground if one is not Ground.TERM_ENDED)),
        one_of("set_off_by", *SetOffBy),
        one_of("dissolved", "parliament", "mazhilis"),
        one_of("activity", *Activity),
        CheckConstraint(
            "(ground = 'dissolved') = (dissolved IS NOT NULL)", name="dissolved_by_its_own_act"
        ),
        CheckConstraint(
            "(ground = 'incompatible') = (activity IS NOT NULL)", name="activity_of_its_ground"
        ),
        CheckConstraint(
            f"happened_on <= opened_on OR ground IN ({listed(BY_COURT)})", name="happened_before"
        ),
        CheckConstraint(
            "(conclusion_on IS NULL) = (favours IS NULL) AND (conclusion_on IS NOT NULL"
            " OR num_nonnulls(conclusion_document, conclusion) = 0)",
            name="conclusion_whole",
        ),
        CheckConstraint(
            f"NOT {ENDS_BY_ITSELF} OR ends_on IS NULL OR ends_on = happened_on",
            name="ended_on_its_own_day",
        ),
        CheckConstraint(
            "NOT (chamber = 'senate' AND dissolved = 'mazhilis' AND ends_on IS NOT NULL)",
            name="senate_stays",
        ),
        Index("mandate_matter_newest", text("opened_on DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str]
    opened_on: Mapped[date]
    ground: Mapped[str]
    happened_on: Mapped[date]
    set_off_by: Mapped[str]
    dissolved: Mapped[str | None]
    document: Mapped[str | None]
    activity: Mapped[str | None]
    conclusion_on: Mapped[date | None]
    favours: Mapped[bool | None]
    conclusion_document: Mapped[str | None]
    conclusion: Mapped[str | None]
    ends_on: Mapped[date | None]
    defects: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class MatterDeputyRow(Base):
    """A deputy whose powers the matter is about."""

    __tablename__ = "mandate_matter_deputy"
    __table_args__ = (
        UniqueConstraint("matter_id", "person_id"),
        Index("mandate_matter_of_deputy", "person_id", "matter_id"),
    )

    matter_id: Mapped[int] = mapped_column(ForeignKey(MatterRow.id), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
