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
from chamber.law.terms import local_day
from chamber.seal.sealing import Sealing, keep_sealed, resume
from chamber.seal.signer import Refused
from chamber.settings import Settings, settings
from chamber.web.house import wall_clock

LEAVES_WITHIN_SECONDS = 2


@click.command("seal")
@click.option("--resume", "resumes", is_flag=True, help="The signer's memory was lost; see above.")
def seal_command(resumes: bool) -> None:
    """Seal the record from here, by a user of its own, where SEAL=0 keeps the servers from it.

    The signer has its key and its memory in CHAMBER_DATA/seal. Where its memory was lost, and the
    database is known to be whole, --resume takes the newest checkpoint in it for what was signed.
    """
    with database(settings()) as at:
        if not resumes:
            keep(settings(), at.owner, None)
            return
        try:
            size = asyncio.run(resume(sealing(settings(), at.owner)))
        except Refused as refused:
            raise click.ClickException(str(refused)) from None
    click.echo(f"The signer remembers {size} leaves.")


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
    asyncio.run(until_told(sealing(here, dsn), parent))


def sealing(here: Settings, dsn: str) -> Sealing:
    at = here.chamber_url.host if here.chamber_url else None
    return Sealing(dsn, here.chamber_data / "seal", here.chamber_record or at, today)


async def until_told(of: Sealing, parent: int | None) -> None:
    leaving, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, leaving.set)
    # Ctrl-C reaches us and the server at once; the server then tells us when to leave.
    loop.add_signal_handler(signal.SIGINT, leaving.set if parent is None else lambda: None)
    watch = asyncio.create_task(orphaned(parent, leaving))
    try:
        await keep_sealed(of, leaving)
    finally:
        watch.cancel()


async def orphaned(parent: int | None, leaving: asyncio.Event) -> None:
    """Nobody is left to tell us when to leave, once who has started us was killed."""
    while parent is None or os.getppid() == parent:
        await asyncio.sleep(1)
    leaving.set()


def today() -> date:
    return local_day(wall_clock())
