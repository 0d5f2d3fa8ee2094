"""Who holds which office, by which Chamber, from which day until which."""

from datetime import date
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from chamber.appointments.bodies import Body
from chamber.law.seats import Chamber
from chamber.record.base import Base, follows, one_of
from chamber.record.people.tables import PersonRow


class TermRow(Base):
    __tablename__ = "office_term"
    __table_args__ = (
        ForeignKeyConstraint(
            ["appointment_id", "subject"], ["candidate.appointment_id", "candidate.number"]
        ),
        UniqueConstraint("appointment_id", "subject"),
        one_of("chamber", *Chamber),
        one_of("body", *Body),
        follows("starts_on", "appointed_on"),
        CheckConstraint("starts_on < ends_on", name="begins_before_it_ends"),
        CheckConstraint("left_on BETWEEN starts_on AND ends_on", name="left_while_in_office"),
        CheckConstraint("(left_on IS NULL) = (ground IS NULL)", name="left_on_a_ground"),
        CheckConstraint("quota >= 1", name="a_seat_there_is"),
        # Nobody holds one office twice at once.
        ExcludeConstraint(("person_id", "="), ("body", "="), ("during", "&&"), name="one_at_once"),
        Index("office_term_held", "body", "chamber", "during", postgresql_using="gist"),
        Index("office_term_newest", text("starts_on DESC"), text("id DESC")),
    )

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    uid: Mapped[UUID] = mapped_column(server_default=text("gen_random_uuid()"), unique=True)
    appointment_id: Mapped[int]
    subject: Mapped[int] = mapped_column(SmallInteger)
    person_id: Mapped[int] = mapped_column(ForeignKey(PersonRow.id))
    chamber: Mapped[str]
    body: Mapped[str]
    appointed_on: Mapped[date]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    left_on: Mapped[date | None]
    ground: Mapped[str | None]
    above_quota: Mapped[bool]
    quota: Mapped[int] = mapped_column(SmallInteger)  # The Chamber's seats as the term starts.
    during: Mapped[Range[date]] = mapped_column(
        DATERANGE,
        Computed("daterange(starts_on, least(left_on, ends_on))", persisted=True),
    )


# The second guard of the quota: whatever a program forgets, the seats are counted at the end of
# the transaction, one transaction after the other.
DDL = [
    """
    CREATE FUNCTION keep_quota() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        day date;
        held int;
    BEGIN
        PERFORM pg_advisory_xact_lock(57, hashtext('offices/' || NEW.body));
        FOR day IN
            SELECT DISTINCT greatest(t.starts_on, NEW.starts_on) FROM office_term AS t
            WHERE t.chamber = NEW.chamber AND t.body = NEW.body AND t.during && NEW.during
        LOOP
            SELECT count(*) INTO held FROM office_term AS t
            WHERE t.chamber = NEW.chamber AND t.body = NEW.body AND t.during @> day;
            IF held > NEW.quota AND NOT NEW.above_quota THEN
                RAISE EXCEPTION 'no seat is free: % of % are taken on %', held, NEW.quota, day
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'office_term_quota';
            END IF;
        END LOOP;
        RETURN NULL;
    END $$""",
    """
    CREATE CONSTRAINT TRIGGER keep_quota AFTER INSERT OR UPDATE ON office_term
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_quota()""",
]
