"""The acts of a hearing that is held, and of what comes of it."""

from typing import Annotated, ClassVar, Literal, Self
from uuid import UUID

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from chamber.hearings.words import Addressee, Audience, Guest, Product, Reader
from chamber.law.act import Act
from chamber.law.roles import COMMITTEE, Role
from chamber.law.text import Line, Text, Texts, Words
from chamber.record.sittings.acts import People
from chamber.record.votes.facts import Totals

Guests = Annotated[tuple[Guest, ...], Field(max_length=500)]


class ByOrganiser(Act):
    """What the organising committee does; the secretariat may enter it too."""

    by: ClassVar[frozenset[Role]] = COMMITTEE


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
    where: Words
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
