"""The Mazhilis on the record, as far as a matter of immunity needs it. Invented people."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.immunity.facts import Facts
from chamber.immunity.procedure import IMMUNITY
from chamber.law.sent import Sent
from chamber.record.journal import entries
from chamber.record.procedure import Done, do_act
from chamber.record.procedure.telling import fold, standing
from tests.appointments.seated import DAY, convoke, desk, opened, sitting
from tests.record.seated import seat

RECEIVED, FORWARDED, CONCLUDED = date(2026, 3, 16), date(2026, 3, 17), date(2026, 3, 20)
DESPITE = Sent(despite="қорытынды отырыста ауызша жарияланды")
TEXTS = {"kk": "Келісім берілсін.", "ru": "Дать согласие."}
DETENTION: dict[str, Any] = {"measure": "detention"}
CUSTODY: dict[str, Any] = {"measure": "custody"}


@dataclass
class Seated:
    """A chamber at an open sitting, and the deputy whose immunity it is about."""

    deputies: list[UUID]
    deputy: UUID
    plenary: UUID


async def seated(session: AsyncSession, registered: int = 97) -> Seated:
    deputies = await seat(session, "mazhilis", 98)
    await convoke(session)
    deputy = deputies[-1]
    await session.execute(
        text("""INSERT INTO person_name (person_id, starts_on, kk, ru, latin)
                SELECT id, '2023-03-29', 'Ерлан Сейітов', 'Ерлан Сеитов', 'Yerlan Seiitov'
                FROM proceeding WHERE uid = :deputy"""),
        {"deputy": deputy},
    )
    plenary = await sitting(session, "plenary", None, deputies[:registered])
    return Seated(deputies, deputy, plenary)


def act(kind: str, on: date = DAY, **told: Any) -> Any:
    return IMMUNITY.acts.validate_python({"kind": kind, "on": on, **told})


def submission(here: Seated, *measures: Any, on: date = RECEIVED, **more: Any) -> Any:
    told = {"chamber": "mazhilis", "deputy": here.deputy, "document": "№ 7"}
    return act("submission", on, measures=measures or [DETENTION], **told | more)


async def do(session: AsyncSession, case: UUID, asked: Any, sent: Sent | None = None) -> Done:
    return await do_act(IMMUNITY, desk(session), case, asked, sent or Sent())


async def asked_for(session: AsyncSession, here: Seated, *measures: Any) -> UUID:
    return await opened(session, IMMUNITY, submission(here, *measures))


def until_vote() -> list[Any]:
    return [
        act("forwarding", FORWARDED, document="№ 12"),
        act("conclusion", CONCLUDED, favours=True, text="Қорытынды"),
        act("told", CONCLUDED, sitting_on=DAY),
    ]


async def prepared(session: AsyncSession, here: Seated, *measures: Any) -> UUID:
    case = await asked_for(session, here, *measures)
    for one in until_vote():
        await do(session, case, one)
    return case


async def vote(
    session: AsyncSession, here: Seated, case: UUID, for_: int = 60, **more: Any
) -> Done:
    told = DETENTION | {"sitting": here.plenary, "method": "totals"} | more
    opening = await do(session, case, act("open_vote", **told))
    return await close(session, case, opening, for_)


async def close(session: AsyncSession, case: UUID, opening: Done, for_: int = 60) -> Done:
    assert opening.entry is not None
    which = opening.entry.read()["data"]["given"]["opening"]["vote"]
    totals = {"for": for_, "against": 2}
    return await do(session, case, act("close_vote", vote=which, totals=totals))


def resolution(decision: str = "consent", **more: Any) -> Any:
    return act("resolution", **DETENTION | {"decision": decision, "text": TEXTS} | more)


async def key_of(session: AsyncSession, uid: UUID) -> int:
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert isinstance(key, int)
    return key


async def facts(session: AsyncSession, uid: UUID) -> Facts:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await key_of(session, uid)
    told = await IMMUNITY.load(session, key)
    assert told == fold(IMMUNITY, standing(IMMUNITY, await entries(session, key)))
    return told
