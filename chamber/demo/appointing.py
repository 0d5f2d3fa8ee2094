"""An appointment in the demonstration, step by step, as the stories of both Chambers need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chamber.appointments.acts import (
    AppointmentAct,
    CloseVote,
    Conclusion,
    OpenVote,
    Proposed,
    Resolve,
    Submission,
)
from chamber.appointments.bodies import Body
from chamber.appointments.facts import Facts
from chamber.appointments.procedure import APPOINTMENTS
from chamber.demo.desk import HERE
from chamber.demo.founding import Founded
from chamber.demo.sittings import Gathering, convene, item
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.law.text import Name
from chamber.record.people.acts import Person
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import Done
from chamber.record.sittings.facts import Kind
from chamber.record.votes.casting import cast
from chamber.record.votes.facts import Choice, Totals


@dataclass(frozen=True)
class Case:
    here: Founded
    uid: UUID
    committee: UUID

    async def do(
        self, act: AppointmentAct, sent: Sent = HERE, *, role: Role = Role.SECRETARIAT
    ) -> Done:
        return await self.here.clerks.do(APPOINTMENTS, self.uid, act, sent, role=role)

    async def facts(self, done: Done) -> Facts:
        assert done.proceeding is not None, "an act that was let through has its proceeding"
        return await APPOINTMENTS.load(self.here.clerks.session, done.proceeding.id)


async def enter_person(here: Founded, on: date, name: Name) -> UUID:
    return await here.clerks.open(PEOPLE, Person(on=on, name=name))


async def submit(
    here: Founded,
    on: date,
    body: Body,
    people: Sequence[UUID],
    *,
    committee: UUID,
    starts_on: date,
    document: str | None,
    sent: Sent = HERE,
) -> Case:
    """The Chair puts candidates forward."""
    submission = Submission(
        on=on, chamber=here.chamber, body=body, submitted_by=here.chair, document=document,
        candidates=tuple(Proposed(person=one, starts_on=starts_on) for one in people),
        committee=committee,
    )  # fmt: skip
    uid = await here.clerks.open(APPOINTMENTS, submission, sent)
    return Case(here, uid, committee)


async def conclude(case: Case, on: date, tallies: dict[int, Totals]) -> dict[int, Done]:
    """The committee in charge sits, and gives its conclusion on each candidate."""
    about = item("Кандидатуралар туралы", "О кандидатурах", case.uid)
    sitting = await convene(
        case.here, on, [about], body=case.committee, kind=Kind.COMMITTEE, absent=1
    )
    done = {}
    for number, tally in tallies.items():
        conclusion = Conclusion(
            on=on, candidates=(number,), sitting=sitting.uid, recommends=True, tally=tally,
            text="Кандидатура тағайындауға ұсынылады. Кандидатура рекомендуется к назначению.",
        )  # fmt: skip
        done[number] = await case.do(conclusion, role=Role.COMMITTEE)
    await sitting.end(1)
    return done


async def vote_by_ballots(case: Case, number: int, sitting: Gathering, against: int) -> None:
    """Each deputy casts; the last two of those present abstain, and one does not vote at all."""
    opening = OpenVote(on=sitting.on, candidates=(number,), sitting=sitting.uid)
    done = await case.do(opening, role=Role.PRESIDING)
    vote = (await case.facts(done)).rounds[-1].vote
    voters = sitting.present[:-1]
    for place, deputy in enumerate(voters):
        choice = Choice.AGAINST if place < against else Choice.FOR
        if place >= len(voters) - 2:
            choice = Choice.ABSTAINED
        await cast(case.here.clerks.session, vote, deputy, choice)
    await case.do(CloseVote(on=sitting.on, vote=vote), role=Role.PRESIDING)


def resolution(
    on: date, number: int, name: Name, *, post: tuple[str, str], reasons: str | None = None
) -> Resolve:
    """The Chamber's resolution; with reasons, it is one of rejection."""
    kk, ru = (name.kk, name.ru)
    text = {
        "kk": f"{kk}: {post[0]} тағайындалсын.", "ru": f"Назначить {post[1]}: {ru}."
    } if reasons is None else {
        "kk": f"{kk}: кандидатура қабылданбасын.", "ru": f"Отклонить кандидатуру: {ru}."
    }  # fmt: skip
    decision = "appoint" if reasons is None else "reject"
    return Resolve.model_validate(
        {"on": on, "candidates": (number,), "decision": decision, "text": text, "reasons": reasons}
    )
