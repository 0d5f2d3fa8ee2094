"""Keeping the record sealed: beside the house, in a process of its own, one for each database."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import asyncpg
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from chamber.record.engine import connect_engine
from chamber.record.rights import SEALER
from chamber.seal.sequencing import begin, newest_signed, seal
from chamber.seal.signer import (
    Refused,
    Signer,
    load_keys,
    load_signer,
    make_signer,
    remember,
    remembered,
)
from chamber.seal.tables import RecordKey

BEAT_SECONDS = 0.25
AGAIN_SECONDS = 5  # After something that a person has to see to.
LEAD = text("SELECT pg_try_advisory_lock(57, hashtext('sealing'))")
LOG = logging.getLogger("chamber.seal")


@dataclass(frozen=True)
class Sealing:
    """Where the record is, where the signer has its files, and how the record is called."""

    dsn: str
    home: Path
    origin: str | None  # None: one is made up for a new record.
    today: Callable[[], date]


async def keep_sealed(sealing: Sealing, leaving: asyncio.Event) -> None:
    """Seal what is entered, within a second, until it is time to leave."""
    while not leaving.is_set():
        try:
            await lead(sealing, leaving)
        except Refused as refused:
            LOG.error("the record is not being sealed: %s", refused)
            await pause(leaving, AGAIN_SECONDS)
        except (DBAPIError, asyncpg.PostgresError, OSError) as lost:
            LOG.warning("the database is away (%s); the record waits", type(lost).__name__)
            await pause(leaving, 1)


async def lead(sealing: Sealing, leaving: asyncio.Event) -> None:
    """One connection for as long as it lasts: with it goes the right to seal."""
    engine = connect_engine(sealing.dsn, connections=1, spare=0)
    try:
        async with engine.connect() as connection:
            if not await comes_first(connection, leaving):
                return
            signer = await the_signer(connection, sealing)
            await begin(connection, signer)
            while not leaving.is_set():
                await seal(connection, signer, sealing.today())
                await pause(leaving, BEAT_SECONDS)
            await seal(connection, signer, sealing.today())
    finally:
        await engine.dispose()


async def resume(sealing: Sealing) -> int:
    """For a signer whose memory was lost: it takes the newest checkpoint of the database, which it
    has signed itself, for what it remembers. How many leaves that are. Raises Refused.

    Whoever asks for this knows that the database is whole: of one that went back it would sign a
    second history.
    """
    engine = connect_engine(sealing.dsn, connections=1, spare=0)
    try:
        async with engine.connect() as connection:
            await connection.execute(text(f"SET ROLE {SEALER}"))
            if not await connection.scalar(LEAD):
                raise Refused("the record is being sealed at this moment")
            vkey = await connection.scalar(select(RecordKey.vkey))
            if vkey is None:
                raise Refused("the record has never been sealed")
            home = sealing.home / vkey.split("+")[1]
            key, _ = load_keys(home)
            tree, registers = await newest_signed(connection, key)
            if remembered(home) >= tree.size:
                raise Refused("the signer remembers all that the database holds, or more")
            remember(home, tree, registers)
            return tree.size
    finally:
        await engine.dispose()


async def comes_first(connection: AsyncConnection, leaving: asyncio.Event) -> bool:
    """Whether this process is the one that seals; it waits until it is, or leaves."""
    await connection.execute(text(f"SET ROLE {SEALER}"))
    while not leaving.is_set():
        leads = await connection.scalar(LEAD)
        await connection.commit()
        if leads:
            return True
        await pause(leaving, 1)
    return False


async def the_signer(connection: AsyncConnection, sealing: Sealing) -> Signer:
    """The one whose key the record has; a new one for a record that has none. Raises Refused."""
    vkey = await connection.scalar(select(RecordKey.vkey))
    await connection.commit()
    if vkey is not None:
        return load_signer(sealing.home / vkey.split("+")[1])
    origin = sealing.origin or f"chamber.local/{secrets.token_hex(4)}"
    return make_signer(sealing.home, origin)


async def pause(leaving: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(leaving.wait(), seconds)
    except TimeoutError:
        return
