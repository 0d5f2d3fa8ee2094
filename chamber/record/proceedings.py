"""A proceeding is what acts are done to: a person, a sitting, an appointment. It is locked here."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Identity, UniqueConstraint, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base


class Proceeding(Base):
    """The row that every act locks first. Its version rises with each act: the ETag follows it.

    Its id, uid and noun never change, so a session asks for them once (`ids`, `uids`).
    """

    __tablename__ = "proceeding"
    __table_args__ = (UniqueConstraint("noun", "number"),)

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    # Version 4: a version 7 would tell when a closed matter began.
    uid: Mapped[UUID] = mapped_column(server_default=text("gen_random_uuid()"), unique=True)
    noun: Mapped[str]  # In the plural, as in the address: "appointments".
    number: Mapped[str]  # What people read: "57-1/2026-3".
    chamber: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("0"))


class Unknown(Exception):
    """There is no such proceeding, or the one who asks may not know of it: the answer is one."""


class UnknownReference(Exception):
    """An act names something that is not on the record."""

    def __init__(self, noun: str, uid: UUID) -> None:
        super().__init__(f"no {noun} has the id {uid}")
        self.noun, self.uid = noun, uid


async def find(session: AsyncSession, noun: str, uid: UUID) -> Proceeding:
    query = select(Proceeding).where(Proceeding.uid == uid, Proceeding.noun == noun)
    found = await session.scalar(query)
    if found is None:
        raise Unknown
    return found


async def lock(session: AsyncSession, noun: str, uid: UUID) -> Proceeding:
    """The proceeding, held until the transaction ends, so that two acts on it queue up."""
    query = select(Proceeding).where(Proceeding.uid == uid, Proceeding.noun == noun)
    # populate_existing: what was read before the wait may be stale. key_share: another matter may
    # come to name this one meanwhile, or a correction that follows from one to the other would
    # wait for an act that waits for it.
    query = query.with_for_update(key_share=True)
    found = await session.scalar(query, execution_options={"populate_existing": True})
    if found is None:
        raise Unknown
    return found


async def ids(session: AsyncSession, noun: str, uids: Iterable[UUID]) -> dict[UUID, int]:
    """Our own keys of what an act names by its public ids. Raises UnknownReference."""
    known: dict[tuple[str, UUID], int] = session.info.setdefault("ids", {})
    wanted = set(uids)
    if missing := {uid for uid in wanted if (noun, uid) not in known}:
        query = select(Proceeding.uid, Proceeding.id).where(Proceeding.noun == noun)
        rows = await session.execute(query.where(Proceeding.uid.in_(missing)))
        known.update({(noun, uid): key for uid, key in rows})
    for uid in sorted(missing, key=str):
        if (noun, uid) not in known:
            raise UnknownReference(noun, uid)
    return {uid: known[noun, uid] for uid in wanted}


async def uids(session: AsyncSession, keys: Iterable[int]) -> dict[int, UUID]:
    known: dict[int, UUID] = session.info.setdefault("uids", {})
    wanted = set(keys)
    if missing := wanted - set(known):
        query = select(Proceeding.id, Proceeding.uid).where(Proceeding.id.in_(missing))
        known.update({key: uid for key, uid in (await session.execute(query))})
    return {key: known[key] for key in wanted if key in known}
