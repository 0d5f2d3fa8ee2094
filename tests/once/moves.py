"""One of two acts that race: what is sent, and what came of it, told so that it can be compared."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.ruling import Impossible, Ruling, Unlawful
from chamber.law.sent import Sent
from chamber.record.desk import Desk, SomebodyWasFaster
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.votes.casting import Came, cast
from chamber.record.votes.facts import Choice
from chamber.rooms import ROOMS
from tests.walk.town import TODAY, desk

OURS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+"
)  # Ids, days and numbers differ from case to case.
BALLOT = "ballots"


@dataclass(frozen=True)
class Move:
    """An act on a case, or one that opens a case; the correction of an entry; or a ballot."""

    noun: str
    act: dict[str, Any] | None
    uid: UUID | None = None
    chamber: str = "mazhilis"
    entry: int | None = None
    sent: Sent = field(default_factory=Sent)


@dataclass(frozen=True)
class Outcome:
    """What came of a move, in a word; and the case in which it is done, if it is."""

    told: str
    case: UUID | None = None

    @property
    def broke(self) -> bool:
        return self.told.startswith("broke")


async def make(engine: AsyncEngine, move: Move, seen: int | None) -> Outcome:
    """A clerk's own session and transaction, as at the door. `seen`: what If-Match would say."""
    async with AsyncSession(engine, expire_on_commit=False) as session:
        try:
            told = await done(session, move, seen)
            await session.commit()
        except SomebodyWasFaster:
            return Outcome("faster")
        except Unlawful as refused:
            return Outcome(f"refused {brief(refused.ruling)}")
        except Impossible as wrong:
            return Outcome(f"impossible {OURS.sub('#', str(wrong))}")
        except DBAPIError as broken:
            return Outcome(f"broke {str(broken.orig)[:200]}")
    return told


async def done(session: AsyncSession, move: Move, seen: int | None) -> Outcome:
    if move.noun == BALLOT:
        return await pressed(session, move)
    at = desk(session, move.chamber)
    told = await sent_in(Desk(session, at.clerk, at.today, seen, rooms=ROOMS), move)
    assert told.proceeding is not None
    return Outcome(f"done {brief(told.ruling)}", told.proceeding.uid)


async def sent_in(at: Desk, move: Move) -> Done:
    room = ROOMS[move.noun]
    if move.entry is not None:
        assert move.uid is not None
        put_right = Correction(on=TODAY, entry=move.entry, act=move.act, reason="қате жазба")
        return await correct(room, at, move.uid, put_right, move.sent)
    act = room.acts.validate_python(move.act)
    if move.uid is None:
        return await open_case(room, at, act, move.sent)
    return await do_act(room, at, move.uid, act, move.sent)


async def pressed(session: AsyncSession, move: Move) -> Outcome:
    assert move.uid is not None
    assert move.act is not None
    came = await cast(session, move.uid, move.act["deputy"], Choice(move.act["choice"]))
    return Outcome(f"{'done' if came is Came.CAST else 'refused'} {came}")


def brief(ruling: Ruling) -> str:
    """By which rules, with which numbers."""
    counted = (ruling.total, ruling.needed, ruling.count, ruling.adopted)
    present = ruling.quorum.present if ruling.quorum else None
    found = " ".join(f"{one.rule} {one.verdict}" for one in ruling.findings)
    return f"{ruling.verdict} {counted} of {present}: {found or ruling.rule}"


async def version_of(session: AsyncSession, move: Move) -> int | None:
    if move.uid is None or move.noun == BALLOT:
        return None
    query = text("SELECT version FROM proceeding WHERE uid = :uid")
    found: int | None = await session.scalar(query, {"uid": move.uid})
    return found
