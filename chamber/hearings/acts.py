"""The acts of a hearing, as values: one class serves the request, the rules and the journal."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chamber.hearings.acts_held import (
    AddMaterial,
    Arrive,
    Begin,
    ByOrganiser,
    Complete,
    Dispatch,
    End,
    Guests,
    HandOver,
    KeepMinutes,
    Leave,
    Publish,
    Recommend,
    Register,
)
from chamber.hearings.words import Form, Ground, Proposer, Topic
from chamber.law.act import Act
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Words
from chamber.record.sittings.acts import Instant
from chamber.record.votes.facts import Totals

__all__ = [
    "AddMaterial",
    "AnyAct",
    "Arrive",
    "Begin",
    "ByOrganiser",
    "Cancel",
    "Commission",
    "Complete",
    "Decision",
    "Dispatch",
    "End",
    "FirstAct",
    "FormDecided",
    "HandOver",
    "HearingAct",
    "Invitation",
    "KeepMinutes",
    "Leave",
    "Notice",
    "Proposal",
    "Publish",
    "Recommend",
    "Recorded",
    "Register",
    "Reschedule",
]

Bodies = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=10)]


class Proposal(ByOrganiser):
    """A hearing is proposed."""

    kind: Literal["proposal"] = "proposal"
    chamber: Chamber
    topic: Topic
    organisers: Bodies = Field(description="The committees or commissions that are to hold it")
    proposed_by: Proposer = Proposer.COMMITTEE
    form: Form = Field(default=Form.OPEN, description="The form that is proposed")
    linked: UUID | None = Field(
        default=None, description="The hearing that the other Chamber holds on the same day"
    )


class Recorded(Act):
    """A hearing of the past is told by its sources, and not judged."""

    kind: Literal["recorded"] = "recorded"  # `on`: the last day on which it can have been held.
    chamber: Chamber
    topic: Topic
    first_day: date = Field(description="The first day on which it can have been held")
    organised_by: tuple[Line, ...] = Field(default=(), max_length=10)
    sources: tuple[Line, ...] = Field(min_length=1, max_length=20)


class Decision(Act):
    """The Bureau of the Chamber decides on the hearing: its time, its place, and its form."""

    kind: Literal["decision"] = "decision"
    sitting: UUID = Field(description="The sitting of the Bureau")
    tally: Totals = Field(description="By show of hands")
    starts_at: Instant
    place: Words
    form: Form | None = Field(default=None, description="Where the Bureau decides on it too")
    ground: Ground | None = Field(default=None, description="Why the hearing is closed")


class FormDecided(ByOrganiser):
    """It is decided whether the hearing is open or closed."""

    kind: Literal["form"] = "form"
    form: Form
    decided_by: Literal["bureau", "committee", "chair"]
    sitting: UUID | None = Field(default=None, description="Of the Bureau, or of the committee")
    tally: Totals | None = Field(default=None, description="By show of hands")
    ground: Ground | None = Field(default=None, description="Why the hearing is closed")


class Commission(Act):
    """The Chamber sets up a special temporary commission to prepare the hearing."""

    kind: Literal["commission"] = "commission"
    commission: UUID
    resolution: Line = Field(description="The number of the Chamber's resolution")


class Invitation(ByOrganiser):
    """An organiser decides who is invited."""

    kind: Literal["invitation"] = "invitation"
    decided_by: UUID = Field(description="The committee or commission that decided")
    guests: Guests = Field(min_length=1)


class Notice(ByOrganiser):
    """The mass media are told of the hearing, by one channel."""

    kind: Literal["notice"] = "notice"
    sent_at: Instant
    channel: Line = Field(description="Whom it was sent to, and how")
    text: Text
    topic: Line | None = Field(default=None, description="The topic as it was announced")
    starts_at: Instant | None = Field(default=None, description="The time as it was announced")
    place: Line | None = Field(default=None, description="The place as it was announced")


class Reschedule(ByOrganiser):
    """The hearing is moved to another time or place."""

    kind: Literal["reschedule"] = "reschedule"
    starts_at: Instant
    place: Words
    reason: Words


class Cancel(ByOrganiser):
    """The hearing will not be held."""

    kind: Literal["cancel"] = "cancel"
    reason: Words


FirstAct = Annotated[Proposal | Recorded, Field(discriminator="kind")]
HearingAct = Annotated[
    Decision | FormDecided | Commission | Invitation | Notice | Reschedule | Cancel | Begin
    | Register | Arrive | Leave | Recommend | End | KeepMinutes | Dispatch | Publish | AddMaterial
    | HandOver | Complete,
    Field(discriminator="kind"),
]  # fmt: skip
AnyAct = Annotated[FirstAct | HearingAct, Field(discriminator="kind")]
