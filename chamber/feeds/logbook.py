"""The access log of the feeds: a line for each request as elsewhere, written a few at a time.

A line of its own costs more than the whole answer does. So the lines of a tenth of a second are
handed to the log together; where only one came in that time, it looks as it does elsewhere.
"""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from uuid import uuid4

TOGETHER = 0.1  # Seconds.

log = logging.getLogger("chamber.access")


@dataclass(slots=True)
class Logbook:
    # A number for each request: no two processes begin in the same way, and no two requests end so.
    beginning: str = field(default_factory=lambda: str(uuid4())[:24])
    requests: Iterator[int] = field(default_factory=count)
    told: list[tuple[str, str, int, float, str]] = field(default_factory=list)

    def next_request(self) -> str:
        return f"{self.beginning}{next(self.requests):012x}"

    def tell(self, method: str, path: str, status: int, seconds: float, request: str) -> None:
        if not self.told:
            if not log.isEnabledFor(logging.INFO):
                return
            asyncio.get_running_loop().call_later(TOGETHER, self.write)
        self.told.append((method, path, status, seconds, request))

    def write(self) -> None:
        """Each path is one of ours, so nothing in it needs to be escaped."""
        told, self.told = self.told, []
        if told:
            log.info("\n".join(map(line, told)))


def line(told: tuple[str, str, int, float, str]) -> str:
    method, path, status, seconds, request = told
    return (
        f'{{"method": "{method}", "path": "{path}", "status": {status},'
        f' "ms": {seconds * 1000:.0f}, "request": "{request}"}}'
    )
