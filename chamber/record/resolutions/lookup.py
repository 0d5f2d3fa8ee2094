"""The register of resolutions, the latest first, and one of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding, Unknown
from chamber.record.resolutions.rows import told as read
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.votes.tables import Vote

NEWEST = (ResolutionRow.adopted_on, ResolutionRow.id)


class Found(NamedTuple):
    """A resolution, whose it is, the vote it rests on, and the entry by which it fell."""

    row: ResolutionRow
    case: Proceeding
    vote: Vote | None
    fall: Entry | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of resolutions is asked for."""

    chamber: Chamber | None = None
    convocation: int | None = None
    since: date | None = None
    until: date | None = None
    vote: UUID | None = None
    after: UUID | None = None
    limit: int = 20


async def find_resolutions(session: AsyncSession, wanted: Wanted) -> list[dict[str, Any]]:
    """One more than the limit, where there are more. Raises BadQuestion for an unknown `after`."""
    query = asked().where(*conditions(wanted))
    if wanted.after is not None:
        query = query.where(tuple_(*NEWEST) < await place_of(session, wanted.after))
    query = query.order_by(*(column.desc() for column in NEWEST)).limit(wanted.limit + 1)
    rows = await session.execute(query)
    return [told(Found(*row)) for row in rows]


async def one_resolution(session: AsyncSession, uid: UUID) -> tuple[Found, dict[str, Any]]:
    """With the rule it rests on, and what its vote came to. Raises Unknown."""
    row = (await session.execute(asked().where(ResolutionRow.uid == uid))).first()
    if row is None:
        raise Unknown
    found = Found(*row)
    ruling = (found.vote.ruling if found.vote is not None else None) or {}
    ground = {name: ruling.get(name) for name in ("rule", "cite", "verdict", "sentence")}
    return found, told(found) | ground


def asked() -> Select[ResolutionRow, Proceeding, Vote, Entry]:
    fall = (Entry.proceeding_id == ResolutionRow.proceeding_id) & (
        Entry.seq == ResolutionRow.fell_by
    )
    query = select(ResolutionRow, Proceeding, Vote, Entry)
    query = query.join(Proceeding, Proceeding.id == ResolutionRow.proceeding_id)
    return query.outerjoin(Vote, Vote.id == ResolutionRow.vote_id).outerjoin(Entry, fall)


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if wanted.chamber is not None:
        asked.append(ResolutionRow.chamber == wanted.chamber)
    if wanted.convocation is not None:
        asked.append(ResolutionRow.convocation == wanted.convocation)
    if wanted.since is not None:
        asked.append(ResolutionRow.adopted_on >= wanted.since)
    if wanted.until is not None:
        asked.append(ResolutionRow.adopted_on <= wanted.until)
    if wanted.vote is not None:
        asked.append(Vote.uid == wanted.vote)
    return asked


async def place_of(session: AsyncSession, after: UUID) -> tuple[date, int]:
    query = select(*NEWEST).where(ResolutionRow.uid == after)
    place = (await session.execute(query)).first()
    if place is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return place


def told(found: Found) -> dict[str, Any]:
    row, case, vote, fall = found
    resolution = read(row, None if vote is None else vote.uid)
    facts = resolution.model_dump(mode="json", exclude={"resolution", "subject", "number"})
    return {
        "id": str(row.uid),
        "number": resolution.written_number,
        "chamber": row.chamber,
        **facts,
        "proceeding": {"id": str(case.uid), "noun": case.noun, "number": case.number},
        "candidate": row.subject,
        "stands": fall is None,
        "fell": fall and told_fall(fall),
    }


def told_fall(entry: Entry) -> dict[str, Any]:
    """The correction by which a resolution came to nothing."""
    sentence = entry.read()["data"]["ruling"]["sentence"]
    return {"entry": entry.seq, "on": entry.act_on.isoformat(), "sentence": sentence}
