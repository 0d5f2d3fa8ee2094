"""The acts of a matter of mandates, as values: one class serves the request, the rules and the
journal. The end of the powers is subject 1 of its votes and resolutions.
"""

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from chamber.law.act import Act
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Texts
from chamber.mandates.words import Activity, SetOffBy
from chamber.record.people.acts import Ground
from chamber.record.votes.acts import Closing, Opening

ENDING = 1


class Matter(Act):
    """The end of a deputy's powers comes before the Chamber."""

    kind: Literal["matter"] = "matter"
    chamber: Chamber
    deputy: UUID
    ground: Ground
    happened_on: date = Field(
        description="The day of the death, the decision, its entry into force, the departure; "
        "where powers end by themselves, the first day out"
    )
    set_off_by: SetOffBy
    document: Line | None = Field(
        default=None,
        description="Of the Central Election Commission it is its submission, and needs no other",
    )
    activity: Activity | None = Field(default=None, description="Only where it is incompatible")


class Dissolution(Act):
    """Parliament or the Mazhilis is dissolved, and the powers of its deputies end."""

    kind: Literal["dissolution"] = "dissolution"  # `on` is the first day out.
    chamber: Chamber = Field(description="Whose deputies' powers end")
    of: Literal["parliament", "mazhilis"]
    document: Line | None = Field(default=None, description="The President's act")


class Conclusion(Act):
    """The submission or the conclusion of the Central Election Commission is received."""

    kind: Literal["conclusion"] = "conclusion"
    favours: bool = Field(description="Whether it is for the end of the powers")
    document: Line | None = None
    text: Text | None = None


class OpenVote(Opening):
    """The end of the powers is put to the vote."""


class CloseVote(Closing):
    """The vote on the end of the powers is over, and is counted."""


class Resolve(Act):
    """A resolution of the Chamber ends the powers, or notes that they have ended."""

    kind: Literal["resolution"] = "resolution"
    decision: Literal["end_powers", "note_end"]
    text: Texts
    ends_on: date | None = Field(
        default=None,
        description="The first day out, if the text names one: else it is the day after the act",
    )
    official_number: Line | None = Field(default=None, description="Of a resolution of the past")


class ResolutionDays(Act):
    """The resolution was signed, published or sent."""

    kind: Literal["resolution_days"] = "resolution_days"
    signed_on: date | None = None
    published_on: date | None = None
    sent_on: date | None = None

    @model_validator(mode="after")
    def tells_a_day(self) -> Self:
        if not (self.signed_on or self.published_on or self.sent_on):
            raise ValueError("name at least one day: signed_on, published_on or sent_on")
        return self


FirstAct = Annotated[Matter | Dissolution, Field(discriminator="kind")]
MandatesAct = Annotated[
    Conclusion | OpenVote | CloseVote | Resolve | ResolutionDays, Field(discriminator="kind")
]
AnyAct = Annotated[FirstAct | MandatesAct, Field(discriminator="kind")]
