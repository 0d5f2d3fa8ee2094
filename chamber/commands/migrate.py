"""`chamber migrate`: bring the database up to date."""

import asyncio

import click

from chamber.database import database
from chamber.record.migrating import migrate, newest
from chamber.record.start_check import missing
from chamber.settings import settings


@click.command("migrate")
def migrate_command() -> None:
    """Bring the database up to date, once, however many ask for it at the same time."""
    with database(settings()) as at:
        check(at.owner)
        asyncio.run(migrate(at.owner))
    click.echo(f"The database is up to date ({newest()}).")


def check(dsn: str) -> None:
    """Ends the program with all that the database lacks, one line for each."""
    if wrong := asyncio.run(missing(dsn)):
        raise click.ClickException("\n".join(wrong))
