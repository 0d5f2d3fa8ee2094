"""Every answer on its way out: headers that all have, a tag, 304 and HEAD, and a line of log."""

import hashlib
import json
import logging
import time
from dataclasses import dataclass
from typing import Any

from litestar.types import HTTPScope, Send

from chamber.web.etags import known
from chamber.web.methods import allowed

HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'; base-uri 'none';"
    b" form-action 'none'",
    b"vary": b"Accept, Authorization, Cookie",
}
READS = ("GET", "HEAD")

log = logging.getLogger("chamber.access")


@dataclass(frozen=True, slots=True)
class Came:
    """One request as it stands at the gate, and where its answer goes."""

    scope: HTTPScope
    send: Send
    request_id: str

    def header(self, name: bytes) -> bytes:
        return b", ".join(value for key, value in self.scope["headers"] if key == name)

    @property
    def has_name(self) -> bool:
        """Whether somebody says who they are; what they see is nobody else's."""
        return any(key in (b"authorization", b"cookie") for key, _ in self.scope["headers"])


class Answering:
    """Sends one answer on, once its beginning and its body are known."""

    def __init__(self, came: Came) -> None:
        self.came, self.began = came, time.perf_counter()
        self.start: Any = None
        self.inside: HTTPScope = came.scope  # As the house has it, once it knows the address.

    async def __call__(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        elif message["type"] == "http.response.body":
            if self.start is not None:
                await self.send_start(message)
            if self.came.scope["method"] == "HEAD" or self.status == 304:
                message = {**message, "body": b""}
            await self.came.send(message)

    async def send_start(self, message: Any) -> None:
        start, self.start = self.start, None
        given = {key.lower(): value for key, value in start["headers"]}
        many = [(key, value) for key, value in start["headers"] if key.lower() == b"set-cookie"]
        self.status = start["status"]
        if self.status == 200 and self.came.scope["method"] in READS:
            if b"etag" not in given and not message.get("more_body"):
                given[b"etag"] = f'"{hashlib.sha256(message["body"]).hexdigest()[:32]}"'.encode()
            self.compare(given)
        if b"allow" in given:
            given[b"allow"] = allowed(given[b"allow"], self.inside)
        if b"vary" in given and given[b"vary"] not in HEADERS[b"vary"]:
            given[b"vary"] = HEADERS[b"vary"] + b", " + given[b"vary"]
        else:
            given.pop(b"vary", None)  # It is one of ours.
        headers = {**HEADERS, **self.own(), **given}
        headers.pop(b"set-cookie", None)
        self.tell()
        start |= {"status": self.status, "headers": [*headers.items(), *many]}
        await self.came.send(start)

    def compare(self, given: dict[bytes, bytes]) -> None:
        """304 where the one who asks knows this very version already."""
        asked = self.came.header(b"if-none-match").decode("latin-1")
        if asked and known(asked, given.get(b"etag", b"").decode("latin-1")):
            self.status = 304
            for name in (b"content-length", b"content-type"):
                given.pop(name, None)

    def own(self) -> dict[bytes, bytes]:
        # What depends on who asks is kept nowhere; the rest is asked for again each time.
        keep = b"no-store" if self.came.has_name else b"no-cache"
        return {b"x-request-id": self.came.request_id.encode(), b"cache-control": keep}

    def tell(self) -> None:
        """Who watches needs no query, no body and no cookie: they are other people's business."""
        told = {
            "method": self.came.scope["method"],
            "path": self.came.scope["path"],
            "status": self.status,
            "ms": round((time.perf_counter() - self.began) * 1000),
            "request": self.came.request_id,
        }
        log.info(json.dumps(told))
