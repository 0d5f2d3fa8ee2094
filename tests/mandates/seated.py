"""The Mazhilis on the record, as far as a matter of mandates needs it. Invented people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.sent import Occurred, Sent
from chamber.law.terms import ASTANA
from chamber.mandates.facts import Facts
from chamber.mandates.procedure import MANDATES
from chamber.record.journal import entries
from chamber.record.people.facts import MandateHeld
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import Done, do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import fold, standing
from chamber.record.sittings.procedure import SITTINGS
from tests.appointments.seated import convoke, desk, opened
from tests.record.seated import seat

DAY = date(2026, 3, 25)
NEXT = date(2026, 3, 26)
SOURCE = Sent(occurred=Occurred(source="Стенограмма"))
DESPITE = Sent(despite="Палата солай шешті")

NAMED = """INSERT INTO person_name (person_id, starts_on, kk, ru, latin)
           SELECT id, '2023-01-01', 'Айдос', 'Айдос', 'Aidos' FROM person"""


@dataclass
class Seated:
    """A chamber of 98 deputies at an open plenary sitting."""

    deputies: list[UUID]
    plenary: UUID

    @property
    def deputy(self) -> UUID:
        """Elected by a party's list."""
        return self.deputies[-2]


async def seated(session: AsyncSession, registered: int = 98, on: date = DAY) -> Seated:
    deputies = await seat(session, "mazhilis", 95)
    await session.execute(text(NAMED))
    await convoke(session)
    # These are told by their acts, as everybody is: their records can be put right.
    deputies += [await enter(session, basis) for basis in ("list", "list", "single_mandate")]
    return Seated(deputies, await plenary(session, deputies[:registered], on))


async def enter(session: AsyncSession, basis: str, chamber: str = "mazhilis") -> UUID:
    called = {"kk": "Ерлан Сейітов", "ru": "Ерлан Сеитов", "latin": "Yerlan Seiitov"}
    began = date(2023, 3, 29)
    person = {"kind": "person", "on": began, "name": called}
    who = await opened(session, PEOPLE, PEOPLE.acts.validate_python(person))
    told = {"kind": "mandate", "on": began, "convocation": 8, "basis": basis, "chamber": chamber}
    mandate = PEOPLE.acts.validate_python(told)
    await do_act(PEOPLE, desk(session, chamber), who, mandate, Sent())
    return who


async def plenary(session: AsyncSession, present: Sequence[UUID], on: date) -> UUID:
    def act(kind: str, **told: Any) -> Any:
        return SITTINGS.acts.validate_python({"kind": kind, "on": on, **told})

    starts_at = datetime(on.year, on.month, on.day, 10, tzinfo=ASTANA)
    plan = act("plan", chamber="mazhilis", sitting="plenary", place="Астана", starts_at=starts_at)
    uid = await opened(session, SITTINGS, plan)
    for one in (act("register", present=present), act("open")):
        await do_act(SITTINGS, desk(session), uid, one, Sent())
    return uid


def act(kind: str, on: date = DAY, **told: Any) -> Any:
    return MANDATES.acts.validate_python({"kind": kind, "on": on, **told})


def matter(deputy: UUID, ground: str = "resigned", on: date = DAY, **more: Any) -> Any:
    told = {"chamber": "mazhilis", "happened_on": on, "set_off_by": "deputy", "document": "№ 1"}
    return act("matter", on, deputy=deputy, ground=ground, **(told | more))


def resolution(decision: str = "end_powers", on: date = DAY, **more: Any) -> Any:
    return act("resolution", on, decision=decision, text={"kk": "Қ", "ru": "П"}, **more)


async def begun(session: AsyncSession, deputy: UUID, ground: str = "resigned", **more: Any) -> UUID:
    return await opened(session, MANDATES, matter(deputy, ground, **more))


async def do(session: AsyncSession, case: UUID, asked: Any, sent: Sent | None = None) -> Done:
    return await do_act(MANDATES, desk(session), case, asked, sent or Sent())


async def vote(
    session: AsyncSession, here: Seated, case: UUID, *, for_: int = 60, against: int = 2,
    on: date = DAY,
) -> Done:  # fmt: skip
    opening = act("open_vote", on, sitting=here.plenary, method="totals")
    done = await do(session, case, opening)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    closing = act("close_vote", on, vote=which, totals={"for": for_, "against": against})
    return await do(session, case, closing)


async def ended(
    session: AsyncSession, here: Seated, deputy: UUID | None = None, on: date = DAY, **more: Any
) -> UUID:
    """The powers of a deputy who has resigned, ended as the law asks."""
    case = await begun(session, deputy or here.deputy, on=on)
    await do(session, case, act("conclusion", on, favours=True, document="№ 2"))
    await vote(session, here, case, on=on)
    await do(session, case, resolution(on=on, **more))
    return case


async def put_right(session: AsyncSession, case: UUID, entry: int, told: Any) -> Done:
    act = None if told is None else told.model_dump(mode="json")
    slip = Correction(on=DAY, entry=entry, act=act, reason="хаттама бойынша")
    return await correct(MANDATES, desk(session), case, slip, Sent())


async def key_of(session: AsyncSession, uid: UUID) -> int:
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert isinstance(key, int)
    return key


async def facts(session: AsyncSession, case: UUID) -> Facts:
    """The facts as the rows tell them, which is as the journal tells them, and lawfully so."""
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    await session.execute(text("SET CONSTRAINTS ALL DEFERRED"))
    key = await key_of(session, case)
    told = await MANDATES.load(session, key)
    assert told == fold(MANDATES, standing(MANDATES, await entries(session, key)))
    return told


async def mandate(session: AsyncSession, deputy: UUID) -> MandateHeld:
    return (await PEOPLE.load(session, await key_of(session, deputy))).mandates[-1]


async def kinds(session: AsyncSession, case: UUID) -> list[str]:
    return [entry.kind for entry in await entries(session, await key_of(session, case))]
