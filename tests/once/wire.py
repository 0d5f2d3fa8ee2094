"""A connection as a browser holds it: asked again and again, torn at any moment, opened again."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Line:
    port: int
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes, torn_after: float | None = None) -> Answer | None:
        """None: the connection was torn before the answer came. `torn_after`: in seconds."""
        async with self.turn:
            if self.ends is None:
                self.ends = await asyncio.open_connection("127.0.0.1", self.port)
            reader, writer = self.ends
            writer.write(request)
            try:
                async with asyncio.timeout(torn_after):
                    return await answer_on(reader)
            except (TimeoutError, OSError, EOFError):
                self.tear()
                return None

    def tear(self) -> None:
        """At once, as a cable is pulled: nothing is said to the other end but a reset."""
        if self.ends is not None:
            self.ends[1].transport.abort()
            self.ends = None

    async def close(self) -> None:
        if self.ends is not None:
            self.ends[1].close()
            with suppress(OSError):
                await self.ends[1].wait_closed()
            self.ends = None


async def answer_on(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    told = (line.partition(":") for line in head[1:] if line)
    headers = {name.lower(): value.strip() for name, _, value in told}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Answer(int(head[0].split()[1]), headers, body)


def sendable(told: Any) -> Any:
    """Days and ids as a request has them."""
    return json.loads(json.dumps(told, default=str))


def request(method: str, path: str, token: str, sent: Any = None, **headers: str) -> bytes:
    body = b"" if sent is None else json.dumps(sent, default=str).encode()
    lines = [
        f"{method} {path} HTTP/1.1", "Host: chamber", f"Authorization: Bearer {token}",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]  # fmt: skip
    if sent is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body
