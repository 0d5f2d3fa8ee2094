"""The window beside the gate: closed votes are handed out as they lie, and nobody need come in.

Who asks for anything unusual, or for what is not there, is sent to the gate, and answered inside.
"""

import json
import logging
import time
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.types import HTTPScope, Scope, Send

from chamber.record.engine import TROUBLE
from chamber.record.votes.hot import Headers, Held, present, takes_gzip, unpacked
from chamber.web.answering import HEADERS

VOTES = "/api/v1/votes/"
LENGTH = len(VOTES) + 36
ALWAYS = [(name, value) for name, value in HEADERS.items() if name != b"vary"]
JSON = (b"content-type", b"application/json")

log = logging.getLogger("chamber.access")


async def at_the_window(state: State, scope: Scope, send: Send) -> bool:
    """Whether the request was answered here."""
    if scope["type"] != ScopeType.HTTP or (vote := vote_asked(scope)) is None:
        return False
    asked = dict(scope["headers"])
    accept = asked.get(b"accept", b"*/*")
    if accept != b"*/*" and b"application/json" not in accept:
        return False
    began = time.perf_counter()
    held = None
    with suppress(*TROUBLE):
        held = await present(state.reads, state.shelf, vote)
    if held is None:  # There is none, or the database is away: inside they know how to say it.
        return False
    request_id = str(uuid4())
    status = await hand_out(held, asked, send, request_id)
    tell(scope, status, began, request_id)
    return True


def vote_asked(scope: HTTPScope) -> UUID | None:
    path = scope["path"]
    if len(path) != LENGTH or not path.startswith(VOTES):
        return None
    if scope["method"] != "GET" or scope["query_string"]:
        return None
    try:
        return UUID(path[len(VOTES) :])
    except ValueError:
        return None


async def hand_out(held: Held, asked: dict[bytes, bytes], send: Send, request_id: str) -> int:
    packs = takes_gzip(asked.get(b"accept-encoding", b""))
    begin = held.packed_headers if packs else held.plain_headers
    named: Headers = [*ALWAYS, *begin, (b"x-request-id", request_id.encode())]
    known = asked.get(b"if-none-match")
    if known is not None and (begin[0][1] in known or known.strip() == b"*"):
        await answer(send, 304, named, b"")
        return 304
    body = held.packed if packs else unpacked(held)
    size = (b"content-length", str(len(body)).encode())
    await answer(send, 200, [*named, JSON, size], body)
    return 200


async def answer(send: Send, status: int, headers: Headers, body: bytes) -> None:
    start: Any = {"type": "http.response.start", "status": status, "headers": headers}
    await send(start)
    await send({"type": "http.response.body", "body": body, "more_body": False})


def tell(scope: HTTPScope, status: int, began: float, request_id: str) -> None:
    if log.isEnabledFor(logging.INFO):
        ms = round((time.perf_counter() - began) * 1000)
        told = {"method": scope["method"], "path": scope["path"], "status": status, "ms": ms}
        log.info(json.dumps(told | {"request": request_id}))
