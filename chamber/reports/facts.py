"""All that the acts of a report have told: who signed, what was decided, what was said and when."""

from collections.abc import Iterable
from datetime import date
from typing import Self
from uuid import UUID

from chamber.law.act import Value
from chamber.law.text import Line, Text
from chamber.record.resolutions.facts import Resolution
from chamber.record.sittings.hall import Hall
from chamber.record.votes.facts import Outcome, Round, Totals
from chamber.record.votes.rounds import AtVote, decided
from chamber.reports.acts import About, Limits
from chamber.reports.facts_heard import Day, Step, StepKind

# What a vote or a resolution is about.
HEAR, TAKE_NOTE, APPEAL, REPEAT = 1, 2, 3, 4
SUBJECTS: dict[About, int] = {"hear": HEAR, "take_note": TAKE_NOTE, "appeal": APPEAL}
# Where a question keeps what was accepted at its own vote; all that comes later rests on the rest.
OWN = {TAKE_NOTE: "note_defects", APPEAL: "appeal_defects", REPEAT: "repeat_defects"}


class Signature(Value):
    deputy: UUID
    counts: bool = True  # Of a deputy of the Chamber, in office that day.
    withdrawn_on: date | None = None


class Named(Value):
    """The rapporteur."""

    deputy: UUID
    named_on: date
    sitting: UUID
    tally: Totals


class Formed(Value):
    """The special temporary commission, as it was composed when it was formed."""

    body: UUID
    members: tuple[UUID, ...]
    formed_on: date
    sitting: UUID
    tally: Totals


class Notice(Value):
    """What the member was told. `day` is the one that the notice states."""

    number: int  # Its own: 1, 2, 3, as they were sent.
    for_day: int  # Which appointed day it calls to: 1, after each adjournment one more; 0: none.
    sent_on: date
    in_writing: bool
    states_decision: bool
    day: date | None = None
    document: Line | None = None
    received_on: date | None = None
    proof: Line | None = None


class Asked(Value):
    """The member asked to read the documents."""

    asked_on: date
    granted: bool
    documents: Line


class Appeal(Value):
    """What became of an appeal."""

    subject: int  # APPEAL or REPEAT.
    sent_on: date
    document: Line
    released_on: date | None = None
    released_by: Line | None = None  # The President's act.
    refused_on: date | None = None
    refused_by: Line | None = None


class Facts(Value):
    chamber: str
    member: UUID
    office: Line
    prime_minister: bool = False
    subject: Text
    own_activity: bool = True
    opened_on: date
    signatures: tuple[Signature, ...]
    enough: bool | None = None  # Whether a third signed. None: the seats are not known.
    doubted: bool = False  # Whether the readings differ on that.
    rapporteur: Named | None = None
    commission: Formed | None = None
    limits: Limits | None = None
    notices: tuple[Notice, ...] = ()
    asked: tuple[Asked, ...] = ()
    days: tuple[Day, ...] = ()
    rounds: tuple[Round, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    defects: tuple[str, ...] = ()  # The rules whose breach was accepted, with a recorded reason.
    note_defects: tuple[str, ...] = ()
    appeal_defects: tuple[str, ...] = ()
    repeat_defects: tuple[str, ...] = ()

    def borne(self, subject: int | None) -> tuple[str, ...]:
        """What was accepted on the way to a question. An appeal again rests on the first one."""
        own: tuple[str, ...] = getattr(self, OWN[subject]) if subject in OWN else ()
        first = self.appeal_defects if subject == REPEAT else ()
        return tuple(dict.fromkeys((*self.defects, *first, *own)))

    def with_more(self, field: str, told: Value) -> Self:
        return self.model_copy(update={field: (*getattr(self, field), told)})

    @property
    def day(self) -> Day | None:
        """The day for which the report stands now."""
        return self.days[-1] if self.days else None

    @property
    def steps(self) -> list[Step]:
        """What counts of what was done: once a report is heard it stays so, whatever is put off."""
        heard = any(day.first("report") for day in self.days)
        return [step for day in (self.days if heard else self.days[-1:]) for step in day.steps]

    def done(self, kind: StepKind) -> Step | None:
        return next((one for one in self.steps if one.kind == kind), None)

    def signers(self, on: date) -> list[UUID]:
        """Whose signatures count on that day."""
        return [
            one.deputy
            for one in self.signatures
            if one.counts and (one.withdrawn_on is None or one.withdrawn_on > on)
        ]

    def received(self) -> Iterable[Step]:
        """The questions, in the order in which they were received; on one day, as entered."""
        steps = (one for day in self.days for one in day.steps if one.kind == "question_received")
        return sorted(steps, key=lambda one: one.done_on)

    def decided(self, subject: int) -> Round | None:
        return decided(self.rounds, subject)

    def adopted(self, subject: int) -> bool:
        vote = self.decided(subject)
        return vote is not None and vote.outcome is Outcome.ADOPTED

    def resolution_on(self, subject: int) -> Resolution | None:
        return next((one for one in self.resolutions if one.subject == subject), None)

    def last_resolution(self, about: About) -> Resolution | None:
        """Of two on an appeal, the one on the appeal again."""
        numbers = (REPEAT, APPEAL) if about == "appeal" else (SUBJECTS[about],)
        found = (self.resolution_on(number) for number in numbers)
        return next((one for one in found if one is not None), None)

    def appeal(self, subject: int) -> Appeal | None:
        return next((one for one in self.appeals if one.subject == subject), None)

    @property
    def never_begun(self) -> bool:
        """A third of the deputies did not sign, on any reading."""
        return self.enough is False and not self.doubted

    @property
    def released_on(self) -> date | None:
        return next((one.released_on for one in self.appeals if one.released_on is not None), None)

    def subject_of(self, about: About) -> int:
        """An appeal after one that the President refused is an appeal again."""
        first = self.appeal(APPEAL)
        again = about == "appeal" and first is not None and first.refused_on is not None
        return REPEAT if again else SUBJECTS[about]


class Body(Value):
    """A body that an act names."""

    chamber: str
    kind: str
    members: tuple[UUID, ...]  # Who sits in it that day.


class Given(AtVote):
    """What the rest of the record tells of the day of the act."""

    hall: Hall | None = None
    in_office: int | None = None  # How many deputies are.
    own: tuple[UUID, ...] = ()  # Of those who sign, or whose signatures are left: its deputies.
    speaks: bool = False  # The deputy whom the act names is in office.
    body: Body | None = None
