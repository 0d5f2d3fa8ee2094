"""What is due in all cases is told anew, once, after a newer release or a newer calendar."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.calendar import Calendar
from chamber.record.deadlines.tables import DeadlinesToldRow
from chamber.record.engine import connect_engine
from chamber.record.migrating import newest
from chamber.record.procedure.due import tell_due
from chamber.record.procedure.room import Room, nothing_due
from chamber.record.proceedings import Proceeding

Rooms = Mapping[str, Room[Any, Any, Any]]


async def retell(
    dsn: str, rooms: Rooms, told: Callable[[int, int], None] = lambda done, of: None
) -> None:
    """An older release has written no rows, and an older calendar other days.

    Each case is told in a transaction of its own: nobody who works meanwhile waits for long, and
    whatever ends this half way, the next time begins anew. What is told already stays as it is.
    """
    engine = connect_engine(dsn)
    try:
        async with AsyncSession(engine) as session:
            if await session.get(DeadlinesToldRow, edition()) is not None:
                return
            keys = await cases(session, rooms)
            await session.rollback()
            for done, key in enumerate(keys, start=1):
                async with session.begin():
                    await tell_one(session, rooms, key)
                session.expunge_all()
                told(done, len(keys))
            async with session.begin():
                await session.execute(delete(DeadlinesToldRow))
                session.add(DeadlinesToldRow(by=edition()))
    finally:
        await engine.dispose()


def edition() -> str:
    """By what the rows are told: the shape of the record, and the calendar of working days."""
    return f"{newest()}, {Calendar.latest().version}"


async def cases(session: AsyncSession, rooms: Rooms) -> Sequence[int]:
    nouns = [noun for noun, room in rooms.items() if room.due is not nothing_due]
    query = select(Proceeding.id).where(Proceeding.noun.in_(nouns)).order_by(Proceeding.id)
    return (await session.scalars(query)).all()


async def tell_one(session: AsyncSession, rooms: Rooms, key: int) -> None:
    query = select(Proceeding).where(Proceeding.id == key).with_for_update(key_share=True)
    case = (await session.scalars(query)).one()
    room = rooms[case.noun]
    await tell_due(room, session, case, await room.load(session, case.id))
