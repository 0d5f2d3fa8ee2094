"""The feeds' window beside the gate: what lies ready is handed out, and nobody need come in.

Whoever asks for anything unusual is sent to the gate, and answered inside.
"""

import time
from contextlib import suppress
from functools import lru_cache

from litestar.enums import ScopeType
from litestar.types import HTTPScope, Scope, Send

from chamber.feeds.asking import Wanted, wanted
from chamber.feeds.prepared import Prepared
from chamber.feeds.shelf import Shelf
from chamber.law.asking import BadQuestion
from chamber.record.engine import TROUBLE
from chamber.record.votes.hot import Headers, takes_gzip

BEGINNINGS = ("/feeds/", "/kk", "/ru", "/en")
LONGEST = 200  # What is longer asks for nothing that we have.
METHODS = ("GET", "HEAD")
packs = lru_cache(256)(takes_gzip)


async def at_the_feeds(shelf: Shelf, scope: Scope, send: Send) -> bool:
    """Whether the request was answered here."""
    if scope["type"] != ScopeType.HTTP or not scope["path"].startswith(BEGINNINGS):
        return False
    if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
        return False
    asked = read(scope["path"], scope["query_string"])
    if asked is None or scope["method"] not in METHODS:
        return False
    began = time.perf_counter()
    found = shelf.at_hand(asked)
    if found is None:
        with suppress(*TROUBLE):  # Inside they know how to say it.
            found = await shelf.find(asked)
        if found is None:
            return False
    request = shelf.logbook.next_request()
    status, headers, body = chosen(found, scope)
    named: Headers = [*headers, (b"x-request-id", request.encode())]
    await send({"type": "http.response.start", "status": status, "headers": named})
    await send({"type": "http.response.body", "body": body, "more_body": False})
    took = time.perf_counter() - began
    shelf.logbook.tell(scope["method"], scope["path"], status, took, request)
    return True


@lru_cache(2048)
def read(path: str, query: bytes) -> Wanted | None:
    """The same few addresses are asked for all day long."""
    with suppress(BadQuestion, UnicodeDecodeError):
        return wanted(path, query.decode("ascii"))
    return None


def chosen(found: Prepared, scope: HTTPScope) -> tuple[int, Headers, bytes]:
    """Status, headers and body."""
    accepts, known = b"", b""
    for name, value in scope["headers"]:
        if name == b"if-none-match":
            known = value
        elif name == b"accept-encoding":
            accepts = value
    # What is long is read each time: only what is short is kept in mind.
    if accepts and (packs(accepts) if len(accepts) <= LONGEST else takes_gzip(accepts)):
        found = found.gzipped
    if known and (found.tag in known or known.strip() == b"*"):
        return 304, found.same, b""
    return 200, found.headers, found.body if scope["method"] == "GET" else b""
