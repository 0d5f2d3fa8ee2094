"""The acts of a walk done on a real record: what is let through is kept, what is refused is not."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible, Unlawful
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.proceedings import UnknownReference
from chamber.rooms import ROOMS
from tests.walk.comparing import Outcome, Sending
from tests.walk.town import TODAY, desk

MINUTES = Occurred(source="Отырыстың хаттамасы")


@dataclass
class Desk:
    session: AsyncSession

    async def open(self, noun: str, chamber: str, act: Any, how: Sending) -> Outcome:
        return await self.do(noun, chamber, None, act, how)

    async def do(
        self, noun: str, chamber: str, uid: UUID | None, act: Any, how: Sending
    ) -> Outcome:
        room, at = ROOMS[noun], desk(self.session, chamber, dry_run=how.dry)
        sent = Sent(despite=how.despite, occurred=MINUTES if how.occurred else None)
        try:
            read = room.acts.validate_python(act)
        except ValidationError as wrong:
            return Outcome(mistake=str(wrong.errors()[0]["msg"]))
        if uid is None:
            return await self.kept(open_case(room, at, read, sent))
        return await self.kept(do_act(room, at, uid, read, sent))

    async def correct(
        self, noun: str, chamber: str, uid: UUID, entry: int, act: dict[str, Any] | None
    ) -> Outcome:
        told = Correction(on=TODAY, entry=entry, act=act, reason="қате жазба")
        return await self.kept(correct(ROOMS[noun], desk(self.session, chamber), uid, told, Sent()))

    async def kept(self, doing: Awaitable[Done]) -> Outcome:
        """Done and kept, or refused and forgotten: one act, one transaction."""
        try:
            done = await doing
            told = read(done)
            await self.session.commit()
        except Unlawful as refused:
            told = Outcome(ruling=refused.ruling, refused=True)
        except Impossible as wrong:
            told = Outcome(mistake=str(wrong))
        except UnknownReference as unknown:
            told = Outcome(mistake=f"unknown: {unknown}")
        except DBAPIError as broken:
            told = Outcome(crash=str(broken.orig)[:300])
        if told.ruling is None or told.refused:
            await self.session.rollback()
        self.session.expunge_all()
        return told


def read(done: Done) -> Outcome:
    if done.entry is None:
        return Outcome(ruling=done.ruling)
    assert done.proceeding is not None, "an entry is of a proceeding"
    given = done.entry.read()["data"]["given"]
    opening = given.get("opening") if isinstance(given, dict) else None
    return Outcome(
        ruling=done.ruling,
        uid=done.proceeding.uid,
        seq=done.entry.seq,
        vote=UUID(opening["vote"]) if opening else None,
    )
