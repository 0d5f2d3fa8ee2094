"""All that the acts of a matter of immunity have told; the measures stand as they were asked."""

from collections.abc import Mapping
from datetime import date
from typing import Self
from uuid import UUID

from chamber.immunity.acts import Exempt, Measure, Submitter
from chamber.law.act import Value
from chamber.law.text import Line, Text
from chamber.record.resolutions.facts import Resolution
from chamber.record.sittings.hall import Hall
from chamber.record.votes.facts import Round
from chamber.record.votes.rounds import AtVote, decided, open_round


class Wanted(Value):
    """A measure to which consent is wanted. Its number is its place: 1, 2, 3."""

    measure: Measure
    asked: bool = True  # In the submission; else it was voted on despite that.
    taken_on: date | None = None  # Before consent.
    exception: Exempt | None = None
    defects: tuple[str, ...] = ()  # The rules whose breach was accepted, with a recorded reason.


class Forwarded(Value):
    on: date
    document: Line | None = None


class Concluded(Value):
    """What the Central Election Commission concluded."""

    received_on: date
    favours: bool
    text: Text
    document: Line | None = None


class Answer(Value):
    received_on: date
    document: Line | None = None
    text: Text | None = None


class Demand(Value):
    """A demand for additional information, with its answer."""

    asked_on: date
    to: Line
    text: Text
    answer: Answer | None = None


class Notice(Value):
    """The deputy was told of the day of a sitting."""

    told_on: date
    sitting_on: date
    document: Line | None = None


class Attended(Value):
    """Whether the deputy took part at a sitting."""

    on: date
    sitting: UUID
    wished: bool
    admitted: bool
    text: Text | None = None


class Taken(Value):
    """A measure that was taken."""

    on: date
    measure: Measure
    exception: Exempt | None = None


class Facts(Value):
    chamber: str
    deputy: UUID
    submitted_by: Submitter
    document: Line | None = None
    opened_on: date  # The day on which the submission was received.
    measures: tuple[Wanted, ...]
    forwarded: Forwarded | None = None
    conclusion: Concluded | None = None
    demands: tuple[Demand, ...] = ()
    notices: tuple[Notice, ...] = ()
    attended: tuple[Attended, ...] = ()
    rounds: tuple[Round, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    taken: tuple[Taken, ...] = ()
    defects: tuple[str, ...] = ()  # Of the matter itself, whatever the measure.

    def number_of(self, measure: Measure) -> int | None:
        named = [one.measure for one in self.measures]
        return named.index(measure) + 1 if measure in named else None

    def with_more(self, field: str, told: Value) -> Self:
        return self.model_copy(update={field: (*getattr(self, field), told)})

    def with_measure(self, number: int, told: Mapping[str, object]) -> Self:
        measures = tuple(
            one.model_copy(update=dict(told)) if nth == number else one
            for nth, one in enumerate(self.measures, start=1)
        )
        return self.model_copy(update={"measures": measures})

    def open_round(self, number: int) -> Round | None:
        return open_round(self.rounds, number)

    def decided(self, number: int) -> Round | None:
        return decided(self.rounds, number)

    def resolution_on(self, number: int) -> Resolution | None:
        return next((one for one in self.resolutions if one.subject == number), None)


class Given(AtVote):
    """What the rest of the record tells of the day of the act."""

    holds: bool = False  # The deputy is in office in this Chamber.
    hall: Hall | None = None
