"""The acts by which a body of a chamber is formed and dissolved."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, PositiveInt

from chamber.law.act import Act
from chamber.law.seats import Chamber
from chamber.law.text import Name


class BodyKind(StrEnum):
    FACTION = "faction"
    COMMITTEE = "committee"  # A standing committee.
    COMMISSION = "commission"
    BUREAU = "bureau"


class Body(Act):
    """A body of the chamber is formed."""

    kind: Literal["body"] = "body"
    chamber: Chamber
    body: BodyKind
    name: Name
    convocation: PositiveInt
    until: date | None = Field(
        default=None, description="The first day out, where the end is known already"
    )


class Dissolved(Act):
    """A body is dissolved; `on` is the first day on which it is no more."""

    kind: Literal["dissolved"] = "dissolved"


BodyAct = Annotated[Body | Dissolved, Field(discriminator="kind")]
