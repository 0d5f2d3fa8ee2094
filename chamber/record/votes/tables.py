"""A vote is a row with what was frozen when it opened and what was found when it closed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKey,
    Identity,
    Index,
    SmallInteger,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT, JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base, follows, one_of
from chamber.record.proceedings import Proceeding
from chamber.record.votes.facts import CAST, Choice, Form, Method, Outcome


class Vote(Base):
    __tablename__ = "vote"
    __table_args__ = (
        Index(
            "vote_round",
            "proceeding_id",
            "subject",
            "number",
            unique=True,
            postgresql_where=text("NOT undone"),
        ),
        one_of("form", *Form),
        one_of("method", *Method),
        one_of("outcome", *Outcome),
        one_of("official_outcome", *Outcome),
        follows("closed_on", "opened_on"),
        CheckConstraint("form = 'open' OR method = 'protocol'", name="secret_by_protocol"),
        CheckConstraint(
            "verdict IS NOT DISTINCT FROM ruling ->> 'verdict'", name="verdict_of_the_ruling"
        ),
        CheckConstraint(
            "number = 1 OR reason IS NOT NULL OR unfounded", name="repeated_for_reason"
        ),
        CheckConstraint(
            "(repeat ->> 'for')::int"
            " > (repeat ->> 'against')::int + (repeat ->> 'abstained')::int OR unfounded",
            name="repeat_decided",
        ),
        CheckConstraint("(closed_on IS NULL) = (outcome IS NULL)", name="closed_with_outcome"),
        CheckConstraint(
            "outcome <> 'adopted' OR in_favour >= (ruling ->> 'needed')::int",
            name="adopted_by_enough",
        ),
        CheckConstraint(
            "in_favour + against + abstained <= cardinality(electorate)", name="counts_reconcile"
        ),
        # The lists that people look at: newest first, keyset on the day and the key.
        Index("vote_opened_on_idx", text("opened_on DESC"), text("id DESC")),
        Index("vote_outcome_idx", "outcome", text("opened_on DESC"), text("id DESC")),
        Index("vote_chamber_idx", "chamber", text("opened_on DESC"), text("id DESC")),
        Index("vote_rule_idx", "rule", text("opened_on DESC"), text("id DESC")),
        Index("vote_power_idx", "power", text("opened_on DESC"), text("id DESC")),
        Index("vote_words_idx", "words", postgresql_using="gin"),
    )

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))  # Whose act opened it.
    sitting_id: Mapped[int | None] = mapped_column(ForeignKey(Proceeding.id), index=True)
    item: Mapped[int | None] = mapped_column(SmallInteger)
    chamber: Mapped[str]
    convocation: Mapped[int | None] = mapped_column(SmallInteger)
    power: Mapped[str]
    rule: Mapped[str]
    question_kk: Mapped[str]
    question_ru: Mapped[str]
    subject: Mapped[int | None] = mapped_column(SmallInteger)
    form: Mapped[str]
    method: Mapped[str]
    number: Mapped[int] = mapped_column(SmallInteger)
    reason: Mapped[str | None]
    opened_on: Mapped[date]
    seats: Mapped[int | None] = mapped_column(SmallInteger)
    in_office: Mapped[int | None] = mapped_column(SmallInteger)
    electorate: Mapped[list[int] | None] = mapped_column(ARRAY(BIGINT))
    closed_on: Mapped[date | None]
    in_favour: Mapped[int | None] = mapped_column(SmallInteger)
    against: Mapped[int | None] = mapped_column(SmallInteger)
    abstained: Mapped[int | None] = mapped_column(SmallInteger)
    present: Mapped[int | None] = mapped_column(SmallInteger)
    protocol: Mapped[dict[str, Any] | None]
    outcome: Mapped[str | None]
    # A correction took away the act that opened it. The row stays, since ballots lean on it.
    undone: Mapped[bool] = mapped_column(server_default=text("false"))
    verdict: Mapped[str | None]
    ruling: Mapped[dict[str, Any] | None]
    # Only a record from a source has these.
    official_outcome: Mapped[str | None]
    sources: Mapped[list[Any] | None] = mapped_column(JSONB(none_as_null=True))
    first_sources: Mapped[int | None] = mapped_column(SmallInteger)  # Told at once; others later.
    # Corrections make a new edition of the roll and of the document; the older ones stay.
    edition: Mapped[int] = mapped_column(SmallInteger, server_default=text("1"))
    words: Mapped[str] = mapped_column(
        TSVECTOR,
        # "simple": there is no dictionary of Kazakh, and the Russian one mangles it. Russian words
        # stand here twice: as they are written, and by the stem that all their forms share.
        Computed(
            "to_tsvector('simple', question_kk || ' ' || question_ru)"
            " || to_tsvector('russian', question_ru)",
            persisted=True,
        ),
    )
    repeat: Mapped[dict[str, Any] | None]  # The show of hands that decided to vote again.
    # It lacks its reason or the decision to vote again, and that was accepted.
    unfounded: Mapped[bool] = mapped_column(server_default=text("false"))


class CastBallot(Base):
    """A ballot as its deputy cast it. The key says that nobody votes twice.

    The box is read when the vote closes, and by nobody before.
    """

    __tablename__ = "ballot_box"
    __table_args__ = (one_of("choice", *CAST),)

    vote_id: Mapped[int] = mapped_column(ForeignKey(Vote.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    choice: Mapped[str]
    cast_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class Ballot(Base):
    """How one deputy stood in one closed vote, if only by staying away: a line of its roll."""

    __tablename__ = "ballot"
    __table_args__ = (
        one_of("choice", *Choice),
        # A deputy's record is read from this index alone, newest first: votes of the past may be
        # entered late, so their keys tell nothing of their days.
        Index(
            "ballot_person_idx", "person_id", text("voted_on DESC"), text("vote_id DESC"),
            postgresql_include=["choice", "edition"],
        ),
    )  # fmt: skip

    vote_id: Mapped[int] = mapped_column(ForeignKey(Vote.id), primary_key=True)
    edition: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    voted_on: Mapped[date]  # The day of the vote, in the edition that the ballot belongs to.
    choice: Mapped[str]
