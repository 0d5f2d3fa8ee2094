"""How a process follows the board: it listens on one line, and looks again every two seconds.

A call may get lost, and a line may be dead without a sound. While nobody listens, each request
looks at the board itself.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import asyncpg

from chamber.feeds.announcements import Board
from chamber.hearings.tables.board import CHANNEL
from chamber.record.engine import TROUBLE, address
from chamber.record.rights import PATH, PUBLIC

AGAIN = 2.0  # Seconds.
PATIENCE = 2.0  # Who takes longer to answer counts as dead.
MORE_PATIENCE = 30.0  # For reading all that there is.
VERSION = """
    SELECT (SELECT coalesce(max(serial), 0) FROM announcement),
           (SELECT count(*) FROM announcement WHERE poster IS NULL)"""
PUT_UP = """
    SELECT serial, hearing_id, chamber, organisers, sequence, first_at, at, poster::text
    FROM announcement WHERE serial > $1 AND serial <= $2 ORDER BY serial"""
EMPTIED = "SELECT serial FROM announcement WHERE poster IS NULL AND serial <= $1"
COMMITTEE = "SELECT EXISTS (SELECT FROM proceeding WHERE noun = 'bodies' AND uid = $1)"


class Noticeboard:
    def __init__(self, dsn: str, public: str | None = None) -> None:
        self.dsn = dsn
        self.public = public  # Where the public has a login of its own.
        self.board = Board()
        self.listening = False
        self.line: Any = None  # A connection of asyncpg's, as the public.
        self.turn = asyncio.Lock()
        self.called = asyncio.Event()
        self.watch: asyncio.Task[None] | None = None

    async def current(self) -> Board:
        """Raises one of TROUBLE where the database is away."""
        if not self.listening:
            await self.look()
        return self.board

    async def catch_up(self) -> None:
        """What this process has kept, it shows before it says so."""
        if self.watch is not None:
            with suppress(*TROUBLE):  # Then nobody listens, and whoever asks looks.
                await self.look()

    async def look(self) -> None:
        async with self.on_the_line() as line:
            await self.read(line)
            self.listening = self.line is line  # It may have been cut a moment ago.
        if self.watch is None or self.watch.done():
            self.watch = asyncio.create_task(self.keep_looking())

    async def knows(self, committee: UUID) -> bool:
        """Whether it is a committee at all: one may have held no hearing yet."""
        async with self.on_the_line() as line:
            return bool(await line.fetchval(COMMITTEE, committee, timeout=PATIENCE))

    @asynccontextmanager
    async def on_the_line(self) -> AsyncIterator[Any]:
        """One speaks at a time. Whatever goes wrong, the next one begins on a new line."""
        async with self.turn:
            try:
                async with asyncio.timeout(MORE_PATIENCE):
                    if self.line is None:
                        self.line = await self.call()
                    yield self.line
            except BaseException:
                self.hang_up()
                raise

    async def connect(self) -> Any:
        """By the public's own login, but where that leads to a copy: copies let nobody listen."""
        if self.public is not None:
            path = {"search_path": PATH}
            line = await asyncpg.connect(
                address(self.public), server_settings=path, timeout=PATIENCE
            )
            if not await line.fetchval("SELECT pg_is_in_recovery()", timeout=PATIENCE):
                return line
            await line.close()
        settings = {"role": PUBLIC, "search_path": PATH}
        return await asyncpg.connect(address(self.dsn), server_settings=settings, timeout=PATIENCE)

    async def call(self) -> Any:
        line = await self.connect()
        line.add_termination_listener(self.was_cut)
        try:
            await line.add_listener(CHANNEL, self.was_called)
        except BaseException:
            line.terminate()
            raise
        return line

    def was_called(self, *_: object) -> None:
        self.called.set()

    def was_cut(self, line: object) -> None:
        if line is self.line:
            self.listening = False
            self.line = None
            self.called.set()

    def hang_up(self) -> None:
        self.listening = False
        line, self.line = self.line, None
        if line is not None:
            line.terminate()

    async def read(self, line: Any) -> None:
        version = serial, emptied = tuple(await line.fetchrow(VERSION, timeout=PATIENCE))
        if version == self.board.version:
            return
        # Fewer than before: the database was put back to an earlier day.
        new = Board() if serial < self.board.version[0] else self.board
        rows = await line.fetch(PUT_UP, new.version[0], serial)
        gone = await line.fetch(EMPTIED, serial) if emptied != new.version[1] else []
        new.put_up(rows)
        new.empty(row["serial"] for row in gone)
        new.stands_at((serial, emptied))
        self.board = new

    async def keep_looking(self) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(AGAIN):
                    await self.called.wait()
            self.called.clear()
            with suppress(*TROUBLE):
                await self.look()

    async def close(self) -> None:
        watch, self.watch = self.watch, None
        if watch is not None:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
        self.listening = False
        line, self.line = self.line, None
        if line is not None:
            line.terminate()
