"""The journal: every act, with the ruling it was given. Entries are added, never changed."""

import json
import os
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Computed, ForeignKey, Identity, UniqueConstraint, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.law.act import Act, Value
from chamber.law.ruling import Ruling
from chamber.law.sent import Occurred, Sent
from chamber.record.base import Base
from chamber.record.canonical import canonical, commitment
from chamber.record.deadlines.facts import REMINDER
from chamber.record.desk import Clerk
from chamber.record.proceedings import Proceeding


class Last(NamedTuple):
    """Where a stream ends: how many entries it has, and what the last was committed to."""

    seq: int
    commitment: bytes | None


NONE = Last(0, None)


class Entry(Base):
    """One act as it was entered. The bytes of the body are kept; nothing is serialised again.

    The other columns repeat what the body says, for looking up; the audit compares them with it.
    """

    __tablename__ = "journal"
    __table_args__ = (UniqueConstraint("proceeding_id", "seq"),)

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id))
    seq: Mapped[int]  # 1, 2, 3 … within the proceeding.
    kind: Mapped[str]
    act_on: Mapped[date]
    verdict: Mapped[str | None]
    salt: Mapped[bytes]
    body: Mapped[bytes]
    # The database computes it, so an entry cannot disagree with its commitment.
    commitment: Mapped[bytes] = mapped_column(
        Computed(r"sha256('chamber-record/v1\012'::bytea || salt || body)", persisted=True),
        unique=True,
    )
    # Not an order: entries are ordered by seq, since clocks may jump.
    entered_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())

    def read(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.body)
        return told


async def enter(
    session: AsyncSession,
    case: Proceeding,
    act: Act,
    sent: Sent,
    *,
    given: Value,
    ruling: Ruling,
    clerk: Clerk,
    also: dict[str, Any] | None = None,
) -> Entry:
    """Add an act to the journal, and raise the version of its proceeding with it."""
    before = await last_of(session, case, act.kind)
    told = telling(act, sent, given, ruling, clerk) | (also or {})
    entry = following(case, before, act, told, ruling)
    session.add(entry)
    await session.flush()
    return entry


def telling(act: Act, sent: Sent, given: Value, ruling: Ruling, clerk: Clerk) -> dict[str, Any]:
    return {
        "act": act.model_dump(mode="json"),
        "occurred": sent.occurred and sent.occurred.model_dump(mode="json"),
        "despite": sent.despite,
        "files": list(sent.files),
        "given": given.model_dump(mode="json"),
        "ruling": ruling.model_dump(mode="json"),
        "by": clerk.signature(),
    }


def following(
    case: Proceeding, before: Last, act: Act, told: dict[str, Any], ruling: Ruling
) -> Entry:
    """The next entry of the proceeding, whose version it raises. It names the one before it."""
    case.version += 1
    return Entry(
        proceeding_id=case.id, seq=case.version, kind=act.kind, act_on=act.on,
        verdict=ruling.verdict, salt=os.urandom(32), body=body(case, act, before, told),
    )  # fmt: skip


def body(case: Proceeding, act: Act, before: Last, data: dict[str, Any]) -> bytes:
    return canonical(
        {
            "v": 1,
            "stream": stream(case.noun, case.uid, act.kind),
            "seq": before.seq + 1,
            "prev": before.commitment and before.commitment.hex(),
            "kind": act.kind,
            "at": act.on.isoformat(),
            "data": data,
        }
    )


async def last_of(session: AsyncSession, case: Proceeding, kind: str) -> Last:
    """The last entry of the stream that an act of this kind belongs to."""
    query = select(Entry.commitment, func.count().over()).where(Entry.proceeding_id == case.id)
    query = query.where((Entry.kind == REMINDER) == (kind == REMINDER))
    last = (await session.execute(query.order_by(Entry.seq.desc()).limit(1))).one_or_none()
    return Last(last[1], last[0]) if last else NONE


async def entries(session: AsyncSession, proceeding_id: int) -> Sequence[Entry]:
    query = select(Entry).where(Entry.proceeding_id == proceeding_id).order_by(Entry.seq)
    return (await session.scalars(query)).all()


def sent_in(data: dict[str, Any]) -> Sent:
    """The envelope in which an act was sent, as far as rulings and remarks depend on it."""
    occurred = data["occurred"] and Occurred.model_validate(data["occurred"])
    return Sent(occurred=occurred, despite=data["despite"])


def intact(entry: Entry) -> bool:
    """Whether the entry still is what was committed to."""
    return bytes(entry.commitment) == commitment(entry.salt, entry.body)


def stream(noun: str, uid: UUID, kind: str) -> str:
    """The story that an entry belongs to. What is the house's own business has one of its own, for
    no entry that is public may point to one that is not."""
    return f"{noun}/{uid}/house" if kind == REMINDER else f"{noun}/{uid}"
