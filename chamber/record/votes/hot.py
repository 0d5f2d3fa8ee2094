"""One closed vote, given out as the bytes that were prepared when it closed.

Each time the database is asked which edition is the present one, and hands over its bytes only if
this process does not hold them: so a correction shows in every process once it is committed.
"""

import gzip
import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from litestar.handlers import asgi
from litestar.types import Receive, Scope, Send

from chamber.law.asking import BadQuestion, only, whole
from chamber.record.lookup.reading import Connections
from chamber.record.proceedings import Unknown

CURRENT = """
    SELECT etag, CASE WHEN etag <> $2 THEN packed END FROM public_vote_document
    WHERE uid = $1 ORDER BY edition DESC LIMIT 1"""
EDITION = """
    SELECT etag, CASE WHEN etag <> $2 THEN packed END FROM public_vote_document
    WHERE uid = $1 AND edition = $3"""
MOST_HELD = 4096  # Of some 5 KB each.
FOR_EVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"public, no-cache"
GZIP = re.compile(rb"(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?=\s*(?:,|$))", re.I)
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Held:
    """An edition, with the beginning of its answers. Each coding of it has a tag of its own."""

    etag: str
    packed: bytes
    when_packed: Headers
    when_plain: Headers


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
        (b"content-type", b"application/json"),
        (b"etag", f'"{etag}{"-gzip" if gzip else ""}"'.encode()),
        (b"cache-control", FOR_EVER if edition else ASK_AGAIN),
        (b"vary", b"Accept-Encoding"),
        *([(b"content-encoding", b"gzip")] if gzip else []),
    ]


@asgi("/votes/{uid:uuid}", copy_scope=False)
async def one_vote(scope: Scope, receive: Receive, send: Send) -> None:
    """Raises Unknown for a vote that is not closed, as for one that never was."""
    state = scope["litestar_app"].state
    vote: Any = scope["path_params"]["uid"]  # A UUID already, whatever its type says.
    await give(scope, send, vote, state.reads, state.shelf)


async def give(scope: Scope, send: Send, vote: UUID, reads: Connections, shelf: Shelf) -> None:
    edition = edition_asked(scope["query_string"]) if scope["query_string"] else None
    held = await present(reads, shelf, vote, edition)
    packs, known = wishes(scope["headers"])
    begin = held.when_packed if packs else held.when_plain
    if known and (begin[1][1] in known or known.strip() == b"*"):
        await answer(send, 304, begin[1:4], b"")
    else:
        await answer(send, 200, begin, held.packed if packs else gzip.decompress(held.packed))


async def present(reads: Connections, shelf: Shelf, vote: UUID, edition: int | None) -> Held:
    held = shelf.find(vote, edition)
    pool = reads.pool or await reads.open()
    known = held.etag if held else ""
    if edition is None:
        row = await pool.fetchrow(CURRENT, vote, known)
    else:
        row = await pool.fetchrow(EDITION, vote, known, edition)
    if row is None:
        raise Unknown
    etag, packed = row
    if packed is None:
        assert held is not None, "bytes are left out only where they are held"
        return held
    return shelf.put(vote, edition, etag, packed)


def edition_asked(query: bytes) -> int | None:
    """Raises BadQuestion for any other parameter."""
    given = parse_qsl(query.decode(), keep_blank_values=True)
    asked = only(dict(given), {"edition"})
    if len(given) > 1:
        raise BadQuestion("edition", "is given twice")
    edition = whole(asked, "edition")
    if edition is not None and not 1 <= edition <= 32767:
        raise Unknown
    return edition


def wishes(given: Iterable[tuple[bytes, bytes]]) -> tuple[bool, bytes]:
    """Whether gzip will do, and which tags are known already."""
    packs, known = False, b""
    for name, value in given:
        if name == b"accept-encoding":
            packs = GZIP.search(value) is not None
        elif name == b"if-none-match":
            known = value
    return packs, known


async def answer(send: Send, status: int, begin: Headers, body: bytes) -> None:
    size = [(b"content-length", str(len(body)).encode())] if status == 200 else []
    await send({"type": "http.response.start", "status": status, "headers": [*begin, *size]})
    await send({"type": "http.response.body", "body": body, "more_body": False})
