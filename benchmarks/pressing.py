"""Many hands at once: connections that are held open, pressed together, and waited for."""

import asyncio
import re
import time
from collections.abc import Sequence

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Hand(asyncio.Protocol):
    """One connection: a request goes out, and its answer is awaited."""

    transport: asyncio.Transport
    answered: asyncio.Future[int]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.came = b""

    def press(self, request: bytes) -> None:
        self.came = b""
        self.answered = asyncio.get_running_loop().create_future()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.came += data
        head, end, body = self.came.partition(b"\r\n\r\n")
        found = LENGTH.search(head)
        if end and found and len(body) >= int(found[1]) and not self.answered.done():
            self.answered.set_result(int(self.came[9:12]))


async def hands(port: int, number: int) -> list[Hand]:
    loop = asyncio.get_running_loop()
    made = [await loop.create_connection(Hand, "127.0.0.1", port) for _ in range(number)]
    return [hand for _, hand in made]


async def press_all(those: Sequence[Hand], requests: Sequence[bytes]) -> tuple[float, list[int]]:
    """Seconds from the first press to the last answer, and what was answered."""
    began = time.perf_counter()
    for hand, request in zip(those, requests, strict=True):
        hand.press(request)
    statuses = await asyncio.gather(*(hand.answered for hand in those))
    return time.perf_counter() - began, list(statuses)


def post(path: str, token: str, body: bytes) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: chamber\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: chamber\r\n\r\n".encode()
