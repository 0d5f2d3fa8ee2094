"""What was done at the sitting at which a member of the Government reports, or was to report."""

from datetime import date
from typing import Literal
from uuid import UUID

from chamber.law.act import Value
from chamber.law.text import Line, Text
from chamber.reports.acts_heard import Put

StepKind = Literal[
    "opening_word", "attendance", "reasons", "report", "question", "opinion", "debate_closed",
    "question_received",
]  # fmt: skip


class Step(Value):
    """Something that was done or said at the sitting."""

    kind: StepKind
    done_on: date
    sitting: UUID
    came: bool | None = None
    reason: Line | None = None
    speaker: UUID | None = None  # The rapporteur, or a deputy.
    minutes: int | None = None
    for_faction: UUID | None = None
    for_group: Line | None = None
    admitted: bool | None = None
    text: Text | None = None
    about: Put | None = None
    laws: tuple[Line, ...] = ()


class Day(Value):
    """A day appointed for the report, and what was done on it."""

    heard_on: date | None = None  # None: none was set.
    set_on: date
    steps: tuple[Step, ...] = ()
    adjourned_on: date | None = None
    adjourned_at: UUID | None = None
    reason: Line | None = None  # Why it was put off.
    defects: tuple[str, ...] = ()

    def first(self, kind: StepKind) -> Step | None:
        return next((one for one in self.steps if one.kind == kind), None)
