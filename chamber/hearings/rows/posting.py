"""Keeping the board: each time what the public is told of a hearing changes, a poster goes up.

Whoever puts one up has the calendar's turn to the end of the transaction, so that the posters are
numbered, and dated, in the order in which they are seen. (A turn of its own would not do: the guard
of the calendar waits for that one at the end, and two could wait for each other.)
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.board import Holder, Poster
from chamber.hearings.facts import Hearing
from chamber.hearings.rules.posters import poster
from chamber.hearings.tables.board import AnnouncedOrganiserRow, AnnouncedRow, AnnouncementRow
from chamber.hearings.tables.cases import HearingRow
from chamber.hearings.tables.veil import VeiledRow
from chamber.record.bodies.tables import BodyRow
from chamber.record.booked import take_calendar
from chamber.record.proceedings import Proceeding
from chamber.record.series import next_number

TICK = timedelta(microseconds=1)


async def keep_posted(session: AsyncSession, case: Proceeding, facts: Hearing) -> None:
    now = select(AnnouncedRow).where(AnnouncedRow.id == case.id)
    stands = await session.scalar(now, execution_options={"populate_existing": True})
    if not (stands or facts.goes_out) or facts.closed or await is_veiled(session, case):
        return  # What is closed the database takes down itself, as soon as an entry says so.
    if stands is None:
        case.number = await number_for_all(session, facts)
    holders = await holders_of(session, facts.organisers)
    new = poster(facts, case.uid, case.number, holders)
    if stands is None or stands.poster != new.model_dump(mode="json"):
        await put_up(session, case, new)


async def number_for_all(session: AsyncSession, facts: Hearing) -> str:
    """Its number from now on. Drafts are numbered apart: no gap tells how many there are."""
    await take_calendar(session)  # As for everything that goes up: in one order, so nobody waits.
    scope = f"{facts.chamber}/{facts.opened_on.year}"
    return f"{scope}/{await next_number(session, 'hearings', scope)}"


async def is_announced(session: AsyncSession, case: Proceeding) -> bool:
    """Whether everybody may know of the hearing: the board alone says so."""
    query = select(AnnouncedRow.id).where(AnnouncedRow.id == case.id)
    return await session.scalar(query) is not None


async def is_veiled(session: AsyncSession, case: Proceeding) -> bool:
    query = select(VeiledRow.proceeding_id).where(VeiledRow.proceeding_id == case.id)
    return await session.scalar(query) is not None


async def holders_of(session: AsyncSession, organisers: Sequence[UUID]) -> tuple[Holder, ...]:
    """The committees and commissions that hold the hearing, in their order, by their names."""
    query = select(Proceeding.uid, BodyRow).join(BodyRow, BodyRow.id == Proceeding.id)
    rows = await session.execute(query.where(Proceeding.uid.in_(organisers)))
    found = {uid: Holder(id=uid, kk=row.kk, ru=row.ru, latin=row.latin) for uid, row in rows}
    return tuple(found[uid] for uid in organisers)


async def put_up(session: AsyncSession, case: Proceeding, new: Poster) -> None:
    await take_calendar(session)
    serial, at = await next_place(session)
    before = select(func.max(AnnouncementRow.sequence), func.min(AnnouncementRow.first_at))
    row = await session.execute(before.where(AnnouncementRow.hearing_id == case.id))
    last, first_at = row.one()
    organisers = list(dict.fromkeys(holder.id for holder in new.organisers))
    same: dict[str, Any] = {
        "chamber": new.chamber,
        "sequence": 0 if last is None else last + 1,
        "first_at": first_at or at,
        "poster": new.model_dump(mode="json"),
    }
    one = {"serial": serial, "hearing_id": case.id, "organisers": organisers, "at": at}
    await session.execute(insert(AnnouncementRow).values(same | one))
    listed_at = await session.scalar(select(HearingRow.listed_at).where(HearingRow.id == case.id))
    assert listed_at is not None, "the hearing's own row is written first"
    told = {"uid": case.uid, "state": new.state, "listed_at": listed_at, "updated_at": at}
    await stand(session, case.id, same | told, organisers)


async def next_place(session: AsyncSession) -> tuple[int, datetime]:
    """The number of the next poster, and the instant: later than all before, whatever the clock."""
    last = select(AnnouncementRow.serial, AnnouncementRow.at)
    last = last.order_by(AnnouncementRow.serial.desc()).limit(1)
    found = (await session.execute(last)).one_or_none()
    now = await session.scalar(select(func.clock_timestamp()))
    assert now is not None
    return (1, now) if found is None else (found.serial + 1, max(now, found.at + TICK))


async def stand(
    session: AsyncSession, key: int, told: dict[str, Any], organisers: Sequence[UUID]
) -> None:
    """What the board now says of the hearing."""
    await session.merge(AnnouncedRow(id=key, **told))
    await session.flush()
    await no_organisers(session, key)
    rows = [{"id": key, "body": one, **told} for one in organisers]
    if rows:
        await session.execute(insert(AnnouncedOrganiserRow), rows)


async def no_organisers(session: AsyncSession, key: int) -> None:
    table = AnnouncedOrganiserRow
    await session.execute(delete(table).where(table.id == key))
