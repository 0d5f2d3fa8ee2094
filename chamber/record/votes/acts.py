"""The two acts that every vote has: it is opened, and it is closed. Rooms add what is theirs."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from chamber.law.act import Act
from chamber.law.text import Line, Words
from chamber.record.votes.facts import Choice, Form, Method, Protocol, Totals


class Opening(Act):
    """A question is put to the vote."""

    kind: Literal["open_vote"] = "open_vote"
    sitting: UUID
    item: int | None = None  # Where presence is registered for one item of the agenda.
    form: Form = Form.OPEN
    method: Method = Method.BALLOTS
    question: Words | None = None  # Made from the matter where it is not given.
    reason: Line | None = None  # Why the vote is repeated.
    repeat: Totals | None = Field(
        default=None, description="The show of hands that decided to vote again"
    )


class Closing(Act):
    """The vote is over, and is counted."""

    kind: Literal["close_vote"] = "close_vote"
    vote: UUID
    totals: Totals | None = Field(default=None, description="For a vote that was counted")
    roll: dict[UUID, Choice] | None = Field(
        default=None, description="Who voted how, where minutes or the hall's system name them"
    )
    protocol: Protocol | None = Field(default=None, description="For a secret vote")
    annulled: bool = Field(default=False, description="The round does not count")
