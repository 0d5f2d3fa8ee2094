"""The turnstile before the gate: how often each network has come in these ten seconds, counted by
all processes together. Whoever comes too often waits; whoever was recognised lately never does.

Each process counts in a row of its own, in one small file that all of them map into memory: no
lock is taken, nothing is asked of the database, and no address is written anywhere.
"""

import fcntl
import hashlib
import mmap
import os
import secrets
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache

from litestar.types import HTTPScope

from chamber.record.logins import network

SECONDS = 10
PLACES = 1 << 15  # In each of the two parts of a row.
ROW = 1 + 2 * PLACES  # The window that is counted in, and two counts for each network.
BYTES = 4
REGULARS = 4_096
LATELY = 360  # Windows: an hour.


@dataclass(frozen=True, slots=True)
class Counters:
    """Where the processes count, and how often a network may come. Made anew at each start."""

    path: str
    key: bytes  # Of the hashes that stand for networks.
    rows: int
    limit: int


@contextmanager
def counters(limit: int, workers: int) -> Iterator[Counters | None]:
    """None where nothing is counted (0)."""
    if limit == 0:
        yield None
        return
    rows = 2 * workers + 1  # One that ends may still hold its row when the next begins.
    with tempfile.NamedTemporaryFile(prefix="chamber-turnstile-") as file:
        os.truncate(file.fileno(), rows * ROW * BYTES)
        yield Counters(file.name, secrets.token_bytes(16), rows, limit)


class Turnstile:
    def __init__(self, here: Counters, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit, self.clock = here.limit, clock
        self.file = os.open(here.path, os.O_RDWR)
        self.counts = memoryview(mmap.mmap(self.file, 0)).cast("I")
        self.starts = range(0, here.rows * ROW, ROW)
        self.mine = own_row(self.file, here.rows) * ROW
        self.known: OrderedDict[int, int] = OrderedDict()
        self.places = lru_cache(65_536)(lambda address: places(address, here.key))

    def wait(self, scope: HTTPScope) -> int:
        """Counts one request. 0, or the seconds until this network may come again."""
        now = self.clock()
        window = int(now) // SECONDS
        counts, mine = self.counts, self.mine
        if counts[mine] != window:
            self.begin(window)
        client = scope["client"]
        one, other = self.places(client[0] if client else "")
        counts[mine + one] += 1
        counts[mine + other] += 1
        came = again = 0
        for start in self.starts:
            if counts[start] == window:
                came += counts[start + one]
                again += counts[start + other]
        # Two networks share both places hardly ever.
        if min(came, again) <= self.limit or self.knows(shown(scope), window):
            return 0
        return SECONDS - int(now) % SECONDS

    def begin(self, window: int) -> None:
        """Emptied first, and only then of this window: nobody adds up what is being emptied."""
        self.counts[self.mine : self.mine + ROW] = EMPTY
        self.counts[self.mine] = window

    def knows(self, shown: bytes, window: int) -> bool:
        return bool(shown) and window - self.known.get(hash(shown), -LATELY) < LATELY

    def remember(self, scope: HTTPScope) -> None:
        """Whoever sent this was recognised by what it shows, and will be by the same again."""
        mark = hash(shown(scope))
        self.known[mark] = int(self.clock()) // SECONDS
        self.known.move_to_end(mark)
        if len(self.known) > REGULARS:
            self.known.popitem(last=False)


EMPTY = memoryview(bytes(ROW * BYTES)).cast("I")


def shown(scope: HTTPScope) -> bytes:
    return b"\n".join(
        value for name, value in scope["headers"] if name in (b"authorization", b"cookie")
    )


def own_row(file: int, rows: int) -> int:
    """One that no other living process counts in: the kernel drops the lock of one that died."""
    for row in range(rows - 1):
        with suppress(OSError):
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, row)
            return row
    return rows - 1  # Shared by who comes too many: what they count is a little less than true.


def places(address: str, key: bytes) -> tuple[int, int]:
    digest = hashlib.blake2b(network(address).encode(), key=key, digest_size=8).digest()
    one, other = int.from_bytes(digest[:4], "big"), int.from_bytes(digest[4:], "big")
    return 1 + one % PLACES, 1 + PLACES + other % PLACES
