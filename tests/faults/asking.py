"""A client that nothing discourages: it asks again, with the same key, until it is answered."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

PATIENCE = 8.0  # Seconds for one answer.
PROBLEM = "application/problem+json"
# Too many came at once, while nobody could be recognised; the database is away; its disk is full.
COME_AGAIN = (429, 503, 507)


class NotAsExpected(Exception):
    """An answer that no fault excuses."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Client:
    """Everybody who asks, on connections that may be torn."""

    port: int
    random: random.Random
    counted: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)  # What was answered and must not be.
    open: set[asyncio.StreamWriter] = field(default_factory=set)
    stopped: bool = False

    async def post(self, path: str, token: str, body: Any, tag: str | None = None) -> Answer:
        """Until it is acknowledged. What was acknowledged before is acknowledged again."""
        key = str(UUID(int=self.random.getrandbits(128), version=4))
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}
        if tag:
            headers["If-Match"] = tag
        request = written("POST", path, headers, json.dumps(body, separators=(",", ":")).encode())
        turn = 0
        while not self.stopped:
            turn += 1
            answer = await self.attempt(request)
            if answer is not None and answer.status in (200, 201):
                self.counted["retried"] += turn > 1
                return answer
            if answer is not None and not self.may_come_again(answer):
                raise NotAsExpected(
                    f"POST {path}: {answer.status} {answer.json()['detail']} {body}"
                )
            await asyncio.sleep(min(0.3, 0.02 * turn) * (0.5 + self.random.random()))
        raise asyncio.CancelledError

    async def attempt(self, request: bytes) -> Answer | None:
        """None where the outcome is not known: nobody answered."""
        try:
            return await asyncio.wait_for(self.exchange(request), PATIENCE)
        except (OSError, TimeoutError, EOFError):
            self.counted["unknown"] += 1
            return None

    def may_come_again(self, answer: Answer) -> bool:
        """Whether trying again is what we are told to do; anything else is complained of."""
        told = answer.headers.get("content-type") == PROBLEM
        if told and answer.status in COME_AGAIN:
            self.counted[f"answered {answer.status}"] += 1
            return True
        if told and answer.status == 409 and answer.json()["type"].endswith("in-flight"):
            self.counted["in flight"] += 1
            return True
        self.complaints.append(f"{answer.status} {answer.body[:300]!r}")
        return answer.status >= 500

    async def exchange(self, request: bytes) -> Answer:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.open.add(writer)
        try:
            writer.write(request)
            return await answered(reader)
        finally:
            self.open.discard(writer)
            writer.transport.abort()

    async def get(self, path: str) -> Answer | None:
        return await self.attempt(written("GET", path, {}, b""))

    def tear(self) -> int:
        """All connections, and whatever is under way on them. How many there were."""
        torn = list(self.open)
        for writer in torn:
            writer.transport.abort()
        return len(torn)


def written(method: str, path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    known = {"Host": "chamber", "Content-Type": "application/json", **headers}
    if method != "GET":
        known["Content-Length"] = str(len(body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in known.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body


async def answered(reader: asyncio.StreamReader) -> Answer:
    """Raises EOFError where the line is cut before the end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Answer(int(first.split()[1]), headers, body)
