"""The acts of a sitting, as values: one class serves the request, the rules and the journal."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, NonNegativeInt, model_validator

from chamber.law.act import Act
from chamber.law.roles import COMMITTEE, Role
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Words
from chamber.record.sittings.facts import AgendaItem, Genre, Kind, ShownRule
from chamber.record.votes.facts import Totals

OF_A_BODY = (Kind.COMMITTEE, Kind.COMMISSION, Kind.BUREAU)


def in_our_time(at: datetime) -> datetime:
    """The same instant as the record keeps it, in UTC."""
    if not 1990 <= at.year <= 2100:
        raise ValueError("must lie between 1990 and 2100")
    return at.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(in_our_time)]
ItemNumber = Annotated[int, Field(ge=1, le=200, description="In the agenda, from 1")]
People = Annotated[tuple[UUID, ...], Field(max_length=1000)]


class AtSitting(Act):
    """An act at a sitting. A committee's staff keep the sittings of their own committee."""

    by: ClassVar[frozenset[Role]] = COMMITTEE


class Plan(AtSitting):
    """A sitting is planned."""

    kind: Literal["plan"] = "plan"
    chamber: Chamber = Field(description="At a joint sitting: the Chamber that calls it")
    sitting: Kind
    body: UUID | None = Field(default=None, description="The committee or other body that sits")
    starts_at: Instant
    place: Line

    @model_validator(mode="after")
    def a_body_sits_where_one_is_needed(self) -> Self:
        if self.body is None and self.sitting in OF_A_BODY:
            raise ValueError(f"a sitting of a {self.sitting} names its body")
        if self.body is not None and self.sitting not in OF_A_BODY:
            raise ValueError(f"a {self.sitting} sitting is of the Chamber, and names no body")
        return self


class Agenda(AtSitting):
    """A version of the agenda is published."""

    kind: Literal["agenda"] = "agenda"
    items: tuple[AgendaItem, ...] = Field(min_length=1, max_length=200)


class AgendaAdopted(AtSitting):
    """A version of the agenda is put to a show of hands."""

    kind: Literal["agenda_adopted"] = "agenda_adopted"
    version: int = Field(ge=1, le=1000)
    tally: Totals


class Reschedule(AtSitting):
    """The sitting is put off to another time or place."""

    kind: Literal["reschedule"] = "reschedule"
    starts_at: Instant
    place: Line
    reason: Line


class Cancel(AtSitting):
    """The sitting will not be held."""

    kind: Literal["cancel"] = "cancel"
    reason: Line


class Open(AtSitting):
    """The sitting is opened."""

    kind: Literal["open"] = "open"


class Register(AtSitting):
    """Those present are registered, anew: by name, or by number where no names are known."""

    kind: Literal["register"] = "register"
    item: ItemNumber | None = None
    present: People = ()
    late: People = ()
    excused: People = ()
    count: NonNegativeInt | dict[Chamber, NonNegativeInt] | None = Field(
        default=None, description="How many are present; at a joint sitting by Chamber"
    )

    @model_validator(mode="after")
    def nobody_stands_in_it_twice(self) -> Self:
        named = self.named()
        if len(set(named)) < len(named):
            raise ValueError("somebody is registered twice")
        if (self.count is None) == (not named):
            raise ValueError("give either the names or the number of those present")
        return self

    def named(self) -> tuple[UUID, ...]:
        return (*self.present, *self.late, *self.excused)


class Leave(AtSitting):
    """People who were present have left."""

    kind: Literal["leave"] = "leave"
    people: People = Field(min_length=1)
    item: ItemNumber | None = None


class Arrive(AtSitting):
    """People who were not present have come, or have come back."""

    kind: Literal["arrive"] = "arrive"
    people: People = Field(min_length=1)
    item: ItemNumber | None = None


class ItemOpened(AtSitting):
    """An item of the agenda is taken up."""

    kind: Literal["item_opened"] = "item_opened"
    item: ItemNumber


class ItemClosed(AtSitting):
    """An item of the agenda is done with."""

    kind: Literal["item_closed"] = "item_closed"
    item: ItemNumber


class Speak(AtSitting):
    """Somebody speaks to an item: a person on the record, or a guest."""

    kind: Literal["speech"] = "speech"
    item: ItemNumber
    speaker: UUID | None = None
    guest: Line | None = None
    speech: Genre

    @model_validator(mode="after")
    def one_speaker(self) -> Self:
        if (self.speaker is None) == (self.guest is None):
            raise ValueError("give either the speaker or the name of the guest")
        return self


class Decide(AtSitting):
    """A procedural question is decided by show of hands; so is a counting commission elected."""

    kind: Literal["decide"] = "decide"
    question: Words
    tally: Totals
    rule: ShownRule = Field(default="F-2.06", description="By those present, if not another")
    item: ItemNumber | None = None
    commission: People = Field(default=(), description="The counting commission, if one is elected")


class KeepMinutes(AtSitting):
    """The minutes are added: their text, or where they are kept."""

    kind: Literal["minutes"] = "minutes"
    text: Text | None = None
    source: Line | None = None

    @model_validator(mode="after")
    def say_something(self) -> Self:
        if self.text is None and self.source is None:
            raise ValueError("give the text of the minutes, or their source")
        return self


class Close(AtSitting):
    """The sitting is closed."""

    kind: Literal["close"] = "close"


SittingAct = Annotated[
    Agenda | AgendaAdopted | Reschedule | Cancel | Open | Register | Leave | Arrive | ItemOpened
    | ItemClosed | Speak | Decide | KeepMinutes | Close,
    Field(discriminator="kind"),
]  # fmt: skip
AnySittingAct = Annotated[Plan | SittingAct, Field(discriminator="kind")]
