"""What is done at the sitting at which a member of the Government reports, act by act."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, PositiveInt

from chamber.law.act import Act
from chamber.law.text import Line, Text

Put = Literal["take_note", "appeal"]


class OpeningWord(Act):
    """The presiding officer opens with a short word on the substance."""

    kind: Literal["opening_word"] = "opening_word"
    sitting: UUID


class Attendance(Act):
    """The member of the Government came, or did not."""

    kind: Literal["attendance"] = "attendance"
    sitting: UUID
    came: bool
    reason: Line | None = Field(default=None, description="Why the member did not come")


class Reasons(Act):
    """The rapporteur of the initiative group states the reasons for the decision."""

    kind: Literal["reasons"] = "reasons"
    sitting: UUID
    speaker: UUID = Field(description="The rapporteur")


class Report(Act):
    """The member of the Government reports."""

    kind: Literal["report"] = "report"
    sitting: UUID
    minutes: Annotated[PositiveInt, Field(le=1440)]


class Speech(Act):
    """A deputy has the floor, or is refused it; for a faction or a group, or alone."""

    sitting: UUID
    deputy: UUID
    for_faction: UUID | None = Field(default=None, description="The faction spoken for")
    for_group: Line | None = Field(default=None, description="The deputy group spoken for")
    admitted: bool = True
    text: Text | None = None


class Question(Speech):
    """A deputy puts a question to the member of the Government."""

    kind: Literal["question"] = "question"


class Opinion(Speech):
    """A deputy states an opinion."""

    kind: Literal["opinion"] = "opinion"


class DebateClosed(Act):
    """The debate is closed."""

    kind: Literal["debate_closed"] = "debate_closed"
    sitting: UUID


class QuestionReceived(Act):
    """A question is received to be put to the vote."""

    kind: Literal["question_received"] = "question_received"
    sitting: UUID
    about: Put
    deputy: UUID | None = None
    laws: tuple[Line, ...] = Field(
        default=(), max_length=50, description="For an appeal: the laws that were not carried out"
    )


class Adjourned(Act):
    """The report is put off to another day."""

    kind: Literal["adjourned"] = "adjourned"
    sitting: UUID
    reason: Line
