"""A record in a database, sealed step by step as the sealer does it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamber.record.engine import connect_engine
from chamber.record.rights import SEALER
from chamber.seal.bundling import write_bundle
from chamber.seal.sealing import Sealing, the_signer
from chamber.seal.sequencing import begin, seal

ON = date(2026, 4, 1)


@asynccontextmanager
async def sealer(dsn: str) -> AsyncIterator[AsyncConnection]:
    engine = connect_engine(dsn, connections=1, spare=0)
    try:
        async with engine.connect() as connection:
            await connection.execute(text(f"SET ROLE {SEALER}"))
            await connection.commit()
            yield connection
    finally:
        await engine.dispose()


def sealing(dsn: str, home: Path) -> Sealing:
    return Sealing(dsn, home, "record.example/test", lambda: ON)


async def seal_all(dsn: str, home: Path) -> None:
    """One beat of the sealer. Raises Refused."""
    async with sealer(dsn) as connection:
        signer = await the_signer(connection, sealing(dsn, home))
        await begin(connection, signer)
        await seal(connection, signer, ON)


async def bundle(dsn: str, folder: Path) -> Path:
    await write_bundle(dsn, folder, lambda done, of: None)
    return folder
