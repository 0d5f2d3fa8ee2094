"""The shelf: documents that were asked for lie ready, and are drawn anew when the board changes."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from chamber.feeds.announcements import Board, Version
from chamber.feeds.asking import Form, Wanted
from chamber.feeds.drawing import BY_THE_DAY, Site, draw
from chamber.feeds.headings import Place
from chamber.feeds.ical import chosen_for, event
from chamber.feeds.listening import Noticeboard
from chamber.feeds.logbook import Logbook
from chamber.feeds.prepared import Prepared, prepared

MOST = 512
MOST_BYTES = 64 * 1024 * 1024
AT_ONCE = 10  # So many events are drawn before somebody else has a turn.


@dataclass(slots=True)
class Held:
    document: Prepared
    board: Board
    version: Version
    day: date

    @property
    def size(self) -> int:
        return len(self.document.body)


@dataclass(slots=True)
class Shelf:
    noticeboard: Noticeboard
    site: Site
    today: Callable[[], date]
    held: OrderedDict[Wanted, Held] = field(default_factory=OrderedDict)
    size: int = 0
    committees: set[UUID] = field(default_factory=set)  # Known, though they have no hearing yet.
    logbook: Logbook = field(default_factory=Logbook)
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def close(self) -> None:
        self.logbook.write()
        await self.noticeboard.close()

    def at_hand(self, wanted: Wanted) -> Prepared | None:
        """Without waiting for anybody: only while this process hears of every change."""
        return self.ready(wanted) if self.noticeboard.listening else None

    def ready(self, wanted: Wanted) -> Prepared | None:
        found = self.held.get(wanted)
        if found is None or not self.holds(wanted, found):
            return None
        self.held.move_to_end(wanted)
        return found.document

    def holds(self, wanted: Wanted, found: Held) -> bool:
        board = self.noticeboard.board
        if found.board is not board:
            return False  # It was read anew.
        if found.version == board.version:
            return wanted.form not in BY_THE_DAY or found.day == self.today()
        # Unless a place was emptied.
        return found.document.draft.archive and found.version[1] == board.version[1]

    async def find(self, wanted: Wanted) -> Prepared | None:
        """None where there is no such document. Raises one of TROUBLE."""
        await self.noticeboard.current()
        if (ready := self.ready(wanted)) is not None:
            return ready
        if not await self.has_such(wanted):
            return None
        async with self.drawing:
            if (ready := self.ready(wanted)) is not None:  # Somebody else has asked for it too.
                return ready
            if wanted.form is Form.CALENDAR:
                await self.warm(wanted)
            return self.drawn(wanted)

    async def has_such(self, wanted: Wanted) -> bool:
        committee = wanted.whose.committee
        if committee is None or committee in self.committees:
            return True
        on_board = any(committee in one.organisers for one in self.noticeboard.board.places)
        if on_board or await self.noticeboard.knows(committee):
            self.committees.add(committee)
        return committee in self.committees

    async def warm(self, wanted: Wanted) -> None:
        """A first calendar of 500 hearings takes a while; others need not wait for all of it."""
        board = self.noticeboard.board
        chosen = chosen_for(board.standing_of(wanted.whose), self.today())
        for number, one in enumerate(chosen):
            if one.written is not None:
                event(Place(self.site.base, wanted.language), one)
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)

    def drawn(self, wanted: Wanted) -> Prepared | None:
        board, day = self.noticeboard.board, self.today()
        draft = draw(wanted, board, day, self.site)
        if draft is None:
            return None
        self.put(wanted, Held(prepared(draft), board, board.version, day))
        return self.held[wanted].document

    def put(self, wanted: Wanted, new: Held) -> None:
        if old := self.held.pop(wanted, None):
            self.size -= old.size
        self.held[wanted] = new
        self.size += new.size
        while len(self.held) > MOST or self.size > MOST_BYTES:
            _, old = self.held.popitem(last=False)
            self.size -= old.size
