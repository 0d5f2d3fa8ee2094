"""What is known of a sitting from its acts: dates, agendas, who was there, what was decided."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from chamber.law.act import Value
from chamber.law.text import Line, Text, Words
from chamber.record.votes.facts import Totals

WHOLE = 0  # The number under which the registration of the whole sitting is kept.


# By those present; by all seats of the Chamber; by all members of a committee.
ShownRule = Literal["F-2.06", "A57-8.02", "F-2.12-vote"]


class Kind(StrEnum):
    PLENARY = "plenary"
    JOINT = "joint"  # Of both Chambers.
    COMMITTEE = "committee"
    COMMISSION = "commission"
    BUREAU = "bureau"


class Booked(Value):
    """What the day of a sitting is booked for, as far as everybody may know of it."""

    chamber: str


class State(StrEnum):
    PRESENT = "present"
    LATE = "late"  # Came after the registration, and is there.
    EXCUSED = "excused"
    LEFT = "left"


HERE = (State.PRESENT, State.LATE)


class Genre(StrEnum):
    REPORT = "report"
    QUESTION = "question"
    ANSWER = "answer"
    OPINION = "opinion"
    OTHER = "other"


class AgendaItem(Value):
    title: Words
    proceeding: UUID | None = None  # The matter that the item is about.


class Version(Value):
    """A version of the agenda, as it was published. Items are numbered from 1."""

    items: tuple[AgendaItem, ...]
    published_on: date
    voted_on: date | None = None
    totals: Totals | None = None
    adopted: bool | None = None


class Move(Value):
    """A sitting that was put off: when and where it had been planned, and why it moved."""

    starts_at: datetime
    place: Line
    reason: Line
    moved_on: date


class Taken(Value):
    """An item of the agenda that was taken up."""

    opened_on: date
    closed_on: date | None = None


class Mark(Value):
    state: State
    chamber: str  # Whose deputy it is: at a joint sitting each Chamber has its own quorum.


class Roll(Value):
    """Who was registered. `full`: at a registration of its own; if not, only what changed."""

    full: bool = False
    people: dict[UUID, Mark] = Field(default_factory=dict)
    counted: dict[str, int] = Field(
        default_factory=dict
    )  # By chamber, where the minutes know only a number.


class Speech(Value):
    item: int
    speaker: UUID | None = None
    guest: Line | None = None
    genre: Genre


class Decision(Value):
    """A procedural decision by show of hands."""

    question: Words
    rule: ShownRule
    item: int | None = None
    totals: Totals
    adopted: bool | None
    decided_on: date
    commission: frozenset[UUID] = frozenset()  # The counting commission that it elects.


class Minutes(Value):
    text: Text | None = None
    source: Line | None = None
    kept_on: date


class Sitting(Value):
    """All that a sitting's own acts have told."""

    chamber: str
    kind: Kind
    body: UUID | None
    planned_on: date  # The day on which it was planned, not the day it is planned for.
    starts_at: datetime
    place: Line
    moves: tuple[Move, ...] = ()
    agenda: tuple[Version, ...] = ()
    cancelled_on: date | None = None
    cancelled_because: Line | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    taken: dict[int, Taken] = Field(default_factory=dict)
    rolls: dict[int, Roll] = Field(default_factory=dict)  # By item; WHOLE for the whole sitting.
    speeches: tuple[Speech, ...] = ()
    decisions: tuple[Decision, ...] = ()
    minutes: Minutes | None = None

    def in_force(self) -> Version | None:
        """The agenda that governs: the last version that was adopted."""
        adopted = [version for version in self.agenda if version.adopted]
        return adopted[-1] if adopted else None

    def open_item(self) -> int | None:
        return next((n for n, item in self.taken.items() if item.closed_on is None), None)
