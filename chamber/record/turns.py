"""Acts that count what others hold take turns: each sees what the one before has written.

A proceeding's own lock does not do it: two people take the last seat in two proceedings.
"""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

CORRECTING = "corrections"


async def pass_corrections(session: AsyncSession) -> None:
    """Acts pass beside each other, and beside no correction: what they have read holds to the end.

    Taken before any row is locked, by acts and corrections alike, so that neither waits for what
    the other holds.
    """
    await share_turn(session, CORRECTING)


async def correct_alone(session: AsyncSession) -> None:
    """A correction waits for the acts under way, which it then finds and judges again."""
    await take_turn(session, CORRECTING)


async def keep_seats(session: AsyncSession, chamber: str) -> None:
    """Until the transaction ends nobody comes into office or into a body of the Chamber, or leaves
    it: an act counts those who sit there more than once, and they are those of one moment."""
    await share_turn(session, f"seats/{chamber}")


async def change_seats(session: AsyncSession, chamber: str) -> None:
    """Wait until nobody counts who sits there any more, and nobody else comes or leaves."""
    await take_turn(session, f"seats/{chamber}")


async def take_turn(session: AsyncSession, what: str) -> None:
    """Wait until nobody else counts `what` ("seats/senate"); held to the transaction's end."""
    await session.execute(text("SELECT pg_advisory_xact_lock(57, hashtext(:what))"), {"what": what})


async def share_turn(session: AsyncSession, what: str) -> None:
    """Nobody takes this turn until the transaction ends; others may share it."""
    lock = text("SELECT pg_advisory_xact_lock_shared(57, hashtext(:what))")
    await session.execute(lock, {"what": what})
