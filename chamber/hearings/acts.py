"""The acts of a hearing, as values: one class serves the request, the rules and the journal."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self
from uuid import UUID

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from chamber.hearings.words import (
    Addressee,
    Audience,
    Form,
    Ground,
    Guest,
    Product,
    Proposer,
    Reader,
    Topic,
)
from chamber.law.act import Act
from chamber.law.roles import COMMITTEE, Role
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Texts
from chamber.record.sittings.acts import Instant, People
from chamber.record.votes.facts import Totals

Bodies = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=10)]
Guests = Annotated[tuple[Guest, ...], Field(max_length=500)]


class ByOrganiser(Act):
    """What the organising committee does; the secretariat may enter it too."""

    by: ClassVar[frozenset[Role]] = COMMITTEE


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
    place: Line
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
    place: Line
    reason: Line


class Cancel(ByOrganiser):
    """The hearing will not be held."""

    kind: Literal["cancel"] = "cancel"
    reason: Line


class Begin(ByOrganiser):
    """The hearing begins."""

    kind: Literal["begin"] = "begin"
    chair: UUID = Field(description="Who presides")
    admitted: frozenset[Audience] | None = Field(
        default=None, description="Who is let in. Not given: whoever the form lets in"
    )


class Register(ByOrganiser):
    """Those who take part are registered, anew: by name, or by number."""

    kind: Literal["register"] = "register"
    deputies: People = ()
    other_chamber: People = Field(default=(), description="Deputies of the other Chamber")
    guests: Guests = ()
    count: PositiveInt | None = Field(
        default=None, description="How many of the Chamber's deputies, where no names are known"
    )
    guest_count: NonNegativeInt | None = Field(
        default=None, description="How many guests, where no names are known"
    )

    @model_validator(mode="after")
    def nobody_stands_in_it_twice(self) -> Self:
        named = (*self.deputies, *self.other_chamber)
        if len(set(named)) < len(named):
            raise ValueError("somebody is registered twice")
        if self.count is not None and self.deputies:
            raise ValueError("give either the names or the number of the deputies")
        if self.count is None and not self.deputies:
            raise ValueError("give the names or the number of the deputies")
        if self.guest_count is not None and self.guests:
            raise ValueError("give either the names or the number of the guests")
        return self


class Arrive(ByOrganiser):
    """People come to a hearing that has begun."""

    kind: Literal["arrive"] = "arrive"
    deputies: People = ()
    other_chamber: People = ()
    guests: Guests = ()

    @model_validator(mode="after")
    def somebody_comes(self) -> Self:
        if not (self.deputies or self.other_chamber or self.guests):
            raise ValueError("name at least one who comes")
        return self


class Leave(ByOrganiser):
    """Deputies leave before the end."""

    kind: Literal["leave"] = "leave"
    deputies: People = Field(min_length=1)


class Recommend(ByOrganiser):
    """The recommendations are put to those who take part."""

    kind: Literal["recommendations"] = "recommendations"
    text: Texts
    tally: Totals = Field(description="Of the Chamber's own deputies")
    others: Totals | None = Field(
        default=None, description="Of guests and other deputies: recorded, and never counted"
    )


class End(ByOrganiser):
    """The hearing is over."""

    kind: Literal["end"] = "end"


class KeepMinutes(ByOrganiser):
    """The minutes are added: their text, or where they are kept."""

    kind: Literal["minutes"] = "minutes"
    text: Text | None = None
    source: Line | None = None

    @model_validator(mode="after")
    def say_something(self) -> Self:
        if self.text is None and self.source is None:
            raise ValueError("give the text of the minutes, or their source")
        return self


class Dispatch(ByOrganiser):
    """The recommendations are conveyed to one of those to whom they go."""

    kind: Literal["dispatch"] = "dispatch"
    to: Addressee
    addressee: Line
    document: Line | None = Field(default=None, description="The number of the letter")


class Publish(ByOrganiser):
    """The report of the hearing, or its recommendations, are published."""

    kind: Literal["publication"] = "publication"
    what: Product
    where: Line
    text: Text | None = None


class AddMaterial(ByOrganiser):
    """A material of the hearing is added; what is attached to the act is the material."""

    kind: Literal["material"] = "material"
    title: Line


class HandOver(ByOrganiser):
    """Materials are shown or given to somebody, by hand."""

    kind: Literal["hand_over"] = "hand_over"
    to: Reader
    name: Line
    of: Line | None = Field(default=None, description="The body that the person represents")


class Complete(ByOrganiser):
    """The matter is done with, and laid in the archive."""

    kind: Literal["complete"] = "complete"


FirstAct = Annotated[Proposal | Recorded, Field(discriminator="kind")]
HearingAct = Annotated[
    Decision | FormDecided | Commission | Invitation | Notice | Reschedule | Cancel | Begin
    | Register | Arrive | Leave | Recommend | End | KeepMinutes | Dispatch | Publish | AddMaterial
    | HandOver | Complete,
    Field(discriminator="kind"),
]  # fmt: skip
AnyAct = Annotated[FirstAct | HearingAct, Field(discriminator="kind")]
