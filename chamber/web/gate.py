"""The gate before the house: requests that cannot be read in one way only do not come in."""

import logging
import re
from contextlib import suppress
from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

from litestar import Litestar
from litestar.enums import ScopeType
from litestar.types import HTTPScope, Receive, Scope, Send

from chamber.feeds.asking import ONLY_READ
from chamber.feeds.listening import Noticeboard
from chamber.feeds.shelf import Shelf
from chamber.feeds.window import at_the_feeds
from chamber.web import refusals
from chamber.web.answering import Answering, Came
from chamber.web.arriving import Street, foreign
from chamber.web.problem import Problem
from chamber.web.refusing import refuse, say_no
from chamber.web.screening import Unfit, screen, screen_address
from chamber.web.slot import at_the_slot
from chamber.web.turnstile import Turnstile
from chamber.web.window import at_the_window

LONGEST_ADDRESS = 8_000
LARGEST_BODY = 1024 * 1024
LARGEST_FILE = 20 * 1024 * 1024
UPLOADS = "/api/v1/files"
CHANGES = ("POST", "PUT", "PATCH")
NOTHING_TO_SEND = replace(refusals.METHOD, headers={"Allow": "GET, HEAD, OPTIONS"})
JSON_TYPE = re.compile(rb'application/json(\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)
HOST = re.compile(rb"([\w.~%!$&'()*+,;=-]*|\[[0-9A-Fa-f:.]+\])(:[0-9]{0,5})?", re.ASCII)
# What we ever answer with. Who accepts none of it gets nothing useful from us.
OFFERED = re.compile(
    r"\*/\*|application/(\*|json|problem\+json|pdf|octet-stream|vnd\.[a-z.-]+)"
    r"|text/(\*|html|csv|plain|calendar)|image/"
)

log = logging.getLogger("chamber.web")


class Gate:
    def __init__(
        self, house: Litestar, street: Street | None = None, turnstile: Turnstile | None = None
    ) -> None:
        self.house, self.street, self.turnstile = house, street or Street(), turnstile
        self.feeds: Shelf = house.state.feeds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.house(scope, receive, send)
            return
        try:
            await self.admit(scope, receive, send)
        except Exception as error:  # Behind the door it would have been told as a problem.
            log.error("the gate broke", exc_info=error)
            with suppress(Exception):  # Where the answer has begun, it only breaks off.
                await refuse(refusals.BROKEN, scope, send)

    async def admit(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        scope, send = self.street.seen(scope), self.street.dressed(send)
        if self.turnstile is not None and (wait := self.turnstile.wait(scope)):
            await refuse(refusals.too_many_requests(wait), scope, send)
            return
        if await at_the_feeds(self.feeds, scope, send):
            return
        if await at_the_window(self.house.state, scope, send):
            return
        heard = await at_the_slot(self.house.state, scope, receive, send)
        if heard is None:
            self.recognised(scope)
            return
        await self.at_the_door(Came(scope, send, str(uuid4())), heard)

    def recognised(self, scope: HTTPScope) -> None:
        if self.turnstile is not None:
            self.turnstile.remember(scope)

    async def at_the_door(self, came: Came, receive: Receive) -> None:
        scope, answer = came.scope, Answering(came)
        problem = turned_away(came, self.street.origin)
        body = b""
        if problem is None:
            problem, body = await read(came, receive)
        if problem is None:
            kept = {**scope.get("state", {}), "request_id": came.request_id, "body": body}
            # HEAD asks what GET would answer, without the body.
            method = came.scope["method"].replace("HEAD", "GET")
            inside = cast(HTTPScope, {**scope, "state": kept, "method": method})
            answer.inside = inside
            posted = once_posted(self.house.state.feeds.noticeboard, answer)
            sending = answer if method == "GET" else posted
            await self.house(inside, handing_over(body, receive), sending)
            if kept.get("recognised"):
                self.recognised(scope)
        else:
            await say_no(problem, came.request_id, answer)


def once_posted(noticeboard: Noticeboard, answer: Answering) -> Send:
    """What was kept is on this process's board before it is acknowledged."""

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start" and message["status"] < 300:
            await noticeboard.catch_up()
        await answer(message)

    return send


def handing_over(body: bytes, receive: Receive) -> Receive:
    """The body once more, and then whatever else comes: that the one who asked has left."""
    left: list[Any] = [{"type": "http.request", "body": body, "more_body": False}]

    async def hand_over() -> Any:
        return left.pop() if left else await receive()

    return hand_over


def turned_away(came: Came, own: bytes) -> Problem | None:
    """What is wrong with a request that can be seen without reading its body."""
    scope = came.scope
    query = scope.get("query_string", b"")
    if len(scope["path"]) + len(query) > LONGEST_ADDRESS:
        return refusals.ADDRESS_TOO_LONG
    try:
        screen_address(scope["path"], query)
    except Unfit as unfit:
        return refusals.unreadable(str(unfit))
    if not well_formed(came.header(b"host")):
        return refusals.unreadable("the header Host is not well-formed")
    if foreign(came, own):
        return refusals.FOREIGN_SITE
    if scope["path"].startswith("/api/") and not acceptable(came.header(b"accept")):
        return refusals.NOT_ACCEPTABLE
    return None


def well_formed(host: bytes) -> bool:
    found = HOST.fullmatch(host)
    return found is not None and int((found[2] or b":")[1:] or 0) <= 65_535


def acceptable(accept: bytes) -> bool:
    wanted = [part.strip() for part in accept.decode("latin-1").lower().split(",") if part.strip()]
    return not wanted or any(
        OFFERED.match(part) and not re.search(r";\s*q=0(\.0*)?\s*$", part) for part in wanted
    )


async def read(came: Came, receive: Receive) -> tuple[Problem | None, bytes]:
    """The whole body, once it is known to be one that we read."""
    upload = came.scope["path"].rstrip("/") == UPLOADS
    changes = came.scope["method"] in CHANGES
    if changes and ONLY_READ.fullmatch(came.scope["path"]):
        return NOTHING_TO_SEND, b""
    if changes and not upload and not JSON_TYPE.fullmatch(came.header(b"content-type").strip()):
        return refusals.MEDIA_TYPE, b""
    body = await whole_body(receive, LARGEST_FILE if upload else LARGEST_BODY)
    if body is None:
        return refusals.TOO_LARGE, b""
    if changes and not upload:
        try:
            screen(body)
        except Unfit as unfit:
            return refusals.unreadable(str(unfit)), b""
    return None, body


async def whole_body(receive: Receive, largest: int) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b""  # Whoever asked has left.
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > largest:
            return None
        if not message.get("more_body"):
            return b"".join(parts)
