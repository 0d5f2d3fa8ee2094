"""Whose connection a request is served on: the house's, or one on which the public logged in.

The public's role has nothing behind it: whatever SQL came in by whatever hole, there is no other
role to go back to. Only where the public has no login of its own does the owner take its role on.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from litestar import Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.desk import ANYBODY, Clerk
from chamber.record.rights import PUBLIC
from chamber.record.sight import read_for
from chamber.web.clerks import recognise, shows_something
from chamber.web.house import House
from chamber.web.troubles import is_away, said_of

log = logging.getLogger("chamber.web")

# For this transaction alone: the next one begins as the owner.
TAKE_ROLE = text("SELECT set_config('role', :role, true)")


@asynccontextmanager
async def entrance(
    house: House, request: Request[Any, Any, Any]
) -> AsyncIterator[tuple[AsyncSession, Clerk]]:
    """One transaction, and who asks. Raises Refused for a token that nobody knows."""
    if shows_something(request, house.cookie):
        async with Transaction(house.sessions.begin(), request) as session:
            today = house.today()
            clerk = await recognise(session, request, house.cookie, today)
            if clerk.account is not None:
                request.scope["state"]["recognised"] = True  # The turnstile asks.
                await read_for(session, clerk.account, today)
                yield session, clerk
                return
    async with Transaction(house.of_public.begin(), request) as session:
        if not house.public_logs_in:
            await session.execute(TAKE_ROLE, {"role": PUBLIC})
        yield session, ANYBODY


@dataclass
class Transaction:
    """What goes wrong in it is told, and not that the database was away when it was to be undone.

    A server that falls may say so first, and be gone a moment later: it undoes all by itself. Two
    troubles at once would come to the house as a group, of which no handler knows what to tell.
    """

    begun: AbstractAsyncContextManager[AsyncSession]
    request: Request[Any, Any, Any]

    async def __aenter__(self) -> AsyncSession:
        return await self.begun.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            await self.begun.__aexit__(kind, error, trace)
        except Exception as late:
            if error is None or not is_away(late):
                raise
            name = type(late).__name__
            log.error("the database is away, and undoes (%s)", name, extra=said_of(self.request))
