"""The acts of a matter of immunity, as values: from the submission to what became of a measure."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, PositiveInt, model_validator

from chamber.law.act import Act, Value
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Texts
from chamber.record.votes.acts import Closing, Opening


class Measure(StrEnum):
    """What may not be done to a deputy without the Chamber's consent (A57-4.04)."""

    CRIMINAL_LIABILITY = "criminal_liability"
    DETENTION = "detention"
    CUSTODY = "custody"
    HOUSE_ARREST = "house_arrest"
    FORCED_APPEARANCE = "forced_appearance"
    ADMINISTRATIVE_PENALTY = "administrative_penalty"  # Applied by a court.


# Where no consent is needed (A57-4.05): three cases, each by itself.
Exempt = Literal["scene_of_crime", "grave_crime", "especially_grave_crime"]
Submitter = Literal["prosecutor_general", "deputies", "other"]


class Asked(Value):
    """One measure to which consent is asked."""

    measure: Measure
    taken_on: date | None = Field(default=None, description="The day on which it was taken already")
    exception: Exempt | None = Field(default=None, description="Why no consent was needed for it")


class Submission(Act):
    """The Prosecutor General asks the Chamber's consent to one measure or several."""

    kind: Literal["submission"] = "submission"  # `on` is the day of its receipt: the clock starts.
    chamber: Chamber
    deputy: UUID
    submitted_by: Submitter = "prosecutor_general"
    document: Line | None = Field(default=None, description="The number of the submission")
    measures: tuple[Asked, ...] = Field(max_length=10)


class Forwarding(Act):
    """The Chamber forwards the submission to the Central Election Commission."""

    kind: Literal["forwarding"] = "forwarding"
    document: Line | None = Field(default=None, description="The number of the covering letter")


class Conclusion(Act):
    """The conclusion of the Central Election Commission is received. It binds nobody (Q-33)."""

    kind: Literal["conclusion"] = "conclusion"
    favours: bool = Field(description="Whether it speaks for the consent")
    text: Text
    document: Line | None = Field(default=None, description="The number of the conclusion")


class InformationRequest(Act):
    """The Chamber demands additional information from an official. No clock stops (Q-39)."""

    kind: Literal["information_request"] = "information_request"
    to: Line = Field(description="The official")
    text: Text


class Information(Act):
    """The information that was demanded is received."""

    kind: Literal["information"] = "information"
    request: PositiveInt = Field(description="Which request it answers: 1, 2, 3")
    document: Line | None = None
    text: Text | None = None


class Told(Act):
    """The deputy is told on which day the Chamber considers the matter."""

    kind: Literal["told"] = "told"
    sitting_on: date = Field(description="The day of the sitting")
    document: Line | None = None


class Attendance(Act):
    """At the sitting: whether the deputy wished to take part, and was let in."""

    kind: Literal["attendance"] = "attendance"
    sitting: UUID
    wished: bool = Field(description="The deputy may stay away")
    admitted: bool = True
    text: Text | None = Field(default=None, description="What the deputy explained")


class OpenVote(Opening):
    """Consent to one measure is put to the vote."""

    measure: Measure


class CloseVote(Closing):
    """The vote on a measure is over, and is counted."""


class Resolve(Act):
    """A resolution of the Chamber gives or refuses its consent to one measure."""

    kind: Literal["resolution"] = "resolution"
    measure: Measure
    decision: Literal["consent", "refuse"]
    text: Texts
    official_number: Line | None = Field(default=None, description="Of a resolution of the past")


class ResolutionDays(Act):
    """A resolution was signed, published or sent."""

    kind: Literal["resolution_days"] = "resolution_days"
    measure: Measure
    signed_on: date | None = None
    published_on: date | None = None
    sent_on: date | None = None

    @model_validator(mode="after")
    def tells_a_day(self) -> Self:
        if not (self.signed_on or self.published_on or self.sent_on):
            raise ValueError("name at least one day: signed_on, published_on or sent_on")
        return self


class MeasureTaken(Act):
    """A measure was taken, as the Chamber has learned."""

    kind: Literal["measure_taken"] = "measure_taken"  # `on` is the day on which it was taken.
    measure: Measure
    exception: Exempt | None = Field(default=None, description="Why no consent was needed for it")


MatterAct = Annotated[
    Forwarding | Conclusion | InformationRequest | Information | Told | Attendance | OpenVote
    | CloseVote | Resolve | ResolutionDays | MeasureTaken,
    Field(discriminator="kind"),
]  # fmt: skip
AnyAct = Annotated[Submission | MatterAct, Field(discriminator="kind")]
