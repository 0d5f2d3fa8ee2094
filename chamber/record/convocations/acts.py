"""The acts by which a convocation and its sessions are opened and closed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, PositiveInt

from chamber.law.act import Act
from chamber.law.seats import Chamber


class SessionKind(StrEnum):
    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"


class Convocation(Act):
    """A convocation begins."""

    kind: Literal["convocation"] = "convocation"
    chamber: Chamber
    number: PositiveInt
    until: date | None = Field(
        default=None, description="The first day out, where the end is known already"
    )


class Session(Act):
    """A session is opened."""

    kind: Literal["session"] = "session"
    number: PositiveInt
    session: SessionKind


class SessionClosed(Act):
    """A session is closed; `on` is its last day."""

    kind: Literal["session_closed"] = "session_closed"
    number: PositiveInt


class ConvocationEnded(Act):
    """A convocation ends; `on` is the first day out, and an open session ends with it."""

    kind: Literal["convocation_ended"] = "convocation_ended"


Later = Session | SessionClosed | ConvocationEnded
ConvocationAct = Annotated[Convocation | Later, Field(discriminator="kind")]
