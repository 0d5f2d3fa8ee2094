"""The Mazhilis on the record, as far as a report needs it. Invented people."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.sent import Sent
from chamber.record.journal import entries
from chamber.record.procedure import Done, do_act
from chamber.record.procedure.telling import fold, standing
from chamber.reports.facts import Facts
from chamber.reports.procedure import REPORTS
from tests.appointments.seated import DAY, candidate, convoke, desk, opened, sitting
from tests.record.seated import form, seat

FILED = date(2026, 3, 2)
DESPITE = Sent(despite="хаттамадан кейін анықталды")
TEXTS = {"kk": "Тыңдалсын.", "ru": "Заслушать."}
HANDS = {"for": 60, "against": 3}
LIMITS = {"rapporteur": 10, "report": 30, "questions": 40}


@dataclass
class Seated:
    """A chamber at an open sitting, a commission of initiators, and a minister."""

    deputies: list[UUID]
    plenary: UUID
    commission: UUID
    minister: UUID


async def seated(session: AsyncSession, registered: int = 98) -> Seated:
    deputies = await seat(session, "mazhilis", 98)
    await convoke(session)
    return Seated(
        deputies=deputies,
        plenary=await sitting(session, "plenary", None, deputies[:registered]),
        commission=await form(session, deputies[3:8], "commission"),
        minister=await candidate(session, "Тимур Ыбыраев"),
    )


def act(kind: str, on: date = DAY, **told: Any) -> Any:
    return REPORTS.acts.validate_python({"kind": kind, "on": on, **told})


def initiative(here: Seated, signed: int = 33, **more: Any) -> Any:
    told: dict[str, Any] = {
        "chamber": "mazhilis", "member": here.minister, "office": "Қаржы министрі",
        "subject": "Бюджеттің атқарылуы", "signatures": here.deputies[:signed],
    }  # fmt: skip
    return act("initiative", **{"on": FILED} | told | more)


async def do(session: AsyncSession, case: UUID, asked: Any, sent: Sent | None = None) -> Done:
    return await do_act(REPORTS, desk(session), case, asked, sent or Sent())


async def vote(
    session: AsyncSession, here: Seated, case: UUID, about: str, for_: int, **more: Any
) -> Done:
    sent = more.pop("sent", None)
    opening = act("open_vote", about=about, sitting=here.plenary, method="totals", **more)
    done = await do(session, case, opening, sent)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    return await do(
        session, case, act("close_vote", vote=which, totals={"for": for_, "against": 2})
    )


def resolution(about: str, **more: Any) -> Any:
    told: dict[str, Any] = {"heard_on": DAY, "limits": LIMITS} if about == "hear" else {}
    return act("resolution", about=about, text=TEXTS, **told | more)


def decisions(here: Seated) -> list[Any]:
    """The rapporteur, the commission, and a notice that was received."""
    there: dict[str, Any] = {"sitting": here.plenary, "tally": HANDS}
    return [
        act("rapporteur", deputy=here.deputies[1], **there),
        act("commission", body=here.commission, **there),
        act("notification", in_writing=True, states_decision=True, day=DAY, document="№ 3"),
        act("receipt", notification=1, received_on=DAY, proof="Қолы"),
        act("access", granted=True, documents="Анықтама"),
    ]


def steps(here: Seated) -> list[Any]:
    """From the opening word to the end of the debate."""
    there: dict[str, Any] = {"sitting": here.plenary}
    return [
        act("opening_word", **there),
        act("attendance", came=True, **there),
        act("reasons", speaker=here.deputies[1], **there),
        act("report", minutes=25, **there),
        act("question", deputy=here.deputies[9], text="Неге?", **there),
        act("opinion", deputy=here.deputies[9], for_group="Ауыл", **there),
        act("question_received", about="take_note", deputy=here.deputies[9], **there),
        act("question_received", about="appeal", laws=["Бюджет кодексі"], **there),
        act("debate_closed", **there),
    ]


async def prepared(session: AsyncSession, here: Seated) -> UUID:
    case = await opened(session, REPORTS, initiative(here))
    await vote(session, here, case, "hear", 60)
    for one in (resolution("hear"), *decisions(here)):
        await do(session, case, one)
    return case


async def heard(session: AsyncSession, here: Seated) -> UUID:
    case = await prepared(session, here)
    for one in steps(here):
        await do(session, case, one)
    return case


async def appealed(session: AsyncSession, here: Seated) -> UUID:
    """Both questions adopted and resolved, and the appeal sent."""
    case = await heard(session, here)
    for about in ("take_note", "appeal"):
        await vote(session, here, case, about, 70)
        await do(session, case, resolution(about))
    await do(session, case, act("appeal_sent", document="№ 9"))
    return case


async def facts(session: AsyncSession, uid: UUID) -> Facts:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert key is not None
    told = await REPORTS.load(session, key)
    assert told == fold(REPORTS, standing(REPORTS, await entries(session, key)))
    return told
