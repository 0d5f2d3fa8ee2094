"""The slot beside the gate: a deputy's own ballot goes straight into the box.

Only the plainest request is taken here, and only its success is answered. All else, and every
refusal, is answered inside, where the ballot is sent once more: cast twice, it is cast once.
"""

import re
import time
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.types import HTTPScope, Receive, Scope, Send

from chamber.record.engine import TROUBLE
from chamber.record.votes.box import Pressed
from chamber.record.votes.casting import Came
from chamber.record.votes.facts import Choice
from chamber.web.arriving import is_own
from chamber.web.window import ALWAYS, JSON, VOTES, answer, tell

BALLOTS = "/ballots"
LENGTH = len(VOTES) + 36 + len(BALLOTS)
BALLOT = re.compile(rb'\s*\{\s*"choice"\s*:\s*"(for|against|abstained)"\s*\}\s*')
STATUS = {Came.CAST: 201, Came.SAME: 200}
NOT_KEPT = (b"cache-control", b"no-store")


async def at_the_slot(state: State, scope: Scope, receive: Receive, send: Send) -> Receive | None:
    """None where the ballot is cast and acknowledged; else how to hear the whole request."""
    if scope["type"] != ScopeType.HTTP or (vote := vote_named(scope)) is None:
        return receive
    headers = dict(pairs := [*scope["headers"]])
    shown, cookie = what_is_shown(headers, state.house.cookie.name)
    if not shown or len(headers) < len(pairs):  # What is said twice is read inside.
        return receive
    own = is_own(headers.get(b"origin", b""), state.origin, headers.get(b"host", b""))
    if cookie and not own:
        return receive
    began = time.perf_counter()
    first: Any = await receive()
    body = first.get("body", b"")
    # A server may not know yet that no more comes; the length says it.
    whole = headers.get(b"content-length") == str(len(body)).encode()
    if whole and (ballot := BALLOT.fullmatch(body)):
        choice = Choice(ballot[1].decode())
        pressed = Pressed(shown, cookie, vote, None, choice)
        if (status := await drop_in(state, pressed)) is not None:
            await acknowledge(scope, send, pressed, status, began)
            return None
    return once_more(first, receive)


def vote_named(scope: HTTPScope) -> UUID | None:
    path = scope["path"]
    if len(path) != LENGTH or not (path.startswith(VOTES) and path.endswith(BALLOTS)):
        return None
    if scope["method"] != "POST" or scope["query_string"]:
        return None
    try:
        return UUID(path[len(VOTES) : -len(BALLOTS)])
    except ValueError:
        return None


def what_is_shown(headers: dict[bytes, bytes], cookie: str) -> tuple[str, bool]:
    """A program's token; or a session, where the browser says that the page is our own."""
    if headers.get(b"content-type") != b"application/json":
        return "", False
    shown = headers.get(b"authorization", b"")
    if shown:
        return (shown[7:].decode("latin-1") if shown.startswith(b"Bearer ") else ""), False
    if headers.get(b"sec-fetch-site") != b"same-origin":
        return "", True
    for part in headers.get(b"cookie", b"").decode("latin-1").split("; "):
        name, _, value = part.partition("=")
        if name == cookie:
            return value, True
    return "", True


async def drop_in(state: State, ballot: Pressed) -> int | None:
    """The status that acknowledges the ballot; None where there is nothing to acknowledge."""
    with suppress(*TROUBLE):
        if found := await state.box.cast(ballot):
            return STATUS.get(found[1])
    return None


async def acknowledge(
    scope: HTTPScope, send: Send, ballot: Pressed, status: int, began: float
) -> None:
    request_id = str(uuid4())
    body = ballot.acknowledged()
    size = (b"content-length", str(len(body)).encode())
    named = (b"x-request-id", request_id.encode())
    await answer(send, status, [*ALWAYS, NOT_KEPT, JSON, size, named], body)
    tell(scope, status, began, request_id)


def once_more(first: Any, receive: Receive) -> Receive:
    left = [first]

    async def hear() -> Any:
        return left.pop() if left else await receive()

    return hear
