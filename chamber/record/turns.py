"""Acts that count what others hold take turns: each sees what the one before has written.

A proceeding's own lock does not do it: two people take the last seat in two proceedings.
"""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def take_turn(session: AsyncSession, what: str) -> None:
    """Wait until nobody else counts `what` ("mandates/senate"); held to the transaction's end."""
    await session.execute(text("SELECT pg_advisory_xact_lock(57, hashtext(:what))"), {"what": what})
