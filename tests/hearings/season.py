"""A season of hearings, open and closed: each does every act that a hearing knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.procedure import HEARINGS
from chamber.law.roles import Role
from chamber.law.sent import Occurred, Sent
from chamber.record.accounts import Account
from chamber.record.desk import Clerk, Desk
from chamber.record.files import keep
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.room import Room
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.record.seated import seat

TODAY = date(2026, 4, 1)
BEGAN, DECIDED, NOTICED = date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 4)
HELD, AFTER = date(2026, 3, 12), date(2026, 3, 20)
TALLY = {"for": 6, "against": 1, "abstained": 1}
# What clerks write in the acts of the open ones, and what nobody else may ever read.
NAMES = """INSERT INTO person_name (person_id, starts_on, kk, ru, latin)
           SELECT id, '2023-01-01', 'Әлия ' || id, 'Алия ' || id, 'Aliya ' || id FROM person"""
PLAIN = "Ашық сөз"
ACCOUNT = UUID(int=57)  # Whose files the acts name.
Json = dict[str, Any]


@dataclass
class House:
    """Ids of what a hearing needs."""

    deputies: list[UUID]
    committee: UUID
    commission: UUID
    bureau: UUID
    sitting: UUID  # Of the Bureau; open.


async def house(session: AsyncSession) -> House:
    deputies = await seat(session, "mazhilis", 12)
    others = await seat(session, "senate", 2)
    await session.execute(text(NAMES))
    committee, commission, bureau = [
        await form(session, kind, deputies[:8]) for kind in ("committee", "commission", "bureau")
    ]
    account = Account(
        uid=ACCOUNT, login=uuid4().hex, name="A clerk", role="secretariat", chamber="mazhilis",
        password="-",  # noqa: S106
    )  # fmt: skip
    session.add(account)
    await session.flush()
    told = {"sitting": "bureau", "body": bureau, "place": PLAIN, "chamber": "mazhilis"}
    plan = {"kind": "plan", "on": BEGAN, "starts_at": "2026-02-03T09:00:00+05:00", **told}
    sitting = await opened(session, SITTINGS, plan)
    for one in ({"kind": "register", "present": deputies[:8]}, {"kind": "open"}):
        await done(session, SITTINGS, sitting, one | {"on": DECIDED})
    return House([*deputies, *others], committee, commission, bureau, sitting)


async def form(session: AsyncSession, kind: str, people: list[UUID]) -> UUID:
    body = uuid4()
    for statement in (
        "INSERT INTO proceeding (uid, noun, number) VALUES (:body, 'bodies', :number)",
        """INSERT INTO body (id, chamber, kind, kk, ru, latin, convocation, starts_on)
           SELECT id, 'mazhilis', :kind, 'Комитет', 'Комитет', 'Committee', 8, '2023-04-01'
           FROM proceeding WHERE uid = :body""",
        """INSERT INTO membership (person_id, body_id, chamber, body_kind, role, starts_on)
           SELECT p.id, b.id, 'mazhilis', :kind,
                  CASE WHEN p.uid = :chair THEN 'chair' ELSE 'member' END, '2023-04-01'
           FROM proceeding AS p, proceeding AS b
           WHERE p.uid = ANY (CAST(:people AS uuid[])) AND b.uid = :body""",
    ):
        told = {"body": body, "kind": kind, "people": people, "chair": people[0],
                "number": f"b/{body}"}  # fmt: skip
        used = {name: told[name] for name in told if f":{name}" in statement}
        await session.execute(text(statement), used)
    return body


def desk(session: AsyncSession, signed: str = "A clerk") -> Desk:
    clerk = Clerk(ACCOUNT, signed, Role.SECRETARIAT, "mazhilis")
    return Desk(session=session, clerk=clerk, today=TODAY, rooms={**ROOMS, "hearings": HEARINGS})


async def opened(
    session: AsyncSession, room: Room[Any, Any, Any], act: Json, sent: Sent | None = None,
    signed: str = "A clerk",
) -> UUID:  # fmt: skip
    value = room.acts.validate_python(act)
    begun = await open_case(room, desk(session, signed), value, sent or Sent())
    assert begun.proceeding is not None
    return begun.proceeding.uid


async def done(  # noqa: PLR0917
    session: AsyncSession, room: Room[Any, Any, Any], case: UUID, act: Json,
    sent: Sent | None = None, signed: str = "A clerk",
) -> None:  # fmt: skip
    at, sent = desk(session, signed), sent or Sent()
    if act["kind"] == "correction":
        await correct(room, at, case, Correction.model_validate(act), sent)
    else:
        await do_act(room, at, case, room.acts.validate_python(act), sent)


def proposal(here: House, said: str, form: str) -> Json:
    return {
        "kind": "proposal", "on": BEGAN, "chamber": "mazhilis", "organisers": [here.committee],
        "topic": {"kk": said, "ru": said, "en": said}, "proposed_by": "committee", "form": form,
    }  # fmt: skip


def story(here: House, said: str, form: str) -> Iterator[Json]:
    """Every act after the proposal, to the archive."""
    guest = {"name": said, "of": said, "capacity": "state_body"}
    ground = {"ground": {"secret": "state_secret", "law": said}} if form == "closed" else {}
    both, starts_at = {"kk": said, "ru": said}, "2026-03-12T10:00:00+05:00"
    yield {
        "kind": "decision", "on": DECIDED, "sitting": here.sitting, "tally": TALLY, "place": both,
        "starts_at": "2026-03-11T10:00:00+05:00", "form": form, **ground,
    }  # fmt: skip
    yield {
        "kind": "form", "on": DECIDED, "form": form, "decided_by": "bureau", "tally": TALLY,
        "sitting": here.sitting, **ground,
    }  # fmt: skip
    yield {"kind": "commission", "on": DECIDED, "commission": here.commission, "resolution": said}
    yield {"kind": "invitation", "on": DECIDED, "decided_by": here.committee, "guests": [guest]}
    yield {
        "kind": "notice", "on": NOTICED, "sent_at": "2026-02-04T10:00:00+05:00", "channel": said,
        "text": said, "topic": said, "starts_at": starts_at, "place": said,
    }  # fmt: skip
    yield {
        "kind": "reschedule", "on": NOTICED, "starts_at": starts_at, "place": both, "reason": both,
    }  # fmt: skip
    yield from hearing_itself(here, said, guest)
    for to in ("deputies", "state_bodies", "associations"):
        yield {"kind": "dispatch", "on": AFTER, "to": to, "addressee": said, "document": said}
    for what in ("report", "recommendations"):
        yield {"kind": "publication", "on": AFTER, "what": what, "where": both, "text": said}
    yield {"kind": "material", "on": AFTER, "title": said}
    yield {"kind": "hand_over", "on": AFTER, "to": "other", "name": said, "of": said}
    yield {"kind": "complete", "on": AFTER}
    new = {"kind": "material", "on": AFTER.isoformat(), "title": f"{said} 2"}
    yield {"kind": "correction", "on": AFTER, "entry": 20, "act": new, "reason": said}


def hearing_itself(here: House, said: str, guest: Json) -> Iterator[Json]:
    own, other = here.deputies[:12], here.deputies[12:]
    yield {"kind": "begin", "on": HELD, "chair": own[0]}
    yield {"kind": "register", "on": HELD, "deputies": own[:8], "guests": [guest]}
    yield {"kind": "arrive", "on": HELD, "deputies": own[8:10], "other_chamber": other[:1],
           "guests": [guest | {"name": f"{said} 2"}]}  # fmt: skip
    yield {"kind": "leave", "on": HELD, "deputies": own[9:10]}
    texts = {"kk": said, "ru": said}
    yield {"kind": "recommendations", "on": HELD, "text": texts, "tally": TALLY, "others": TALLY}
    yield {"kind": "end", "on": HELD}
    yield {"kind": "minutes", "on": HELD, "text": said, "source": said}


async def hold(session: AsyncSession, here: House, said: str, form: str) -> UUID:
    """All of it, with a file at each act. What has occurred is refused by no rule."""
    sent = await enveloped(session, said)
    case = await opened(session, HEARINGS, proposal(here, said, form), sent, signed=said)
    for act in story(here, said, form):
        await done(session, HEARINGS, case, act, await enveloped(session, said), said)
    return case


async def call_off(session: AsyncSession, here: House, said: str, form: str) -> UUID:
    """One that the media were told of, and that is not held."""
    sent = await enveloped(session, said)
    case = await opened(session, HEARINGS, proposal(here, said, form), sent, signed=said)
    for act in list(story(here, said, form))[:5]:
        await done(session, HEARINGS, case, act, sent, said)
    cancel = {"kind": "cancel", "on": NOTICED, "reason": {"kk": said, "ru": said}}
    await done(session, HEARINGS, case, cancel, sent, said)
    return case


async def enveloped(session: AsyncSession, said: str) -> Sent:
    content = f"{said} {uuid4()}".encode()
    name = await keep(session, content, "text/plain", ACCOUNT)
    return Sent(occurred=Occurred(source=said), despite=said, files=(name,))
