"""`chamber seal`: number what is entered and sign it, as long as it runs."""

import asyncio
import logging
import logging.config
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from chamber.commands.lines import LINES
from chamber.database import database
from chamber.law.terms import ASTANA
from chamber.seal.sealing import Sealing, keep_sealed
from chamber.settings import Settings, settings
from chamber.web.house import wall_clock

LEAVES_WITHIN_SECONDS = 2


@click.command("seal")
def seal_command() -> None:
    """Seal the record from here, by a user of its own, where SEAL=0 keeps the servers from it."""
    with database(settings()) as at:
        keep(settings(), at.owner, None)


@contextmanager
def sealed(here: Settings, dsn: str) -> Iterator[None]:
    """Meanwhile, a process beside us seals the record; if it dies, another does."""
    if not here.seal:
        yield
        return
    leaving = threading.Event()
    keeper = threading.Thread(target=look_after, args=(here, dsn, leaving), name="keeper of seals")
    keeper.start()
    try:
        yield
    finally:
        leaving.set()
        keeper.join()


def look_after(here: Settings, dsn: str, leaving: threading.Event) -> None:
    start = multiprocessing.get_context("spawn").Process
    while not leaving.is_set():
        sealer = start(target=keep, args=(here, dsn, os.getpid()), name="sealer", daemon=True)
        sealer.start()
        while sealer.is_alive() and not leaving.wait(0.5):
            pass
        sealer.terminate()
        sealer.join(LEAVES_WITHIN_SECONDS)
        sealer.kill()
        sealer.join()


def keep(here: Settings, dsn: str, parent: int | None) -> None:
    """Until SIGTERM, or the end of the process that has started us."""
    logging.config.dictConfig(LINES)
    at = here.chamber_url.host if here.chamber_url else None
    sealing = Sealing(dsn, here.chamber_data / "seal", here.chamber_record or at, today)
    asyncio.run(until_told(sealing, parent))


async def until_told(sealing: Sealing, parent: int | None) -> None:
    leaving, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, leaving.set)
    # Ctrl-C reaches us and the server at once; the server then tells us when to leave.
    loop.add_signal_handler(signal.SIGINT, leaving.set if parent is None else lambda: None)
    watch = asyncio.create_task(orphaned(parent, leaving))
    try:
        await keep_sealed(sealing, leaving)
    finally:
        watch.cancel()


async def orphaned(parent: int | None, leaving: asyncio.Event) -> None:
    """Nobody is left to tell us when to leave, once who has started us was killed."""
    while parent is None or os.getppid() == parent:
        await asyncio.sleep(1)
    leaving.set()


def today() -> date:
    return wall_clock().astimezone(ASTANA).date()
