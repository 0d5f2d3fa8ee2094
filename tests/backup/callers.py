"""Callers who ask without a pause, and know exactly what became of each request."""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from uuid import uuid4

from tests.backup.house import PEOPLE, PERSON, House

REFUSED, WHOLE, CUT, UNANSWERED = "refused", "whole", "cut", "unanswered"


@dataclass
class Callers:
    """What became of requests: nobody listened; an answer; half of one; none at all."""

    house: House
    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    entered: dict[str, str | None] = field(default_factory=dict)  # By key: who was acknowledged.
    strange: list[str] = field(default_factory=list)
    ended: bool = False

    async def call(self, *, many: int) -> None:
        ways = (self.once, self.kept)
        await asyncio.gather(*(ways[n % 2](write=n % 4 < 2) for n in range(many)))

    async def once(self, *, write: bool) -> None:
        """A new connection for each request."""
        while not self.ended:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.house.port)
            except OSError:
                self.told["once", REFUSED] += 1
                await asyncio.sleep(0.05)
                continue
            self.told["once", (await self.ask(reader, writer, write=write))[0]] += 1
            writer.close()

    async def kept(self, *, write: bool) -> None:
        """A connection is used until the house says that it closes it."""
        while not self.ended:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.house.port)
            except OSError:
                self.told["kept", REFUSED] += 1
                await asyncio.sleep(0.05)
                continue
            goes_on = True
            while goes_on and not self.ended:
                became, goes_on = await self.ask(reader, writer, write=write)
                self.told["kept", became] += 1
            writer.close()

    async def ask(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, write: bool
    ) -> tuple[str, bool]:
        """What became of it, and whether the connection may be used again."""
        key = str(uuid4())
        if write:
            self.entered[key] = None
        head = b""
        try:
            writer.write(request(self.house, key) if write else READ)
            await writer.drain()
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.decode().split("\r\n")
            fields = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
            body = await reader.readexactly(int(fields["content-length"]))
        except asyncio.IncompleteReadError as torn:
            return (CUT if head or torn.partial else UNANSWERED), False
        except OSError:
            return (CUT if head else UNANSWERED), False
        status = int(lines[0].split()[1])
        if status == 201:
            self.entered[key] = fields["location"].rsplit("/", 1)[1]
        elif status != 200:
            self.strange.append(f"{status} {body[:300]!r}")
        return WHOLE, fields.get("connection") != "close"


READ = b"GET /api/v1/people?limit=20 HTTP/1.1\r\nHost: chamber\r\n\r\n"


def request(house: House, key: str) -> bytes:
    body = json.dumps(PERSON).encode()
    return (
        f"POST {PEOPLE} HTTP/1.1\r\nHost: chamber\r\nAuthorization: Bearer {house.token}\r\n"
        f"Idempotency-Key: {key}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body
