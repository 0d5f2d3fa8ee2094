"""A closed vote as it is given out: prepared once, with all that a reader may ask of it.

The same vote makes the same bytes, so that the hash of the bytes can stand for the document.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.proceedings import Proceeding, uids
from chamber.record.votes.editions import VoteDocument
from chamber.record.votes.electors import electors_of
from chamber.record.votes.tables import Vote
from chamber.record.votes.tallies import keep_tallies
from chamber.record.votes.telling import Place, told


async def prepare(session: AsyncSession, vote: Vote) -> None:
    """Keep the document of a vote's present edition, and count its roll."""
    electors = await electors_of(session, vote)
    body = written(told(vote, await place_of(session, vote), electors))
    kept = VoteDocument(
        uid=vote.uid,
        edition=vote.edition,
        etag=hashlib.sha256(body).hexdigest(),
        packed=packed(body),
    )
    session.add(kept)
    await keep_tallies(session, vote, electors)


def written(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def packed(body: bytes, *, level: int = 9) -> bytes:
    # Without a time in it, the same bytes always pack alike.
    return gzip.compress(body, compresslevel=level, mtime=0)


async def place_of(session: AsyncSession, vote: Vote) -> Place:
    """Where a vote stands: in which proceeding, as which of its votes, at which sitting."""
    case = await session.get_one(Proceeding, vote.proceeding_id)
    earlier = select(func.count()).where(Vote.proceeding_id == case.id, Vote.id <= vote.id)
    sittings = await uids(session, [vote.sitting_id] if vote.sitting_id else [])
    return Place(
        case=case.uid,
        noun=case.noun,
        case_number=case.number,
        nth=await session.scalar(earlier) or 1,
        sitting=sittings.get(vote.sitting_id or 0),
    )
