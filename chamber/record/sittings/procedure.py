"""A sitting's room: who has a seat in it on the day of an act is gathered here."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.rulebook import LAW
from chamber.law.ruling import Finding
from chamber.law.seats import Chamber, NoEdition
from chamber.law.terms import local_day
from chamber.record.bodies import rows as bodies
from chamber.record.booked import booked_on, hidden_on, take_calendar
from chamber.record.people.acts import BodyRole
from chamber.record.people.roll import in_office, members
from chamber.record.procedure.room import Room
from chamber.record.proceedings import Proceeding, UnknownReference, ids
from chamber.record.sittings.acts import (
    Agenda,
    AgendaAdopted,
    AnySittingAct,
    Arrive,
    Close,
    Decide,
    Leave,
    Open,
    Plan,
    Register,
    Reschedule,
    Speak,
)
from chamber.record.sittings.booked import barred
from chamber.record.sittings.facts import Booked, Kind, Sitting
from chamber.record.sittings.meanwhile import OF_THE_CHAMBER, clashes, open_votes
from chamber.record.sittings.quorum import Given, Place
from chamber.record.sittings.rows.loading import load
from chamber.record.sittings.rows.saving import save
from chamber.record.sittings.rules import judge, next_acts, step


async def gather(
    session: AsyncSession, sitting: Sitting | None, act: AnySittingAct, before: Given | None
) -> Given:
    match act:
        case Plan():
            return await gather_plan(session, act, before)
        case Reschedule() if sitting:
            return await gather_move(session, sitting, act, before)
        case Close() if before is not None:
            return before
        case Close() if sitting:
            return Given(open_votes=await open_votes(session, sitting))
        case Agenda():
            await check_matters(session, matters_of(act))
        case Speak(speaker=UUID() as speaker):
            await ids(session, "people", [speaker])
        case Open() | AgendaAdopted() | Register() | Leave() | Arrive() | Decide():
            assert sitting is not None, "a sitting is planned first"
            return await gather_seats(session, sitting, act.on, named(act))
    return Given()


async def gather_plan(session: AsyncSession, act: Plan, before: Given | None) -> Given:
    day = await gather_day(session, act.sitting, act, before)
    place = await place_of(session, act)
    if before is not None:  # Its own hour is no other's.
        return before.model_copy(update={**day, "place": place})
    others = await clashes(session, act.sitting, str(act.chamber), act.starts_at)
    return Given(**day, place=place, clashes=others)


async def gather_move(
    session: AsyncSession, sitting: Sitting, act: Reschedule, before: Given | None
) -> Given:
    day = await gather_day(session, sitting.kind, act, before)
    if before is not None:
        return before.model_copy(update=day)
    if act.starts_at == sitting.starts_at:
        return Given(**day)
    hour = await clashes(session, sitting.kind, sitting.chamber, act.starts_at)
    return Given(**day, clashes=hour)


async def gather_day(
    session: AsyncSession, kind: Kind, act: Plan | Reschedule, before: Given | None
) -> dict[str, Any]:
    """What the day of a plenary sitting is booked for."""
    day = local_day(act.starts_at)
    if kind not in OF_THE_CHAMBER or (before is not None and before.day == day):
        return {}
    if before is None:
        await take_calendar(session)
    booked = await booked_on(session, day)
    return {"day": day, "booked": tuple(Booked(chamber=chamber) for chamber in booked)}


async def bars(
    session: AsyncSession, sitting: Sitting | None, act: AnySittingAct
) -> Sequence[Finding]:
    """A hidden hearing on the day of a plenary sitting that is asked for."""
    match act:
        case Plan():
            kind, chamber = act.sitting, str(act.chamber)
        case Reschedule() if sitting:
            kind, chamber = sitting.kind, sitting.chamber
        case _:
            return ()
    if kind not in OF_THE_CHAMBER or not await hidden_on(session, local_day(act.starts_at)):
        return ()
    try:
        return [barred(LAW.on(chamber, act.on))]
    except NoEdition:
        return ()  # On such a day no act of the Chamber is lawful anyway.


def named(act: AnySittingAct) -> tuple[UUID, ...]:
    match act:
        case Register():
            return act.named()
        case Leave() | Arrive():
            return act.people
        case Decide():
            return act.commission
        case _:
            return ()


async def gather_seats(
    session: AsyncSession, sitting: Sitting, on: date, people: Iterable[UUID]
) -> Given:
    """Who of these people has a seat in the sitting, and of how many; who has lost it since."""
    await ids(session, "people", people)
    chambers = list(Chamber) if sitting.kind is Kind.JOINT else [Chamber(sitting.chamber)]
    office = {str(chamber): await in_office(session, chamber, on) for chamber in chambers}
    seats = {who: chamber for chamber, deputies in office.items() for who in deputies}
    body = None
    if sitting.body is not None:
        body = dict(await members(session, sitting.body, on))
        seats = dict.fromkeys(body, sitting.chamber)
    registered = {who for roll in sitting.rolls.values() for who in roll.people}
    return Given(
        in_office={chamber: len(deputies) for chamber, deputies in office.items()},
        members=body if body is None else len(body),
        chairs=tuple(who for who, role in (body or {}).items() if role is BodyRole.CHAIR),
        people={who: seats[who] for who in people if who in seats},
        gone=tuple(sorted(registered - seats.keys(), key=str)),
    )


async def place_of(session: AsyncSession, act: Plan) -> Place | None:
    if act.body is None:
        return None
    body = await bodies.load(session, (await ids(session, "bodies", [act.body]))[act.body])
    return Place(
        starts_on=body.starts_on, ends_on=body.ends_on, chamber=body.chamber, kind=body.body
    )


async def check_matters(session: AsyncSession, wanted: set[UUID]) -> None:
    """Raises UnknownReference, unless everything the agenda is about is on the record."""
    found = set(await session.scalars(select(Proceeding.uid).where(Proceeding.uid.in_(wanted))))
    for uid in sorted(wanted - found, key=str):
        raise UnknownReference("proceedings", uid)


def committees_of(sitting: Sitting | None, act: AnySittingAct | None) -> tuple[UUID, ...]:
    """Whose staff keep the sitting."""
    body = act.body if isinstance(act, Plan) else sitting and sitting.body
    return (body,) if body else ()


def matters_of(act: AnySittingAct) -> set[UUID]:
    """What an agenda is about: everybody reads it."""
    matters = {item.proceeding for item in act.items} if isinstance(act, Agenda) else set()
    return {uid for uid in matters if uid is not None}


SITTINGS = Room[Sitting, AnySittingAct, Given](
    noun="sittings",
    acts=TypeAdapter(AnySittingAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=lambda act: str(act.chamber) if isinstance(act, Plan) else None,
    committees=committees_of,
    bars=bars,
    names=matters_of,
)
