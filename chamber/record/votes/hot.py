"""One closed vote, given out as the bytes that were prepared when it closed.

Each time the database is asked which edition is the present one, and hands over its bytes only if
this process does not hold them: so a correction shows in every process once it is committed.
"""

import gzip
import re
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from chamber.record.lookup.reading import Connections

CURRENT = """
    SELECT etag, CASE WHEN etag <> $2 THEN packed END FROM public_vote_document
    WHERE uid = $1 ORDER BY edition DESC LIMIT 1"""
EDITION = """
    SELECT etag, CASE WHEN etag <> $2 THEN packed END FROM public_vote_document
    WHERE uid = $1 AND edition = $3"""
MOST_HELD = 4096  # Of some 5 KB each.
FOR_EVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"public, no-cache"
NEVER = re.compile(rb"q=0(\.0*)?")
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Held:
    """An edition, with the beginning of its answers. Each coding of it has a tag of its own."""

    etag: str
    packed: bytes
    packed_headers: Headers
    plain_headers: Headers


class Shelf:
    """The editions that were asked for last."""

    def __init__(self, most: int = MOST_HELD) -> None:
        self.most = most
        self.held: OrderedDict[tuple[UUID, int | None], Held] = OrderedDict()

    def find(self, vote: UUID, edition: int | None) -> Held | None:
        if found := self.held.get((vote, edition)):
            self.held.move_to_end((vote, edition))
        return found

    def put(self, vote: UUID, edition: int | None, etag: str, packed: bytes) -> Held:
        new = Held(etag, packed, headers(etag, edition, gzip=True), headers(etag, edition))
        self.held[vote, edition] = new
        if len(self.held) > self.most:
            self.held.popitem(last=False)
        return new


def headers(etag: str, edition: int | None, *, gzip: bool = False) -> Headers:
    return [
        (b"etag", f'"{etag}{"-gzip" if gzip else ""}"'.encode()),
        (b"cache-control", FOR_EVER if edition else ASK_AGAIN),
        (b"vary", b"Accept-Encoding"),
        *([(b"content-encoding", b"gzip")] if gzip else []),
    ]


async def present(
    reads: Connections, shelf: Shelf, vote: UUID, edition: int | None = None
) -> Held | None:
    """The edition asked for, or else the present one. None where no such vote is closed."""
    held = shelf.find(vote, edition)
    pool = reads.pool or await reads.open()
    known = held.etag if held else ""
    if edition is None:
        row = await pool.fetchrow(CURRENT, vote, known)
    else:
        row = await pool.fetchrow(EDITION, vote, known, edition)
    if row is None:
        return None
    etag, packed = row
    if packed is None:
        assert held is not None, "bytes are left out only where they are held"
        return held
    return shelf.put(vote, edition, etag, packed)


def unpacked(held: Held) -> bytes:
    return gzip.decompress(held.packed)


def takes_gzip(accept_encoding: bytes) -> bool:
    named = (part.partition(b";") for part in accept_encoding.lower().split(b","))
    return any(
        coding.strip() == b"gzip" and NEVER.fullmatch(weight.strip()) is None
        for coding, _, weight in named
    )
