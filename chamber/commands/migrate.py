"""`chamber migrate`: bring the database up to date."""

import asyncio

import click

from chamber.commands.meter import meter
from chamber.database import database
from chamber.record.migrating import NotMigrated, migrate, newest
from chamber.record.procedure.retelling import retell
from chamber.record.start_check import missing
from chamber.rooms import ROOMS
from chamber.settings import settings


@click.command("migrate")
def migrate_command() -> None:
    """Bring the database up to date, once, however many ask for it at the same time."""
    with database(settings()) as at:
        bring_up_to_date(at.owner)
    click.echo(f"The database is up to date ({newest()}).")


def bring_up_to_date(dsn: str) -> None:
    """The tables, and then what is due in the cases that an older release or calendar has told."""
    check(dsn)
    try:
        asyncio.run(migrate(dsn))
    except NotMigrated as why:
        raise click.ClickException(str(why)) from None
    with meter() as progress:
        task = progress.add_task("Telling what is due", visible=False)
        asyncio.run(
            retell(
                dsn, ROOMS,
                lambda done, of: progress.update(task, completed=done, total=of, visible=True),
            )
        )  # fmt: skip


def check(dsn: str) -> None:
    """Ends the program with all that the database lacks, one line for each."""
    if wrong := asyncio.run(missing(dsn)):
        raise click.ClickException("\n".join(wrong))
