"""A sitting on the record, as a clerk enters it act by act."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record.desk import Clerk, Desk
from chamber.record.journal import entries
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import fold, standing
from chamber.record.sittings.acts import AnySittingAct
from chamber.record.sittings.facts import Sitting
from chamber.record.sittings.procedure import SITTINGS

DAY = date(2026, 3, 4)
QUESTION = {"kk": "Есеп комиссиясын сайлау туралы", "ru": "Об избрании счетной комиссии"}


def desk(session: AsyncSession) -> Desk:
    clerk = Clerk(uuid4(), "Айгүл", Role.SECRETARIAT, chamber="mazhilis")
    return Desk(session=session, clerk=clerk, today=date(2026, 4, 1))


def act(kind: str, **told: Any) -> Any:
    return SITTINGS.acts.validate_python({"kind": kind, "on": DAY, **told})


def plan(sitting: str = "plenary", body: UUID | None = None, **told: Any) -> AnySittingAct:
    at = datetime(2026, 3, 4, 5, tzinfo=UTC)
    return act(  # type: ignore[no-any-return]
        "plan",
        **{"chamber": "mazhilis", "sitting": sitting, "body": body, "starts_at": at} | told,
        place="Мәжіліс залы",
    )


async def begin(session: AsyncSession, *acts: Any, opening: Any = None) -> UUID:
    done = await open_case(SITTINGS, desk(session), opening or plan(), Sent())
    assert done.proceeding is not None
    for one in acts:
        await do_act(SITTINGS, desk(session), done.proceeding.uid, one, Sent())
    return done.proceeding.uid


async def do(session: AsyncSession, uid: UUID, one: Any, sent: Sent | None = None) -> Done:
    return await do_act(SITTINGS, desk(session), uid, one, sent or Sent())


async def facts(session: AsyncSession, uid: UUID) -> Sitting:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    told = await SITTINGS.load(session, key)
    assert told == fold(SITTINGS, standing(SITTINGS, await entries(session, key)))
    return told


def whole_story(people: list[UUID], matter: UUID) -> list[Any]:
    """An act of every kind but cancel."""
    title = {"title": QUESTION}
    tally = {"for": 60, "against": 6, "abstained": 1}
    moved = datetime(2026, 3, 4, 6, tzinfo=UTC)
    return [
        act("agenda", items=[title]),
        act("reschedule", starts_at=moved, place="2-зал", reason="жөндеу"),
        act("agenda", items=[title, {**title, "proceeding": matter}]),
        act("register", present=people[:70], late=people[70:72], excused=people[72:75]),
        act("open"),
        act("agenda_adopted", version=2, tally=tally),
        act("decide", question=QUESTION, tally=tally, commission=people[:3]),
        act("item_opened", item=1),
        act("leave", people=people[:2], item=1),
        act("speech", item=1, speaker=people[5], speech="report"),
        act("speech", item=1, guest="Министр", speech="answer"),
        act("decide", question=QUESTION, tally={"for": 49, "against": 3}, rule="A57-8.02", item=1),
        act("item_closed", item=1),
        act("leave", people=people[:1]),
        act("arrive", people=people[72:73]),
        act("item_opened", item=2),
        act("register", item=2, count=66),
        act("item_closed", item=2),
        act("close"),
        act("minutes", text="Отырыстың хаттамасы", source="№ 3"),
    ]


async def fix(session: AsyncSession, uid: UUID, entry: int, right: dict[str, Any]) -> None:
    correction = Correction(on=DAY, entry=entry, act=right, reason="теру қатесі")
    await correct(SITTINGS, desk(session), uid, correction, Sent())
