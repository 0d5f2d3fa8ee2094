"""A person, with names, mandates, posts and memberships, each with its days."""

from datetime import date

from sqlalchemy import CheckConstraint, Computed, ForeignKey, ForeignKeyConstraint, Index, text
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.seats import Chamber
from chamber.record.base import Base, one_of
from chamber.record.bodies.acts import BodyKind
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.acts import Basis, BodyRole, Ground, Office
from chamber.record.proceedings import Proceeding

DURING = "daterange(starts_on, ends_on)"

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

BEFORE = [
    # The order of the Kazakh alphabet, on any server: none of them need know the language. Each
    # letter becomes a character of the private area, so that it stands after all others.
    f"""
    CREATE FUNCTION kk_key(text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
        translate(lower($1), '{ALPHABET}', '{"".join(map(chr, range(0xE000, 0xE000 + 42)))}')
    """,
    # Small letters, each word after a space; and a Russian ё is found as е, as it is printed.
    """
    CREATE FUNCTION found_key(text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
        ' ' || translate(lower($1), 'ё-', 'е ')
    """,
]

# A post, and a seat that only a deputy may hold, lie within the person's mandates: each day.
DDL = [
    """
    ALTER TABLE mandate ADD CONSTRAINT mandate_days
        UNIQUE (person_id, chamber, during WITHOUT OVERLAPS)
    """,
    """
    ALTER TABLE post ADD CONSTRAINT post_within_mandate
        FOREIGN KEY (person_id, chamber, PERIOD during)
        REFERENCES mandate (person_id, chamber, PERIOD during)
    """,
    """
    ALTER TABLE membership ADD CONSTRAINT membership_within_mandate
        FOREIGN KEY (person_id, deputies_of, PERIOD during)
        REFERENCES mandate (person_id, chamber, PERIOD during)
    """,
]


class PersonRow(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    born_on: Mapped[date | None]


class NameRow(Base):
    """A name, from its day until the next. People are listed in the order of their last."""

    __tablename__ = "person_name"
    __table_args__ = (
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        Index(
            "person_name_now", "person_id", unique=True, postgresql_where=text("ends_on IS NULL")
        ),
        Index(
            "person_name_order",
            text('sorted_by COLLATE "C"'),
            "person_id",
            postgresql_where=text("ends_on IS NULL"),
        ),
        Index(
            "person_name_found",
            "found_by",
            postgresql_using="gin",
            postgresql_ops={"found_by": "gin_trgm_ops"},
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    starts_on: Mapped[date] = mapped_column(primary_key=True)
    ends_on: Mapped[date | None]
    kk: Mapped[str]
    ru: Mapped[str]
    latin: Mapped[str]
    sorted_by: Mapped[str] = mapped_column(Computed("kk_key(kk)", persisted=True))
    found_by: Mapped[str] = mapped_column(
        Computed("found_key(kk || ' ' || ru || ' ' || latin)", persisted=True)
    )


class MandateRow(Base):
    __tablename__ = "mandate"
    __table_args__ = (
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        CheckConstraint("(ends_on IS NULL) = (ground IS NULL)", name="ended_on_a_ground"),
        one_of("chamber", *Chamber),
        one_of("basis", *Basis),
        one_of("ground", *Ground),
        # Of one Chamber at a time, too: nobody sits in both.
        ExcludeConstraint(("person_id", "="), ("during", "&&"), name="one_mandate"),
        Index("mandate_in_office", "chamber", "during", postgresql_using="gist"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    starts_on: Mapped[date] = mapped_column(primary_key=True)
    ends_on: Mapped[date | None]
    during: Mapped[Range[date]] = mapped_column(DATERANGE, Computed(DURING, persisted=True))
    chamber: Mapped[str]
    convocation: Mapped[int]
    basis: Mapped[str]
    ground: Mapped[str | None]
    document: Mapped[str | None]
    because_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id), index=True)


class PostRow(Base):
    __tablename__ = "post"
    __table_args__ = (
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        one_of("chamber", *Chamber),
        one_of("post", *Office),
        ExcludeConstraint(("person_id", "="), ("during", "&&"), name="one_post"),
        ExcludeConstraint(
            ("chamber", "="), ("during", "&&"), where=text("post = 'chair'"), name="one_chair"
        ),
        Index("post_held", "chamber", "during", postgresql_using="gist"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    starts_on: Mapped[date] = mapped_column(primary_key=True)
    ends_on: Mapped[date | None]
    during: Mapped[Range[date]] = mapped_column(DATERANGE, Computed(DURING, persisted=True))
    chamber: Mapped[str]
    post: Mapped[str]
    reason: Mapped[str | None]


class MembershipRow(Base):
    __tablename__ = "membership"
    __table_args__ = (
        ForeignKeyConstraint(
            ["body_id", "chamber", "body_kind"], [BodyRow.id, BodyRow.chamber, BodyRow.kind]
        ),
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        one_of("role", *BodyRole),
        ExcludeConstraint(
            ("person_id", "="), ("body_id", "="), ("during", "&&"), name="one_membership"
        ),
        ExcludeConstraint(
            ("person_id", "="),
            ("during", "&&"),
            where=text(f"body_kind = '{BodyKind.FACTION}'"),
            name="one_faction",
        ),
        ExcludeConstraint(
            ("body_id", "="), ("during", "&&"), where=text("role = 'chair'"), name="one_body_chair"
        ),
        Index("membership_members", "body_id", "during", postgresql_using="gist"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True)
    body_id: Mapped[int] = mapped_column(primary_key=True)
    starts_on: Mapped[date] = mapped_column(primary_key=True)
    ends_on: Mapped[date | None]
    during: Mapped[Range[date]] = mapped_column(DATERANGE, Computed(DURING, persisted=True))
    chamber: Mapped[str]
    body_kind: Mapped[str]
    role: Mapped[str]
    # The chamber whose deputies alone sit in the body. NULL where others may sit there.
    deputies_of: Mapped[str | None] = mapped_column(
        Computed("CASE WHEN body_kind IN ('faction', 'committee') THEN chamber END", persisted=True)
    )
