"""All that the acts of an appointment have told: what was done, on which day, about whom."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, Self
from uuid import UUID

from pydantic import computed_field

from chamber.appointments.bodies import Body
from chamber.law.act import Sentence, Value
from chamber.law.seats import CHAMBERS
from chamber.law.text import Line, Text
from chamber.law.timing_sentences import transition
from chamber.record.resolutions.facts import Resolution
from chamber.record.sittings.hall import Hall
from chamber.record.votes.facts import Form, Round, Totals
from chamber.record.votes.rounds import AtVote, decided, open_round, rounds_on

EDITION_ENDS = max(edition.last_day for edition in CHAMBERS.editions.values())


class Heard(Value):
    """What the committee concluded."""

    given_on: date
    sitting: UUID
    recommends: bool
    tally: Totals
    text: Text


class Candidate(Value):
    person: UUID
    starts_on: date | None = None  # The proposed first day in office.
    submitted_on: date | None = None  # None: an appointment told by its sources.
    submitted_by: UUID | None = None
    document: Line | None = None
    instead_of: int | None = None
    conclusion: Heard | None = None
    announced_on: date | None = None
    announced_at: UUID | None = None
    defects: tuple[str, ...] = ()  # The rules whose breach was accepted, with a recorded reason.


class Statement(Value):
    """Something that was said at the sitting about a candidate."""

    kind: Literal["question", "opinion", "debate_demand", "debate"]
    candidate: int
    said_on: date
    sitting: UUID
    deputy: UUID | None = None
    to: Literal["candidate", "proposer"] | None = None
    admitted: bool | None = None
    stance: Literal["for", "against"] | None = None
    text: Text | None = None


class Order(Value):
    """What the Chamber decided about the form of the ballot."""

    candidate: int | None  # None: on every candidate.
    decided_on: date
    sitting: UUID
    form: Form
    tally: Totals
    adopted: bool | None  # None: the seats of that day are not known.
    in_favour: tuple[str, ...] = ()  # Where the readings differ: those on which it was adopted,
    against: tuple[str, ...] = ()  # and those on which it was not.

    @property
    def disputed(self) -> bool:
        return bool(self.in_favour and self.against)


class Term(Value):
    """Who holds the office, from which day until which: half-open, as all periods are."""

    subject: int
    person: UUID
    appointed_on: date
    starts_on: date
    ends_on: date
    left_on: date | None = None
    ground: Line | None = None  # Why the office was left before its time.
    quota: int  # How many the Chamber appoints when the term starts.
    above_quota: bool = False  # Despite the quota, with a recorded reason; or told by sources.

    @property
    def over_on(self) -> date:
        return self.ends_on if self.left_on is None else min(self.left_on, self.ends_on)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def last_day(self) -> date:
        return self.ends_on - timedelta(days=1)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def note(self) -> Sentence | None:
        """What follows from the end of the edition, where the term would outlast it."""
        return transition(EDITION_ENDS) if self.last_day > EDITION_ENDS else None


class Facts(Value):
    chamber: str
    body: Body
    committee: UUID | None = None  # The committee in charge.
    sources: tuple[Line, ...] = ()  # Of an appointment of the past.
    opened_on: date
    candidates: tuple[Candidate, ...]
    statements: tuple[Statement, ...] = ()
    orders: tuple[Order, ...] = ()
    rounds: tuple[Round, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    terms: tuple[Term, ...] = ()

    def candidate(self, number: int) -> Candidate | None:
        return self.candidates[number - 1] if 1 <= number <= len(self.candidates) else None

    def with_more(self, field: str, told: Value) -> Self:
        return self.model_copy(update={field: (*getattr(self, field), told)})

    def with_candidates(self, numbers: Iterable[int], told: Mapping[str, object]) -> Self:
        chosen = set(numbers)
        candidates = tuple(
            one.model_copy(update=dict(told)) if number in chosen else one
            for number, one in enumerate(self.candidates, start=1)
        )
        return self.model_copy(update={"candidates": candidates})

    def said(self, kind: str, number: int) -> list[Statement]:
        return [one for one in self.statements if one.kind == kind and one.candidate == number]

    def rounds_on(self, number: int) -> list[Round]:
        return rounds_on(self.rounds, number)

    def open_round(self, number: int) -> Round | None:
        return open_round(self.rounds, number)

    def decided(self, number: int) -> Round | None:
        return decided(self.rounds, number)

    def resolution_on(self, number: int) -> Resolution | None:
        return next((one for one in self.resolutions if one.subject == number), None)

    def term_of(self, number: int) -> Term | None:
        return next((one for one in self.terms if one.subject == number), None)

    def rejected(self, number: int) -> bool:
        resolution = self.resolution_on(number)
        return resolution is not None and resolution.decision == "reject"


class Committee(Value):
    """The committee that an act names."""

    chamber: str
    kind: str
    members: int  # How many it has that day.


class Held(Value):
    """An office of the body that somebody holds, has held, or will hold."""

    person: UUID
    chamber: str
    starts_on: date
    over_on: date  # The first day out.


class Given(AtVote):
    """What the rest of the record tells of the day of the act."""

    chairs: tuple[UUID, ...] = ()  # Of the Chamber.
    committee: Committee | None = None
    hall: Hall | None = None
    in_office: int | None = None  # How many deputies are.
    speaks: bool = False  # The deputy whom the act names is in office.
    held: tuple[Held, ...] = ()
