"""A closed vote as it is given out: prepared once, with all that a reader may ask of it."""

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.votes.tables import Vote


async def prepare(session: AsyncSession, vote: Vote) -> None:
    """Keep the document of a vote's present edition."""
