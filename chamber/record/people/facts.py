"""What is known of a person, and what the rules need to know of others to judge an act."""

from datetime import date
from uuid import UUID

from chamber.law.act import Value
from chamber.law.period import Period
from chamber.law.seats import Chamber
from chamber.law.text import Line, Name
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import Basis, BodyRole, Ground, Office


class Named(Value):
    starts_on: date
    name: Name


class MandateHeld(Period):
    chamber: Chamber
    convocation: int
    basis: Basis
    ground: Ground | None = None  # Why it ended.
    document: Line | None = None
    because: UUID | None = None  # The matter of the Chamber by which it ended.


class PostHeld(Period):
    chamber: Chamber
    post: Office
    reason: Line | None = None  # Why it ended.


class SeatHeld(Period):
    """A membership of a body."""

    body: UUID
    chamber: Chamber
    body_kind: BodyKind
    role: BodyRole


class Facts(Value):
    """A person, with everything dated; the earliest comes first."""

    born_on: date | None
    names: tuple[Named, ...]
    mandates: tuple[MandateHeld, ...] = ()
    posts: tuple[PostHeld, ...] = ()
    memberships: tuple[SeatHeld, ...] = ()


class Place(Period):
    """The body that an act names, with the days on which it exists."""

    chamber: Chamber
    kind: BodyKind


class Holder(Period):
    """Someone who holds a chair."""

    person: UUID


class Given(Value):
    """What the rest of the record tells of the day of the act, and of later days."""

    on: date | None = None  # The day of the act for which it was gathered, and its chamber.
    chamber: Chamber | None = None
    # How many are in office on that day, and on each later day on which a mandate begins.
    in_office: tuple[tuple[date, int], ...] = ()
    place: Place | None = None
    chairs: tuple[Holder, ...] = ()  # Of the chamber, or of the body that the act names.
    # Whether an end on a ground that needs a vote of the Chamber needs a matter behind it. Entries
    # from before there were such matters do not say so.
    needs_matter: bool = False
    dissolved: tuple[tuple[UUID, date], ...] = ()  # Bodies of the person that are no more.
