"""The poster of an open hearing: all that the public is told of it, as one value."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from chamber.hearings.words import Topic
from chamber.law.act import Sentence, Value
from chamber.law.ruling import Verdict
from chamber.law.text import Line, Words


class State(StrEnum):
    PLANNED = "planned"
    MOVED = "moved"  # To another time or place, and not begun yet.
    CANCELLED = "cancelled"
    BEGUN = "begun"
    HELD = "held"


class Holder(Value):
    """A committee or commission that holds the hearing, by the name it has."""

    id: UUID
    kk: Line
    ru: Line
    latin: Line


class Was(Value):
    """When and where the hearing had been, before it was moved."""

    starts_at: datetime
    place: Words
    reason: Words
    moved_on: date


class Certified(Value):
    """The notice certificate in short: the best notice that was given, and what it comes to."""

    sent_at: datetime
    days_before: int  # Clear days between the notice and the hearing.
    rule: str
    cite: str
    verdict: Verdict
    late_on: tuple[str, ...] = ()  # The readings on which it is too late.
    sentence: Sentence


class Span(Value):
    """Days between which a hearing of the past was held, where its own day is not known."""

    first_day: date
    last_day: date


class Poster(Value):
    id: UUID
    number: str
    chamber: str
    state: State
    topic: Topic
    organisers: tuple[Holder, ...] = ()
    organised_by: tuple[Line, ...] = ()  # As sources of the past name them.
    starts_at: datetime | None = None
    place: Words | None = None
    held: Span | None = None
    moves: tuple[Was, ...] = ()
    cancelled_on: date | None = None
    cancelled_because: Words | None = None
    notice: Certified | None = None  # Of none the law asks for, or none was given.
    defects: tuple[str, ...] = ()  # Rules that were broken, which was accepted with a reason.
    recommendations: bool | None = None  # Whether any were adopted; None: none were put yet.
    report: Words | None = None  # Where the report is published.
    sources: tuple[Line, ...] = ()
