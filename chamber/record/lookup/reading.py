"""Bare connections for what must be quick: opened when first needed, and never reset."""

import asyncio
from dataclasses import dataclass, field

import asyncpg

from chamber.record.engine import prepared


@dataclass
class Connections:
    """Nothing may be SET on these connections, and each statement is a transaction of its own."""

    dsn: str
    most: int
    role: str | None = None  # The database role that they take on for life.
    path: str | None = None  # The schemas in which they look for a table.
    pool: asyncpg.Pool | None = None
    opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def open(self) -> asyncpg.Pool:
        async with self.opening:
            if self.pool is None:
                self.pool = await prepared(
                    self.dsn, connections=self.most, role=self.role, path=self.path
                )
        return self.pool

    async def close(self) -> None:
        if self.pool is not None:
            await self.pool.close()
            self.pool = None
