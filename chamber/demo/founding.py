"""The Chambers are founded: convocations and sessions, factions and committees, and deputies."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from chamber.demo.desk import Clerks
from chamber.demo.plan import Plan
from chamber.law.act import Act
from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.bodies.acts import Body, BodyKind
from chamber.record.bodies.procedure import BODIES
from chamber.record.convocations.acts import Convocation, Session, SessionClosed, SessionKind
from chamber.record.convocations.procedure import CONVOCATIONS
from chamber.record.people.acts import Basis, BodyRole, Mandate, Membership, Office, Person, Post
from chamber.record.people.procedure import PEOPLE

NIL = UUID(int=0)


@dataclass
class Founded:
    """A Chamber with its people, as the stories of the demonstration speak of them."""

    clerks: Clerks
    plan: Plan
    chamber: Chamber
    deputies: list[UUID] = field(default_factory=list)  # The Chair first, then the deputy chairs.
    # Of each committee, its chair first.
    members: dict[UUID, list[UUID]] = field(default_factory=dict)
    bureau: UUID = NIL
    leaders: list[UUID] = field(default_factory=list)  # The members of the Bureau.

    @property
    def chair(self) -> UUID:
        return self.deputies[0]

    @property
    def leading(self) -> int:
        """How many lead the Chamber."""
        return 1 + self.plan.deputy_chairs

    def seated(self, body: UUID | None) -> list[UUID]:
        """Who sits in a body, or in the Chamber itself."""
        if body is None:
            return self.deputies
        return self.leaders if body == self.bureau else self.members[body]

    @property
    def committees(self) -> list[UUID]:
        return list(self.members)


async def found(clerks: Clerks, chamber: Chamber, plan: Plan, names: Iterator[Name]) -> Founded:
    here = Founded(clerks, plan, chamber)
    await clerks.tell(CONVOCATIONS, convocation(here))
    factions = {key: await form(here, BodyKind.FACTION, n) for key, n in plan.factions.items()}
    for name in plan.committees:
        here.members[await form(here, BodyKind.COMMITTEE, name)] = []
    here.bureau = await form(here, BodyKind.BUREAU, plan.bureau)
    led: set[UUID] = set()  # The factions and committees that have their chair.
    for seats in plan.seats:
        for _ in range(seats.number):
            committee = committee_for(here)
            joins = [factions[seats.faction]] if seats.faction else []
            joins += [committee] if committee else []
            acts = deputy(here, next(names), seats.basis, joins, led)
            here.deputies.append(await clerks.tell(PEOPLE, acts))
            if committee:
                here.members[committee].append(here.deputies[-1])
            if any(isinstance(act, Membership) and act.body == here.bureau for act in acts):
                here.leaders.append(here.deputies[-1])
    return here


def committee_for(here: Founded) -> UUID | None:
    """The committee of the next deputy; those who lead the Chamber come first, and have none."""
    place = len(here.deputies)
    return None if place < here.leading else here.committees[place % len(here.committees)]


def convocation(here: Founded) -> list[Act]:
    plan = here.plan
    acts: list[Act] = [Convocation(on=plan.since, chamber=here.chamber, number=plan.convocation)]
    for number, (first, *last) in enumerate(plan.sessions, start=1):
        acts.append(Session(on=first, number=number, session=SessionKind.REGULAR))
        acts += [SessionClosed(on=day, number=number) for day in last]
    return acts


async def form(here: Founded, kind: BodyKind, name: Name) -> UUID:
    plan = here.plan
    formed = Body(
        on=plan.posts_since, chamber=here.chamber, body=kind, name=name,
        convocation=plan.convocation,
    )  # fmt: skip
    return await here.clerks.open(BODIES, formed)


def deputy(here: Founded, name: Name, basis: Basis, joins: list[UUID], led: set[UUID]) -> list[Act]:
    plan, chamber, place = here.plan, here.chamber, len(here.deputies)
    acts: list[Act] = [
        Person(on=plan.since, name=name),
        Mandate(on=plan.since, chamber=chamber, convocation=plan.convocation, basis=basis),
    ]
    sits_on_bureau = place < here.leading
    if sits_on_bureau:
        office = Office.DEPUTY_CHAIR if place else Office.CHAIR
        acts.append(Post(on=plan.posts_since, chamber=chamber, post=office))
    for body in joins:
        # The first who comes, and does not lead the Chamber, leads the body.
        leads = place >= here.leading and body not in led
        role = BodyRole.CHAIR if leads else BodyRole.MEMBER
        acts.append(Membership(on=plan.posts_since, body=body, role=role))
        if leads:
            led.add(body)
            sits_on_bureau = True
    if sits_on_bureau:
        role = BodyRole.MEMBER if place else BodyRole.CHAIR
        acts.append(Membership(on=plan.posts_since, body=here.bureau, role=role))
    return acts
