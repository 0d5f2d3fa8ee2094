"""The access log of the feeds: a line for each request as elsewhere, but the same thing once.

A line of its own costs more than the whole answer does. What was answered in the same way within a
tenth of a second is one line, of the first of those requests, and says how many there were.
"""

import asyncio
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from uuid import uuid4

TOGETHER = 0.1  # Seconds.

log = logging.getLogger("chamber.access")


@dataclass(slots=True)
class Line:
    request: str  # The first of them.
    seconds: float
    times: int = 0


@dataclass(slots=True)
class Logbook:
    # A number for each request: no two processes begin in the same way, and no two requests end so.
    beginning: str = field(default_factory=lambda: str(uuid4())[:24])
    requests: Iterator[int] = field(default_factory=count)
    lines: dict[tuple[str, str, int], Line] = field(default_factory=dict)

    def next_request(self) -> str:
        return f"{self.beginning}{next(self.requests):012x}"

    def tell(self, method: str, path: str, status: int, seconds: float, request: str) -> None:
        told = method, path, status
        line = self.lines.get(told)
        if line is None:
            if not self.lines:
                asyncio.get_running_loop().call_later(TOGETHER, self.write)
            line = self.lines[told] = Line(request, seconds)
        line.times += 1

    def write(self) -> None:
        lines, self.lines = self.lines, {}
        for (method, path, status), line in lines.items():
            told = {"method": method, "path": path, "status": status}
            told |= {"ms": round(line.seconds * 1000), "request": line.request}
            log.info(json.dumps(told | ({"times": line.times} if line.times > 1 else {})))
