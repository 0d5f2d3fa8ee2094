"""The acts of an appointment, as values: one class serves the request, the rules and the journal.

Candidates are named by their place in the submission: 1, 2, 3.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self
from uuid import UUID

from pydantic import Field, PositiveInt, model_validator

from chamber.appointments.bodies import Body
from chamber.law.act import Act, Value
from chamber.law.roles import COMMITTEE, Role
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Texts
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.facts import Form, Totals

Candidates = Annotated[tuple[PositiveInt, ...], Field(min_length=1, max_length=20)]


class Proposed(Value):
    person: UUID
    starts_on: date | None = Field(default=None, description="The proposed first day in office")


class Renewed(Proposed):
    instead_of: PositiveInt = Field(description="The rejected candidate in whose place this one is")


class Submission(Act):
    """The Chair of the Chamber puts candidates forward."""

    kind: Literal["submission"] = "submission"
    chamber: Chamber
    body: Body
    candidates: tuple[Proposed, ...] = Field(min_length=1, max_length=20)
    submitted_by: UUID
    document: Line | None = Field(default=None, description="The number of the written submission")
    committee: UUID = Field(description="The committee in charge")


class Recorded(Act):
    """An appointment of the past is told by its sources, and not judged."""

    kind: Literal["recorded"] = "recorded"  # `on` is the day of the appointment.
    chamber: Chamber
    body: Body
    person: UUID
    starts_on: date = Field(description="The first day in office")
    sources: tuple[Line, ...] = Field(min_length=1, max_length=20)
    official_number: Line | None = Field(default=None, description="The number of the resolution")


class Conclusion(Act):
    """The committee in charge gives its conclusion on a candidate."""

    by: ClassVar[frozenset[Role]] = COMMITTEE

    kind: Literal["conclusion"] = "conclusion"
    candidates: Candidates
    sitting: UUID = Field(description="The committee's own sitting")
    recommends: bool
    tally: Totals
    text: Text


class Announcement(Act):
    """The committee's conclusion is announced at the Chamber's sitting."""

    kind: Literal["announcement"] = "announcement"
    candidate: PositiveInt
    sitting: UUID


class Question(Act):
    """A deputy puts a question to the candidate, or to the one who proposed the candidate."""

    kind: Literal["question"] = "question"
    candidate: PositiveInt
    sitting: UUID
    deputy: UUID
    to: Literal["candidate", "proposer"] = "candidate"
    admitted: bool = True
    text: Text | None = None


class Opinion(Act):
    """A deputy speaks for or against the candidate."""

    kind: Literal["opinion"] = "opinion"
    candidate: PositiveInt
    sitting: UUID
    deputy: UUID
    stance: Literal["for", "against"]
    text: Text | None = None


class DebateDemand(Act):
    """A deputy demands that a debate be opened."""

    kind: Literal["debate_demand"] = "debate_demand"
    candidate: PositiveInt
    sitting: UUID
    deputy: UUID


class Debate(Act):
    """The debate on a candidate is opened."""

    kind: Literal["debate"] = "debate"
    candidate: PositiveInt
    sitting: UUID


class BallotOrder(Act):
    """The Chamber decides in which form it will vote."""

    kind: Literal["ballot_order"] = "ballot_order"
    candidate: PositiveInt | None = Field(default=None, description="None: on every candidate")
    sitting: UUID
    form: Form
    tally: Totals = Field(description="By show of hands")


class OpenVote(Opening):
    """The candidate is put to the vote."""

    candidates: Candidates


class CloseVote(Closing):
    """The vote on the candidate is over, and is counted."""


class Resolve(Act):
    """A resolution of the Chamber fixes the result of a vote."""

    kind: Literal["resolution"] = "resolution"
    candidates: Candidates
    decision: Literal["appoint", "reject"]
    text: Texts
    starts_on: date | None = Field(default=None, description="The first day in office")
    last_day: date | None = Field(default=None, description="The last day in office, if stated")
    reasons: Text | None = Field(default=None, description="Why the candidate is rejected")
    official_number: Line | None = Field(default=None, description="Of a resolution of the past")


class ResolutionDays(Act):
    """A resolution was signed, published or sent."""

    kind: Literal["resolution_days"] = "resolution_days"
    candidate: PositiveInt
    signed_on: date | None = None
    published_on: date | None = None
    sent_on: date | None = None

    @model_validator(mode="after")
    def tells_a_day(self) -> Self:
        if not (self.signed_on or self.published_on or self.sent_on):
            raise ValueError("name at least one day: signed_on, published_on or sent_on")
        return self


class NewSubmission(Act):
    """After a rejection the Chair puts forward the same persons or others."""

    kind: Literal["new_submission"] = "new_submission"
    candidates: tuple[Renewed, ...] = Field(min_length=1, max_length=20)
    submitted_by: UUID
    document: Line | None = Field(default=None, description="The number of the written submission")


class LeftOffice(Act):
    """A person who was appointed left the office before the end of the term."""

    kind: Literal["left_office"] = "left_office"  # `on` is the first day out of office.
    candidate: PositiveInt
    ground: Line


FirstAct = Annotated[Submission | Recorded, Field(discriminator="kind")]
Said = Question | Opinion | DebateDemand | Debate
AppointmentAct = Annotated[
    Conclusion | Announcement | Question | Opinion | DebateDemand | Debate | BallotOrder | OpenVote
    | CloseVote | Resolve | ResolutionDays | NewSubmission | LeftOffice,
    Field(discriminator="kind"),
]  # fmt: skip
AnyAct = Annotated[FirstAct | AppointmentAct, Field(discriminator="kind")]
