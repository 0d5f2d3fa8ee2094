"""The acts by which a vote of the past enters the record."""

from typing import Annotated, Literal

from pydantic import Field, NonNegativeInt

from chamber.law.act import Act, Value
from chamber.law.text import Line, Words
from chamber.record.votes.facts import Form, Outcome


class Counts(Value):
    """What one source tells of the count. None where it does not tell."""

    in_favour: NonNegativeInt | None = None
    against: NonNegativeInt | None = None
    abstained: NonNegativeInt | None = None
    present: NonNegativeInt | None = None


class Source(Value):
    name: Line
    address: Line | None = None
    counts: Counts = Counts()
    remark: Line | None = None


class RecordedVote(Act):
    """A vote was held, as these sources tell. The first source is the one that is judged."""

    kind: Literal["recorded_vote"] = "recorded_vote"
    chamber: Line
    convocation: int = Field(ge=1, le=20)
    question: Words
    power: Line = Field(default="62(5)", description="The provision under which it was decided")
    rule: Line = Field(default="F-2.11", description="The rule that decides it, by its id")
    form: Form = Form.OPEN
    sources: tuple[Source, ...] = Field(min_length=1, max_length=20)
    official_outcome: Literal[Outcome.ADOPTED, Outcome.NOT_ADOPTED] | None = None


class AnotherSource(Act):
    """Another source tells of the same vote."""

    kind: Literal["source"] = "source"
    source: Source


RecordedAct = Annotated[RecordedVote | AnotherSource, Field(discriminator="kind")]
