"""Whose connection a request is served on: the house's, or one on which the public logged in.

The public's role has nothing behind it: whatever SQL came in by whatever hole, there is no other
role to go back to. Only where the public has no login of its own does the owner take its role on.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.desk import ANYBODY, Clerk
from chamber.record.rights import PATH, PUBLIC
from chamber.record.sight import read_for
from chamber.web.clerks import recognise, shows_something
from chamber.web.house import House

# Both in one statement, and both for this transaction alone: the next one begins as the owner.
TAKE_ROLE = text("SELECT set_config('role', :role, true), set_config('search_path', :path, true)")


@asynccontextmanager
async def entrance(
    house: House, request: Request[Any, Any, Any]
) -> AsyncIterator[tuple[AsyncSession, Clerk]]:
    """One transaction, and who asks. Raises Refused for a token that nobody knows."""
    if shows_something(request, house.cookie):
        async with house.sessions.begin() as session:
            today = house.today()
            clerk = await recognise(session, request, house.cookie, today)
            if clerk.account is not None:
                request.scope["state"]["recognised"] = True  # The turnstile asks.
                await read_for(session, clerk.account, today)
                yield session, clerk
                return
    async with house.of_public.begin() as session:
        if not house.public_logs_in:
            await session.execute(TAKE_ROLE, {"role": PUBLIC, "path": PATH})
        yield session, ANYBODY
