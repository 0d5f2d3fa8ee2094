"""What the demonstration tells of hearings: three of the past, and an invented season."""

import tomllib
from datetime import date, datetime
from pathlib import Path

from chamber.hearings.words import Addressee, Form, Guest, Topic
from chamber.law.act import Value
from chamber.law.seats import Chamber
from chamber.law.text import Line, Words
from chamber.record.votes.facts import Totals


class Past(Value):
    """A hearing of which only sources tell, with the days between which it was held."""

    chamber: Chamber
    first_day: date
    on: date
    topic: Topic
    sources: tuple[Line, ...]


class Moved(Value):
    on: date
    starts_at: datetime
    told_at: datetime
    reason: Words


class Cancelled(Value):
    on: date
    reason: Words


class Held(Value):
    """How many deputies came, how they voted on the recommendations, and what followed."""

    deputies: int
    tally: Totals
    dispatched: tuple[Addressee, ...] = ()
    published_on: date | None = None
    completed_on: date | None = None
    material: str | None = None


class Planned(Value):
    """An invented hearing. Committees are named by their place in the plan of their Chamber."""

    key: str
    chamber: Chamber
    organisers: tuple[int, ...]
    topic: Topic
    form: Form = Form.OPEN
    linked: str | None = None
    proposed_on: date
    decided_on: date | None = None  # None: it is still a draft.
    starts_at: datetime | None = None
    told_at: datetime | None = None  # When the media were told.
    despite: Line | None = None  # Why it begins though they were told late.
    moved: Moved | None = None
    cancelled: Cancelled | None = None
    held: Held | None = None


class Hearings(Value):
    told: tuple[Past, ...]
    guests: tuple[Guest, ...]
    season: tuple[Planned, ...]


HEARINGS_TOLD = Hearings.model_validate(
    tomllib.loads(Path(__file__).with_name("hearings.toml").read_text(encoding="utf-8"))
)
