"""What an act of a hearing needs to know of the rest of the record, before it is judged."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.acts import (
    AnyAct,
    Arrive,
    Begin,
    Commission,
    Decision,
    FormDecided,
    Invitation,
    Leave,
    Proposal,
    Register,
    Reschedule,
)
from chamber.hearings.facts import Given, Hearing, Organiser, Plenary
from chamber.hearings.tables.board import AnnouncedRow
from chamber.law.seats import Chamber
from chamber.law.terms import local_day
from chamber.record.bodies.tables import BodyRow
from chamber.record.booked import take_calendar
from chamber.record.people.acts import BodyRole
from chamber.record.people.roll import in_office, members
from chamber.record.proceedings import UnknownReference, ids
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.meanwhile import days_of_the_chambers, of_the_chambers_on
from chamber.record.sittings.seating import hall

LOOKED_AHEAD = timedelta(days=92)


async def gather(
    session: AsyncSession, facts: Hearing | None, act: AnyAct, before: Given | None
) -> Given:
    """`before`: what was given to the act when it was first done, if it is judged again."""
    told = await there(session, facts, act)
    if isinstance(act, Proposal) and act.linked is not None and before is None:
        await check_linked(session, act.linked)
    if isinstance(act, Decision | FormDecided) and act.sitting is not None:
        told |= await in_hall(session, act, await hall(session, act.sitting, act.on))
    if (day := day_of(facts, act)) is not None:
        if before is None:
            await take_calendar(session)
        told |= await in_calendar(session, act.on, day)
    return Given(**told)


async def there(session: AsyncSession, facts: Hearing | None, act: AnyAct) -> dict[str, Any]:
    """What does not depend on the hour: bodies and people, as they stood on the act's day."""
    told: dict[str, Any] = {}
    match act:
        case Proposal():
            told["organisers"] = await bodies(session, act.organisers, act.on)
        case Decision() | FormDecided() | Begin() if facts is not None:
            told["organisers"] = await bodies(session, facts.organisers, act.on)
        case Invitation():
            await ids(session, "bodies", [act.decided_by])
        case Commission():
            (told["commission"],) = await bodies(session, [act.commission], act.on)
    if people := named(act):
        told["deputies"] = await deputies(session, people, act.on)
    if isinstance(act, Register) and facts is not None:
        told["in_office"] = len(await in_office(session, facts.chamber, act.on))
    return told


def named(act: AnyAct) -> tuple[UUID, ...]:
    match act:
        case Register() | Arrive():
            return (*act.deputies, *act.other_chamber)
        case Leave():
            return act.deputies
        case Begin():
            return (act.chair,)
        case _:
            return ()


def day_of(facts: Hearing | None, act: AnyAct) -> date | None:
    """The day of the hearing, for acts that put it there or hold it."""
    match act:
        case Decision() | Reschedule():
            return local_day(act.starts_at)
        case Begin():
            return local_day(facts.starts_at) if facts and facts.starts_at else act.on
        case _:
            return None


async def in_hall(session: AsyncSession, act: AnyAct, there: Hall) -> dict[str, Any]:
    """A sitting; and how many members the body has that sits there, and who is in its chair."""
    if there.body is None:
        return {"hall": there}
    body = await members(session, there.body, act.on)
    chairs = tuple(who for who, role in body if role is BodyRole.CHAIR)
    return {"hall": there, "members": len(body), "chairs": chairs}


async def in_calendar(session: AsyncSession, on: date, day: date) -> dict[str, Any]:
    """What stands on the day of the hearing, and on which days nothing can be put either."""
    until = max(on, day) + LOOKED_AHEAD
    return {
        "day": day,
        "plenaries": await plenaries(session, day),
        "plenary_days": await days_of_the_chambers(session, on, until),
    }


async def plenaries(session: AsyncSession, day: date) -> tuple[Plenary, ...]:
    return tuple(
        Plenary(sitting=uid, chamber=chamber, joint=joint, as_of=version)
        for uid, chamber, joint, version in await of_the_chambers_on(session, day)
    )


async def bodies(session: AsyncSession, wanted: Iterable[UUID], on: date) -> tuple[Organiser, ...]:
    """Whose they are, of which kind, and who chairs them. Raises UnknownReference."""
    keys = await ids(session, "bodies", wanted)
    return tuple([await body(session, uid, keys[uid], on) for uid in wanted])


async def body(session: AsyncSession, uid: UUID, key: int, on: date) -> Organiser:
    row = await session.get_one(BodyRow, key, populate_existing=True)
    sitting_there = await members(session, uid, on)
    return Organiser(
        body=uid,
        chamber=row.chamber,
        kind=row.kind,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        chairs=tuple(who for who, role in sitting_there if role is BodyRole.CHAIR),
    )


async def deputies(session: AsyncSession, people: Iterable[UUID], on: date) -> dict[UUID, str]:
    """Those of them who are deputies on that day, each with the Chamber."""
    await ids(session, "people", people)
    seats = {
        who: str(chamber) for chamber in Chamber for who in await in_office(session, chamber, on)
    }
    return {who: seats[who] for who in people if who in seats}


async def check_linked(session: AsyncSession, linked: UUID) -> None:
    """What is not public answers as what is not there, whoever asks."""
    query = select(AnnouncedRow.id).where(AnnouncedRow.uid == linked)
    if await session.scalar(query) is None:
        raise UnknownReference("hearings", linked)
