"""What all requests share: the database, the rooms, the day, and the key of the house."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from chamber.law.terms import local_day
from chamber.record.house_key import house_key
from chamber.record.procedure.room import Room
from chamber.web.clerks import Cookie

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    return datetime.now(UTC)


@dataclass
class House:
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]  # The owner's.
    of_public: async_sessionmaker[AsyncSession]
    public_logs_in: bool  # Otherwise its sessions are the owner's, who takes its role on.
    rooms: Mapping[str, Room[Any, Any, Any]]
    cookie: Cookie
    as_of: date | None  # "Today" in a demonstration.
    clock: Clock
    schema: str | None  # The newest migration that this program knows.
    keys: list[bytes] = field(default_factory=list)

    def today(self) -> date:
        """The legal day in Astana."""
        return self.as_of or local_day(self.clock())

    async def key(self) -> bytes:
        """Read once, and by the owner: nobody else may."""
        if not self.keys:
            async with self.sessions.begin() as session:
                self.keys.append(await house_key(session))
        return self.keys[0]
