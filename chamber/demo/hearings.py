"""A season of hearings in both Chambers, act by act, and the hearings of which sources tell."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from chamber.demo.desk import occurred
from chamber.demo.founding import Founded
from chamber.demo.holding import PLACES, Hearing, hold, notices
from chamber.demo.season import HEARINGS_TOLD, Planned
from chamber.demo.sittings import convene, item
from chamber.hearings.acts import (
    Cancel,
    Commission,
    Decision,
    Invitation,
    Proposal,
    Recorded,
    Reschedule,
)
from chamber.hearings.procedure import HEARINGS
from chamber.hearings.words import Form, Ground, Secret
from chamber.law.roles import Role
from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.bodies.acts import Body, BodyKind
from chamber.record.bodies.procedure import BODIES
from chamber.record.people.acts import BodyRole, Membership
from chamber.record.people.procedure import PEOPLE
from chamber.record.sittings.facts import Kind

SECRETS = Ground(secret=Secret.STATE, law="«Мемлекеттік құпиялар туралы» Заң")
PREPARING = Name(
    kk="Тыңдауларды дайындау жөніндегі арнайы уақытша комиссия",
    ru="Специальная временная комиссия по подготовке слушаний",
    latin="Special Temporary Commission on Hearings",
)


async def tell_hearings(here: Mapping[Chamber, Founded]) -> None:
    await tell_of_the_past(here)
    cases: dict[str, Hearing] = {}
    for chamber in (Chamber.MAZHILIS, Chamber.SENATE):
        season = [one for one in HEARINGS_TOLD.season if one.chamber is chamber]
        commission = await form_commission(here[chamber], season)
        for one in season:
            cases[one.key] = await propose(here[chamber], one, cases)
        theirs = [cases[one.key] for one in season if one.decided_on]
        await decide(theirs)
        for case in theirs:
            await prepare(case, commission)
            await go_on(case, here)


async def tell_of_the_past(here: Mapping[Chamber, Founded]) -> None:
    for past in HEARINGS_TOLD.told:
        told = Recorded.model_validate(past.model_dump())
        await here[past.chamber].clerks.open(HEARINGS, told, occurred(past.sources[0]))


async def form_commission(here: Founded, season: Sequence[Planned]) -> UUID:
    """The special temporary commission of the season, of members of two committees."""
    on = min(one.proposed_on for one in season)
    body = Body(
        on=on, chamber=here.chamber, body=BodyKind.COMMISSION, name=PREPARING,
        convocation=here.plan.convocation,
    )  # fmt: skip
    commission = await here.clerks.open(BODIES, body)
    for place, committee in enumerate(here.committees[:2]):
        role = BodyRole.MEMBER if place else BodyRole.CHAIR
        joins = Membership(on=on, body=commission, role=role)
        await here.clerks.do(PEOPLE, here.members[committee][1], joins)
    return commission


async def propose(here: Founded, one: Planned, cases: Mapping[str, Hearing]) -> Hearing:
    proposal = Proposal(
        on=one.proposed_on, chamber=one.chamber, topic=one.topic, form=one.form,
        organisers=tuple(here.committees[place] for place in one.organisers),
        linked=cases[one.linked].uid if one.linked else None,
    )  # fmt: skip
    # The committee whose staff have an account proposes for itself.
    role = Role.COMMITTEE if 0 in one.organisers else Role.SECRETARIAT
    return Hearing(here, one, await here.clerks.open(HEARINGS, proposal, role=role))


async def decide(cases: Sequence[Hearing]) -> None:
    """The Bureau meets on each of its days, and decides on all that is ripe then."""
    here = cases[0].here
    for on in sorted({case.plan.decided_on for case in cases if case.plan.decided_on}):
        ripe = [case for case in cases if case.plan.decided_on == on]
        items = [item("Тыңдаулар туралы", "О слушаниях")]
        meeting = await convene(here, on, items, body=here.bureau, kind=Kind.BUREAU, absent=2)
        for case in ripe:
            assert case.plan.starts_at is not None, "what is decided has its time"
            decision = Decision(
                on=on, sitting=meeting.uid, tally=meeting.show(abstained=1), form=case.plan.form,
                starts_at=case.plan.starts_at, place=PLACES[here.chamber],
                ground=SECRETS if case.plan.form is Form.CLOSED else None,
            )  # fmt: skip
            await case.do(decision)
        await meeting.end(1)


async def prepare(case: Hearing, commission: UUID) -> None:
    plan = case.plan
    assert plan.decided_on is not None, "it is decided"
    assert plan.told_at is not None, "and announced"
    on = plan.told_at.date()
    numbered = Commission(on=on, commission=commission, resolution=f"{on:%d.%m.%Y} қаулысы")
    invitation = Invitation(on=on, decided_by=case.organisers[0], guests=HEARINGS_TOLD.guests)
    assert plan.starts_at is not None, "for a time"
    await case.do(numbered, invitation, *notices(case, plan.told_at, plan.starts_at))


async def go_on(case: Hearing, here: Mapping[Chamber, Founded]) -> None:
    """It is moved, cancelled, held, or still to come."""
    plan = case.plan
    if (moved := plan.moved) is not None:
        later = Reschedule(
            on=moved.on, starts_at=moved.starts_at, place=PLACES[plan.chamber], reason=moved.reason
        )
        await case.do(later)
        await case.do(*notices(case, moved.told_at, moved.starts_at))
    if plan.cancelled is not None:
        await case.do(Cancel(on=plan.cancelled.on, reason=plan.cancelled.reason))
    if plan.held is not None:
        other = here[Chamber.SENATE if plan.chamber is Chamber.MAZHILIS else Chamber.MAZHILIS]
        await hold(case, plan.held, other)
