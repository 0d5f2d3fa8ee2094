"""`chamber serve`: the house over HTTP, by as many processes as there are workers."""

import asyncio
import logging.config
from functools import partial

import click
from granian import Granian
from granian.constants import Interfaces
from sqlalchemy import text

from chamber.commands.leaving import KILL_AFTER_SECONDS, Leave
from chamber.commands.lines import LINES
from chamber.commands.migrate import check
from chamber.commands.seal import sealed
from chamber.database import Addresses, database
from chamber.record.engine import connect_engine
from chamber.record.migrating import newest
from chamber.record.start_check import amiss
from chamber.settings import Settings, settings
from chamber.web.app import create_app
from chamber.web.leaving import Leaving
from chamber.web.turnstile import Counters, Turnstile, counters

NO_LOGIN = (
    "DATABASE_READ_URL is not set: the public is served on the owner's connections, which only take"
    " on its role. Let the public log in for itself (see the README)."
)


@click.command()
def serve() -> None:
    """Serve the record. The database must be there and up to date: see `chamber migrate`."""
    with database(settings()) as at:
        check(at.owner)
        if asyncio.run(schema_of(at.owner)) != newest():
            raise click.ClickException("The database is not up to date: run `chamber migrate`.")
        listen(settings(), at)


def listen(here: Settings, at: Addresses) -> None:
    """Until SIGTERM or SIGINT. What is being answered is answered; an idle reader is sent away."""
    check_public(at.public)
    server = Granian(
        "chamber",
        address=here.host,
        port=here.port,
        interface=Interfaces.ASGI,
        workers=here.workers,
        workers_kill_timeout=KILL_AFTER_SECONDS,
        respawn_failed_workers=True,
        websockets=False,
    )
    # Each worker is a fresh process: it is handed both, for it has no environment of ours.
    told = here.model_copy(update={"database_url": at.owner, "database_read_url": at.public})
    leave = Leave()
    leave.taken_by(server)
    with sealed(here, at.owner), counters(here.public_limit, here.workers) as counted:
        server.serve(target_loader=partial(application, told, counted, leave), wrap_loader=False)


def check_public(dsn: str | None) -> None:
    """Says on which connections the public reads; ends the program where it could read more."""
    if dsn is None:
        click.echo(NO_LOGIN, err=True)
    elif wrong := asyncio.run(amiss(dsn)):
        raise click.ClickException("\n".join(wrong))


def application(here: Settings, counted: Counters | None, leave: Leave) -> Leaving:
    """What each worker serves."""
    leave.with_parent()
    logging.config.dictConfig(LINES)
    assert here.database_url is not None
    turnstile = Turnstile(counted) if counted else None
    house = create_app(here, connect_engine(here.database_url), turnstile=turnstile)
    return Leaving(house, leave)


async def schema_of(dsn: str) -> str | None:
    """The migration that the database stands at; none where it has never been migrated."""
    engine = connect_engine(dsn)
    try:
        async with engine.connect() as connection:
            if await connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
                return None
            found: str | None = await connection.scalar(
                text("SELECT version_num FROM alembic_version")
            )
            return found
    finally:
        await engine.dispose()
