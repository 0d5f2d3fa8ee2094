"""The acts of a report of a member of the Government, as values; those at the sitting stand beside.

The Chamber decides three things by a vote and fixes each by a resolution: to hear the report, to
take note of it, to appeal to the President. An appeal after a refusal is an appeal again.
"""

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, PositiveInt, model_validator

from chamber.law.act import Act, Value
from chamber.law.seats import Chamber
from chamber.law.text import Line, Text, Texts
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.facts import Totals
from chamber.reports.acts_heard import (
    Adjourned,
    Attendance,
    DebateClosed,
    OpeningWord,
    Opinion,
    Question,
    QuestionReceived,
    Reasons,
    Report,
)

About = Literal["hear", "take_note", "appeal"]
Minutes = Annotated[PositiveInt, Field(le=1440)]


class Initiative(Act):
    """Deputies demand that a member of the Government report."""

    kind: Literal["initiative"] = "initiative"
    chamber: Chamber
    member: UUID = Field(description="The member of the Government, a person on the record")
    office: Line = Field(description="The office in the Government")
    prime_minister: bool = False
    subject: Text = Field(description="What the report is to be about")
    own_activity: bool = Field(default=True, description="It is about the member's own activity")
    signatures: tuple[UUID, ...] = Field(min_length=1, max_length=200)


class Withdrawal(Act):
    """A deputy withdraws the signature."""

    kind: Literal["withdrawal"] = "withdrawal"
    deputy: UUID


class NameRapporteur(Act):
    """The Chamber names the rapporteur of the initiative group."""

    kind: Literal["rapporteur"] = "rapporteur"
    deputy: UUID
    sitting: UUID
    tally: Totals = Field(description="By show of hands")


class FormCommission(Act):
    """The Chamber forms a special temporary commission from among the initiators."""

    kind: Literal["commission"] = "commission"
    body: UUID = Field(description="The commission, a body of the Chamber")
    sitting: UUID
    tally: Totals = Field(description="By show of hands")


class OpenVote(Opening):
    """A question is put to the vote: to hear the report, to take note of it, or to appeal."""

    about: About


class CloseVote(Closing):
    """The vote is over, and is counted."""


class Limits(Value):
    """How many minutes each has."""

    rapporteur: Minutes | None = None
    report: Minutes | None = None
    questions: Minutes | None = None


class Resolve(Act):
    """A resolution of the Chamber fixes what the vote decided."""

    kind: Literal["resolution"] = "resolution"
    about: About
    text: Texts
    heard_on: date | None = Field(default=None, description="The day on which it will be heard")
    limits: Limits | None = Field(default=None, description="The time limits, in minutes")
    official_number: Line | None = Field(default=None, description="Of a resolution of the past")


class ResolutionDays(Act):
    """A resolution was signed, published or sent."""

    kind: Literal["resolution_days"] = "resolution_days"
    about: About
    signed_on: date | None = None
    published_on: date | None = None
    sent_on: date | None = None

    @model_validator(mode="after")
    def tells_a_day(self) -> Self:
        if not (self.signed_on or self.published_on or self.sent_on):
            raise ValueError("name at least one day: signed_on, published_on or sent_on")
        return self


class SetDate(Act):
    """The Chamber sets another day for the report."""

    kind: Literal["set_date"] = "set_date"
    heard_on: date
    sitting: UUID = Field(description="The sitting at which it was decided")
    tally: Totals = Field(description="By show of hands")


class Notification(Act):
    """The member of the Government is told of the decision and of the day."""

    kind: Literal["notification"] = "notification"
    in_writing: bool
    states_decision: bool
    day: date | None = Field(default=None, description="The day of the report, if it is stated")
    document: Line | None = None


class Receipt(Act):
    """It is proven that a notification was received."""

    kind: Literal["receipt"] = "receipt"
    notification: PositiveInt = Field(description="Its number: 1, 2, 3, as they were sent")
    received_on: date
    proof: Line


class Access(Act):
    """The member of the Government asks to read the documents on which the decision was based."""

    kind: Literal["access"] = "access"
    granted: bool
    documents: Line


class AppealSent(Act):
    """The appeal was sent to the President."""

    kind: Literal["appeal_sent"] = "appeal_sent"
    document: Line


class Released(Act):
    """The President releases the member of the Government."""

    kind: Literal["released"] = "released"
    document: Line


class Refused(Act):
    """The President refuses the appeal."""

    kind: Literal["refused"] = "refused"
    document: Line | None = None


FirstAct = Initiative
Decides = NameRapporteur | FormCommission | SetDate
Tells = Notification | Receipt | Access
Heard = (
    OpeningWord | Attendance | Reasons | Report | Question | Opinion | DebateClosed
    | QuestionReceived | Adjourned
)  # fmt: skip
Presidential = AppealSent | Released | Refused
ReportAct = Annotated[
    Withdrawal | Decides | OpenVote | CloseVote | Resolve | ResolutionDays | Tells | Heard
    | Presidential,
    Field(discriminator="kind"),
]  # fmt: skip
AnyAct = Annotated[Initiative | ReportAct, Field(discriminator="kind")]
