"""A chamber's people, entered through the same acts as a clerk would use."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act
from chamber.law.roles import Role
from chamber.law.ruling import Ruling
from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.law.text import Name
from chamber.record.bodies.acts import Body, BodyKind
from chamber.record.bodies.procedure import BODIES
from chamber.record.convocations.procedure import CONVOCATIONS
from chamber.record.desk import Clerk, Desk
from chamber.record.people.acts import Basis, BodyRole, Mandate, Membership, Office, Person, Post
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.room import Room

TODAY = date(2026, 4, 1)
BEGUN = date(2023, 3, 29)  # The first day of the VIII Mazhilis.
DAY = date(2026, 3, 4)
ROOMS = {room.noun: room for room in (PEOPLE, BODIES, CONVOCATIONS)}
HERE = Sent()


def named(kk: str = "Әбенов Асқар", ru: str = "Абенов Аскар", latin: str = "Abenov Askar") -> Name:
    return Name(kk=kk, ru=ru, latin=latin)


def desk(session: AsyncSession, chamber: str | None) -> Desk:
    clerk = Clerk(account=None, name="A clerk", role=Role.SECRETARIAT, chamber=chamber)
    return Desk(session=session, clerk=clerk, today=TODAY, rooms=ROOMS)


async def opened(
    session: AsyncSession, room: Room[Any, Any, Any], act: Act, sent: Sent = HERE
) -> UUID:
    done = await open_case(room, desk(session, room.chamber(act)), act, sent)
    assert done.proceeding is not None
    return done.proceeding.uid


async def done(
    session: AsyncSession,
    room: Room[Any, Any, Any],
    uid: UUID,
    act: Act,
    *,
    sent: Sent = HERE,
    chamber: str = "mazhilis",
) -> Ruling:
    return (await do_act(room, desk(session, chamber), uid, act, sent)).ruling


async def person(session: AsyncSession, name: Name | None = None) -> UUID:
    return await opened(session, PEOPLE, Person(on=BEGUN, name=name or named()))


async def deputy(session: AsyncSession, name: Name | None = None, on: date = BEGUN) -> UUID:
    """A deputy of the VIII Mazhilis."""
    uid = await person(session, name)
    await done(session, PEOPLE, uid, mandate(on))
    return uid


async def body(
    session: AsyncSession, kind: BodyKind = BodyKind.FACTION, name: Name | None = None
) -> UUID:
    return await opened(session, BODIES, forming(kind, name))


async def joined(
    session: AsyncSession,
    who: UUID,
    where: UUID,
    role: BodyRole = BodyRole.MEMBER,
    on: date = BEGUN,
) -> Ruling:
    return await done(session, PEOPLE, who, Membership(on=on, body=where, role=role))


def mandate(on: date = BEGUN, **more: Any) -> Mandate:
    told = {"chamber": Chamber.MAZHILIS, "convocation": 8, "basis": Basis.LIST, **more}
    return Mandate(on=on, **told)


def senator(on: date = DAY, **more: Any) -> Mandate:
    told = {"chamber": Chamber.SENATE, "convocation": 8, "basis": Basis.ELECTED, **more}
    return Mandate(on=on, **told)


def post(office: Office = Office.CHAIR, on: date = DAY, **more: Any) -> Post:
    return Post(on=on, post=office, **({"chamber": Chamber.MAZHILIS} | more))


def forming(
    kind: BodyKind = BodyKind.FACTION, name: Name | None = None, on: date = BEGUN, **more: Any
) -> Body:
    told = {"chamber": Chamber.MAZHILIS, "convocation": 8, **more}
    return Body(on=on, body=kind, name=name or named("Amanat", "Amanat", "Amanat"), **told)
