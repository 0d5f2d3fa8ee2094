"""A person's room: what an act needs to know of others on the record is gathered here."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ledger import period
from chamber.law.seats import Chamber
from chamber.record.bodies import rows as bodies
from chamber.record.bodies.facts import Facts as Body
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.acts import (
    BodyRole,
    Mandate,
    MandateEnd,
    Membership,
    MembershipEnd,
    Office,
    PersonAct,
    Post,
    PostEnd,
)
from chamber.record.people.facts import Facts, Given, Holder, Place, SeatHeld
from chamber.record.people.mandates import WITHOUT_VOTE
from chamber.record.people.rows import load, save
from chamber.record.people.rules import judge, next_acts
from chamber.record.people.seats import check_given_back, count_in_office
from chamber.record.people.tables import MembershipRow, PostRow
from chamber.record.people.telling import step
from chamber.record.procedure.room import Room
from chamber.record.proceedings import Proceeding, ids
from chamber.record.turns import change_seats, take_turn


async def gather(
    session: AsyncSession, facts: Facts | None, act: PersonAct, before: Given | None
) -> Given:
    if isinstance(act, Mandate | Post | Membership):
        period(act.on, act.until)  # The database knows no period that ends before it begins.
    match act:
        case Mandate():
            there = await count_in_office(session, act.chamber, act.on, act.until)
            given = Given(chamber=act.chamber, in_office=there)
        case Post():
            given = Given(chamber=act.chamber, chairs=await chairs_of_chamber(session, act))
        case Membership():
            given = await gather_body(session, act)
        case MandateEnd():
            await change_seats(session, act.chamber)
            given = Given(needs_matter=act.ground not in WITHOUT_VOTE)
        case MembershipEnd():
            await body_in_turn(session, act.body)
            given = Given()
        case _:
            given = Given()
    gone = await dissolved(session, facts) if facts and facts.memberships else ()
    given = given.model_copy(update={"on": act.on, "dissolved": gone})
    return without_own(given, before) if before is not None else given


def without_own(given: Given, before: Given) -> Given:
    """What is given to an act that is being corrected: its own rows are there already."""
    if before.on is None or (before.chamber, before.place) != (given.chamber, given.place):
        return given
    own = before.on
    in_office = tuple((day, count - (day >= own)) for day, count in given.in_office)
    chairs = tuple(one for one in given.chairs if one.starts_on != own)
    return given.model_copy(update={"in_office": in_office, "chairs": chairs})


async def chairs_of_chamber(session: AsyncSession, act: Post) -> tuple[Holder, ...]:
    if act.post is not Office.CHAIR:
        return ()
    await take_turn(session, f"posts/{act.chamber}")
    query = select(Proceeding.uid, PostRow.starts_on, PostRow.ends_on)
    query = query.join(PostRow, PostRow.person_id == Proceeding.id)
    query = query.where(
        PostRow.chamber == act.chamber,
        PostRow.post == Office.CHAIR,
        PostRow.during.overlaps(func.daterange(act.on, act.until)),
    )
    rows = await session.execute(query.order_by(PostRow.starts_on))
    return told(rows)


async def gather_body(session: AsyncSession, act: Membership) -> Given:
    body = await body_in_turn(session, act.body)
    place = Place(
        starts_on=body.starts_on, ends_on=body.ends_on, chamber=body.chamber, kind=body.body
    )
    if act.role is not BodyRole.CHAIR:
        return Given(chamber=body.chamber, place=place)
    key = (await ids(session, "bodies", [act.body]))[act.body]
    query = select(Proceeding.uid, MembershipRow.starts_on, MembershipRow.ends_on)
    query = query.join(MembershipRow, MembershipRow.person_id == Proceeding.id)
    query = query.where(
        MembershipRow.body_id == key,
        MembershipRow.role == BodyRole.CHAIR,
        MembershipRow.during.overlaps(func.daterange(act.on, act.until)),
    )
    rows = await session.execute(query.order_by(MembershipRow.starts_on))
    return Given(chamber=body.chamber, place=place, chairs=told(rows))


async def body_in_turn(session: AsyncSession, uid: UUID) -> Body:
    """As it is while nobody else comes into a body of its Chamber, or leaves it."""
    key = (await ids(session, "bodies", [uid]))[uid]
    await change_seats(session, (await bodies.load(session, key)).chamber)
    return await bodies.load(session, key)


def told(rows: Iterable[tuple[UUID, date, date | None]]) -> tuple[Holder, ...]:
    return tuple(Holder(person=who, starts_on=start, ends_on=end) for who, start, end in rows)


async def dissolved(session: AsyncSession, facts: Facts) -> tuple[tuple[UUID, date], ...]:
    """The bodies that were no more before the person's seat in them is told to end."""
    query = select(Proceeding.uid, BodyRow.ends_on).join(BodyRow, BodyRow.id == Proceeding.id)
    query = query.where(Proceeding.uid.in_({one.body for one in facts.memberships}))
    rows = await session.execute(query.order_by(Proceeding.uid))
    ends = {body: ended for body, ended in rows if ended is not None}
    late = {one.body for one in facts.memberships if later(one, ends.get(one.body))}
    return tuple((body, ended) for body, ended in ends.items() if body in late)


def later(seat: SeatHeld, ended: date | None) -> bool:
    return ended is not None and (seat.ends_on is None or seat.ends_on > ended)


def chamber_of(act: PersonAct) -> Chamber | None:
    """The chamber whose staff enters the act; a person as such belongs to none."""
    return act.chamber if isinstance(act, Mandate | MandateEnd | Post | PostEnd) else None


PEOPLE = Room[Facts, PersonAct, Given](
    noun="people",
    acts=TypeAdapter(PersonAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=chamber_of,
    whose=lambda given: given.chamber,
    given_back=check_given_back,
)
