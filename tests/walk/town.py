"""The people and the bodies of one era on the record: all invented, each entered by its own act."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record.bodies.procedure import BODIES
from chamber.record.convocations.procedure import CONVOCATIONS
from chamber.record.desk import Clerk, Desk
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.room import Room
from chamber.rooms import ROOMS
from tests.walk.eras import Era
from tests.walk.model_house import House, Mandate

AnyRoom = Room[Any, Any, Any]
TODAY = date(2027, 1, 4)  # Nothing of the walk is in the future.
ACCOUNT = uuid5(UUID(int=57), "walk")
CHAMBERS = ("mazhilis", "senate")
MINISTERS = 3
SPARE = 4  # People who may become deputies where a seat falls vacant.


def desk(session: AsyncSession, chamber: str, *, dry_run: bool = False) -> Desk:
    clerk = Clerk(ACCOUNT, "Айгүл", Role.SECRETARIAT, chamber=chamber)
    return Desk(session=session, clerk=clerk, today=TODAY, rooms=ROOMS, dry_run=dry_run)


@dataclass
class Town:
    """Whom and what the acts of a walk may name."""

    era: Era
    houses: dict[str, House]
    deputies: dict[str, list[UUID]] = field(default_factory=dict)  # In the order of their entry.
    ministers: list[UUID] = field(default_factory=list)
    spare: list[UUID] = field(default_factory=list)
    commissions: dict[str, list[UUID]] = field(default_factory=dict)
    factions: dict[str, UUID] = field(default_factory=dict)


async def build_town(session: AsyncSession, era: Era) -> Town:
    town = Town(era, {chamber: House(chamber) for chamber in CHAMBERS})
    for chamber in CHAMBERS:
        await convoke(session, era, chamber)
        town.deputies[chamber] = await seat(session, town, chamber)
        await form_bodies(session, town, chamber)
    town.ministers = [await person(session, f"Министр {n}", era) for n in range(MINISTERS)]
    town.spare = [await person(session, f"Жаңа {n}", era) for n in range(SPARE)]
    await session.commit()
    return town


async def opened(session: AsyncSession, room: AnyRoom, whose: str, **told: Any) -> UUID:
    done = await open_case(room, desk(session, whose), act_of(room, told), Sent())
    assert done.proceeding is not None
    return done.proceeding.uid


async def did(session: AsyncSession, room: AnyRoom, whose: str, uid: UUID, **told: Any) -> None:
    await do_act(room, desk(session, whose), uid, act_of(room, told), Sent())


def act_of(room: AnyRoom, told: dict[str, Any]) -> Act:
    read: Act = room.acts.validate_python(told)
    return read


async def convoke(session: AsyncSession, era: Era, chamber: str) -> None:
    await opened(
        session, CONVOCATIONS, chamber, kind="convocation", on=era.convoked, chamber=chamber,
        number=era.convocation,
    )  # fmt: skip


async def person(session: AsyncSession, name: str, era: Era) -> UUID:
    names = {"kk": name, "ru": name, "latin": name}
    return await opened(session, PEOPLE, "mazhilis", kind="person", on=era.convoked, name=names)


async def seat(session: AsyncSession, town: Town, chamber: str) -> list[UUID]:
    era, people = town.era, []
    bases = era.bases[chamber]
    for number in range(era.deputies[chamber]):
        who = await person(session, f"{chamber} {number}", era)
        basis = bases[1] if number % 10 == 9 else bases[0]
        await did(
            session, PEOPLE, chamber, who, kind="mandate", on=era.convoked, chamber=chamber,
            convocation=era.convocation, basis=basis,
        )  # fmt: skip
        town.houses[chamber].mandates[who] = Mandate(era.convoked, basis)
        people.append(who)
    return people


async def form_bodies(session: AsyncSession, town: Town, chamber: str) -> None:
    """Commissions of which one stands, one has an outsider, one is empty; and a faction."""
    deputies, house = town.deputies[chamber], town.houses[chamber]
    members: Sequence[Sequence[UUID]] = (deputies[1:4], (*deputies[4:6], deputies[-1]), ())
    town.commissions[chamber] = []
    for people in members:
        body = await form(session, town.era, chamber, "commission", people)
        house.commissions[body] = frozenset(people)
        town.commissions[chamber].append(body)
    committee = await form(session, town.era, chamber, "committee", deputies[1:3])
    town.commissions[chamber].append(committee)  # Which is no commission.
    town.factions[chamber] = await form(session, town.era, chamber, "faction", deputies[1:30])


async def form(
    session: AsyncSession, era: Era, chamber: str, kind: str, people: Sequence[UUID]
) -> UUID:
    names = {"kk": f"{kind} {chamber}", "ru": f"{kind} {chamber}", "latin": f"{kind} {chamber}"}
    body = await opened(
        session, BODIES, chamber, kind="body", on=era.convoked, chamber=chamber, body=kind,
        name=names, convocation=era.convocation,
    )  # fmt: skip
    for who in people:
        await did(session, PEOPLE, chamber, who, kind="membership", on=era.convoked, body=body)
    return body


def hour(day: date, nth: int) -> datetime:
    return datetime(day.year, day.month, day.day, 4 + nth, tzinfo=UTC)
