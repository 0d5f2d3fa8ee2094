"""Records from a source: what both Chambers really decided, as far as public sources tell of it."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from chamber.appointments.acts import Recorded
from chamber.appointments.bodies import Body
from chamber.appointments.procedure import APPOINTMENTS
from chamber.demo.desk import Clerks, occurred
from chamber.law.act import Value
from chamber.law.seats import Chamber
from chamber.law.text import Line, Name
from chamber.record.people.acts import Person
from chamber.record.people.procedure import PEOPLE
from chamber.record.recorded.acts import RecordedVote
from chamber.record.recorded.procedure import RECORDED


class Appointment(Value):
    """Of several people on one day, of which no counts are known."""

    chamber: Chamber
    body: Body
    on: date
    starts_on: date
    sources: tuple[Line, ...]
    people: tuple[Name, ...]


class Told(Value):
    appointment: Appointment
    votes: tuple[RecordedVote, ...]


TOLD = Told.model_validate(
    tomllib.loads(Path(__file__).with_name("sources.toml").read_text(encoding="utf-8"))
)
ACTS = 2 * len(TOLD.appointment.people) + len(TOLD.votes)


async def enter_sources(clerks: Mapping[Chamber, Clerks]) -> None:
    told = TOLD.appointment
    here = clerks[told.chamber]
    for name in told.people:
        person = await here.open(PEOPLE, Person(on=told.on, name=name))
        appointed = Recorded(
            on=told.on, chamber=told.chamber, body=told.body, person=person,
            starts_on=told.starts_on, sources=told.sources,
        )  # fmt: skip
        await here.open(APPOINTMENTS, appointed, occurred(told.sources[0]))
    for vote in TOLD.votes:
        sent = occurred(vote.sources[0].address or vote.sources[0].name)
        await clerks[Chamber(vote.chamber)].open(RECORDED, vote, sent)
