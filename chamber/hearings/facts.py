"""What is known of a hearing from its acts."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from chamber.hearings.results import (
    Dispatched,
    HandedOver,
    Material,
    Minutes,
    Published,
    Recommended,
)
from chamber.hearings.words import Audience, Form, Ground, Guest, Proposer, Topic
from chamber.law.act import Value
from chamber.law.period import Period
from chamber.law.text import Line, Text, Words
from chamber.record.sittings.hall import Hall
from chamber.record.votes.facts import Totals


class Told(Value):
    """A hearing of the past, as its sources tell of it."""

    first_day: date
    last_day: date
    organised_by: tuple[Line, ...] = ()
    sources: tuple[Line, ...]


class Decided(Value):
    """What the Bureau decided."""

    decided_on: date
    sitting: UUID
    tally: Totals
    adopted: bool


class Closing(Value):
    """The decision on the form, whoever took it."""

    form: Form
    decided_on: date
    decided_by: str  # bureau, committee or chair.
    sitting: UUID | None = None
    tally: Totals | None = None
    ground: Ground | None = None


class SetUp(Value):
    commission: UUID
    resolution: Line
    set_up_on: date


class Invited(Value):
    decided_by: UUID
    decided_on: date
    guests: tuple[Guest, ...]


class Announced(Value):
    """One notice to the media, as it was sent."""

    sent_at: datetime
    channel: Line
    text: Text
    topic: Line | None = None
    starts_at: datetime | None = None
    place: Line | None = None


class Move(Value):
    """When and where the hearing had been, before it was moved."""

    starts_at: datetime
    place: Words
    reason: Words
    moved_on: date


class Attendance(Value):
    """Who takes part. Of those who came nobody is forgotten: the law asks for all of them."""

    at_start: frozenset[UUID] = frozenset()  # The Chamber's deputies registered at the start.
    came: frozenset[UUID] = frozenset()  # All who ever came.
    here: frozenset[UUID] = frozenset()  # Those who are there now.
    other_chamber: frozenset[UUID] = frozenset()
    guests: tuple[Guest, ...] = ()
    # Where only numbers are known: who ever came, those at the start, those there now.
    count: int = 0
    count_at_start: int = 0
    count_here: int = 0
    guest_count: int = 0

    @property
    def taking_part(self) -> int:
        return len(self.came) + self.count

    @property
    def registered(self) -> int:
        return len(self.at_start) + self.count_at_start

    @property
    def present(self) -> int:
        return len(self.here) + self.count_here


class Hearing(Value):
    """All that a hearing's own acts have told."""

    chamber: str
    topic: Topic
    opened_on: date  # The day on which the case was opened, by a proposal or by sources.
    organisers: tuple[UUID, ...] = ()
    proposed_by: Proposer | None = None
    proposed_form: Form = Form.OPEN
    linked: UUID | None = None
    told: Told | None = None  # Only of a hearing of the past.
    decision: Decided | None = None
    form: Closing | None = None
    starts_at: datetime | None = None
    place: Words | None = None
    commission: SetUp | None = None
    invited: tuple[Invited, ...] = ()
    notices: tuple[Announced, ...] = ()
    moves: tuple[Move, ...] = ()
    cancelled_on: date | None = None
    cancelled_because: Words | None = None
    begun_on: date | None = None
    chair: UUID | None = None
    admitted: frozenset[Audience] | None = None
    attendance: Attendance | None = None
    recommended: tuple[Recommended, ...] = ()
    ended_on: date | None = None
    minutes: Minutes | None = None
    dispatched: tuple[Dispatched, ...] = ()
    published: tuple[Published, ...] = ()
    materials: tuple[Material, ...] = ()
    handed_over: tuple[HandedOver, ...] = ()
    completed_on: date | None = None
    defects: tuple[str, ...] = ()  # The rules whose breach was accepted, with a recorded reason.

    @property
    def closed(self) -> bool:
        """Whether it is closed, or is to be: a form that nobody decided is the proposed one."""
        return (self.form.form if self.form else self.proposed_form) is Form.CLOSED

    @property
    def goes_out(self) -> bool:
        """From the first word to the media, or once it is held, an open hearing is announced. From
        then on it stands on the board, whatever is corrected; one that was ever closed never does.
        """
        out = bool(self.notices or self.begun_on or self.told)
        return out and not self.closed


class Organiser(Period):
    """A body that is to hold the hearing: whose it is, of which kind, and who chairs it."""

    body: UUID
    chamber: str
    kind: str  # committee, commission, bureau, faction …
    chairs: tuple[UUID, ...] = ()  # On the day of the act.


class Plenary(Value):
    """A plenary sitting on the day of the hearing."""

    sitting: UUID
    chamber: str
    joint: bool
    as_of: int = 0  # The version of the sitting, so that it can be told again as it was then.


class Given(Value):
    """What the rules need to know from elsewhere on the record."""

    hall: Hall | None = None  # The sitting that the act names.
    members: int | None = None  # Of the body that sits there.
    chairs: tuple[UUID, ...] = ()  # Who is in its chair.
    organisers: tuple[Organiser, ...] = ()  # For acts that the organisers' standing bears on.
    commission: Organiser | None = None  # The commission that the act names.
    day: date | None = None  # For which the hearing is planned.
    plenaries: tuple[Plenary, ...] = ()  # On that day.
    # Days of plenary sittings of either Chamber in the months after the act, to name a free one.
    plenary_days: tuple[date, ...] = ()
    # Those the act names who are deputies on its day, each with the Chamber.
    deputies: dict[UUID, str] = Field(default_factory=dict)
    in_office: int | None = None  # Deputies of the Chamber on that day.
