"""The Mazhilis on the record, as far as a hearing needs it. Invented people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.facts import Hearing
from chamber.hearings.procedure import HEARINGS
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record.desk import Clerk, Desk
from chamber.record.journal import entries
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.telling import fold, standing
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.record.seated import seat

DAY = date(2026, 3, 2)  # On which the Bureau decides.
NOTICE_DAY = date(2026, 3, 10)
HELD = date(2026, 3, 25)
LATER = date(2026, 3, 27)
TODAY = date(2026, 4, 1)
PLACE = "Мәжіліс үйі, 2-зал"
TOPIC = {"kk": "Су тапшылығы туралы", "ru": "О нехватке воды"}
HERE = Sent()


def both(words: str) -> dict[str, str]:
    """In both languages, so that one is not taken for the other."""
    return {"kk": words, "ru": f"{words} (по-русски)"}


def at(day: date, hour: int = 5) -> datetime:
    """By default ten o'clock in Astana."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@dataclass
class House:
    deputies: list[UUID]
    senators: list[UUID]
    bureau: UUID
    committee: UUID
    commission: UUID
    bureau_sitting: UUID

    @property
    def chair(self) -> UUID:
        """Of the committee."""
        return self.deputies[20]


async def house(session: AsyncSession) -> House:
    deputies = await seat(session, "mazhilis", 98)
    senators = await seat(session, "senate", 5)
    bureau = await body(session, "bureau", deputies[:15])
    return House(
        deputies=deputies,
        senators=senators,
        bureau=bureau,
        committee=await body(session, "committee", deputies[20:31]),
        commission=await body(session, "commission", deputies[31:40]),
        bureau_sitting=await sitting_of(session, "bureau", bureau, deputies[:12]),
    )


async def body(session: AsyncSession, kind: str, people: Sequence[UUID]) -> UUID:
    """A body of the Mazhilis; the first of its members is in the chair."""
    uid = uuid4()
    for statement in (
        "INSERT INTO proceeding (uid, noun, number) VALUES (:body, 'bodies', 'b/' || :kind)",
        """INSERT INTO body (id, chamber, kind, kk, ru, latin, convocation, starts_on)
           SELECT id, 'mazhilis', :kind, 'Комитет', 'Комитет', 'Committee', 8, '2023-04-01'
           FROM proceeding WHERE uid = :body""",
        """INSERT INTO membership (person_id, body_id, chamber, body_kind, role, starts_on)
           SELECT p.id, b.id, 'mazhilis', :kind,
                  CASE WHEN p.uid = :chair THEN 'chair' ELSE 'member' END, '2023-04-01'
           FROM proceeding AS p, proceeding AS b
           WHERE p.uid = ANY (CAST(:people AS uuid[])) AND b.uid = :body""",
    ):
        told = {"people": list(people), "kind": kind, "body": uid, "chair": people[0]}
        used = {name: told[name] for name in told if f":{name}" in statement}
        await session.execute(text(statement), used)
    return uid


def desk(session: AsyncSession, chamber: str = "mazhilis", today: date = TODAY) -> Desk:
    clerk = Clerk(uuid4(), "Айгүл", Role.SECRETARIAT, chamber=chamber)
    return Desk(session=session, clerk=clerk, today=today, rooms=ROOMS)


async def sitting_of(
    session: AsyncSession, kind: str, of: UUID, present: Sequence[UUID], on: date = DAY
) -> UUID:
    uid = await planned(session, on, kind, of=of)
    for told in ({"kind": "register", "present": list(present)}, {"kind": "open"}):
        one = SITTINGS.acts.validate_python({"on": on, **told})
        await do_act(SITTINGS, desk(session), uid, one, HERE)
    return uid


def plan(
    day: date, kind: str = "plenary", chamber: str = "mazhilis", of: UUID | None = None
) -> Any:
    return SITTINGS.acts.validate_python(
        {
            "kind": "plan", "on": DAY, "chamber": chamber, "sitting": kind, "body": of,
            "starts_at": at(day, 9), "place": "Үлкен зал",
        }
    )  # fmt: skip


async def planned(
    session: AsyncSession,
    day: date,
    kind: str = "plenary",
    chamber: str = "mazhilis",
    *,
    of: UUID | None = None,
    sent: Sent = HERE,
) -> UUID:
    done = await open_case(SITTINGS, desk(session, chamber), plan(day, kind, chamber, of), sent)
    assert done.proceeding is not None
    return done.proceeding.uid


def act(kind: str, on: date = DAY, **told: Any) -> Any:
    return HEARINGS.acts.validate_python({"kind": kind, "on": on, **told})


def proposal(here: House, **more: Any) -> Any:
    told: dict[str, Any] = {"chamber": "mazhilis", "topic": TOPIC, "organisers": [here.committee]}
    return act("proposal", **told | more)


def decision(here: House, day: date = HELD, **more: Any) -> Any:
    told: dict[str, Any] = {
        "sitting": here.bureau_sitting, "tally": {"for": 10, "against": 1}, "form": "open",
        "starts_at": at(day), "place": both(PLACE),
    }  # fmt: skip
    return act("decision", **told | more)


def notice(on: date = NOTICE_DAY, day: date = HELD, **more: Any) -> Any:
    told: dict[str, Any] = {
        "sent_at": at(on), "channel": "Казинформ", "text": "Тыңдау өтеді", "topic": TOPIC["kk"],
        "starts_at": at(day), "place": PLACE,
    }  # fmt: skip
    return act("notice", on, **told | more)


def prepared(here: House) -> list[Any]:
    """All that comes before a hearing begins."""
    guests = [{"name": "Ерлан Сейітов", "of": "Су шаруашылығы қоры", "capacity": "association"}]
    return [
        decision(here),
        act("commission", commission=here.commission, resolution="№ 5"),
        act("invitation", decided_by=here.committee, guests=guests),
        notice(),
    ]


def begin(here: House, on: date = HELD) -> Any:
    return act("begin", on, chair=here.chair, admitted=["media", "public"])


async def opened(session: AsyncSession, first: Any, sent: Sent = HERE) -> UUID:
    done = await open_case(HEARINGS, desk(session), first, sent)
    assert done.proceeding is not None
    return done.proceeding.uid


async def do(session: AsyncSession, case: UUID, *acts: Any, sent: Sent = HERE) -> Done:
    for one in acts:
        done = await do_act(HEARINGS, desk(session), case, one, sent)
    return done


async def decided(session: AsyncSession, here: House, day: date = HELD, **more: Any) -> UUID:
    case = await opened(session, proposal(here))
    await do(session, case, decision(here, day, **more))
    return case


async def facts(session: AsyncSession, uid: UUID) -> Hearing:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert key is not None
    told = await HEARINGS.load(session, key)
    assert told == fold(HEARINGS, standing(HEARINGS, await entries(session, key)))
    return told


def whole_story(here: House) -> list[Any]:
    """An act of every kind but cancel, from the decision to the archive."""
    of_a_body = {"name": "Дана Ахметова", "of": "Экология министрлігі", "capacity": "state_body"}
    expert = {"name": "Марат Ілиясов", "capacity": "expert"}
    moved = {"starts_at": at(LATER), "place": both("1-зал"), "reason": both("жөндеу")}
    sent = [
        act("dispatch", LATER, to=to, addressee=to, document="№ 7")
        for to in ("deputies", "state_bodies", "associations")
    ]
    return [
        *prepared(here),
        act("reschedule", NOTICE_DAY, **moved),
        notice(NOTICE_DAY, LATER, place="1-зал"),
        notice(NOTICE_DAY + timedelta(days=1), LATER, place=None),
        act("material", NOTICE_DAY, title="Анықтама"),
        begin(here, LATER),
        act("register", LATER, deputies=here.deputies[20:27], other_chamber=here.senators[:1],
            guests=[of_a_body]),
        act("arrive", LATER, deputies=here.deputies[40:42], guests=[expert]),
        act("leave", LATER, deputies=here.deputies[20:21]),
        act("recommendations", LATER, text=TOPIC, tally={"for": 5, "against": 3}),
        act("recommendations", LATER, text=TOPIC, tally={"for": 2, "against": 5},
            others={"for": 1, "against": 0}),
        act("end", LATER),
        act("minutes", LATER, text="Хаттама", source="№ 1 хаттама"),
        act("hand_over", LATER, to="state_body", name="Дана Ахметова", of="Экология министрлігі"),
        *sent,
        act("publication", LATER, what="report", where=both("parlam.kz"), text="Есеп"),
        act("complete", LATER),
    ]  # fmt: skip
