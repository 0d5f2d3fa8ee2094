"""What is known of a vote, from the act that opened it and the act that closed it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import ConfigDict, Field, NonNegativeInt

from chamber.law.act import Value
from chamber.law.ruling import Ruling
from chamber.law.text import Line, Words


class Form(StrEnum):
    OPEN = "open"
    SECRET = "secret"  # noqa: S105 -- a form of vote, not a password


class Method(StrEnum):
    BALLOTS = "ballots"  # Each deputy's own ballot.
    TOTALS = "totals"  # Counted: a show of hands, or what the hall's system told.
    PROTOCOL = "protocol"  # The protocol of an elected counting commission.


class Choice(StrEnum):
    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    NOT_VOTING = "not_voting"  # Present, but did not vote.
    ABSENT = "absent"
    EXCUSED = "excused"


CAST = (Choice.FOR, Choice.AGAINST, Choice.ABSTAINED)


class Outcome(StrEnum):
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    ANNULLED = "annulled"
    NOT_JUDGED = "not_judged"  # Counts or seats are unknown.


class Totals(Value):
    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True
    )

    in_favour: NonNegativeInt = Field(alias="for")
    against: NonNegativeInt
    abstained: NonNegativeInt = 0

    def cast(self) -> int:
        return self.in_favour + self.against + self.abstained


class Protocol(Value):
    """What the counting commission found in the box (law catalogue, F-2.08)."""

    commission: tuple[UUID, ...] = Field(min_length=1)  # Deputies, elected by open vote.
    on_roll: NonNegativeInt
    issued: NonNegativeInt
    found: NonNegativeInt
    valid: NonNegativeInt
    invalid: NonNegativeInt


class Round(Value):
    """One round of a vote. The base is frozen when it opens."""

    vote: UUID
    sitting: UUID
    item: int | None = None  # Of the agenda, where presence is registered by item.
    power: str  # "57(1)": the power of Article 57 that it serves.
    rule: str  # The rule by which it is decided, by its catalogue id.
    question: Words
    subject: int | None = None  # What in the proceeding it is about: a candidate, a measure.
    form: Form
    method: Method
    number: int = 1
    reason: Line | None = None  # Why it is repeated,
    repeat: Totals | None = None  # and by which show of hands that was decided.
    unfounded: bool = False  # The reason or the decision is lacking, and that was accepted.
    opened_on: date
    seats: int | None
    in_office: int
    electorate: tuple[UUID, ...]
    closed_on: date | None = None
    totals: Totals | None = None
    protocol: Protocol | None = None
    present: int | None = None
    roll: dict[UUID, Choice] = Field(default_factory=dict)  # Empty: secret, or counted only.
    outcome: Outcome | None = None
    ruling: Ruling | None = None
