"""A server that lives, and lets nobody in any more.

Where the process that brings the data back is killed while the server gets over another killing,
PostgreSQL 18 neither begins anew nor ends: to everybody it says that it is recovering.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from chamber.embedded.postmaster import helpers

PATIENCE_SECONDS = 3
# While it serves there is a WAL writer, while it recovers a startup process; and while it ends no
# background writer any more.
WRITER, AT_WORK = "postgres: background writer", ("postgres: walwriter", "postgres: startup")


@dataclass
class Watch:
    """Tells a server that is stuck from one that only passes through such a moment."""

    data: Path
    socket: Path
    since: float | None = None

    def sees_it_stuck(self) -> bool:
        if not waits_for_nobody(helpers(self.data, self.socket)):
            self.since = None
            return False
        self.since = self.since or time.monotonic()
        return time.monotonic() - self.since > PATIENCE_SECONDS


def waits_for_nobody(titles: list[str]) -> bool:
    there = any(title.startswith(WRITER) for title in titles)
    return there and not any(title.startswith(AT_WORK) for title in titles)
