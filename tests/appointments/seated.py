"""The Mazhilis on the record, as far as an appointment needs it. Invented people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.facts import Facts
from chamber.appointments.procedure import APPOINTMENTS
from chamber.law.act import Act
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record.desk import Clerk, Desk
from chamber.record.journal import entries
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.room import Room
from chamber.record.procedure.telling import fold, standing
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.record.seated import form, seat

DAY = date(2026, 3, 25)
TODAY = date(2026, 4, 1)
NAMES = ("Айдос Бекенов", "Сәуле Жүнісова", "Тимур Ыбыраев", "Ләззат Өмірова")


def desk(session: AsyncSession, chamber: str = "mazhilis", *, dry_run: bool = False) -> Desk:
    clerk = Clerk(uuid4(), "Айгүл", Role.SECRETARIAT, chamber=chamber)
    return Desk(session=session, clerk=clerk, today=TODAY, rooms=ROOMS, dry_run=dry_run)


@dataclass
class Seated:
    """A chamber with its Chair, a committee, two open sittings, and people to appoint."""

    deputies: list[UUID]
    chair: UUID
    committee: UUID
    committee_sitting: UUID
    plenary: UUID
    candidates: list[UUID]


async def seated(session: AsyncSession, registered: int = 98) -> Seated:
    deputies = await seat(session, "mazhilis", 98)
    committee = await form(session, deputies[1:12])
    await convoke(session)
    await chair(session, deputies[0])
    return Seated(
        deputies=deputies,
        chair=deputies[0],
        committee=committee,
        committee_sitting=await sitting(session, "committee", committee, deputies[1:10]),
        plenary=await sitting(session, "plenary", None, deputies[:registered]),
        candidates=[await candidate(session, name) for name in NAMES],
    )


async def convoke(session: AsyncSession) -> None:
    uid = uuid4()
    for statement in (
        "INSERT INTO proceeding (uid, noun, number) VALUES (:uid, 'convocations', 'c/8')",
        """INSERT INTO convocation (id, chamber, number, starts_on)
           SELECT id, 'mazhilis', 8, '2023-03-29' FROM proceeding WHERE uid = :uid""",
    ):
        await session.execute(text(statement), {"uid": uid})


async def chair(session: AsyncSession, who: UUID) -> None:
    statement = """INSERT INTO post (person_id, starts_on, chamber, post)
                   SELECT id, '2023-04-01', 'mazhilis', 'chair' FROM proceeding WHERE uid = :who"""
    await session.execute(text(statement), {"who": who})


async def candidate(session: AsyncSession, name: str) -> UUID:
    told = {"kind": "person", "on": DAY, "name": {"kk": name, "ru": name, "latin": name}}
    return await opened(session, PEOPLE, PEOPLE.acts.validate_python(told))


async def sitting(
    session: AsyncSession, kind: str, body: UUID | None, present: Sequence[UUID]
) -> UUID:
    def act(kind: str, **told: Any) -> Any:
        return SITTINGS.acts.validate_python({"kind": kind, "on": DAY, **told})

    earlier = await session.scalar(text("SELECT count(*) FROM sitting")) or 0
    plan = act(
        "plan", chamber="mazhilis", sitting=kind, body=body, place="Астана",
        starts_at=datetime(2026, 3, 25, 5 + earlier, tzinfo=UTC),
    )  # fmt: skip
    uid = await opened(session, SITTINGS, plan)
    for one in (act("register", present=present), act("open")):
        await do_act(SITTINGS, desk(session), uid, one, Sent())
    return uid


async def elect(session: AsyncSession, uid: UUID, commission: Sequence[UUID]) -> None:
    """Those who count a secret vote."""
    told = {
        "kind": "decide", "on": DAY, "commission": commission, "tally": {"for": 66, "against": 0},
        "question": {"kk": "Есеп комиссиясын сайлау", "ru": "Избрание счетной комиссии"},
    }  # fmt: skip
    await do_act(SITTINGS, desk(session), uid, SITTINGS.acts.validate_python(told), Sent())


async def opened(
    session: AsyncSession, room: Room[Any, Any, Any], act: Act, sent: Sent | None = None
) -> UUID:
    chamber = room.chamber(act) or "mazhilis"
    done = await open_case(room, desk(session, chamber), act, sent or Sent())
    assert done.proceeding is not None
    return done.proceeding.uid


def act(kind: str, on: date = DAY, **told: Any) -> Any:
    return APPOINTMENTS.acts.validate_python({"kind": kind, "on": on, **told})


def submission(here: Seated, *people: UUID, **more: Any) -> Any:
    told: dict[str, Any] = {
        "chamber": "mazhilis", "body": "constitutional_court", "submitted_by": here.chair,
        "candidates": [{"person": one} for one in people or here.candidates[:3]],
        "document": "№ 1", "committee": here.committee,
    }  # fmt: skip
    return act("submission", **told | more)


async def do(session: AsyncSession, case: UUID, asked: Any, sent: Sent | None = None) -> Done:
    return await do_act(APPOINTMENTS, desk(session), case, asked, sent or Sent())


def until_vote(here: Seated, number: int = 1) -> list[Any]:
    """What comes before the vote on a candidate."""
    return [
        act(
            "conclusion", candidates=[number], sitting=here.committee_sitting, recommends=True,
            tally={"for": 9, "against": 0}, text="Кандидатура ұсынылды",
        ),
        act("announcement", candidate=number, sitting=here.plenary),
    ]  # fmt: skip


async def vote(
    session: AsyncSession, here: Seated, case: UUID, number: int = 1, for_: int = 60
) -> Done:
    opening = act("open_vote", candidates=[number], sitting=here.plenary, method="totals")
    done = await do(session, case, opening)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    return await do(
        session, case, act("close_vote", vote=which, totals={"for": for_, "against": 2})
    )


async def voted(
    session: AsyncSession, here: Seated, case: UUID, number: int = 1, for_: int = 60
) -> Done:
    for one in until_vote(here, number):
        await do(session, case, one)
    return await vote(session, here, case, number, for_)


def resolution(number: int = 1, **more: Any) -> Any:
    told: dict[str, Any] = {
        "candidates": [number], "decision": "appoint",
        "text": {"kk": "Тағайындалсын.", "ru": "Назначить."},
    }  # fmt: skip
    return act("resolution", **told | more)


async def facts(session: AsyncSession, uid: UUID) -> Facts:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert key is not None
    told = await APPOINTMENTS.load(session, key)
    assert told == fold(APPOINTMENTS, standing(APPOINTMENTS, await entries(session, key)))
    return told
