"""`chamber restore`: a backup brought back, to its end or to a moment, and checked."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import click
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import Fault, audit, how_many
from chamber.backup.folder import Folder
from chamber.backup.restoring import restored
from chamber.backup.soundness import unsound
from chamber.backup.source import ask
from chamber.backup.taking import Told
from chamber.commands.backup import shown
from chamber.commands.meter import meter
from chamber.commands.serve import schema_of
from chamber.database import NAME
from chamber.embedded.server import Server, ending_on_sigterm
from chamber.embedded.trouble import Trouble
from chamber.record.engine import connect_engine
from chamber.record.journal import Entry
from chamber.record.migrating import newest
from chamber.rooms import ROOMS
from chamber.settings import settings

OLDER = "The record is of another release: run `chamber migrate`, and then `chamber audit`."
READING = "Reading it whole"


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no moment like 2026-04-01T12:00:00+05:00") from None
    if found.tzinfo is None:
        raise click.BadParameter(f"{value} does not say its zone: add +05:00 or Z")
    return found


@click.command("restore")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--into", "home", required=True, type=click.Path(path_type=Path),
              help="A new CHAMBER_DATA.")  # fmt: skip
@click.option("--until", callback=moment, help="Leave out what was committed after this moment.")
def restore_command(folder: Path, home: Path, until: datetime | None) -> None:
    """Bring the backup in FOLDER back, as a new CHAMBER_DATA.

    The backup is verified, recovered to its end (or --until a moment), read
    whole by amcheck, and judged again by the audit. A database that is there
    already is never touched, and a damaged backup is refused.

    The signing key is not in a backup: put the folder `seal` into the new
    CHAMBER_DATA. Where the restored record ends before what was signed, the
    signer refuses to go on; no second history gets a signature.
    """
    bin_dir = settings().pg_bin_dir
    kept = Folder(folder.absolute())
    with ending_on_sigterm(), meter() as progress:
        told = shown(progress)
        with restored(kept, home, bin_dir=bin_dir, until=until, told=told) as server:
            check_sound(server, told)
            said, faults = asyncio.run(audited(server, told))
    for fault in faults:
        click.echo(f"{fault.proceeding}: {fault.what}")
    click.echo(f"Restored into {home}. {said}")
    sys.exit(1 if faults else 0)


def check_sound(server: Server, told: Told) -> None:
    if not asyncio.run(ask(server.dsn(), "SELECT FROM pg_database WHERE datname = $1", NAME)):
        raise Trouble(f"There is no database named {NAME} in the backup.")
    wrong = asyncio.run(unsound(server.dsn(NAME), lambda done, of: told(READING, done, of)))
    if wrong:
        raise Trouble("The restored database is not sound: " + "; ".join(wrong[:3]))


async def audited(server: Server, told: Told) -> tuple[str, list[Fault]]:
    """A record with faults is brought back all the same: they may be older than the backup."""
    dsn = server.dsn(NAME)
    if await schema_of(dsn) != newest():
        return OLDER, []
    engine = connect_engine(dsn)
    judged = 0
    try:
        async with AsyncSession(engine) as session:
            total = await how_many(session)

            def more(entries: int) -> None:
                nonlocal judged
                told("Judging again", judged := judged + entries, total)

            faults = await audit(session, ROOMS, more)
            last = await session.scalar(select(func.max(Entry.entered_at)))
    finally:
        await engine.dispose()
    until = f"; the last is of {last.isoformat(timespec='seconds')}" if last else ""
    return f"{total} entries judged again, {len(faults)} faults{until}.", faults
